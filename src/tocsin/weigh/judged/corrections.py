"""Corrections: one field of an event or a statement as an analyst says it is."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from enum import StrEnum
from functools import partial
from typing import Any, Final, TypeVar

from tocsin.core.types import (
    Event,
    NameKind,
    Participant,
    PlaceMention,
    Polarity,
    Reading,
    Span,
    Stance,
    Statement,
    Status,
)
from tocsin.ontology.event_types import event_types
from tocsin.weigh.judged.given_values import count_given, name_given, names_given, time_given
from tocsin.weigh.naming import folded

EventChange = Callable[[Event, Reading], tuple[Event, Reading]]
"""Gives the event as corrected, and its reading where that needs another place."""

StatementChange = Callable[[Statement], Statement]

Change = TypeVar("Change")
Value = TypeVar("Value", bound=StrEnum)


def event_change(field: str, value: str) -> EventChange:
    """Return what the correction does to an event.

    Raises: ValueError where no event has such a field, or the field no such value.
    """
    return _chosen(EVENT_FIELDS, field, "an event")(value)


def statement_change(field: str, value: str) -> StatementChange:
    """Return what the correction does to a statement. Raises: ValueError, as `event_change`."""
    return _chosen(STATEMENT_FIELDS, field, "a statement")(value)


def _type(value: str) -> EventChange:
    types = event_types()
    if value not in types:
        raise ValueError(f"no event type is called {value!r}: {', '.join(types)}")
    codes = types[value].codes
    return lambda event, reading: (replace(event, type=value, codes=codes), reading)


def _status(value: str) -> EventChange:
    status = _one_of(Status, value)
    return lambda event, reading: (replace(event, status=status), reading)


def _polarity(value: str) -> EventChange:
    polarity = _one_of(Polarity, value)
    return lambda event, reading: (replace(event, polarity=polarity), reading)


def _place(value: str) -> EventChange:
    return partial(_with_place, name=name_given(value))


def _with_place(event: Event, reading: Reading, *, name: str) -> tuple[Event, Reading]:
    """Return the event at the place: the report's own mention of it, else one that is added."""
    if not name:
        return replace(event, place=None), reading
    wanted = folded(name)
    called = [
        (mention.place is None, index)
        for index, mention in enumerate(reading.places)
        if wanted in (folded(mention.name), folded(mention.text))
    ]
    if called:
        return replace(event, place=min(called)[1]), reading
    added = PlaceMention(span=_beside(event), text=name, name=name)
    placed = replace(event, place=len(reading.places))
    return placed, replace(reading, places=(*reading.places, added))


def _day(value: str) -> EventChange:
    time = time_given(value)
    return lambda event, reading: (replace(event, time=time), reading)


def _count(value: str, *, of: str) -> EventChange:
    count = count_given(value)

    def change(event: Event, reading: Reading) -> tuple[Event, Reading]:
        return replace(event, toll=replace(event.toll, **{of: count})), reading

    return change


def _parties(value: str, *, side: str) -> EventChange:
    names = names_given(value)

    def change(event: Event, reading: Reading) -> tuple[Event, Reading]:
        known = (*getattr(event, side), *event.actors, *event.targets)
        parties = tuple(_participant(name, event, reading, known) for name in names)
        changed: dict[str, Any] = {side: parties}
        return replace(event, **changed), reading

    return change


def _participant(
    name: str, event: Event, reading: Reading, known: Sequence[Participant]
) -> Participant:
    """Return the participant of that name as the report knows it, else by name alone."""
    wanted = folded(name)
    for party in known:
        if wanted in (folded(party.canonical), folded(party.text)):
            return party
    for mention in reading.names:
        if wanted in (folded(mention.canonical), folded(mention.text)):
            return Participant(
                span=mention.span, text=mention.text, kind=mention.kind,
                canonical=mention.canonical, country=mention.country, sector=mention.sector,
                private=mention.private,
            )  # fmt: skip
    return Participant(span=_beside(event), text=name, kind=NameKind.GROUP, canonical=name)


def _beside(event: Event) -> Span:
    """Return an empty span at the event's trigger: the report has no words for what is added."""
    return Span(event.trigger.start, event.trigger.start)


def _stance(value: str) -> StatementChange:
    stance = _one_of(Stance, value)
    return lambda statement: replace(statement, stance=stance)


def _speaker(value: str) -> StatementChange:
    return partial(_with_speaker, name=name_given(value))


def _with_speaker(statement: Statement, *, name: str) -> Statement:
    outer = statement.chain if statement.narration else statement.chain[:-1] or statement.chain
    chain = (*outer, name) if name else outer
    return replace(statement, speaker=name, chain=chain, narration=not name)


EVENT_FIELDS: Final[Mapping[str, Callable[[str], EventChange]]] = {
    "type": _type,
    "status": _status,
    "polarity": _polarity,
    "place": _place,
    "day": _day,
    **{of: partial(_count, of=of) for of in ("killed", "injured", "detained", "displaced")},
    "actors": partial(_parties, side="actors"),
    "targets": partial(_parties, side="targets"),
}
STATEMENT_FIELDS: Final[Mapping[str, Callable[[str], StatementChange]]] = {
    "stance": _stance,
    "speaker": _speaker,
}


def _chosen(
    fields: Mapping[str, Callable[[str], Change]], field: str, of: str
) -> Callable[[str], Change]:
    if field not in fields:
        raise ValueError(f"{of} has no field {field!r} to correct: {', '.join(fields)}")
    return fields[field]


def _one_of(kind: type[Value], value: str) -> Value:
    try:
        return kind(value)
    except ValueError as unknown:
        allowed = ", ".join(one.value for one in kind)
        raise ValueError(f"{value!r} is none of: {allowed}") from unknown
