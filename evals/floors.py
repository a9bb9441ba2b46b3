"""Bounds under or over the figures: tightened by `--update`, loosened only by hand.

A figure that should be high has a floor, a number; one that should be low (a calibration error)
has a ceiling, `{at_most = number}`.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from evals.figure import Figure

FLOORS = Path(__file__).with_name("floors.toml")
SLACK = 0.002  # arithmetic differs in the last digits between processors
HEAD = """\
# Floors of `make eval`, and ceilings (`at_most`) where lower is better.
# Lowering a floor or lifting a ceiling takes a line in CHANGELOG.md.
"""


@dataclass(frozen=True, slots=True)
class Bound:
    """The value that a figure may not pass: a floor, or a ceiling where `at_most`."""

    value: float
    at_most: bool = False

    def holds(self, value: float) -> bool:
        """Return whether the value is on the good side."""
        return value <= self.value if self.at_most else value >= self.value

    def tighter(self, other: Bound) -> Bound:
        """Return the stricter of two bounds of one kind."""
        return other if self.holds(other.value) else self


Floors = dict[tuple[str, str], Bound]


def read_floors(path: Path = FLOORS) -> Floors:
    """Return the bound of each (task, metric) that has one."""
    if not path.exists():
        return {}
    tasks = tomllib.loads(path.read_text(encoding="utf-8"))
    return {
        (task, metric): (
            Bound(float(bound["at_most"]), at_most=True)
            if isinstance(bound, dict)
            else Bound(float(bound))
        )
        for task, metrics in tasks.items()
        for metric, bound in metrics.items()
    }


def write_floors(figures: Iterable[Figure], path: Path = FLOORS) -> None:
    """Tighten each figure's bound to what was measured, less the slack; never loosen one."""
    floors = read_floors(path)
    for figure in figures:
        key = (figure.task, figure.metric)
        measured = _bound_of(figure)
        floors[key] = floors[key].tighter(measured) if key in floors else measured
    lines = [HEAD]
    for task in sorted({task for task, _ in floors}):
        lines.append(f'\n["{task}"]\n')
        lines += [f'"{m}" = {_as_toml(floors[t, m])}\n' for t, m in sorted(floors) if t == task]
    path.write_text("".join(lines), encoding="utf-8")


def _bound_of(figure: Figure) -> Bound:
    slack = SLACK if figure.lower_is_better else -SLACK
    return Bound(round(max(figure.value + slack, 0.0), 3), at_most=figure.lower_is_better)


def _as_toml(bound: Bound) -> str:
    return f"{{at_most = {bound.value}}}" if bound.at_most else str(bound.value)
