"""Whether what came in a line is what its ids say, and holds together."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import datetime, timedelta

from tocsin.core.errors import BadJudgement
from tocsin.core.ids import CaptureId, content_id, sha256_hex
from tocsin.core.place import Place
from tocsin.core.types import (
    Incident,
    Judgement,
    Reading,
    Span,
    Vicinity,
    event_id,
    group_id,
    judgement_id,
    report_id,
    statement_id,
)
from tocsin.desk.wire.exchange.lines import IncidentLine, JudgementLine, Line, ReportLine
from tocsin.store.carried import CaptureFacts
from tocsin.store.reading_json import READING_VERSION
from tocsin.weigh.judged import checked

HALF_ROUND_EARTH_KM = 20_038.0  # of the equator: nothing lies farther away


def fault_of(line: Line) -> str:
    """Return what is wrong with the line, "" where nothing is."""
    if isinstance(line, ReportLine):
        return next(_faults_of_report(line), "")
    if isinstance(line, JudgementLine):
        return _fault_of_judgement(line.judgement)
    if isinstance(line, IncidentLine):
        return _fault_of_incident(line.incident)
    return ""


def _faults_of_report(line: ReportLine) -> Iterator[str]:
    capture, report = line.capture, line.reading.report
    if line.version > READING_VERSION:
        yield "read by a newer Tocsin; upgrade this one"
    yield from _faults_of_capture(capture, line)
    if (report.capture, report.sha256) != (capture.id, capture.sha256):
        yield "the report is of another capture"
    if report.id != report_id(report.sha256):
        yield "the report's id is not that of its capture"
    yield from _faults_of_ids(line.reading)
    yield from _faults_of_places(line.reading)
    yield from _faults_of_values(line)


def _faults_of_capture(capture: CaptureFacts, line: ReportLine) -> Iterator[str]:
    if capture.id != CaptureId(content_id("cap", capture.sha256)):
        yield "the capture's id is not that of its hash"
    try:
        content = line.captured
    except ValueError:
        yield "the capture's bytes are no base64"
        return
    if content is not None and (sha256_hex(content), len(content)) != (
        capture.sha256,
        capture.size_bytes,
    ):
        yield "the capture's bytes are not those of its hash"
    if not 0 <= capture.size_bytes < 2**63:  # what a database takes
        yield "the capture's size is impossible"


def _faults_of_ids(reading: Reading) -> Iterator[str]:
    report = reading.report.id
    for statement in reading.all_statements:
        own = statement_id(report, statement.content_spans, statement.speaker)
        if (statement.report, statement.id) != (report, own):
            yield "a statement's id is not that of what it says"
    for event in reading.events:
        if event.id != event_id(report, event.type, event.trigger):
            yield "an event's id is not that of what it tells"
    for group in reading.groups:
        if group.id != group_id(report, group.name):
            yield "a group's id is not that of its name"


def _faults_of_places(reading: Reading) -> Iterator[str]:
    """Yield where one part of the reading points to another that is not there."""
    statements = {statement.id for statement in reading.all_statements}
    for event in reading.events:
        if event.statement not in statements:
            yield "an event is of a statement that is not there"
        if not _points_in(event.sentence, reading.sentences):
            yield "an event is in a sentence that is not there"
        if not _points_in(event.place, reading.places):
            yield "an event is at a place that is not there"
    for mention in reading.places:
        other = mention.vicinity.other if mention.vicinity else None
        if not (_points_in(mention.within, reading.places) and _points_in(other, reading.places)):
            yield "a place lies in one that is not there"


def _faults_of_values(line: ReportLine) -> Iterator[str]:
    length = len(line.reading.report.text)
    for part in _parts(line):
        if isinstance(part, Span) and not 0 <= part.start <= part.end <= length:
            yield "a span reaches out of the text"
        if isinstance(part, datetime) and part.utcoffset() != timedelta(0):
            yield "a time that is not in UTC"
        if isinstance(part, Place | Vicinity) and not _is_on_earth(part):
            yield "a position that is not on earth"


def _parts(value: object) -> Iterator[object]:
    """Yield every value inside, spans and times among them."""
    waiting = [value]
    while waiting:
        part = waiting.pop()
        yield part
        if isinstance(part, tuple):
            waiting.extend(part)
        elif is_dataclass(part):
            waiting.extend(getattr(part, field.name) for field in fields(part))


def _is_on_earth(at: Place | Vicinity) -> bool:
    return (
        abs(at.lon) <= 180 and abs(at.lat) <= 90 and 0 <= at.uncertainty_km <= HALF_ROUND_EARTH_KM
    )


def _points_in(index: int | None, items: tuple[object, ...]) -> bool:
    return index is None or 0 <= index < len(items)


def _fault_of_judgement(given: Judgement) -> str:
    if given.at.utcoffset() != timedelta(0):
        return "at is not in UTC"
    own = judgement_id(
        given.verdict, given.subjects, apart_from=given.apart_from, field=given.field,
        value=given.value, by=given.by, at=given.at,
    )  # fmt: skip
    if own != given.id:
        return "the judgement's id is not that of what it says"
    try:
        checked(given)
    except BadJudgement as wrong:
        return str(wrong)
    return ""


def _fault_of_incident(incident: Incident) -> str:
    """Return the fault; an incident of a claim has no events, and its id is taken as it is."""
    if incident.events and incident.id != content_id("inc", *sorted(incident.events)):
        return "the incident's id is not that of its events"
    return ""
