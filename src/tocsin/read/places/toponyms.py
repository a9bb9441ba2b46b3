"""Toponyms found in the prose: spans that may name a place, with how sure the wording is."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from tocsin.core.place import Place
from tocsin.core.types import Span


@dataclass(slots=True, kw_only=True)
class Toponym:
    """A span that may name a place.

    `key` is the folded name it is looked up by; `candidates` the known places of that name.
    `wanted` is the feature that a generic word beside it asks for ("Karsh province" → "ADM1").
    `container` is the toponym that the wording puts it in ("Halvik, Dessin"). `evidence` is in
    decades of odds. `characters` is how many are meant of a compound token ("U.S.-led" → 4).
    """

    first: Token
    last: Token
    key: str
    candidates: tuple[Place, ...]
    evidence: float = 0.0
    adjective: bool = False
    wanted: str | None = None
    container: Toponym | None = None
    characters: int | None = None

    @property
    def span(self) -> Span:
        """Return the characters that the toponym covers."""
        end = self.last.idx + (self.characters or len(self.last.text))
        return Span(self.first.idx, end)
