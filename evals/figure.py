"""A measured figure, and the small sums the measures share."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from tocsin.core.types import Reading, Report

ReadReports = Callable[[Sequence[Report]], Iterable[Reading]]
"""What an evaluation is given to read with: one reading a report, in order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One figure of one task. `value` is 0–1; `items` is how many gold items it rests on."""

    task: str
    metric: str
    value: float
    items: int


def f1(right: float, predicted: float, gold: float) -> float:
    """Return the harmonic mean of precision and recall.

    >>> f1(1, 2, 1)
    0.6666666666666666
    """
    return 2 * right / (predicted + gold) if predicted + gold else 0.0
