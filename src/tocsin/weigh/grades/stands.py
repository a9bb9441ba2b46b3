"""Stands: which origins of an incident affirm it, which deny it, and how much each word counts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from tocsin.core.ids import EventId, StatementId
from tocsin.core.types import (
    ContradictionKind,
    Event,
    Incident,
    Origin,
    Party,
    Polarity,
    Stance,
    Statement,
)
from tocsin.weigh.grades.authorship import Authorship
from tocsin.weigh.grades.interest import (
    OUTSIDER,
    WEIGHT,
    Camp,
    Interest,
    Leaning,
    are_armed,
    camp_of,
    leaning_of,
)


@dataclass(frozen=True, slots=True)
class Stand:
    """Where one origin stands on the incident. `weight` is 0 where independence cannot be told."""

    origin: Origin
    affirms: bool
    leaning: Leaning
    camp: Camp | None
    weight: float

    @property
    def is_outside(self) -> bool:
        """Return whether it counts in full: no word in the speaker's own interest."""
        return self.weight >= 1.0


@dataclass(frozen=True, slots=True)
class Stands:
    """All that the origins of one incident say.

    `sides` holds, for each statement that speaks for or against it, whether it affirms.
    `stands` has an entry by origin index, None for an origin that says both or neither.
    """

    incident: Incident
    statements: Mapping[StatementId, Statement]
    events: Mapping[StatementId, tuple[Event, ...]]
    origin_of: Mapping[StatementId, int]
    sides: Mapping[StatementId, bool]
    stands: Sequence[Stand | None]
    armed: bool

    def others(self, own: int, *, affirms: bool) -> Iterator[Stand]:
        """Yield the origins on one side, except the one given."""
        for number, stand in enumerate(self.stands):
            if stand is not None and number != own and stand.affirms is affirms:
                yield stand


def stands_of(
    incident: Incident,
    authorship: Authorship,
    statements: Mapping[StatementId, Statement],
    events: Mapping[EventId, Event],
) -> Stands:
    """Return where the origins of the incident stand. Linear in its statements."""
    carried: dict[StatementId, list[Event]] = defaultdict(list)
    for event in (events[key] for key in incident.events if key in events):
        carried[event.statement].append(event)
    told = {key: tuple(those) for key, those in carried.items()}
    origin_of = {
        key: number for number, origin in enumerate(incident.origins) for key in origin.statements
    }
    sides = dict(_sides(incident, statements, told, origin_of))
    armed = are_armed(event for those in told.values() for event in those)
    by_origin: dict[int, list[StatementId]] = defaultdict(list)
    for key in sides:
        by_origin[origin_of[key]].append(key)
    stands = [
        _stand(
            origin,
            [statements[key] for key in by_origin[number]],
            sides,
            incident,
            authorship,
            armed,
        )
        for number, origin in enumerate(incident.origins)
    ]
    return Stands(incident, statements, told, origin_of, sides, stands, armed)


def _sides(
    incident: Incident,
    statements: Mapping[StatementId, Statement],
    events: Mapping[StatementId, Sequence[Event]],
    origin_of: Mapping[StatementId, int],
) -> Iterator[tuple[StatementId, bool]]:
    """Yield each standing statement of the incident that takes a side, and whether it affirms."""
    supports, gone = set(incident.supports), set(incident.retracted)
    denying = {
        pair.against for pair in incident.contradicts if pair.kind is ContradictionKind.DENIAL
    }
    for key in origin_of:
        if key in gone or key not in statements:
            continue
        if key in supports:
            yield key, True
        elif key in denying or _denies(statements[key], events.get(key, ())):
            yield key, False


def _denies(statement: Statement, events: Iterable[Event]) -> bool:
    denied = any(event.polarity is Polarity.DENIED for event in events)
    return denied or statement.stance is Stance.DENIES


def _stand(
    origin: Origin,
    statements: Sequence[Statement],
    sides: Mapping[StatementId, bool],
    incident: Incident,
    authorship: Authorship,
    armed: bool,
) -> Stand | None:
    affirming = {sides[statement.id] for statement in statements}
    if len(affirming) != 1:
        return None
    affirms = affirming.pop()
    leaning, camp = OUTSIDER, None
    if origin.party:
        behind = {authorship.party_behind(statement) for statement in statements}
        parties = [party for party in behind if party is not None]
        leaning, camp = _strongest(origin, parties, incident, affirms=affirms, armed=armed)
    weight = WEIGHT[leaning.interest] if origin.certain else 0.0
    return Stand(origin, affirms, leaning, camp, weight)


def _strongest(
    origin: Origin, parties: Sequence[Party], incident: Incident, *, affirms: bool, armed: bool
) -> tuple[Leaning, Camp]:
    """Return the leaning that gives the origin's word the most weight, and whose side it is on."""
    found = [
        (
            leaning_of(party, incident, affirms=affirms, armed_targets=armed),
            camp_of(party, incident),
        )
        for party in sorted(parties, key=lambda party: (party.of, party.role, party.evidence))
    ]
    if not found:
        words = f"{origin.name} is a party: counts for less"
        return Leaning(Interest.UNCLEAR, words), Camp.OTHER
    return max(found, key=lambda pair: WEIGHT[pair[0].interest])
