"""Relations: whether one report bears another out, carries it forward, disputes it, or neither."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tocsin.core.types import Event, Reading, Statement
from tocsin.weigh.incidents.claims import relation_of_claims
from tocsin.weigh.relations.answers import answer
from tocsin.weigh.relations.disputes import dispute_of_time_or_place
from tocsin.weigh.relations.likeness import Likeness, likeness
from tocsin.weigh.relations.relation import UNRELATED, Relation, RelationKind
from tocsin.weigh.relations.sameness import Sameness, sameness
from tocsin.weigh.relations.sequels import carries_on, later_day
from tocsin.weigh.relations.subjects import relation_of_texts
from tocsin.weigh.relations.tellings import Telling, telling_of, tellings_of

SIDE_MATTERS = frozenset(
    {
        "accuse",
        "deny_or_justify",
        "reject",
        "praise",
        "appeal",
        "comment",
        "consult",
        "cooperate",
        "yield",
    }
)  # what is said of a matter, not the matter
COMPARED_EVENTS = 24  # of a report: bounds the pairs
STRONGEST_FIRST = (RelationKind.CONTRADICTION, RelationKind.UPDATE, RelationKind.SUPPORT)


def relation(one: Reading, other: Reading) -> Relation:
    """Return what the two reports are to one another; the order of the two does not matter.

    An update is of the earlier report by the later one, by the day of publication. Two reports
    of one day are heard both ways round.
    """
    found = [
        each
        for earlier, later in _orders(one, other)
        for each in (
            *_relations_of_events(earlier, later),
            *relation_of_claims(earlier, later),
        )
    ]
    found = found or [relation_of_texts(*order) for order in _orders(one, other)]
    return _directed(strongest(found), one, other)


def relation_of_events(
    event: Event, reading: Reading, other: Event, other_reading: Reading
) -> Relation:
    """Return what two reports' tellings of an event are to one another."""
    found = both_ways(_telling(event, reading), _telling(other, other_reading))
    return _directed(found, reading, other_reading)


def both_ways(one: Telling, other: Telling) -> Relation:
    """Return what two tellings are to one another; the order of the two does not matter."""
    orders = [(one, other)]
    if later_day(other.reading, one.reading):
        orders = [(other, one)]
    elif not later_day(one.reading, other.reading):
        orders.append((other, one))
    return strongest([found for pair in orders if (found := relation_of_tellings(*pair))])


def strongest(found: Sequence[Relation]) -> Relation:
    """Return the contradiction, else the update, else the support that was found first."""
    by_kind = (each for kind in STRONGEST_FIRST for each in found if each.kind is kind)
    return next(by_kind, UNRELATED)


def _orders(one: Reading, other: Reading) -> list[tuple[Reading, Reading]]:
    """Return the earlier report and the later; both ways round where neither is later."""
    if later_day(other, one):
        return [(other, one)]
    first, second = sorted((one, other), key=lambda reading: reading.report.id)
    return [(one, other)] if later_day(one, other) else [(first, second), (second, first)]


def _directed(found: Relation, one: Reading, other: Reading) -> Relation:
    if found.kind is not RelationKind.UPDATE:
        return found
    _, later = _orders(one, other)[0]
    return replace(found, newer=later.report.id)


def _telling(event: Event, reading: Reading) -> Telling:
    return telling_of(event, reading, _statement_of(event, reading))


def _statement_of(event: Event, reading: Reading) -> Statement | None:
    return next((s for s in reading.all_statements if s.id == event.statement), None)


def _relations_of_events(earlier: Reading, later: Reading) -> list[Relation]:
    pairs = [
        (sameness(one, other), one, other)
        for one in _main_tellings(earlier)
        for other in _main_tellings(later)
    ]
    told = {(one.event.type, one.phase) for _, one, _ in pairs if not one.denied}
    linked = any(same.is_one_matter for same, *_ in pairs)
    return [
        found
        for same, one, other in pairs
        for same in (_with_context(same, linked=linked),)
        if (other.event.type, other.phase) not in told or _is_told_alike(one, other)
        if (found := relation_of_tellings(one, other, same)) is not None
    ]


def _with_context(same: Sameness, *, linked: bool) -> Sameness:
    """Return a point more for what follows where the reports share the matter it follows from."""
    if linked and same.points and same.likeness is Likeness.FOLLOWS:
        return replace(same, points=same.points + 1)
    return same


def _is_told_alike(one: Telling, other: Telling) -> bool:
    """Return whether the two can be set against one another though the earlier tells both.

    Who told of wounded and dead is not carried forward by who tells of the dead.
    """
    return one.phase == other.phase and likeness(one, other) is not Likeness.FOLLOWS


def _main_tellings(reading: Reading) -> Sequence[Telling]:
    events = [event for event in reading.events if event.type not in SIDE_MATTERS]
    return tellings_of(reading, events[:COMPARED_EVENTS])


def relation_of_tellings(
    earlier: Telling, later: Telling, same: Sameness | None = None
) -> Relation | None:
    """Return what the later telling is to the earlier one, None where it is nothing to it."""
    same = same or sameness(earlier, later)
    if same.is_one_matter:
        return answer(earlier, later, same)
    disputed = dispute_of_time_or_place(earlier, later, same)
    parted = same.is_ruled_out and not carries_on(earlier.reading, later.reading)
    return disputed or (UNRELATED if parted else None)
