"""Which values are coarser ways to say others: a district its village, "about 200" 203."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from tocsin.weigh.truth.claims import Value

Coarser = Callable[[Sequence[Value]], list[frozenset[int]]]
"""Given an object's values, returns by value the indices of those that are coarser than it."""

ROOT = -1
MOST_BEARERS = 64  # of one name: bounds the work where a thousand villages are called alike


def none_coarser(values: Sequence[Value]) -> list[frozenset[int]]:
    """Return that every value stands by itself."""
    return [frozenset() for _ in values]


def rounded(values: Sequence[Value]) -> list[frozenset[int]]:
    """Return, by number, the round numbers that it rounds to.

    >>> rounded([200, 203, 260])
    [frozenset(), frozenset({0}), frozenset()]
    """
    units = [10 ** zeros_of(value) for value in values]
    return [
        frozenset(
            index
            for index, other in enumerate(values)
            if other != value
            and units[index] > 1
            and abs(float(value) - float(other)) <= units[index] / 2
        )
        for value in values
    ]


def zeros_of(value: Value) -> int:
    """Return how many zeros a whole number ends in: how roundly it is given.

    >>> zeros_of(207000), zeros_of(188856), zeros_of(0)
    (3, 0, 0)
    """
    digits = str(int(float(value)))
    return len(digits) - len(digits.rstrip("0")) if digits != "0" else 0


class Hierarchy:
    """Names under names, such as places under places; one name may have several bearers."""

    def __init__(self, rows: Iterable[tuple[int, str, int]]) -> None:
        """Take rows of id, name and the id of what it lies in; the root's parent is -1."""
        parents: dict[int, int] = {}
        self._bearers: dict[str, list[int]] = defaultdict(list)
        for number, name, parent in rows:
            parents[number] = parent
            if parent != ROOT and len(self._bearers[name]) < MOST_BEARERS:
                self._bearers[name].append(number)
        self._above = _lines(parents)

    def coarser(self, values: Sequence[Value]) -> list[frozenset[int]]:
        """Return, by name, the names of the set that it lies in."""
        nodes = self._resolved(values)
        return [
            frozenset(
                index
                for index, other in enumerate(nodes)
                if other is not None and node is not None and other in self._above[node]
            )
            for node in nodes
        ]

    def depths(self, values: Sequence[Value]) -> list[int]:
        """Return, by name, how far below the root it lies among the names of the set."""
        return [0 if n is None else len(self._above[n]) for n in self._resolved(values)]

    def _resolved(self, values: Sequence[Value]) -> list[int | None]:
        """Return each name's bearer that goes with most of the others, then the deepest."""
        bearers = [self._bearers.get(str(value), []) for value in values]
        return [
            max(own, key=lambda node: (self._relatives(node, bearers), len(self._above[node])))
            if (own := bearers[index])
            else None
            for index in range(len(values))
        ]

    def _relatives(self, node: int, bearers: Sequence[Sequence[int]]) -> int:
        above = self._above[node]
        return sum(any(n in above or node in self._above[n] for n in names) for names in bearers)


def _lines(parents: Mapping[int, int]) -> dict[int, frozenset[int]]:
    """Return, by node, the nodes that it lies in; a circle ends where it closes."""
    lines: dict[int, frozenset[int]] = {}
    for number in parents:
        line: list[int] = []
        above = parents[number]
        while above in parents and parents[above] != ROOT and above not in line:
            line.append(above)
            above = parents[above]
        lines[number] = frozenset(line) - {number}
    return lines
