"""Fit the weights of `weigh/stories/coreference.py` on the train part of ECB+ and print them.

    python -m training.coreference --gold FOLDER

No torch: a logistic regression of a dozen features by Newton's method, the same on each run.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from evals.ecb_set import ecb_set
from evals.ecbplus import setting_of_set
from tocsin.weigh.stories.coreference import candidate_pairs, evidence_for

RIDGE = 1.0
ROUNDS = 25  # Newton's method has settled to six digits after some ten


def fitted(rows: NDArray[np.float64], same: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the weights of the columns that make `same` likeliest, held small by a ridge."""
    weights = np.zeros(rows.shape[1])
    for _ in range(ROUNDS):
        chance = 1 / (1 + np.exp(-rows @ weights))
        slope = rows.T @ (same - chance) - RIDGE * weights
        spread = (rows * (chance * (1 - chance))[:, None]).T @ rows
        weights += np.linalg.solve(spread + RIDGE * np.eye(len(weights)), slope)
    return weights


def main() -> None:
    """Print one line a weight, as they stand in the code."""
    parser = argparse.ArgumentParser(prog="python -m training.coreference", description=__doc__)
    parser.add_argument("--gold", type=Path, required=True, help="folder of gold sets")
    given = ecb_set(parser.parse_args().gold, "Train")
    setting = setting_of_set(given)
    evidence, same = [], []
    for one, other in candidate_pairs(given.mentions, setting.stories):
        evidence.append(evidence_for(one, other, setting))
        same.append(float(given.chains[one.id] == given.chains[other.id]))
    names = list(evidence[0])
    rows = np.array([[row[name] for name in names] for row in evidence])
    for name, weight in zip(names, fitted(rows, np.array(same)), strict=True):
        print(f'    "{name}": {weight:.2f},')


if __name__ == "__main__":
    main()
