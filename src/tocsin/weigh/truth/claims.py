"""Claims: who says what of which object, indexed for sums over arrays."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Value = str | int | float
Numbers = NDArray[np.float64]
Indices = NDArray[np.intp]

MOST_VALUES = 64  # of one object, the most claimed: bounds the pairs of values compared
DIGITS = 9  # scores equal to so many digits are equal: sums differ in the last by their order


@dataclass(frozen=True, slots=True)
class Claim:
    """One source's value for one object."""

    source: str
    object: str
    value: Value


@dataclass(frozen=True, slots=True)
class Table:
    """Claims as arrays; `source` and `value` index the rows of `sources` and `values`.

    Shapes: `source`, `value`: one entry a claim; `object_of`: one entry a value.
    """

    sources: tuple[str, ...]
    objects: tuple[str, ...]
    values: tuple[Value, ...]
    object_of: Indices
    source: Indices
    value: Indices

    @property
    def claims_by_value(self) -> Numbers:
        """Return how many claims each value has."""
        return np.bincount(self.value, minlength=len(self.values)).astype(float)

    @property
    def claims_by_source(self) -> Numbers:
        """Return how many claims each source makes."""
        return np.bincount(self.source, minlength=len(self.sources)).astype(float)

    @property
    def values_by_object(self) -> Numbers:
        """Return how many values each object has."""
        return np.bincount(self.object_of, minlength=len(self.objects)).astype(float)

    def by_value(self, weights: Numbers) -> Numbers:
        """Return the sum of each value's claims' weights."""
        sums: Numbers = np.bincount(self.value, weights, len(self.values)).astype(np.float64)
        return sums

    def by_source(self, weights: Numbers) -> Numbers:
        """Return the sum of each source's claims' weights."""
        sums: Numbers = np.bincount(self.source, weights, len(self.sources)).astype(np.float64)
        return sums

    def share_in_object(self, weights: Numbers) -> Numbers:
        """Return each value's share of the weights of its object's values."""
        whole = np.bincount(self.object_of, weights, len(self.objects))
        return weights / whole[self.object_of]


def tabulate(claims: Iterable[Claim]) -> Table:
    """Return the claims as a table; their order does not matter, repeats count once."""
    by_object: dict[str, Counter[Value]] = defaultdict(Counter)
    distinct = sorted(set(claims), key=lambda claim: (claim.object, claim.source, str(claim.value)))
    for claim in distinct:
        by_object[claim.object][claim.value] += 1
    places: dict[tuple[str, Value], int] = {}
    for name, counted in by_object.items():
        for value in _kept(counted):
            places[name, value] = len(places)
    kept = [claim for claim in distinct if (claim.object, claim.value) in places]
    sources = {name: index for index, name in enumerate(sorted({c.source for c in kept}))}
    objects = {name: index for index, name in enumerate(by_object)}
    return Table(
        sources=tuple(sources),
        objects=tuple(objects),
        values=tuple(value for _, value in places),
        object_of=np.array([objects[name] for name, _ in places], dtype=np.intp),
        source=np.array([sources[claim.source] for claim in kept], dtype=np.intp),
        value=np.array([places[claim.object, claim.value] for claim in kept], dtype=np.intp),
    )


def best_values(
    table: Table, scores: Numbers, *, depth: Sequence[int] | None = None
) -> Mapping[str, Value]:
    """Return each object's value of the highest score.

    Of equals the deepest in the hierarchy, then the smaller number or the first name: a count
    that fewer people must have borne out is the safer one.
    """
    ranked: dict[str, tuple[tuple[float, int], int]] = {}
    for index in range(len(table.values)):
        key = (round(float(scores[index]), DIGITS), depth[index] if depth else 0)
        name = table.objects[table.object_of[index]]
        if name not in ranked or key > ranked[name][0]:
            ranked[name] = (key, index)
    return {name: table.values[index] for name, (_, index) in ranked.items()}


def _kept(counted: Counter[Value]) -> list[Value]:
    """Return the most claimed values, numbers and names in ascending order."""
    most = sorted(counted, key=lambda value: (-counted[value], _ascending(value)))[:MOST_VALUES]
    return sorted(most, key=_ascending)


def _ascending(value: Value) -> tuple[float, str]:
    return (0.0, value) if isinstance(value, str) else (float(value), "")
