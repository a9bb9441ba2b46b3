"""Readings made by hand, for tests of the stages after reading."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from tocsin.core.ids import CaptureId, sha256_hex
from tocsin.core.place import Place
from tocsin.core.time import Precision, TimeSpan
from tocsin.core.types import (
    Codes,
    Count,
    Deadline,
    DeadlineKind,
    Event,
    GroupAtRisk,
    Language,
    NameKind,
    Participant,
    PlaceMention,
    Polarity,
    Reading,
    Report,
    Span,
    Stance,
    Statement,
    Status,
    Toll,
    event_id,
    group_id,
    narration_of,
    report_id,
    statement_id,
    voice_of,
)
from tocsin.core.types.toll import NO_TOLL


def _place(name: str, lon: float, lat: float, km: float, feature: str) -> Place:
    return Place(name=name, lon=lon, lat=lat, uncertainty_km=km, feature=feature, country="TRV")


PLACES = {
    place.name: place
    for place in (
        _place("Halvik", 31.0, 47.0, 5, "PPL"),
        _place("Brenmark", 33.5, 48.2, 5, "PPL"),
        _place("Karsh", 31.2, 47.1, 120, "ADM1"),
        _place("Tarvenia", 32.0, 47.5, 400, "PCLI"),
    )
}
STATE = {"Interior Guard": "COP", "Tarvenian army": "MIL", "Black Heron brigade": "PAR"}


@dataclass
class Page:
    """A report under construction: add to it what its reader would find, then `reading()`."""

    text: str
    outlet: str | None = "The Velmora Courier"
    byline: str | None = None
    published: date | None = date(2031, 4, 10)
    title: str | None = None
    statements: list[Statement] = field(default_factory=list)
    narration: list[Statement] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    places: list[PlaceMention] = field(default_factory=list)
    groups: list[GroupAtRisk] = field(default_factory=list)
    deadlines: list[Deadline] = field(default_factory=list)
    copy_of: str = ""

    def __post_init__(self) -> None:
        sha = sha256_hex(f"{self.text}|{self.outlet}|{self.byline}|{self.published}".encode())
        self.report = Report(
            id=report_id(sha),
            capture=CaptureId(f"cap_{sha[:8]}"),
            sha256=sha,
            text=self.text,
            language=Language("en"),
            title=self.title,
            byline=self.byline,
            outlet=self.outlet,
            published=self.published,
        )
        matches = re.finditer(r"\S.*?(?:[.!?](?=\s|$)|$)", self.text)
        self.sentences = tuple(Span(found.start(), found.end()) for found in matches)

    def span(self, words: str) -> Span:
        start = self.text.index(words)
        return Span(start, start + len(words))

    def sentence_with(self, words: str) -> int:
        span = self.span(words)
        return next(n for n, s in enumerate(self.sentences) if s.covers(span))

    def says(
        self,
        speaker: str,
        content: str,
        *,
        stance: Stance = Stance.ASSERTS,
        chain: Sequence[str] = (),
    ) -> Statement:
        """Add an attributed statement and return it."""
        spans = (self.span(content),)
        statement = Statement(
            id=statement_id(self.report.id, spans, speaker),
            report=self.report.id,
            speaker_spans=(),
            cue_spans=(),
            content_spans=spans,
            stance=stance,
            chain=(voice_of(self.report), *chain, speaker),
            speaker=speaker,
        )
        self.statements.append(statement)
        return statement

    def event(
        self,
        type_name: str,
        trigger: str,
        *,
        status: Status = Status.HAPPENED,
        denied: bool = False,
        actors: Sequence[str] = (),
        targets: Sequence[str] = (),
        place: str | None = None,
        day: date | None = None,
        killed: str | int | None = None,
        statement: Statement | None = None,
    ) -> Event:
        """Add an event, carried by the statement given or by the report's own voice."""
        sentence = self.sentence_with(trigger)
        carrier = statement or self._narrate(sentence)
        event = Event(
            id=event_id(self.report.id, type_name, self.span(trigger)),
            type=type_name,
            codes=Codes(plover="ASSAULT", cameo="190", acled="Attack", ucdp=None),
            status=status,
            polarity=Polarity.DENIED if denied else Polarity.AFFIRMED,
            trigger=self.span(trigger),
            sentence=sentence,
            statement=carrier.id,
            actors=tuple(self._participant(name) for name in actors),
            targets=tuple(self._participant(name) for name in targets),
            place=self._place(place) if place else None,
            time=TimeSpan.of_day(day) if day else None,
            toll=Toll(killed=count(killed)) if killed is not None else NO_TOLL,
        )
        self.events.append(event)
        return event

    def group(self, name: str, *, place: str | None = None, size: int | None = None) -> GroupAtRisk:
        """Add a group at risk."""
        group = GroupAtRisk(
            id=group_id(self.report.id, name),
            name=name,
            place=place,
            low=size,
            high=size,
            as_reported=str(size or ""),
            of_which=(),
            spans=(self.span(name),) if name in self.text else (),
        )
        self.groups.append(group)
        return group

    def deadline(self, day: date, words: str, *, kind: DeadlineKind = DeadlineKind.DUE) -> Deadline:
        """Add a coming date."""
        deadline = Deadline(
            date=day,
            precision=Precision.DAY,
            kind=kind,
            what=words,
            span=self.span(words),
            sentence=self.sentence_with(words),
        )
        self.deadlines.append(deadline)
        return deadline

    def reading(self) -> Reading:
        """Return the reading as built so far."""
        return Reading(
            report=self.report,
            sentences=self.sentences,
            statements=tuple(self.statements),
            narration=tuple(self.narration),
            events=tuple(self.events),
            places=tuple(self.places),
            groups=tuple(self.groups),
            deadlines=tuple(self.deadlines),
        )

    def _narrate(self, sentence: int) -> Statement:
        statement = narration_of(self.report, self.sentences[sentence])
        if statement not in self.narration:
            self.narration.append(statement)
        return statement

    def _participant(self, name: str) -> Participant:
        span = self.span(name) if name in self.text else Span(0, 0)
        kind = NameKind.FORCE if name in STATE else NameKind.GROUP
        country = "TRV" if name in STATE else None
        return Participant(
            span=span, text=name, kind=kind, canonical=name, country=country, sector=STATE.get(name)
        )

    def _place(self, name: str) -> int:
        span = self.span(name) if name in self.text else Span(0, 0)
        self.places.append(PlaceMention(span=span, text=name, name=name, place=PLACES.get(name)))
        return len(self.places) - 1


