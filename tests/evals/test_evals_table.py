"""The table says how a figure stands to its peer, its aim and its bound."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from evals.figure import Figure
from evals.floors import Bound
from evals.table import as_json, as_line
from evals.targets import Target, read_targets

FIGURE = Figure(task="polnear", metric="attribution_f1", value=0.7, items=9)


@pytest.mark.parametrize(("value", "mark"), [(0.6, "below peer"), (0.7, "below aim"), (0.8, "OK")])
def test_a_figure_is_marked_by_what_it_reaches(value: float, mark: str) -> None:
    assert Target(peer=0.65, aim=0.75).mark(replace(FIGURE, value=value)) == mark


def test_a_figure_without_a_target_has_no_mark() -> None:
    assert Target().mark(FIGURE) == ""


def test_an_error_reaches_its_aim_from_above() -> None:
    error = replace(FIGURE, value=0.1, lower_is_better=True)
    assert Target(aim=0.2).mark(error) == "OK"
    assert Target(aim=0.05).mark(error) == "below aim"


def test_every_target_names_a_peer_or_an_aim() -> None:
    for target in read_targets().values():
        numbers = [number for number in (target.peer, target.aim) if number is not None]
        assert numbers
        assert all(number > 0 for number in numbers)  # an error may be counted in people


def test_a_line_names_the_broken_floor_and_its_json_says_the_same() -> None:
    bound = Bound(0.9)
    assert as_line(FIGURE, bound).endswith("below aim; BELOW FLOOR 0.900")
    said = json.loads(as_json(FIGURE, bound))
    assert (said["bound"], said["mark"]) == (0.9, "below aim; BELOW FLOOR 0.900")
