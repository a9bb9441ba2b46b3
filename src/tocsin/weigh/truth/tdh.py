"""Truth discovery with a hierarchy: a source may be right, right but coarse, or wrong."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from tocsin.weigh.truth.claims import Indices, Numbers, Table, Value
from tocsin.weigh.truth.coarser import Coarser, none_coarser, zeros_of

RIGHT, COARSE, WRONG = range(3)
ROUNDS = 25  # the original's greatest number; estimates stand still after about ten
OWN_CLAIM = 2.0  # pseudo-count of every value, so that none is beyond revival; the original's

Prior = tuple[float, float, float]
NAMES: Prior = (3.0, 5.0, 2.0)
"""Names are mostly given coarser than they could be; 2–5 for COARSE swept on both hierarchies."""
NUMBERS: Prior = (5.0, 2.0, 2.0)
"""Numbers are mostly given as they are known."""
ROUND_NUMBER = 0.2  # what a trailing zero takes from a number's first share; swept 0–0.3


@dataclass(frozen=True, slots=True)
class Found:
    """Each value's share of belief, and each source's chances to be right, coarse and wrong."""

    shares: Numbers
    chances: Numbers


@dataclass(frozen=True, slots=True)
class _Pairs:
    """Every claim against every value of its object, were that the truth."""

    claim: Indices
    source: Indices
    value: Indices
    kind: Indices
    spread: Numbers
    untold: Numbers


def tdh(
    table: Table, coarser: Coarser = none_coarser, *, prior: Prior = NAMES, rounds: int = ROUNDS
) -> Found:
    """Return what expectation maximisation makes of the claims.

    A coarse claim is one of the values that the truth lies in, a wrong one any of the others.
    Where no value of an object is coarser than another, a right claim may be one of a source
    that knows things coarsely: it counts as either. Bounded rounds; linear in the pairs.
    Source: Jung, Kim & Shim 2019, Crowdsourced truth discovery in the presence of hierarchies
    (EDBT); ours is the prior of COARSE and the one against round numbers.
    """
    pairs = _paired(table, coarser)
    counts = np.array(prior)
    chances = np.tile(counts / counts.sum(), (len(table.sources), 1))
    shares = table.share_in_object(first_shares(table.values))
    floor = shares * table.values_by_object[table.object_of] * (OWN_CLAIM - 1)
    for _ in range(rounds):
        likely = chances[pairs.source, pairs.kind] * pairs.spread
        either = chances[pairs.source, COARSE] * pairs.untold
        held = (likely + either) * shares[pairs.value]
        held /= np.bincount(pairs.claim, held, len(table.value))[pairs.claim]
        shares = table.share_in_object(np.bincount(pairs.value, held, len(shares)) + floor)
        as_coarse = held * either / (likely + either)
        chances = _chances(pairs, held, as_coarse, counts, len(table.sources))
    return Found(shares, chances)


def first_shares(values: Sequence[Value]) -> Numbers:
    """Return what each value weighs before any claim: less for a round number."""
    zeros = [0 if isinstance(value, str) else zeros_of(value) for value in values]
    weights: Numbers = np.exp(-ROUND_NUMBER * np.array(zeros, dtype=float))
    return weights


def _chances(
    pairs: _Pairs, held: Numbers, as_coarse: Numbers, prior: Numbers, sources: int
) -> Numbers:
    told = [
        np.bincount(pairs.source, (held - as_coarse) * (pairs.kind == kind), sources)
        for kind in (RIGHT, COARSE, WRONG)
    ]
    told[COARSE] += np.bincount(pairs.source, as_coarse, sources)
    counts: Numbers = np.stack(told, axis=1) + prior - 1
    chances: Numbers = counts / counts.sum(axis=1, keepdims=True)
    return chances


def _paired(table: Table, coarser: Coarser) -> _Pairs:
    values_of: list[list[int]] = [[] for _ in table.objects]
    for index, place in enumerate(table.object_of):
        values_of[place].append(index)
    above: dict[int, frozenset[int]] = {}
    for indices in values_of:
        found = coarser([table.values[index] for index in indices])
        above |= {
            index: frozenset(indices[each] for each in over)
            for index, over in zip(indices, found, strict=True)
        }
    rows: list[tuple[int, int, int, int, float, float]] = []
    for claim, (source, said) in enumerate(zip(table.source, table.value, strict=True)):
        indices = values_of[table.object_of[said]]
        flat = not any(above[index] for index in indices)
        for truth in indices:
            kind, others = _told(int(said), truth, above, len(indices))
            untold = float(flat and kind == RIGHT)
            rows.append((claim, int(source), truth, kind, 1 / max(others, 1), untold))
    columns = [np.array(column) for column in zip(*rows, strict=True)] or [np.zeros(0)] * 6
    claim_of, source_of, value_of, kind_of = (column.astype(np.intp) for column in columns[:4])
    spread, untold_of = (column.astype(float) for column in columns[4:])
    return _Pairs(claim_of, source_of, value_of, kind_of, spread, untold_of)


def _told(said: int, truth: int, above: dict[int, frozenset[int]], values: int) -> tuple[int, int]:
    """Return what the claim is were that the truth, and how many values it could then have been."""
    if said == truth:
        return RIGHT, 1
    if said in above[truth]:
        return COARSE, len(above[truth])
    return WRONG, values - 1 - len(above[truth])
