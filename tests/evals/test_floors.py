"""Bounds tighten with what is measured, and never loosen by themselves."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from evals.__main__ import out_of_bounds
from evals.figure import Figure
from evals.floors import Bound, read_floors, write_floors


def figure(value: float, *, error: bool = False) -> Figure:
    metric = "error" if error else "value_f1"
    return Figure(
        task="times/invented", metric=metric, value=value, items=10, lower_is_better=error
    )


def test_a_floor_rises_to_a_better_figure_and_stays_for_a_worse(tmp_path: Path) -> None:
    path = tmp_path / "floors.toml"
    for value in (0.5, 0.7, 0.6):
        write_floors([figure(value)], path)
    assert read_floors(path)["times/invented", "value_f1"] == Bound(0.698)


def test_a_ceiling_sinks_to_a_smaller_error_and_stays_for_a_greater(tmp_path: Path) -> None:
    path = tmp_path / "floors.toml"
    for value in (0.2, 0.1, 0.3):
        write_floors([figure(value, error=True)], path)
    assert read_floors(path)["times/invented", "error"] == Bound(0.102, at_most=True)


def test_a_bound_of_a_task_that_was_not_run_is_kept_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "floors.toml"
    write_floors([figure(0.1, error=True)], path)
    before = read_floors(path)
    write_floors([figure(0.5)], path)
    assert read_floors(path) == {**before, ("times/invented", "value_f1"): Bound(0.498)}


def test_a_figure_on_the_wrong_side_of_its_bound_is_told() -> None:
    (task, metric), floor = next(iter(read_floors().items()))
    low = Figure(task=task, metric=metric, value=floor.value - 0.1, items=1)
    high = replace(low, value=1.0)
    assert list(out_of_bounds([low, high])) == ([high] if floor.at_most else [low])


@pytest.mark.parametrize(("at_most", "good", "bad"), [(False, 0.6, 0.4), (True, 0.4, 0.6)])
def test_a_floor_holds_above_it_and_a_ceiling_below(at_most: bool, good: float, bad: float) -> None:
    bound = Bound(0.5, at_most=at_most)
    assert bound.holds(good)
    assert not bound.holds(bad)
