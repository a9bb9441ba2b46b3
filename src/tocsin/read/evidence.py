"""How likely a candidate is, from the signs that speak for and against it.

A layer's rules find candidates and name the signs about each ("told to leave by then"); the table
`evidence.yaml` gives every sign its weight in log-odds. A second reader, such as the trained
model, enters with log-odds of its own about the candidate's words.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import Final

from tocsin.core.types import Span
from tocsin.ontology.tables import read_table

STEEPEST: Final = 30.0  # log-odds; beyond them the exponential says nothing more

Opinion = Callable[[Span], float]
"""What a second reader makes of the words, in log-odds; 0 where it does not know."""


def no_opinion(words: Span) -> float:  # noqa: ARG001  (one shape for all opinions)
    """Return 0: the signs alone decide."""
    return 0.0


def chance(layer: str, signs: Iterable[str], opinion: float = 0.0) -> float:
    """Return how likely a candidate of the layer is what it looks like, 0 to 1.

    A sign that the training passages never showed weighs nothing.

    >>> chance("deadlines", ()) < chance("deadlines", ("due_cue",))
    True
    """
    weights = evidence(layer)
    odds = weights["bias"] + sum(weights.get(sign, 0.0) for sign in set(signs)) + opinion
    return 1 / (1 + math.exp(-max(-STEEPEST, min(STEEPEST, odds))))


def kept_from(layer: str) -> float:
    """Return the chance from which a candidate of the layer is kept.

    F1 is highest where a candidate is kept from half the F1 reached on. Source: Lipton, Elkan and
    Naryanaswamy 2014, theorem 1.
    """
    return evidence(layer)["kept_from"]


@cache
def evidence(layer: str) -> Mapping[str, float]:
    """Return the weight of each sign of the layer, in log-odds."""
    table: Mapping[str, Mapping[str, float]] = read_table("evidence")
    return table[layer]
