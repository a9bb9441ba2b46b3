"""Persons joined over a long report's pieces: "Vessel" is the Anton Vessel of another."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from tocsin.core.types import Event, NameKind, NameMention, Participant, Reading, Statement

Bearers = Mapping[str, NameMention]
"""By canonical name as a piece has it, a mention of who bears it in the whole report."""

Named = TypeVar("Named", NameMention, Participant)


def with_bearers(readings: Sequence[Reading]) -> list[Reading]:
    """Return the readings with each person under one canonical name, public in all or in none.

    A family name alone stands for the first who bears it in full anywhere in the report.
    """
    bearers = _bearers(name for one in readings for name in one.names)
    return [_with_bearers(one, bearers) for one in readings]


def _bearers(names: Iterable[NameMention]) -> Bearers:
    persons: dict[str, NameMention] = {}
    for name in names:
        if name.kind is NameKind.PERSON:
            known = persons.setdefault(name.canonical, name)
            if known.private and not name.private:
                persons[name.canonical] = name
    full: dict[str, NameMention] = {}
    for canonical, name in persons.items():
        if " " in canonical:
            full.setdefault(canonical.split()[-1], name)
    return {canonical: full.get(canonical, name) for canonical, name in persons.items()}


def _with_bearers(reading: Reading, bearers: Bearers) -> Reading:
    return replace(
        reading,
        names=tuple(_borne(name, bearers) for name in reading.names),
        statements=tuple(_said(one, bearers) for one in reading.statements),
        events=tuple(_done(one, bearers) for one in reading.events),
        requests=tuple(
            replace(
                one,
                asked_by=_name(one.asked_by, bearers),
                asked_of=tuple(_name(asked, bearers) for asked in one.asked_of),
            )
            for one in reading.requests
        ),
    )


def _borne(named: Named, bearers: Bearers) -> Named:
    bearer = bearers.get(named.canonical) if named.kind is NameKind.PERSON else None
    if bearer is None:
        return named
    return replace(
        named,
        canonical=bearer.canonical,
        country=named.country or bearer.country,
        sector=named.sector or bearer.sector,
        private=named.private and bearer.private,
    )


def _said(statement: Statement, bearers: Bearers) -> Statement:
    return replace(
        statement,
        speaker=_name(statement.speaker, bearers),
        chain=tuple(_name(voice, bearers) for voice in statement.chain),
    )


def _done(event: Event, bearers: Bearers) -> Event:
    return replace(
        event,
        actors=tuple(_borne(one, bearers) for one in event.actors),
        targets=tuple(_borne(one, bearers) for one in event.targets),
    )


def _name(words: str, bearers: Bearers) -> str:
    bearer = bearers.get(words)
    return bearer.canonical if bearer is not None else words
