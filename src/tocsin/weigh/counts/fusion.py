"""Fused counts: one estimate beside the reported counts of an incident, never instead of them.

The rule that won on news of shootings (docs/adr/0014-fusion.md): each origin has one vote, its
latest count; the estimate is the lower middle one of the exact counts.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from tocsin.core.ids import ReportId
from tocsin.core.place import Place
from tocsin.core.types import Count, FusedCount, Origin, ReportedToll
from tocsin.weigh.counts.fusion_words import rule_in_words
from tocsin.weigh.counts.origin_counts import OriginCount, allows, past_belief, standing_counts

COUNTED = ("killed", "injured", "detained", "displaced", "at_risk")


def fused_counts(
    tolls: Sequence[ReportedToll],
    *,
    origins: Sequence[Origin],
    published: Mapping[ReportId, date | None],
    place: Place | None = None,
) -> tuple[FusedCount, ...]:
    """Return one estimate for each kind of toll that is counted; nothing of the tolls is changed.

    Copies are one origin and have one vote; the later count of an origin replaces its earlier
    one, the greater within a day (parts are counted before their sum). A count beyond belief,
    such as more than the place holds, has no vote. Linear in the tolls but for sorting.
    """
    by_statement = {each: origin for origin in origins for each in origin.statements}
    said = [
        (by_statement[toll.statement], published.get(toll.report) or date.min, toll)
        for toll in tolls
        if toll.statement in by_statement
    ]
    said.sort(key=lambda each: (each[1], each[2].statement))
    return tuple(
        _fused(what, list(standing_counts(what, said, place)), list(past_belief(what, said, place)))
        for what in COUNTED
        if any(getattr(toll.toll, what) is not None for _, _, toll in said)
    )


def _fused(what: str, standing: list[OriginCount], unbelieved: list[Count]) -> FusedCount:
    low, high = agreed_range([each.count for each in standing])
    best = lower_middle(standing)
    return FusedCount(
        of=what, low=low, high=high, best=best, rule=rule_in_words(standing, best, unbelieved)
    )


def agreed_range(counts: Sequence[Count]) -> tuple[int | None, int | None]:
    """Return what no count excludes, or where they exclude one another all they span.

    >>> at_least_12 = Count(low=12, high=None, as_reported="at least 12")
    >>> agreed_range([at_least_12, Count(low=14, high=14, as_reported="14")])
    (14, 14)
    >>> agreed_range([at_least_12, Count(low=3, high=3, as_reported="3")])
    (3, None)
    """
    lows = [count.low for count in counts if count.low is not None]
    highs = [count.high for count in counts if count.high is not None]
    low, high = max(lows, default=None), min(highs, default=None)
    if low is None or high is None or low <= high:
        return low, high
    is_open = any(count.high is None for count in counts)
    return min(lows), None if is_open else max(highs)


def lower_middle(standing: Sequence[OriginCount]) -> int | None:
    """Return the least exact count with half of the votes at or below it.

    A count that is open or wide has no number of its own: it votes for the least exact one that
    it allows. None where no origin gives a number.
    """
    numbers = sorted({each.count.point for each in standing if each.count.point is not None})
    votes = dict.fromkeys(numbers, 0)
    for each in standing:
        allowed = next((number for number in numbers if allows(each.count, number)), None)
        if allowed is not None:
            votes[allowed] += each.weight
    half, below = sum(votes.values()) / 2, 0
    for number in numbers:
        below += votes[number]
        if below >= half:
            return number
    return None
