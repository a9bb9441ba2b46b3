"""Rows of what may belong together, kept in order, so that few pairs are compared.

Which pairs come up depends on what is in the rows, never on the order it came in.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from typing import Any, Protocol

Member = tuple[Any, str]  # its place in the order, and its id
Pair = tuple[str, str]  # the earlier in order first
Row = Sequence[Member]


class Comparing(Protocol):
    """Which members of a row are compared."""

    def around(self, row: Row, at: int) -> Iterator[Pair]:
        """Yield the pairs of the member there with others of the row."""
        ...

    def across(self, row: Row, at: int) -> Iterator[Pair]:
        """Yield the pairs of the row that one more member, put in there, would part."""
        ...


class Neighbours:
    """Members at most `reach` places apart are compared."""

    def __init__(self, reach: int) -> None:
        self._reach = reach

    def around(self, row: Row, at: int) -> Iterator[Pair]:
        """Yield the pairs with the neighbours before and after."""
        for other in range(max(0, at - self._reach), at):
            yield row[other][1], row[at][1]
        for other in range(at + 1, min(len(row), at + self._reach + 1)):
            yield row[at][1], row[other][1]

    def across(self, row: Row, at: int) -> Iterator[Pair]:
        """Yield the pairs just in reach of one another over the gap."""
        for first in range(max(0, at - self._reach), min(at, len(row) - self._reach)):
            yield row[first][1], row[first + self._reach][1]


class Leaders:
    """Each member is compared with the first `count` of the row."""

    def __init__(self, count: int) -> None:
        self._count = count

    def around(self, row: Row, at: int) -> Iterator[Pair]:
        """Yield the pairs with those before that lead and, of a leader, with all after it."""
        for leader in range(min(at, self._count)):
            yield row[leader][1], row[at][1]
        if at < self._count:
            for other in range(at + 1, len(row)):
                yield row[at][1], row[other][1]

    def across(self, row: Row, at: int) -> Iterator[Pair]:
        """Yield the pairs of the last leader, which a new one before it would displace."""
        last = self._count - 1
        if at <= last < len(row):
            for other in range(last + 1, len(row)):
                yield row[last][1], row[other][1]


class Blocks:
    """Ordered rows of members, one a key, with the pairs that are compared in any of them."""

    def __init__(self, comparing: Comparing) -> None:
        self._comparing = comparing
        self._rows: defaultdict[Hashable, list[Member]] = defaultdict(list)
        self._support: Counter[Pair] = Counter()

    def insert(self, member: Member, keys: Iterable[Hashable]) -> tuple[list[Pair], list[Pair]]:
        """Put the member in the rows of its keys; return the pairs that came up and that went."""
        came, gone = list[Pair](), list[Pair]()
        for key in keys:
            row = self._rows[key]
            at = bisect_left(row, member)
            gone += self._drop(self._comparing.across(row, at))
            row.insert(at, member)
            came += self._lift(self._comparing.around(row, at))
        return _net(came, gone)

    def remove(self, member: Member, keys: Iterable[Hashable]) -> tuple[list[Pair], list[Pair]]:
        """Take the member out of the rows of its keys; return the pairs that came and went."""
        came, gone = list[Pair](), list[Pair]()
        for key in keys:
            row = self._rows[key]
            at = bisect_left(row, member)
            gone += self._drop(self._comparing.around(row, at))
            del row[at]
            came += self._lift(self._comparing.across(row, at))
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


def _net(came: Sequence[Pair], gone: Sequence[Pair]) -> tuple[list[Pair], list[Pair]]:
    """Return what came and went in all: a pair may leave one row and stay in another."""
    net = Counter(came)
    net.subtract(gone)
    return [p for p, n in net.items() if n > 0], [p for p, n in net.items() if n < 0]
