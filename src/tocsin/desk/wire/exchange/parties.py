"""Parties: who acts, suffers, publishes or speaks in a brief, as FollowTheMoney entities."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from tocsin.core.ids import content_id
from tocsin.core.types import Brief, NameKind, Participant, Source, SourceKind
from tocsin.desk.wire.exchange.ftm import country, entity
from tocsin.desk.wire.line import Json
from tocsin.warn.bearers import is_label
from tocsin.weigh.naming import folded
from tocsin.weigh.origins.parties import STATE_SECTORS


@dataclass(slots=True)
class Party:
    """One bearer of a name, under every role it is met in."""

    name: str
    schemata: Counter[str] = field(default_factory=Counter)
    countries: set[str] = field(default_factory=set)
    notes: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Parties:
    """The parties of a brief by name. Who is masked is none: a label names nobody."""

    found: dict[str, Party] = field(default_factory=dict)

    @classmethod
    def of(cls, brief: Brief) -> Parties:
        """Return the parties of the brief: participants of its events, and its sources."""
        parties = cls()
        for reading in brief.readings:
            for event in reading.events:
                for one in event.actors + event.targets:
                    parties._add_participant(one)
        for source in brief.ledger.sources:
            parties._add_source(source)
        return parties

    def id_of(self, name: str) -> str | None:
        """Return the id of the party of that name, None where there is none."""
        key = folded(name)
        return party_id(key) if key in self.found else None

    def entities(self) -> Iterator[Json]:
        """Yield the parties by name."""
        for key, party in sorted(self.found.items()):
            ranked = sorted(party.schemata.items(), key=lambda item: (-item[1], item[0]))
            yield entity(
                party_id(key),
                ranked[0][0],
                name=party.name,
                country=sorted(party.countries),
                notes=party.notes,
            )

    def _add_participant(self, one: Participant) -> None:
        if one.kind is NameKind.FACILITY:
            return
        party = self._party(one.canonical or one.text)
        if party:
            party.schemata[_schema_of(one)] += 1
            if code := country(one.country):
                party.countries.add(code)

    def _add_source(self, source: Source) -> None:
        party = self._party(source.name)
        if party is None:
            return
        if source.kind is SourceKind.OUTLET:
            party.schemata["Organization"] += 1
        elif not party.schemata:
            party.schemata["LegalEntity"] += 1
        grade = source.reliability.value
        party.notes.append(f"Reliability as {source.kind.value} {grade}: {source.reason}")
        if source.party:
            party.notes.append(f"Party to the dispute: {source.party.role} {source.party.of}")

    def _party(self, name: str) -> Party | None:
        key = folded(name)
        if not key or is_label(name):
            return None
        return self.found.setdefault(key, Party(name))


def party_id(key: str) -> str:
    """Return the id of the party whose folded name is given."""
    return content_id("pty", key)


def _schema_of(one: Participant) -> str:
    """Return the schema; peoples and offices are none of the model's own kinds of body."""
    if one.kind is NameKind.PERSON:
        return "Person"
    if one.kind in (NameKind.ORGANISATION, NameKind.FORCE):
        return "PublicBody" if one.sector in STATE_SECTORS else "Organization"
    return "LegalEntity"
