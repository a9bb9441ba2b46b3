"""The heads in numpy: vectors of word pieces in, probabilities out.

The weights are those that `training.export` writes; shapes are (pieces, WIDTH) unless said.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from tocsin.read.encoder.schema import NAME_KINDS, ROLES, TRIGGER_HEADS

Floats = NDArray[np.float32]
TRIGGER_REACH: Final = 24  # pieces on each side of a trigger that its heads see, as in training


@dataclass(frozen=True, slots=True)
class Heads:
    """All heads' weights, by the names they have in training."""

    weights: Mapping[str, Floats]
    temperatures: Mapping[str, float]

    @property
    def width(self) -> int:
        """The length of a piece's vector."""
        return int(self.weights["roles.weight"].shape[1])

    def roles(self, vectors: Floats) -> Floats:
        """Return probabilities (pieces, roles, 3) of outside, begin and inside."""
        logits = self._linear("roles", vectors).reshape(len(vectors), len(ROLES), 3)
        return softmax(logits)

    def names(self, vectors: Floats) -> Floats:
        """Return probabilities (pieces, 1 + 2 × kinds)."""
        return softmax(self._linear("names", vectors)).reshape(-1, 1 + 2 * len(NAME_KINDS))

    def passage(self, head: str, vector: Floats) -> Floats:
        """Return the class probabilities of a passage from its mean vector (WIDTH,)."""
        return softmax(self._linear(f"passages.{head}", vector) / self._temperature(head))

    def link(self, name: str, cue: Floats, first: int, vectors: Floats) -> Floats:
        """Return, a piece each, the probability that it belongs to the cue (WIDTH,).

        `first` is the index of the cue's first piece among `vectors`.
        """
        stem = f"links.{name}"
        table = self.weights[f"{stem}.distance.weight"]
        farthest = len(table) // 2
        apart = np.clip(np.arange(len(vectors)) - first, -farthest, farthest) + farthest
        mixed = self._linear(f"{stem}.cue", cue) + self._linear(f"{stem}.piece", vectors)
        logits = self._linear(f"{stem}.score", np.maximum(mixed + table[apart], 0))[:, 0]
        chances: Floats = np.reciprocal(1 + np.exp(-logits), dtype=np.float32)
        return chances

    def trigger(self, trigger: Floats, around: Floats) -> dict[str, Floats]:
        """Return the class probabilities of a trigger from its and its surroundings' vectors."""
        mixed = self._linear("triggers.hidden", np.concatenate([trigger, around]))
        mixed = np.maximum(mixed, 0)
        return {
            head: softmax(self._linear(f"triggers.heads.{head}", mixed) / self._temperature(head))
            for head in TRIGGER_HEADS
        }

    def _linear(self, name: str, x: Floats) -> Floats:
        product: Floats = x @ self.weights[f"{name}.weight"].T + self.weights[f"{name}.bias"]
        return product

    def _temperature(self, head: str) -> float:
        return self.temperatures.get(head, 1.0)


def softmax(logits: Floats) -> Floats:
    """Return probabilities over the last axis."""
    powers = np.exp(logits - logits.max(axis=-1, keepdims=True))
    shares: Floats = powers / powers.sum(axis=-1, keepdims=True)
    return shares
