"""The triage model: the worst stretch of a text, as a score from 0 to 1."""

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

WINDOW_WORDS: Final = 120  # a paragraph or two; the model was trained on windows of this length
WINDOW_STEP: Final = 20  # a sentence: no event falls between two windows
SHORT_WORDS: Final = 10  # the length at which the weight for short texts counts once
FEWEST_WORDS: Final = 4  # shorter texts count as this long

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class TriageModel:
    """A weight for each row of the table, one for being short, and the line to a likelihood.

    `slope` and `offset` turn the sum of a window into the logit of the score.
    """

    table: Floats
    short: float
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
        first, last = window_ends(len(words))
        length = min(len(words), WINDOW_WORDS)
        worst = float((sums[last] - sums[first]).max()) / math.sqrt(length)
        return _logistic(self.slope * (worst + self.short * shortness(length)) + self.offset)


def window_ends(length: int) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return first words and ends of the windows over so many words; the last ends with the text.

    >>> [ends.tolist() for ends in window_ends(150)]
    [[0, 20, 30], [120, 140, 150]]
    """
    last_start = max(0, length - WINDOW_WORDS)
    starts = np.append(np.arange(0, last_start, WINDOW_STEP), last_start)
    return starts, np.minimum(starts + WINDOW_WORDS, length)


def shortness(length: int) -> float:
    """Return how much a window of so many words counts as short; a sum over few words is unsure.

    >>> shortness(10), shortness(1_000)
    (1.0, 0.1)
    """
    return math.sqrt(SHORT_WORDS / max(length, FEWEST_WORDS))


@cache
def shipped_triage() -> TriageModel:
    """Return the model that the package carries."""
    with (files("tocsin.read.triage") / "weights.npz").open("rb") as file, np.load(file) as arrays:
        table = arrays["table"].astype(np.float32)
        short, slope, offset = (float(number) for number in arrays["line"])
    return TriageModel(table, short, slope, offset)


def _logistic(logit: float) -> float:
    return 1 / (1 + math.exp(-logit)) if logit > -700 else 0.0  # math.exp overflows from 709
