"""Toll figures on news of shootings with reference casualty counts (GVA)."""

from __future__ import annotations

from pathlib import Path

from evals.event_sets import gva_items
from evals.events import read_items
from evals.figure import Figure, ReadReports
from tocsin.core.types import Count


def evaluate(gold: Path, read: ReadReports) -> list[Figure]:
    """Return the share of articles whose killed and injured counts are exact."""
    items = gva_items(gold)
    killed = injured = 0
    for truth, reading in read_items(items, read):
        killed += point(reading.toll.killed) == truth["num_killed"]
        injured += point(reading.toll.injured) == truth["num_injured"]
    size = max(len(items), 1)
    return [
        Figure(task="gva", metric="killed_exact", value=killed / size, items=len(items)),
        Figure(task="gva", metric="injured_exact", value=injured / size, items=len(items)),
    ]


def point(count: Count | None) -> int:
    """Return the number in the middle of a count; the reference puts unsaid at 0.

    >>> point(Count(low=12, high=None, as_reported="at least 12")), point(None)
    (12, 0)
    """
    ends = [] if count is None else [end for end in (count.low, count.high) if end is not None]
    return round(sum(ends) / len(ends)) if ends else 0
