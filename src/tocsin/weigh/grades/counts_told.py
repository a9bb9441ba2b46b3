"""Counts told: which origins agree with a statement's count, and which clash with it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import inf

from tocsin.core.ids import StatementId
from tocsin.core.types import ContradictionKind, Incident, Toll
from tocsin.weigh.grades.interest import CountRank
from tocsin.weigh.grades.stands import Stand, Stands

RANKED = ("killed", "injured", "detained", "displaced")
COMPARED_ORIGINS = 100  # of those that count; more agreement changes no grade

Range = tuple[float, float]


class CountsTold:
    """The counts of one incident, by statement and by certain origin.

    An origin's count is what spans its own: it agrees with a statement if the two meet.
    """

    def __init__(self, stands: Stands) -> None:
        self._of: dict[StatementId, list[Toll]] = defaultdict(list)
        for reported in stands.incident.tolls:
            self._of[reported.statement].append(reported.toll)
        self._ranges = dict(_ranges_by_origin(stands, self._of))
        self._clashes = _clashes(stands.incident, stands.origin_of, self._of)
        self._agreeing: dict[tuple[Toll, ...], tuple[int, ...]] = {}
        self._origin_of = stands.origin_of

    def tolls(self, statement: StatementId) -> tuple[Toll, ...]:
        """Return the counts that the statement gives."""
        return tuple(self._of.get(statement, ()))

    def clashing(self, statement: StatementId) -> frozenset[int]:
        """Return the origins whose count cannot hold beside the statement's."""
        own = self._origin_of[statement]
        keys = ((own, toll) for toll in self._of.get(statement, ()))
        return frozenset(other for key in keys for other in self._clashes.get(key, ()))

    def agreeing(self, statement: StatementId) -> list[int]:
        """Return the counted origins whose count meets the statement's, at most a hundred."""
        tolls = self.tolls(statement)
        if tolls not in self._agreeing:
            ranges = _ranges(tolls)
            self._agreeing[tolls] = tuple(
                number for number, theirs in self._ranges.items() if _meet(ranges, theirs)
            )
        apart = self.clashing(statement) | {self._origin_of[statement]}
        return [number for number in self._agreeing[tolls] if number not in apart]

    def rank(self, statement: StatementId) -> CountRank:
        """Return how the statement's count stands beside those of the other origins."""
        own = self._origin_of[statement]
        mine = _ranges(self.tolls(statement))
        for what, (low, high) in mine.items():
            others = [r[what] for n, r in self._ranges.items() if n != own and what in r]
            if others and high < min(other[0] for other in others):
                return CountRank.LOWEST
            if others and low > max(other[1] for other in others):
                return CountRank.HIGHEST
            if others:
                return CountRank.AMONG
        return CountRank.ALONE


def _ranges_by_origin(
    stands: Stands, told: Mapping[StatementId, Sequence[Toll]]
) -> Iterator[tuple[int, Mapping[str, Range]]]:
    by_origin: dict[int, list[Toll]] = defaultdict(list)
    for statement, tolls in told.items():
        number = stands.origin_of.get(statement)
        stand = stands.stands[number] if number is not None else None
        if number is not None and stand is not None and _counts(stand):
            by_origin[number].extend(tolls)
    for number in sorted(by_origin)[:COMPARED_ORIGINS]:
        yield number, _ranges(by_origin[number])


def _counts(stand: Stand) -> bool:
    return stand.affirms and stand.weight > 0


def _ranges(tolls: Iterable[Toll]) -> dict[str, Range]:
    """Return the span of the counts of each kind; an open end reaches for ever."""
    found: dict[str, Range] = {}
    for toll in tolls:
        for what in RANKED:
            count = getattr(toll, what)
            if count is not None:
                low = float(count.low or 0)
                high = inf if count.high is None else float(count.high)
                known = found.get(what, (low, high))
                found[what] = (min(low, known[0]), max(high, known[1]))
    return found


def _meet(mine: Mapping[str, Range], theirs: Mapping[str, Range]) -> bool:
    """Return whether the two share a kind of count and differ in none."""
    shared = [(mine[what], theirs[what]) for what in mine if what in theirs]
    return bool(shared) and all(a[0] <= b[1] and b[0] <= a[1] for a, b in shared)


def _clashes(
    incident: Incident,
    origin_of: Mapping[StatementId, int],
    told: Mapping[StatementId, Sequence[Toll]],
) -> dict[tuple[int, Toll], set[int]]:
    """Return, by origin and count, the origins that contradict it."""
    found: dict[tuple[int, Toll], set[int]] = defaultdict(set)
    for pair in incident.contradicts:
        if pair.kind is not ContradictionKind.TOLL:
            continue
        for one, other in ((pair.statement, pair.against), (pair.against, pair.statement)):
            if one in origin_of and other in origin_of:
                for toll in told.get(one, ()):
                    found[origin_of[one], toll].add(origin_of[other])
    return found
