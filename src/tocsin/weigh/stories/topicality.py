"""How alike two texts are by the words that few texts of the run share."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

Vector = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Rarity:
    """In how many texts of a run each stem stands."""

    texts: int
    holders: Mapping[str, int]

    @classmethod
    def among(cls, texts: Collection[Iterable[str]]) -> Rarity:
        """Return the rarity of the stems of some texts."""
        return cls(len(texts), Counter(stem for text in texts for stem in set(text)))

    def of(self, stem: str) -> float:
        """Return the log of how rare the stem is; 0 for one that every text holds, or none."""
        holders = self.holders.get(stem, 0)
        return math.log(self.texts / holders) if holders else 0.0

    def vector(self, stems: Sequence[str], power: float = 1.0) -> Vector:
        """Return the weights of the stems that other texts hold too, of length 1 together.

        Source: Salton & Buckley 1988, log term frequency and inverse document frequency.
        """
        raw = {
            stem: (1 + math.log(count)) * self.of(stem) ** power
            for stem, count in sorted(Counter(stems).items())
            if self.holders.get(stem, 0) > 1
        }
        length = math.sqrt(sum(weight * weight for weight in raw.values()))
        return {stem: weight / length for stem, weight in raw.items()} if length else {}


def cosine(one: Vector, other: Vector) -> float:
    """Return the cosine of two vectors of length 1, 0 where one is empty.

    >>> cosine({"shell": 0.6, "camp": 0.8}, {"camp": 1.0})
    0.8
    """
    less, more = sorted((one, other), key=len)
    return math.fsum(weight * more[stem] for stem, weight in less.items() if stem in more)
