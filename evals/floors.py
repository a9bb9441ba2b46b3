"""Floors under the figures: raised by `--update`, lowered only by hand with a changelog line."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from pathlib import Path

from evals.figure import Figure

FLOORS = Path(__file__).with_name("floors.toml")
SLACK = 0.002  # arithmetic differs in the last digits between processors

Floors = dict[tuple[str, str], float]


def read_floors(path: Path = FLOORS) -> Floors:
    """Return the floor of each (task, metric) that has one."""
    if not path.exists():
        return {}
    tasks = tomllib.loads(path.read_text(encoding="utf-8"))
    return {
        (task, metric): float(floor)
        for task, metrics in tasks.items()
        for metric, floor in metrics.items()
    }


def write_floors(figures: Iterable[Figure], path: Path = FLOORS) -> None:
    """Raise each figure's floor to what was measured, less the slack; never lower one."""
    floors = read_floors(path)
    for figure in figures:
        key = (figure.task, figure.metric)
        floors[key] = max(floors.get(key, 0.0), round(figure.value - SLACK, 3))
    lines = ["# Floors of `make eval`. Lowering one takes a line in CHANGELOG.md.\n"]
    for task in sorted({task for task, _ in floors}):
        lines.append(f'\n["{task}"]\n')
        lines += [f'"{m}" = {floors[t, m]}\n' for t, m in sorted(floors) if t == task]
    path.write_text("".join(lines), encoding="utf-8")
