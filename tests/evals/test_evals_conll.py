"""Scores of coreference against the worked example of Luo 2005, table 1."""

import itertools

import numpy as np
import pytest

from evals.conll import b_cubed_f1, best_assignment, ceaf_e_f1, muc_f1

MENTIONS = "123456789ABC"
TRUTH = dict(zip(MENTIONS, "aaaaabbccccc", strict=True))


@pytest.mark.parametrize(
    ("clusters", "muc", "b_cubed", "ceaf"),
    [
        ("aaaaabbbbbbb", 0.947, 0.865, 0.733),
        ("aaaaabbaaaaa", 0.947, 0.737, 0.667),
        ("aaaaaaaaaaaa", 0.900, 0.545, 0.294),
        ("abcdefghijkl", 0.000, 0.400, 0.178),
    ],
)
def test_the_scores_are_those_of_the_published_example(clusters, muc, b_cubed, ceaf):
    given = dict(zip(MENTIONS, clusters, strict=True))
    assert muc_f1(given, TRUTH) == pytest.approx(muc, abs=0.0006)
    assert b_cubed_f1(given, TRUTH) == pytest.approx(b_cubed, abs=0.0006)
    assert ceaf_e_f1(given, TRUTH) == pytest.approx(ceaf, abs=0.0006)


def test_the_assignment_is_the_best_of_all():
    dice = np.random.default_rng(7)
    for _ in range(40):
        rows, columns = sorted(dice.integers(1, 6, 2))
        likeness = dice.random((rows, columns)) * (dice.random((rows, columns)) > 0.4)
        best = max(
            sum(likeness[row, column] for row, column in enumerate(taken))
            for taken in itertools.permutations(range(columns), int(rows))
        )
        assert best_assignment(likeness) == pytest.approx(best)
        assert best_assignment(likeness.T) == pytest.approx(best)
