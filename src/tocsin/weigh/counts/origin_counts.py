"""The count of one kind that each origin of an incident now stands by."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from tocsin.core.ids import OriginId
from tocsin.core.place import Place
from tocsin.core.types import Count, Origin, ReportedToll
from tocsin.weigh.oddities.signs import is_beyond_belief

FULL_VOTE = 2
HALF_VOTE = 1  # of a party to the dispute, or of one whose independence cannot be told


@dataclass(frozen=True, slots=True, kw_only=True)
class OriginCount:
    """The count of one kind that an origin now stands by, and what it replaced."""

    origin: OriginId
    party: bool
    certain: bool
    weight: int
    day: date
    count: Count
    replaced: tuple[Count, ...] = ()


Said = tuple[Origin, date, ReportedToll]


def standing_counts(what: str, said: Sequence[Said], place: Place | None) -> Iterator[OriginCount]:
    """Yield the count that each origin now stands by."""
    told: dict[OriginId, list[tuple[date, Count]]] = {}
    named: dict[OriginId, Origin] = {}
    for origin, day, toll in said:
        count: Count | None = getattr(toll.toll, what)
        if count is not None and not is_beyond_belief(count, place):
            named[origin.id] = origin
            told.setdefault(origin.id, []).append((day, count))
    for name, counts in told.items():
        latest = max(day for day, _ in counts)
        now = max((count for day, count in counts if day == latest), key=_size)
        before = dict.fromkeys(c for day, c in counts if day < latest and _ends(c) != _ends(now))
        origin = named[name]
        yield OriginCount(
            origin=name,
            party=origin.party,
            certain=origin.certain,
            weight=HALF_VOTE if origin.party or not origin.certain else FULL_VOTE,
            day=latest,
            count=now,
            replaced=tuple(before),
        )


def past_belief(what: str, said: Sequence[Said], place: Place | None) -> Iterator[Count]:
    """Yield the counts that have no vote, each once."""
    counts = (getattr(toll.toll, what) for _, _, toll in said)
    yield from dict.fromkeys(c for c in counts if c is not None and is_beyond_belief(c, place))


def allows(count: Count, number: int) -> bool:
    """Return whether the count holds of the number.

    >>> allows(Count(low=24, high=None, as_reported="dozens"), 31)
    True
    """
    return (count.low or 0) <= number and (count.high is None or number <= count.high)


def _ends(count: Count) -> tuple[int | None, int | None]:
    return count.low, count.high


def _size(count: Count) -> tuple[int, int, str]:
    """Return the key by which counts of one day rise; of equal ones the exact goes first."""
    return count.low or 0, int(count.point is not None), count.as_reported
