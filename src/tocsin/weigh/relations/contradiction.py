"""Contradictions: statements of one incident that cannot both hold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from tocsin.core.ids import ReportId
from tocsin.core.types import Contradiction, ContradictionKind, Reading
from tocsin.weigh.families import are_opposed
from tocsin.weigh.incidents.accounts import Account
from tocsin.weigh.relations.relation import Relation, RelationKind
from tocsin.weigh.relations.reports import both_ways
from tocsin.weigh.relations.tellings import Telling, telling_of

COMPARED_ORIGINS = 24  # of one incident: bounds the pairs
OF_FIELDS = frozenset(
    {
        ContradictionKind.ACTOR,
        ContradictionKind.TIME,
        ContradictionKind.PLACE,
        ContradictionKind.STATUS,
    }
)  # denials and tolls have rules of their own


def find_denials(accounts: Sequence[Account], *, type_name: str) -> tuple[Contradiction, ...]:
    """Return each denial set against one affirming statement of each origin.

    A type opposed to the incident's (giving up arms against taking them up) denies it. Of very
    many origins not every pair is named, but every one of them is.
    """
    denying = first_of_each_origin(a for a in accounts if speaks_against(a, type_name))
    affirming = first_of_each_origin(a for a in accounts if not speaks_against(a, type_name))
    return tuple(
        Contradiction(
            kind=ContradictionKind.DENIAL,
            statement=affirmed.id,
            against=denied.id,
            reason=f"{affirmed.voice.name} affirms it, {denied.voice.name} denies it",
        )
        for denied, affirmed in _set_against(denying, affirming)
        if affirmed.id != denied.id and affirmed.origin != denied.origin
    )


def _set_against(
    denying: Sequence[Account], affirming: Sequence[Account]
) -> Iterator[tuple[Account, Account]]:
    """Yield each denial with those who affirm, each who affirms with some denial.

    All pairs of the first `COMPARED_ORIGINS` on each side; further ones with the first only, so
    that an incident of 50,000 statements takes no square of them and none is left out.
    """
    for number, denied in enumerate(denying):
        for affirmed in affirming[: COMPARED_ORIGINS if number < COMPARED_ORIGINS else 1]:
            yield denied, affirmed
    for affirmed in affirming[COMPARED_ORIGINS:] if denying else ():
        yield denying[0], affirmed


def find_disputes(
    accounts: Sequence[Account], readings: Mapping[ReportId, Reading]
) -> tuple[Contradiction, ...]:
    """Return where the origins' first accounts differ on who did it, when, where or how it ended.

    Both values stay: the machine does not settle them.
    """
    first = first_of_each_origin(account for account in accounts if not account.denies)
    if len(first) < 2:
        return ()
    told = [(account, _telling(account, readings)) for account in first[:COMPARED_ORIGINS]]
    return tuple(_disputes(told))


def _disputes(told: Sequence[tuple[Account, Telling]]) -> Iterator[Contradiction]:
    for (one, mine), (other, theirs) in combinations(told, 2):
        found: Relation = both_ways(mine, theirs)
        if found.kind is RelationKind.CONTRADICTION and found.of in OF_FIELDS:
            yield Contradiction(
                kind=found.of,
                statement=one.id,
                against=other.id,
                reason=f"{found.of}: {found.reason}",
            )


def _telling(account: Account, readings: Mapping[ReportId, Reading]) -> Telling:
    return telling_of(account.event, readings[account.report], account.statement)


def speaks_against(account: Account, type_name: str) -> bool:
    """Return whether the account denies the incident, outright or by an opposed event."""
    opposed = are_opposed(account.event.type, type_name)
    return account.denies != opposed


def first_of_each_origin(accounts: Iterable[Account]) -> list[Account]:
    """Return the first account of each origin."""
    first: dict[int, Account] = {}
    for account in accounts:
        first.setdefault(account.origin, account)
    return list(first.values())
