"""Calibration error: the gap between how sure and how right, over bins of equal mass."""

from __future__ import annotations

from itertools import chain, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evals.calibration import BINS, bins_of, calibration_error

SCORED = st.lists(st.tuples(st.floats(0, 1), st.booleans()), max_size=60)


def test_scores_that_say_how_often_they_are_right_have_no_error() -> None:
    scored = [(0.2, n == 0) for n in range(5)] + [(0.8, n > 0) for n in range(5)]
    assert calibration_error(scored) == pytest.approx(0)


def test_being_always_sure_and_half_right_costs_a_half() -> None:
    assert calibration_error([(1.0, True), (1.0, False)]) == 0.5


def test_nothing_scored_has_no_error() -> None:
    assert calibration_error([]) == 0


@given(SCORED)
def test_the_order_of_items_does_not_matter_and_the_error_is_a_share(
    scored: list[tuple[float, bool]],
) -> None:
    error = calibration_error(scored)
    assert 0 <= error <= 1
    assert calibration_error(scored[::-1]) == error


@given(SCORED)
def test_bins_hold_every_item_once_and_never_part_equal_scores(
    scored: list[tuple[float, bool]],
) -> None:
    bins = bins_of(scored)
    assert len(bins) <= BINS
    assert list(chain.from_iterable(bins)) == sorted(scored)
    edges = [(one[-1][0], other[0][0]) for one, other in pairwise(bins)]
    assert all(low < high for low, high in edges)
