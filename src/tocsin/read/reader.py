"""The rule reader: every layer of a reading, each from those before it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import tee

from tocsin.core.config import ReadSettings
from tocsin.core.ports import Gazetteer
from tocsin.core.types import Language, PlaceMention, Reading, Report
from tocsin.read.attribution import find_statements
from tocsin.read.deadlines import find_deadlines
from tocsin.read.document import Document, parse_reports
from tocsin.read.encoder.model import Model, shipped_model
from tocsin.read.events import find_events
from tocsin.read.groups import find_groups
from tocsin.read.language_model import english
from tocsin.read.names import find_names
from tocsin.read.pieces import piece_of, piece_spans
from tocsin.read.places.ground import ground_places
from tocsin.read.rejoined import rejoined
from tocsin.read.requests import find_requests
from tocsin.read.times import find_times
from tocsin.read.tolls import count_toll
from tocsin.read.triage import READ_ANYWAY, Gate, set_aside

READABLE = frozenset({Language("en")})


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleReader:
    """Reads English reports by rules over a parse; the first implementation of `ports.Reader`."""

    gazetteer: Gazetteer
    settings: ReadSettings = field(default_factory=ReadSettings)
    model: Model = field(default_factory=shipped_model)

    def read(self, reports: Sequence[Report]) -> Iterator[Reading]:
        """Yield one reading for each report, in order.

        Only what triage lets through is parsed; it judges no further ahead than the parse looks.
        """
        gate = Gate(threshold=self.settings.triage or READ_ANYWAY)
        judged = (
            (report, gate.judge(report) if report.language in READABLE else None)
            for report in reports
        )
        ahead, behind = tee(judged)
        pieces = (
            piece_of(report, span)
            for report, triage in ahead
            if triage is not None and triage.is_read
            for span in piece_spans(report.text, self.settings.max_characters)
        )
        documents = parse_reports(pieces, pipeline=english(), model=self.model)
        for report, triage in behind:
            if triage is None:
                yield Reading(report=report, unread="not read in this language yet")
            elif triage.is_read:
                yield replace(self._whole(report, documents), triage=triage)
            else:
                yield set_aside(report, triage)

    def _whole(self, report: Report, documents: Iterator[Document]) -> Reading:
        """Return the reading of a report from those of its pieces, which come next."""
        spans = piece_spans(report.text, self.settings.max_characters)
        pieces = [(span.start, self.read_document(next(documents))) for span in spans]
        reading = pieces[0][1] if len(pieces) == 1 else rejoined(report, pieces)
        return replace(reading, report=self._noted(report, reading.places))

    def read_document(self, document: Document) -> Reading:
        """Return the reading of one parsed report, or of a piece of one."""
        times = find_times(document)
        places = ground_places(document, self.gazetteer)
        names = find_names(document, places)
        statements = find_statements(document, names)
        events, narration = find_events(
            document, names=names, places=places, times=times, statements=statements
        )
        return Reading(
            report=document.report,
            sentences=document.sentences,
            times=times,
            places=places,
            names=names,
            statements=statements,
            narration=narration,
            events=events,
            toll=count_toll(document, events),
            groups=find_groups(document, events=events, places=places),
            deadlines=find_deadlines(document, times),
            requests=find_requests(document, names=names, statements=statements),
        )

    def _noted(self, report: Report, places: Sequence[PlaceMention]) -> Report:
        """Return the report, with a note of what of it was not read or not located."""
        length, limit = len(report.text), self.settings.max_characters
        notes = list(report.notes)
        if length > limit:
            notes.append(f"read in part: the first {limit:,} of {length:,} characters")
        lost = len({one.name for one in places if one.place is None and one.vicinity is None})
        if lost:
            notes.append(f"place names that no gazetteer holds: {lost}")
        return replace(report, notes=tuple(notes))
