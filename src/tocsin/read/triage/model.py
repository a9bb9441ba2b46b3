"""The triage model: the worst paragraph or sentence of a text, as a score from 0 to 1."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

import numpy as np
from numpy.typing import NDArray

from tocsin.read.triage.features import rows_of, words_of

WINDOW_WORDS: Final = 120  # a paragraph or two
WINDOW_STEP: Final = 20
SENTENCE_WORDS: Final = 24  # one sentence on a killing in a long report on something else
SENTENCE_STEP: Final = 6
SHORTEST_CUT: Final = 36  # a text of fewer words is taken as a whole only

Floats = NDArray[np.float32]
Ends = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class TriageModel:
    """A weight for each row of the table, and the line from the worst window to a likelihood.

    A window counts by its sum of weights over the root of its length: a few words can raise a
    short text as high as many a long one. A sentence out of a longer text counts `margin` less.
    `slope` and `offset` turn that into the logit of the score.
    """

    table: Floats
    margin: float
    slope: float
    offset: float

    def score(self, text: str) -> float:
        """Return how likely the text concerns violence against people, by its worst window."""
        return self.score_words(words_of(text))

    def score_words(self, words: Sequence[str]) -> float:
        """Return the score of a text of these words; 0 where there are none."""
        if not words:
            return 0.0
        sums = np.zeros(len(words) + 1)
        np.cumsum(self.table[rows_of(words)].sum(axis=1), out=sums[1:])
        worst = _worst(sums, *window_ends(len(words), WINDOW_WORDS, WINDOW_STEP))
        if len(words) > SHORTEST_CUT:
            sentences = window_ends(len(words), SENTENCE_WORDS, SENTENCE_STEP)
            worst = max(worst, _worst(sums, *sentences) - self.margin)
        return _logistic(self.slope * worst + self.offset)


def window_ends(length: int, width: int, step: int) -> tuple[Ends, Ends]:
    """Return first words and ends of the windows over so many words; the last ends with the text.

    >>> [ends.tolist() for ends in window_ends(150, width=120, step=20)]
    [[0, 20, 30], [120, 140, 150]]
    """
    last_start = max(0, length - width)
    starts = np.append(np.arange(0, last_start, step), last_start)
    return starts, np.minimum(starts + width, length)


def _worst(sums: NDArray[np.float64], first: Ends, last: Ends) -> float:
    return float((sums[last] - sums[first]).max()) / math.sqrt(last[0] - first[0])


@cache
def shipped_triage() -> TriageModel:
    """Return the model that the package carries."""
    with (files("tocsin.read.triage") / "weights.npz").open("rb") as file, np.load(file) as arrays:
        table = arrays["table"].astype(np.float32)
        margin, slope, offset = (float(number) for number in arrays["line"])
    return TriageModel(table, margin, slope, offset)


def _logistic(logit: float) -> float:
    return 1 / (1 + math.exp(-logit)) if logit > -700 else 0.0  # math.exp overflows from 709
