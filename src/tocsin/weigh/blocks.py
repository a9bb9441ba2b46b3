"""Blocks: what may tell of one incident, kept in order of time, so that neighbours are compared.

Which pairs are neighbours depends on what is in the blocks, never on the order it came in.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from typing import Final

COMPARED_IN_BLOCK: Final = 10  # neighbours in time: bounds the work on 50,000 statements

Member = tuple[object, str]  # its place in the order, and its id
Pair = tuple[str, str]  # the earlier in order first


class Blocks:
    """Ordered rows of members, one a key; two within reach of one another in a row are a pair."""

    def __init__(self) -> None:
        self._rows: defaultdict[Hashable, list[Member]] = defaultdict(list)
        self._support: Counter[Pair] = Counter()

    def insert(self, member: Member, keys: Iterable[Hashable]) -> tuple[list[Pair], list[Pair]]:
        """Put the member in the rows of its keys; return the pairs that came up and that went."""
        came, gone = list[Pair](), list[Pair]()
        for key in keys:
            row = self._rows[key]
            at = bisect_left(row, member)
            gone += self._drop(_across(row, at, COMPARED_IN_BLOCK))
            row.insert(at, member)
            came += self._lift(_around(row, at))
        return _net(came, gone)

    def remove(self, member: Member, keys: Iterable[Hashable]) -> tuple[list[Pair], list[Pair]]:
        """Take the member out of the rows of its keys; return the pairs that came and went."""
        came, gone = list[Pair](), list[Pair]()
        for key in keys:
            row = self._rows[key]
            at = bisect_left(row, member)
            gone += self._drop(_around(row, at))
            del row[at]
            came += self._lift(_across(row, at, COMPARED_IN_BLOCK))
            if not row:
                del self._rows[key]
        return _net(came, gone)

    def _lift(self, pairs: Iterable[Pair]) -> Iterator[Pair]:
        for pair in pairs:
            self._support[pair] += 1
            if self._support[pair] == 1:
                yield pair

    def _drop(self, pairs: Iterable[Pair]) -> Iterator[Pair]:
        for pair in pairs:
            self._support[pair] -= 1
            if not self._support[pair]:
                del self._support[pair]
                yield pair


def _around(row: Sequence[Member], at: int) -> Iterator[Pair]:
    """Yield the pairs of the member there with its neighbours."""
    for other in range(max(0, at - COMPARED_IN_BLOCK), at):
        yield row[other][1], row[at][1]
    for other in range(at + 1, min(len(row), at + COMPARED_IN_BLOCK + 1)):
        yield row[at][1], row[other][1]


def _across(row: Sequence[Member], at: int, reach: int) -> Iterator[Pair]:
    """Yield the pairs just in reach of one another with the gap before index `at` between them."""
    for first in range(max(0, at - reach), min(at, len(row) - reach)):
        yield row[first][1], row[first + reach][1]


def _net(came: Sequence[Pair], gone: Sequence[Pair]) -> tuple[list[Pair], list[Pair]]:
    """Return what came and went in all: a pair may leave one row and stay in another."""
    net = Counter(came)
    net.subtract(gone)
    return [p for p, n in net.items() if n > 0], [p for p, n in net.items() if n < 0]
