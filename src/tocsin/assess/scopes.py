"""Scopes: what belongs to one situation, before it is assessed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from tocsin.assess.names import proper_words, wide_names, words_of_sentence
from tocsin.core.ids import EventId, ReportId, StatementId
from tocsin.core.types import Event, GroupAtRisk, Incident, Ledger, Polarity, Reading
from tocsin.ontology.gravity import gravity_lists

Key = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """The group or place of one situation, its reports, and the incidents that concern it.

    `names` are the words that tell it from others. `shared` are the reports that tell of other
    situations too: there a sentence must name this one. `retracted` statements count for nothing.
    """

    key: str
    group: GroupAtRisk | None
    names: frozenset[str]
    readings: tuple[Reading, ...]
    shared: frozenset[str]
    incidents: tuple[Incident, ...]
    retracted: frozenset[StatementId]

    def concerns(self, event: Event, reading: Reading) -> bool:
        """Return whether an event of one of the scope's reports is about the situation."""
        if self.names_itself(_sentence(event, reading), generic=True):
            return True
        involved = {
            word for one in event.actors + event.targets for word in proper_words(one.canonical)
        }
        if involved & self.names:
            return True
        return reading.report.id not in self.shared

    def is_by_group(self, event: Event) -> bool:
        """Return whether the group is said to do violence to others: no threat to the group."""
        if self.group is None or event.type not in gravity_lists().hostile:
            return False
        by_group = any(proper_words(actor.canonical) & self.names for actor in event.actors)
        on_group = any(proper_words(target.canonical) & self.names for target in event.targets)
        return by_group and not on_group

    def names_itself(self, sentence: str, *, generic: bool) -> bool:
        """Return whether a sentence names the group or place, or, if `generic`, people at all."""
        words = words_of_sentence(sentence)
        return bool(words & self.names) or (generic and bool(words & gravity_lists().people_words))


def find_scopes(readings: Sequence[Reading], ledger: Ledger) -> list[Scope]:
    """Return the scopes of all situations: by group at risk first, by place for the rest."""
    by_event = {event.id: reading for reading in readings for event in reading.events}
    grouped = _groups_together(readings)
    of_groups = [_group_scope(members, readings, ledger) for members in grouped]
    covered = {incident.id for scope in of_groups for incident in scope.incidents}
    of_groups = [scope for scope in of_groups if scope.incidents]
    known = frozenset().union(*(scope.names for scope in of_groups))
    rest = [
        incident
        for incident in ledger.incidents
        if incident.id not in covered and not proper_words(incident.place) & known
    ]
    return of_groups + list(_place_scopes(rest, by_event, ledger))


def _groups_together(readings: Sequence[Reading]) -> list[list[tuple[Reading, GroupAtRisk]]]:
    """Return the groups of all reports, those that go by one name or place taken together."""
    wide = wide_names(readings)
    parent: dict[Key, Key] = {}

    def root(key: Key) -> Key:
        while parent.setdefault(key, key) != key:
            key = parent[key]
        return key

    placed: list[tuple[Reading, GroupAtRisk, Key]] = []
    for reading in readings:
        for group in reading.groups:
            keys = _group_keys(reading, group, wide)
            for key in keys[1:]:
                parent[max(root(keys[0]), root(key))] = min(root(keys[0]), root(key))
            placed.append((reading, group, keys[0]))
    together: dict[Key, list[tuple[Reading, GroupAtRisk]]] = defaultdict(list)
    for reading, group, key in placed:
        together[root(key)].append((reading, group))
    return [together[key] for key in sorted(together)]


def _group_keys(reading: Reading, group: GroupAtRisk, wide: frozenset[str]) -> list[Key]:
    """Return the keys of a group; one that no name tells apart goes with its report's first."""
    place = proper_words(group.place) - wide
    keys: list[Key] = [("words", *sorted(place))] if place else []
    keys += [("words", word) for word in sorted(proper_words(group.name) - wide - place)]
    if keys:
        return keys
    named = [g for g in reading.groups if (proper_words(g.name) | proper_words(g.place)) - wide]
    if named:
        return _group_keys(reading, named[0], wide)
    return [("report", reading.report.id)]


