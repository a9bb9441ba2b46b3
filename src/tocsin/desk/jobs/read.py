"""Captures read in batches: bounded memory, and a bad item never stops the run."""

from __future__ import annotations

import traceback
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Generic, TypeVar

import structlog

from tocsin.core.errors import ItemError, JobError, MalformedDocument, ReaderFailure
from tocsin.core.ports import Reader
from tocsin.core.types import Capture, Reading, Rejected, Report

BATCH_REPORTS = 16  # what spaCy parses at a time; more gains no speed and holds more memory
BATCH_BYTES = 2_000_000  # a batch also closes here: sixteen long PDFs would hold a GiB

log = structlog.get_logger(__name__)

Passed = TypeVar("Passed")


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadItem:
    """A capture and what was read from it; `failure` where the reader failed on it."""

    capture: Capture
    reading: Reading
    failure: Rejected | None = None


def read_captures(
    items: Iterable[Capture | Rejected | Passed],
    *,
    extract: Callable[[Capture], Report],
    reader: Reader,
) -> Iterator[ReadItem | Rejected | Passed]:
    """Yield what each capture holds, in order; whatever is no capture passes through."""
    batch: Batch[Passed] = Batch()
    for item in items:
        if isinstance(item, Capture):
            batch.add(item, _extracted(item, extract))
        else:
            batch.slots.append(item)
        if batch.is_full:
            yield from batch.read(reader)
            batch = Batch()
    yield from batch.read(reader)


@dataclass(slots=True)
class Batch(Generic[Passed]):
    """Reports that wait to be read together, and what passes by, in order."""

    slots: list[tuple[Capture, Report] | Rejected | Passed] = field(default_factory=list)
    reports: list[Report] = field(default_factory=list)
    size_bytes: int = 0

    def add(self, capture: Capture, extracted: Report | Rejected) -> None:
        """Take in a capture with its report, or the rejection that it became.

        What of the report's item was refused comes out after it.
        """
        if isinstance(extracted, Rejected):
            self.slots.append(extracted)
            return
        self.slots.append((capture, extracted))
        self.slots.extend(extracted.refused)
        self.reports.append(extracted)
        self.size_bytes += len(capture.content) + len(extracted.text)

    @property
    def is_full(self) -> bool:
        """Return whether the batch is to be read now; rejects also come out before long."""
        return len(self.slots) >= BATCH_REPORTS or self.size_bytes >= BATCH_BYTES

    def read(self, reader: Reader) -> Iterator[ReadItem | Rejected | Passed]:
        """Yield what the slots hold, each report read."""
        readings = iter(_readings(self.reports, reader))
        for slot in self.slots:
            if isinstance(slot, tuple):
                yield _read_item(slot[0], *next(readings))
            else:
                yield slot


def _extracted(capture: Capture, extract: Callable[[Capture], Report]) -> Report | Rejected:
    try:
        return extract(capture)
    except ItemError as unusable:
        return replace(unusable.as_rejected(), id=capture.obtained_from)
    except Exception as failure:  # noqa: BLE001  a parser's defect costs one item, not the run
        log.warning("extraction.failed", capture=capture.id, **_facts(failure))
        reason = type(failure).__name__
        return MalformedDocument(capture.obtained_from, reason=reason).as_rejected()


def _readings(reports: Sequence[Report], reader: Reader) -> list[tuple[Reading, str | None]]:
    """Return each report's reading, and the error's name where the reader failed on it.

    Where a batch fails, each of its reports is read by itself.
    """
    if not reports:
        return []
    try:
        return [(reading, None) for reading in reader.read(reports)]
    except JobError:
        raise
    except Exception as failure:  # noqa: BLE001  one odd report must not cost its batch
        log.info("batch.failed", reports=len(reports), **_facts(failure))
        return [_reading_alone(report, reader) for report in reports]


def _reading_alone(report: Report, reader: Reader) -> tuple[Reading, str | None]:
    try:
        return next(iter(reader.read((report,)))), None
    except JobError:
        raise
    except Exception as failure:  # noqa: BLE001  recorded, and the report is kept unread
        log.warning("reader.failed", report=report.id, **_facts(failure))
        return Reading(report=report, unread="the reader failed on it"), type(failure).__name__


def _read_item(capture: Capture, reading: Reading, error: str | None) -> ReadItem:
    if error is None:
        return ReadItem(capture=capture, reading=reading)
    failure = ReaderFailure(capture.obtained_from, reason=error).as_rejected()
    return ReadItem(capture=capture, reading=reading, failure=failure)


def _facts(failure: Exception) -> dict[str, str]:
    """Return the error's name and where it was raised; never its words, which may quote text."""
    frames = traceback.extract_tb(failure.__traceback__)
    where = f"{Path(frames[-1].filename).name}:{frames[-1].lineno}"
    return {"error": type(failure).__name__, "where": where}
