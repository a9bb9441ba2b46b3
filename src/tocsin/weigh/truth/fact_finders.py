"""Fact finders: sources are as good as their values, and values as good as their sources."""

from __future__ import annotations

import numpy as np

from tocsin.weigh.truth.claims import Numbers, Table

ROUNDS = 20
FIRST_TRUST = 0.9  # Yin 2008, section 5
DAMPENING = 0.3  # Yin 2008, section 5: sources are not independent of one another
NEARLY_SURE = 1e-12  # keeps the logarithm of a source without an error finite
INVESTED = 1.2  # Pasternack & Roth 2010, section 3.2
POOLED = 1.4  # Pasternack & Roth 2010, section 3.2


def truth_finder(table: Table, *, rounds: int = ROUNDS) -> Numbers:
    """Return each value's confidence score.

    Source: Yin, Han & Yu 2008, Truth discovery with multiple conflicting information providers,
    without their implication between values.
    """
    trust = np.full(len(table.sources), FIRST_TRUST)
    scores = table.claims_by_value
    for _ in range(rounds):
        scores = table.by_value(-np.log(np.maximum(1 - trust, NEARLY_SURE))[table.source])
        sure = 1 / (1 + np.exp(-DAMPENING * scores))
        trust = table.by_source(sure[table.value]) / table.claims_by_source
    return scores


def sums(table: Table, *, rounds: int = ROUNDS) -> Numbers:
    """Return hubs and authorities. Source: Pasternack & Roth 2010, section 3.2.1."""
    return _summed(table, np.ones(len(table.sources)), rounds)


def average_log(table: Table, *, rounds: int = ROUNDS) -> Numbers:
    """Return Sums with a source's mean instead of its sum, times the logarithm of its claims.

    Source: Pasternack & Roth 2010, section 3.2.2.
    """
    many = table.claims_by_source
    return _summed(table, np.log(many + NEARLY_SURE) / many, rounds)


def _summed(table: Table, factor: Numbers, rounds: int) -> Numbers:
    belief = table.claims_by_value
    for _ in range(rounds):
        trust = _of_one(table.by_source(belief[table.value]) * factor)
        belief = _of_one(table.by_value(trust[table.source]))
    return belief


def investment(table: Table, *, rounds: int = ROUNDS) -> Numbers:
    """Return what the values of each source's invested trust grow to.

    Source: Pasternack & Roth 2010, section 3.2.3.
    """
    belief = table.claims_by_value
    trust = np.ones(len(table.sources))
    for _ in range(rounds):
        stake = (trust / table.claims_by_source)[table.source]
        pot = table.by_value(stake)
        belief = pot**INVESTED
        trust = _of_one(table.by_source(_returned(belief, pot, stake, table)))
    return belief


def pooled_investment(table: Table, *, rounds: int = ROUNDS) -> Numbers:
    """Return Investment with growth shared out among the values of one object.

    Source: Pasternack & Roth 2010, section 3.2.4.
    """
    belief = table.claims_by_value
    trust = np.ones(len(table.sources))
    for _ in range(rounds):
        stake = (trust / table.claims_by_source)[table.source]
        pot = table.by_value(stake)
        grown = np.bincount(table.object_of, pot, len(table.objects))[table.object_of]
        belief = grown * table.share_in_object(np.maximum(pot**POOLED, NEARLY_SURE))
        trust = _of_one(table.by_source(_returned(belief, pot, stake, table)))
    return belief


def _returned(belief: Numbers, pot: Numbers, stake: Numbers, table: Table) -> Numbers:
    return belief[table.value] * stake / np.maximum(pot[table.value], NEARLY_SURE)


def _of_one(weights: Numbers) -> Numbers:
    """Return the weights as parts of the greatest."""
    return weights / max(float(weights.max(initial=0.0)), NEARLY_SURE)