def _group_scope(
    members: Sequence[tuple[Reading, GroupAtRisk]], readings: Sequence[Reading], ledger: Ledger
) -> Scope:
    groups = [group for _, group in members]
    names = frozenset().union(*(proper_words(g.name) | proper_words(g.place) for g in groups))
    names = (names - wide_names(readings)) or names
    reports = {reading.report.id for reading, _ in members}
    own = tuple(reading for reading in readings if reading.report.id in reports)
    mine = {group.id for group in groups}
    shared = {r.report.id for r in own if any(group.id not in mine for group in r.groups)}
    scope = Scope(
        key=min(groups, key=lambda group: group.id).id,
        group=max(groups, key=_fullness),
        names=names,
        readings=own,
        shared=frozenset(shared),
        incidents=(),
        retracted=_retracted(ledger),
    )
    return _with_incidents(scope, readings, ledger)


def _with_incidents(scope: Scope, readings: Sequence[Reading], ledger: Ledger) -> Scope:
    """Return the scope with the incidents that concern it, and the further reports on them."""
    own = {reading.report.id for reading in scope.readings}
    concerning = {
        event.id
        for reading in readings
        for event in reading.events
        if (scope.concerns(event, reading) if reading.report.id in own else _targets(event, scope))
        and not scope.is_by_group(event)
    }
    incidents = tuple(i for i in ledger.incidents if _touches(i, concerning, own))
    reports = own | {report for incident in incidents for report in incident.reports}
    outside = reports - own
    return Scope(
        key=scope.key,
        group=scope.group,
        names=scope.names,
        readings=tuple(reading for reading in readings if reading.report.id in reports),
        shared=scope.shared | frozenset(outside),
        incidents=incidents,
        retracted=scope.retracted,
    )


def _touches(incident: Incident, concerning: set[EventId], own: set[ReportId]) -> bool:
    if not incident.events:
        return bool(own & set(incident.reports))
    return any(event in concerning for event in incident.events)


def _targets(event: Event, scope: Scope) -> bool:
    return any(proper_words(target.canonical) & scope.names for target in event.targets)


def _place_scopes(
    incidents: Sequence[Incident], by_event: Mapping[EventId, Reading], ledger: Ledger
) -> Iterator[Scope]:
    """Yield the scopes of violence against people that no report puts a group to."""
    by_place: dict[str, list[Incident]] = defaultdict(list)
    for incident in incidents:
        if incident.place is not None and _harms_people(incident):
            by_place[incident.place].append(incident)
    for place in sorted(by_place):
        held = by_place[place]
        ids = {by_event[e].report.id: by_event[e] for i in held for e in i.events if e in by_event}
        yield Scope(
            key=f"place {place}",
            group=None,
            names=proper_words(held[0].place),
            readings=tuple(ids[report] for report in sorted(ids)),
            shared=frozenset(ids),
            incidents=tuple(held),
            retracted=_retracted(ledger),
        )


def _harms_people(incident: Incident) -> bool:
    lists = gravity_lists()
    grave = incident.type in lists.mass | lists.lethal | lists.removal
    return (
        grave
        and incident.polarity is Polarity.AFFIRMED
        and bool(incident.targets or incident.tolls)
    )


def _retracted(ledger: Ledger) -> frozenset[StatementId]:
    return frozenset(s for incident in ledger.incidents for s in incident.retracted)


def _fullness(group: GroupAtRisk) -> tuple[object, ...]:
    return (
        group.low is not None,
        bool(group.place),
        len(group.of_which),
        len(group.spans),
        group.id,
    )


def _sentence(event: Event, reading: Reading) -> str:
    if event.sentence >= len(reading.sentences):
        return ""
    return reading.sentences[event.sentence].within(reading.report.text)
