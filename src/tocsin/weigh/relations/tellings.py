"""Tellings: one event as one report tells it, folded for comparison with another's."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from tocsin.core.place import Place
from tocsin.core.types import (
    Event,
    NameKind,
    Participant,
    Polarity,
    Reading,
    Span,
    Stance,
    Statement,
    Status,
    Toll,
)
from tocsin.ontology.relating import relating_words
from tocsin.weigh.copies.shingles import words_of
from tocsin.weigh.families import phase_of
from tocsin.weigh.naming import folded
from tocsin.weigh.origins.bodies import speaker_of
from tocsin.weigh.relations.sites import SHORT_REPORT, ground_of, sites_of
from tocsin.weigh.relations.windows import Window, window_of

COUNTED = ("killed", "injured", "detained", "displaced")


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """What one report says of one event.

    `sites` are the folded names of the places it may be set at, `wide` those of them that hold
    finer ones. `words` are all words of the report. `voice` is the one who says it, or the
    outlet.
    """

    event: Event
    reading: Reading
    voice: str
    partisan: bool
    sites: frozenset[str]
    wide: frozenset[str]
    place: Place | None
    window: Window
    actors: frozenset[str]
    targets: frozenset[str]
    toll: Toll
    denied: bool
    text: str

    @property
    def phase(self) -> str:
        """Return "real", "ahead" or "asked"."""
        return phase_of(self.event.status)


def tellings_of(reading: Reading, events: Iterable[Event]) -> tuple[Telling, ...]:
    """Return a telling for each of the reading's events given, in order."""
    statements = {statement.id: statement for statement in reading.all_statements}
    text = f" {' '.join(words_of(reading.report.text))} "
    return tuple(
        telling_of(event, reading, statements.get(event.statement), text) for event in events
    )


def telling_of(
    event: Event, reading: Reading, statement: Statement | None, text: str = ""
) -> Telling:
    """Return the telling of one event, said by the statement."""
    sites, wide = sites_of(event, reading)
    voice = (statement and speaker_of(statement, reading)) or reading.report.outlet or ""
    return Telling(
        event=event,
        reading=reading,
        voice=folded(voice),
        partisan=is_partisan(voice) or is_partisan(reading.report.outlet or ""),
        sites=sites,
        wide=wide,
        place=ground_of(event, reading),
        window=window_of(event, reading),
        actors=frozenset(_actors(event, reading, statement)),
        targets=frozenset(folded(one.canonical or one.text) for one in event.targets),
        toll=_toll(event, reading),
        denied=_is_denied(event, statement),
        text=text or f" {' '.join(words_of(reading.report.text))} ",
    )


def is_partisan(voice: str) -> bool:
    """Return whether the voice speaks for a side: a force, an office, those who were hurt."""
    return bool(relating_words().partisan & set(words_of(voice)))


def _is_denied(event: Event, statement: Statement | None) -> bool:
    if event.polarity is Polarity.DENIED:
        return True
    return statement is not None and statement.stance is Stance.DENIES and not statement.narration


def _actors(event: Event, reading: Reading, statement: Statement | None) -> Iterator[str]:
    speakers = statement.speaker_spans if statement else ()
    placed = {folded(place.name) for place in reading.places}
    for actor in _blamed(event, reading) or event.actors:
        name = folded(actor.canonical or actor.text)
        if any(span.overlaps(actor.span) for span in speakers) or name in placed:
            continue
        yield _first_person(name, actor.span, reading)


def _first_person(name: str, span: Span, reading: Reading) -> str:
    """Return the name with the outlet's for "our fighters" and "we"."""
    before = words_of(reading.report.text[max(0, span.start - 8) : span.end])
    if {"our", "we", "us"} & set(before):
        return f"{folded(reading.report.outlet or '')} {name}".strip()
    return name


def _blamed(event: Event, reading: Reading) -> tuple[Participant, ...]:
    """Return whom the sentence blames for the event: "the army blamed the rebels for it"."""
    if event.actors or event.type == "accuse":
        return ()
    return tuple(
        target
        for other in reading.events
        if other.type == "accuse" and other.sentence == event.sentence
        for target in other.targets
        if target.kind is not NameKind.FACILITY
    )


def _toll(event: Event, reading: Reading) -> Toll:
    """Return the event's counts; in a short report its own counts fill and correct them."""
    if len(reading.sentences) > SHORT_REPORT or event.status not in (
        Status.HAPPENED, Status.ONGOING, Status.ATTEMPTED,
    ):  # fmt: skip
        return event.toll
    known = {what: getattr(reading.toll, what) for what in COUNTED}
    return replace(event.toll, **{what: count for what, count in known.items() if count})
