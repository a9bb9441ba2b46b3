"""Numbers weighted by how far each source's stray from the estimates: CRH and CATD."""

from __future__ import annotations

from collections.abc import Mapping
from statistics import NormalDist

import numpy as np

from tocsin.weigh.truth.claims import Numbers, Table
from tocsin.weigh.truth.votes import weighted_median

ROUNDS = 20
LEAST = 1e-9  # a loss of nothing would weigh without end
LOWER_TAIL = NormalDist().inv_cdf(0.025)  # CATD's confidence of 95 percent


def crh(table: Table, *, rounds: int = ROUNDS) -> Mapping[str, float]:
    """Return the weighted medians; a source weighs by minus the logarithm of its share of loss.

    Source: Li et al. 2014, Resolving conflicts in heterogeneous data (CRH), absolute loss.
    """
    weights = np.ones(len(table.sources))
    for _ in range(rounds):
        loss = table.by_source(_strayed(table, weighted_median(table, weights)))
        weights = -np.log(np.maximum(loss, LEAST) / max(float(loss.sum()), LEAST) / 2)
    return weighted_median(table, np.maximum(weights, LEAST))


def catd(table: Table, *, rounds: int = ROUNDS) -> Mapping[str, float]:
    """Return the weighted medians; a source weighs by the upper bound of its error's variance.

    Few claims make the bound wide. The chi-squared quantile is Wilson and Hilferty's (1931).
    Source: Li et al. 2015, A confidence-aware approach for truth discovery (CATD).
    """
    many = table.claims_by_source
    part = 2 / (9 * many)
    quantile = np.maximum(many * (1 - part + LOWER_TAIL * np.sqrt(part)) ** 3, LEAST)
    weights = np.ones(len(table.sources))
    for _ in range(rounds):
        loss = table.by_source(_strayed(table, weighted_median(table, weights)) ** 2)
        weights = quantile / np.maximum(loss, LEAST)
    return weighted_median(table, weights)


def _strayed(table: Table, estimates: Mapping[str, float]) -> Numbers:
    """Return how far each claim is from the estimate, in the spread of its object's values."""
    numbers = np.array([float(value) for value in table.values])
    middle = np.array([estimates[name] for name in table.objects])
    far = np.abs(numbers - middle[table.object_of])
    spread = np.zeros(len(table.objects))
    np.maximum.at(spread, table.object_of, far)
    strayed: Numbers = (far / np.maximum(spread, LEAST)[table.object_of])[table.value]
    return strayed
