"""An export taken into a store, line by line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import BinaryIO

from tocsin.core.errors import (
    BadExportLine,
    CutExport,
    ItemError,
    LongExportLine,
    MaskedExport,
    NotAnExport,
)
from tocsin.core.types import Rejected
from tocsin.desk.wire.exchange.identity import fault_of
from tocsin.desk.wire.exchange.lines import ExportLine, JudgementLine, Line, ReportLine, line_of
from tocsin.store.carried import Carried
from tocsin.store.store import Outcome, Store

SKIPPED_AT_ONCE = 1_000_000  # bytes of a line that is too long


class Came(StrEnum):
    """What came of a line; what is weighed is checked and computed again, not kept."""

    ADDED = "added"
    ALREADY_THERE = "already there"
    CHECKED = "checked"


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """A line that was taken in."""

    kind: str
    came: Came


def import_job(
    file: BinaryIO, store: Store, *, name: str, now: datetime, most_bytes: int
) -> Iterator[Imported | Rejected]:
    """Yield what came of each line after the first, once it is on disk.

    One line is held at a time, none longer than `most_bytes`. A bad line is rejected and the
    others are kept. Raises: NotAnExport, MaskedExport.
    """
    lines = _numbered(file, most_bytes)
    first = _first(lines, name)
    came = 0
    for number, text in lines:
        came += 1
        try:
            yield _taken_in(_line(text, f"{name}:{number}", most_bytes), store, now=now)
        except ItemError as bad:
            yield bad.as_rejected()
    if came != first.lines:
        yield CutExport(name, lines=came, announced=first.lines).as_rejected()


def _first(lines: Iterator[tuple[int, bytes | None]], name: str) -> ExportLine:
    _, text = next(lines, (0, b""))
    try:
        first = line_of(text or b"", name=name)
    except BadExportLine as bad:
        raise NotAnExport(name, reason="its first line is not that of one") from bad
    if not isinstance(first, ExportLine):
        raise NotAnExport(name, reason="its first line is missing")
    if first.masked:
        raise MaskedExport(name)
    return first


def _line(text: bytes | None, name: str, most_bytes: int) -> Line:
    if text is None:
        raise LongExportLine(name, limit_bytes=most_bytes)
    line = line_of(text, name=name)
    fault = "a second first line" if isinstance(line, ExportLine) else fault_of(line)
    if fault:
        raise BadExportLine(name, reason=fault)
    return line


def _taken_in(line: Line, store: Store, *, now: datetime) -> Imported:
    came = Came.CHECKED
    if isinstance(line, ReportLine):
        carried = Carried(capture=line.capture, version=line.version, added_at=line.added_at or now)
        kept = store.restore(line.reading, carried, content=line.captured)
        came = Came.ADDED if kept is Outcome.ADDED else Came.ALREADY_THERE
    elif isinstance(line, JudgementLine):
        came = Came.ADDED if store.judge((line.judgement,)) else Came.ALREADY_THERE
    return Imported(kind=line.kind, came=came)


def _numbered(file: BinaryIO, most_bytes: int) -> Iterator[tuple[int, bytes | None]]:
    """Yield each line that is not blank with its number, None for one that is too long."""
    number = 0
    while text := file.readline(most_bytes + 1):
        number += 1
        if len(text) > most_bytes and not text.endswith(b"\n"):
            while (more := file.readline(SKIPPED_AT_ONCE)) and not more.endswith(b"\n"):
                pass
            yield number, None
        elif text.strip():
            yield number, text
