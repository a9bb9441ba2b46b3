"""Figures printed: lines of a table for people, lines of JSON for machines."""

from __future__ import annotations

import json

from evals.figure import Figure
from evals.floors import Bound
from evals.targets import target_of

TASK_WIDTH, METRIC_WIDTH = 18, 46
HEAD = (
    f"{'task':{TASK_WIDTH}} {'metric':{METRIC_WIDTH}} {'value':>6} {'n':>7}"
    f" {'peer':>6} {'aim':>6}  mark"
)


def as_line(figure: Figure, bound: Bound | None) -> str:
    """Return a line of the table; "↓" stands at a figure that should be low."""
    target = target_of(figure)
    metric = figure.metric + (" ↓" if figure.lower_is_better else "")
    return (
        f"{figure.task:{TASK_WIDTH}} {metric:{METRIC_WIDTH}} {figure.value:6.3f}"
        f" {figure.items:7d} {_number(target.peer)} {_number(target.aim)}  {marks(figure, bound)}"
    ).rstrip()


def as_json(figure: Figure, bound: Bound | None) -> str:
    """Return the figure with what it is held against as one line of JSON."""
    target = target_of(figure)
    return json.dumps(
        {
            "task": figure.task,
            "metric": figure.metric,
            "value": round(figure.value, 4),
            "items": figure.items,
            "lower_is_better": figure.lower_is_better,
            "peer": target.peer,
            "aim": target.aim,
            "bound": bound.value if bound is not None else None,
            "mark": marks(figure, bound),
        },
        ensure_ascii=False,
    )


def marks(figure: Figure, bound: Bound | None) -> str:
    """Return how the figure stands to its peer and aim, and whether it broke its bound."""
    found = [target_of(figure).mark(figure)]
    if bound is not None and not bound.holds(figure.value):
        found.append(f"{'ABOVE CEILING' if bound.at_most else 'BELOW FLOOR'} {bound.value:.3f}")
    return "; ".join(filter(None, found))


def _number(value: float | None) -> str:
    return f"{value:6.3f}" if value is not None else " " * 6
