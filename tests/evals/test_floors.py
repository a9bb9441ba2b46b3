"""Floors rise with what is measured, and never fall by themselves."""

from __future__ import annotations

from pathlib import Path

import pytest

from evals.__main__ import below_floor
from evals.figure import Figure
from evals.floors import read_floors, write_floors


def figure(value: float) -> Figure:
    return Figure(task="times/invented", metric="value_f1", value=value, items=10)


def test_a_floor_rises_to_a_better_figure_and_stays_for_a_worse(tmp_path: Path) -> None:
    path = tmp_path / "floors.toml"
    for value in (0.5, 0.7, 0.6):
        write_floors([figure(value)], path)
    assert read_floors(path)["times/invented", "value_f1"] == pytest.approx(0.698)


def test_a_figure_below_its_floor_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    (task, metric), floor = next(iter(read_floors().items()))
    low = Figure(task=task, metric=metric, value=floor - 0.1, items=1)
    assert list(below_floor([low])) == [low]
    assert "BELOW FLOOR" in capsys.readouterr().out
    assert not list(below_floor([Figure(task=task, metric=metric, value=1.0, items=1)]))
