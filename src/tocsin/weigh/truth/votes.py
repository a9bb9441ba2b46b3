"""Votes: scores that take every source for equally good, and the middle of numbers."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from tocsin.weigh.truth.claims import Numbers, Table


def vote(table: Table) -> Numbers:
    """Return each value's number of claims."""
    return table.claims_by_value


def median(table: Table) -> Mapping[str, float]:
    """Return the middle of the numbers claimed of each object."""
    return weighted_median(table, np.ones(len(table.sources)))


def weighted_median(table: Table, weights: Numbers) -> Mapping[str, float]:
    """Return, by object, the lowest number with half of its sources' weight at or below it."""
    mass = table.by_value(weights[table.source])
    found: dict[str, float] = {}
    half = np.bincount(table.object_of, mass, len(table.objects)) / 2
    below = np.zeros(len(table.objects))
    for index, place in enumerate(table.object_of):  # values of an object stand in order
        below[place] += mass[index]
        if below[place] >= half[place] - 1e-12:
            found.setdefault(table.objects[place], float(table.values[index]))
    return found