def count(value: str | int) -> Count:
    """Return a count: 12, "at least 12" or "dozens"."""
    if isinstance(value, int):
        return Count(low=value, high=value, as_reported=str(value))
    digits = re.search(r"\d+", value)
    return Count(low=int(digits.group()) if digits else 24, high=None, as_reported=value)


def reprint(reading: Reading, *, outlet: str, published: date | None = None) -> Reading:
    """Return the reading of another outlet's print of the same text."""
    day = published or reading.report.published
    page = Page(
        text=reading.report.text, outlet=outlet, byline=reading.report.byline, published=day
    )
    renamed = {reading.report.id: page.report.id}
    statements = {s.id: _moved(s, page.report) for s in reading.all_statements}
    return Reading(
        report=page.report,
        sentences=reading.sentences,
        statements=tuple(statements[s.id] for s in reading.statements),
        narration=tuple(statements[s.id] for s in reading.narration),
        events=tuple(
            replace(
                event,
                id=event_id(renamed[reading.report.id], event.type, event.trigger),
                statement=statements[event.statement].id,
            )
            for event in reading.events
        ),
        places=reading.places,
        groups=tuple(replace(g, id=group_id(page.report.id, g.name)) for g in reading.groups),
        deadlines=reading.deadlines,
    )


def _moved(statement: Statement, report: Report) -> Statement:
    return replace(
        statement,
        id=statement_id(report.id, statement.content_spans, statement.speaker),
        report=report.id,
        chain=(voice_of(report), *statement.chain[1:]),
    )
