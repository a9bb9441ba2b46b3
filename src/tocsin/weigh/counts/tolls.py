"""Counts set side by side: which agree, which update, which contradict."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from tocsin.core.ids import StatementId
from tocsin.core.types import Contradiction, ContradictionKind, Count, ReportedToll, Toll
from tocsin.weigh.incidents.accounts import Account

COUNTED = ("killed", "injured", "detained", "displaced")
COMPARED_TOLLS = 60  # distinct counts of one incident: bounds the pairs


@dataclass(frozen=True, slots=True)
class TollFindings:
    """What the counts of one incident say of one another."""

    tolls: tuple[ReportedToll, ...]
    updates: tuple[StatementId, ...]
    contradictions: tuple[Contradiction, ...]


def compare_tolls(accounts: Sequence[Account]) -> TollFindings:
    """Return the counts as reported, which replace earlier ones, and which cannot both hold."""
    counting = [a for a in accounts if not a.event.toll.is_empty]
    counting.sort(key=_when_counted)
    found = list(_disagreements(_distinct(counting)))
    updates = [later.id for kind, _, later, _ in found if kind == "update"]
    return TollFindings(
        tolls=tuple(dict.fromkeys(map(_reported, counting))),
        updates=tuple(dict.fromkeys(updates)),
        contradictions=tuple(
            Contradiction(
                kind=ContradictionKind.TOLL, statement=one.id, against=other.id, reason=reason
            )
            for kind, one, other, reason in found
            if kind == "contradiction"
        ),
    )


def _when_counted(account: Account) -> tuple[object, ...]:
    """Return the key that sorts counts by day; within one day counts rise."""
    counts = (getattr(account.event.toll, what) for what in COUNTED)
    people = sum(count.low or 0 for count in counts if count is not None)
    return (account.seen_at, str(account.published or ""), people, account.id)


def agree(one: Count, other: Count) -> bool:
    """Return whether one number could satisfy both counts.

    >>> at_least_12 = Count(low=12, high=None, as_reported="at least 12")
    >>> agree(at_least_12, Count(low=14, high=14, as_reported="14"))
    True
    >>> agree(Count(low=0, high=0, as_reported="nobody"), at_least_12)
    False
    """
    low = max(one.low or 0, other.low or 0)
    highs = [high for high in (one.high, other.high) if high is not None]
    return not highs or low <= min(highs)


def _reported(account: Account) -> ReportedToll:
    return ReportedToll(
        statement=account.id,
        report=account.report,
        by=account.voice.name,
        toll=account.event.toll,
    )


def _distinct(accounts: Sequence[Account]) -> list[Account]:
    by_count = {(a.origin, a.statement.id, a.event.toll): a for a in accounts}
    said_once = {(a.origin, a.event.toll): a for a in reversed(by_count.values())}
    return list(reversed(said_once.values()))[:COMPARED_TOLLS]


def _disagreements(accounts: Sequence[Account]) -> Iterator[tuple[str, Account, Account, str]]:
    for earlier, later in combinations(accounts, 2):
        if earlier.id == later.id:
            continue
        if earlier.origin == later.origin:
            if _replaces(earlier.event.toll, later.event.toll):
                yield "update", earlier, later, ""
            continue
        pair = _first_clash(earlier.event.toll, later.event.toll)
        if pair is None:
            continue
        what, old, new = pair
        if not _is_rise(earlier, later, old, new):
            reason = f"{what}: “{old.as_reported}” against “{new.as_reported}”"
            yield "contradiction", earlier, later, reason


def _replaces(one: Toll, other: Toll) -> bool:
    """Return whether the later count of one source is another than its earlier one."""
    counts = [(getattr(one, what), getattr(other, what)) for what in COUNTED]
    given = [(old, new) for old, new in counts if old is not None and new is not None]
    return any(not agree(old, new) or (new.low or 0) > (old.low or 0) for old, new in given)


def _first_clash(one: Toll, other: Toll) -> tuple[str, Count, Count] | None:
    for what in COUNTED:
        old, new = getattr(one, what), getattr(other, what)
        if old is not None and new is not None and not agree(old, new):
            return what, old, new
    return None


def _is_rise(earlier: Account, later: Account, old: Count, new: Count) -> bool:
    """Return whether a count grew with time, as counts do; a count of nobody is a denial."""
    before = (earlier.published, earlier.seen_at) != (later.published, later.seen_at)
    grew = (new.low or 0) > (old.high or 0)
    return before and grew and (old.high or 0) > 0
