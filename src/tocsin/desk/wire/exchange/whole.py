"""A brief as the lines of an export, in an order that its content alone decides."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime

from tocsin.core.types import Brief, Reading, oldest_first
from tocsin.desk.wire.exchange.lines import (
    CopiesLine,
    ExportLine,
    GradeLine,
    IncidentLine,
    JudgementLine,
    Line,
    NoticeLine,
    ReportLine,
    RetractionLine,
    SilenceLine,
    SourceLine,
    UnappliedLine,
)
from tocsin.desk.wire.line import SCHEMA
from tocsin.store.carried import CaptureFacts


@dataclass(frozen=True, slots=True, kw_only=True)
class Origins:
    """Where a reading came from: its capture, the reader's version, the time it was added.

    `added_at` is None for a reading that no store holds, `content` where bytes are not wanted.
    """

    capture: CaptureFacts
    version: int
    added_at: datetime | None = None
    content: bytes | None = None


def export_lines(
    brief: Brief,
    *,
    origins_of: Callable[[Reading], Origins],
    masked: bool,
    captures: bool,
    tocsin: str,
) -> Iterator[Line]:
    """Yield the first line, the reports, the judgements, then what was weighed from them."""
    ledger = brief.ledger
    weighed = list(_weighed(brief))
    yield ExportLine(
        schema=SCHEMA, kind="export", tocsin=tocsin, as_of=brief.as_of.date(), masked=masked,
        captures=captures, lines=len(brief.readings) + len(ledger.judgements) + len(weighed),
    )  # fmt: skip
    for reading in sorted(brief.readings, key=lambda one: one.report.id):
        yield _report_line(reading, origins_of(reading))
    for judgement in oldest_first(ledger.judgements):
        yield JudgementLine(schema=SCHEMA, kind="judgement", judgement=judgement)
    yield from weighed


def _report_line(reading: Reading, origins: Origins) -> ReportLine:
    content = origins.content
    return ReportLine(
        schema=SCHEMA,
        kind="report",
        version=origins.version,
        added_at=origins.added_at,
        capture=origins.capture,
        content=None if content is None else b64encode(content).decode("ascii"),
        reading=reading,
    )


def _weighed(brief: Brief) -> Iterator[Line]:
    ledger = brief.ledger
    for source in ledger.sources:
        yield SourceLine(schema=SCHEMA, kind="source", source=source)
    for incident in ledger.incidents:
        yield IncidentLine(schema=SCHEMA, kind="incident", incident=incident)
    for grade in ledger.grades:
        yield GradeLine(schema=SCHEMA, kind="grade", grade=grade)
    for copies in ledger.copies:
        yield CopiesLine(schema=SCHEMA, kind="copies", copies=copies)
    for notice in ledger.notices:
        yield NoticeLine(schema=SCHEMA, kind="notice", notice=notice)
    for report in ledger.retractions:
        yield RetractionLine(schema=SCHEMA, kind="retraction", report=report)
    for silence in ledger.silences:
        yield SilenceLine(schema=SCHEMA, kind="silence", silence=silence)
    for judgement in ledger.unapplied:
        yield UnappliedLine(schema=SCHEMA, kind="unapplied", judgement=judgement)
