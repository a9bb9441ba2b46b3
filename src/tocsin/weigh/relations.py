"""Relations: whether one report bears another out, carries it forward, disputes it, or neither."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tocsin.core.types import Event, Reading, Statement
from tocsin.weigh.answers import answer, relation_of_texts
from tocsin.weigh.claims import relation_of_claims
from tocsin.weigh.disputes import dispute_of_time_or_place
from tocsin.weigh.relation import UNRELATED, Relation, RelationKind
from tocsin.weigh.sameness import Sameness, sameness
from tocsin.weigh.tellings import Telling, telling_of, tellings_of

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
NEAR_BEST = 1  # points below the pair that fits best, at which another pair is heard too
COMPARED_EVENTS = 24  # of a report: bounds the pairs
STRONGEST_FIRST = (RelationKind.CONTRADICTION, RelationKind.UPDATE, RelationKind.SUPPORT)


def relation(one: Reading, other: Reading) -> Relation:
    """Return what the two reports are to one another; the order of the two does not matter.

    An update is of the earlier report by the later one, by the day of publication.
    """
    earlier, later = sorted((one, other), key=_when_published)
    found = [*_relations_of_events(earlier, later), *relation_of_claims(earlier, later)]
    for kind in STRONGEST_FIRST:
        for each in found:
            if each.kind is kind:
                return each
    return relation_of_texts(earlier, later)


def relation_of_events(
    event: Event, reading: Reading, other: Event, other_reading: Reading
) -> Relation:
    """Return what two reports' tellings of an event are to one another."""
    tellings = [_telling(event, reading), _telling(other, other_reading)]
    earlier, later = sorted(tellings, key=lambda telling: _when_published(telling.reading))
    return _relation_of_tellings(earlier, later, sameness(earlier, later)) or UNRELATED


def _telling(event: Event, reading: Reading) -> Telling:
    return telling_of(event, reading, _statement_of(event, reading))


def _statement_of(event: Event, reading: Reading) -> Statement | None:
    return next((s for s in reading.all_statements if s.id == event.statement), None)


def _when_published(reading: Reading) -> tuple[str, str]:
    return (str(reading.report.published or ""), str(reading.report.id))


def _relations_of_events(earlier: Reading, later: Reading) -> list[Relation]:
    pairs = [
        (sameness(one, other), one, other)
        for one in _main(tellings_of(earlier))
        for other in _main(tellings_of(later))
    ]
    best = max((same.points for same, *_ in pairs), default=0)
    heard = [row for row in pairs if row[0].points >= best - NEAR_BEST]
    return [
        found
        for same, one, other in heard
        if (found := _relation_of_tellings(one, other, same)) is not None
    ]


def _main(tellings: Iterable[Telling]) -> Sequence[Telling]:
    kept = [telling for telling in tellings if telling.event.type not in SIDE_MATTERS]
    return kept[:COMPARED_EVENTS]


def _relation_of_tellings(earlier: Telling, later: Telling, same: Sameness) -> Relation | None:
    if same.is_one_matter:
        return answer(earlier, later, same)
    return dispute_of_time_or_place(earlier, later, same)
