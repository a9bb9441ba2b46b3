"""Scores of coreference: MUC, B-cubed, entity CEAF, and their mean, which CoNLL-2012 ranks by."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Mapping, Sequence
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from evals.figure import f1

Item = TypeVar("Item", bound=Hashable)
Clusters = Mapping[Item, Hashable]
"""The cluster of each mention; the same mentions stand on both sides."""


def conll_f1(given: Clusters[Item], truth: Clusters[Item]) -> float:
    """Return the mean of the three F1. Source: Pradhan et al. 2012."""
    return (muc_f1(given, truth) + b_cubed_f1(given, truth) + ceaf_e_f1(given, truth)) / 3


def muc_f1(given: Clusters[Item], truth: Clusters[Item]) -> float:
    """Return the F1 of links. Source: Vilain et al. 1995.

    >>> muc_f1(dict(zip("abcde", "11122")), dict(zip("abcde", "xxyyy")))
    0.6666666666666666
    """
    found, wanted = _members(given), _members(truth)
    recall = sum(len(m) - len({given[item] for item in m}) for m in wanted)
    precision = sum(len(m) - len({truth[item] for item in m}) for m in found)
    return _harmonic(
        precision / max(sum(len(m) - 1 for m in found), 1),
        recall / max(sum(len(m) - 1 for m in wanted), 1),
    )


def b_cubed(given: Clusters[Item], truth: Clusters[Item]) -> tuple[float, float]:
    """Return precision and recall. Source: Bagga & Baldwin 1998.

    >>> b_cubed({"a": "1", "b": "1", "c": "1"}, {"a": "x", "b": "x", "c": "y"})
    (0.5555555555555555, 1.0)
    """
    found, wanted = _by_cluster(given), _by_cluster(truth)
    shared = {item: len(found[given[item]] & wanted[truth[item]]) for item in given}
    size = max(len(given), 1)
    precision = sum(shared[item] / len(found[given[item]]) for item in given) / size
    recall = sum(shared[item] / len(wanted[truth[item]]) for item in given) / size
    return precision, recall


def b_cubed_f1(given: Clusters[Item], truth: Clusters[Item]) -> float:
    """Return the F1 of B-cubed."""
    return _harmonic(*b_cubed(given, truth))


def ceaf_e_f1(given: Clusters[Item], truth: Clusters[Item]) -> float:
    """Return the F1 of clusters aligned one to one at the best total likeness. Source: Luo 2005.

    >>> round(ceaf_e_f1(dict(zip("abcde", "11122")), dict(zip("abcde", "xxyyy"))), 3)
    0.8
    """
    found, wanted = _members(given), _members(truth)
    likeness = np.zeros((len(found), len(wanted)))
    number = {item: row for row, members in enumerate(found) for item in members}
    for column, members in enumerate(wanted):
        for row in {number[item] for item in members}:
            shared = len(found[row] & members)
            likeness[row, column] = 2 * shared / (len(found[row]) + len(members))
    return f1(best_assignment(likeness), len(found), len(wanted))


def best_assignment(likeness: NDArray[np.float64]) -> float:
    """Return the highest sum of entries, no two of one row or column. Source: Kuhn 1955.

    >>> best_assignment(np.array([[0.9, 0.8], [0.8, 0.1]]))
    1.6
    """
    if likeness.shape[0] > likeness.shape[1]:
        likeness = likeness.T
    rows, columns = likeness.shape
    costs = -likeness
    row_price, column_price = np.zeros(rows + 1), np.zeros(columns + 1)
    row_of = np.full(columns + 1, -1)  # the last column stands for the row being placed
    for row in range(rows):
        row_of[columns] = row
        _augment(costs, row_price, column_price, row_of)
    taken = [column for column in range(columns) if row_of[column] >= 0]
    return float(sum(likeness[row_of[column], column] for column in taken))


def _augment(
    costs: NDArray[np.float64],
    row_price: NDArray[np.float64],
    column_price: NDArray[np.float64],
    row_of: NDArray[np.int64],
) -> None:
    """Place one more row along the cheapest path of swaps; prices keep all reduced costs ≥ 0."""
    columns = costs.shape[1]
    slack = np.full(columns + 1, np.inf)
    came_from = np.full(columns + 1, columns)
    done = np.zeros(columns + 1, dtype=bool)
    here = columns
    while row_of[here] >= 0:
        done[here] = True
        row = row_of[here]
        reduced = costs[row] - row_price[row] - column_price[:columns]
        better = np.append(reduced < slack[:columns], False) & ~done
        slack[better], came_from[better] = reduced[better[:columns]], here
        open_slack = np.where(done, np.inf, slack)
        open_slack[columns] = np.inf
        following = int(open_slack.argmin())
        step = open_slack[following]
        row_price[row_of[done]] += step
        column_price[done] -= step
        slack[~done] -= step
        here = following
    while here != columns:
        row_of[here] = row_of[came_from[here]]
        here = int(came_from[here])
    row_of[columns] = -1


def _members(clusters: Clusters[Item]) -> Sequence[set[Item]]:
    return list(_by_cluster(clusters).values())


def _by_cluster(clusters: Clusters[Item]) -> dict[Hashable, set[Item]]:
    members: dict[Hashable, set[Item]] = defaultdict(set)
    for item, cluster in clusters.items():
        members[cluster].add(item)
    return members


def _harmonic(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0
