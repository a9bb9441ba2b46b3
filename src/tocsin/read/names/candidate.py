"""A stretch of tokens that may be a name, before overlaps are settled and bearers joined."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum

from spacy.tokens import Doc
from spacy.tokens import Span as Phrase

from tocsin.core.types import NameKind


class Rank(IntEnum):
    """Which reading of one stretch wins: the higher."""

    ACTING_COUNTRY = 0
    MODEL = 1
    PHRASE = 2
    PERSON = 3
    KNOWN = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """Tokens `start` (included) to `end` (excluded) as one possible name.

    `head` is the token that names the kind. `bare` marks a noun too wide to stand unless it
    takes up a longer name of the report ("the committee").
    """

    start: int
    end: int
    head: int
    kind: NameKind
    rank: Rank
    canonical: str | None = None
    country: str | None = None
    sector: str | None = None
    public: bool = False
    bare: bool = False

    def phrase(self, doc: Doc) -> Phrase:
        """Return the tokens."""
        return doc[self.start : self.end]


def longest_apart(candidates: Iterable[Candidate]) -> tuple[Candidate, ...]:
    """Return the candidates that are left when longer ones have displaced those they touch."""
    taken: set[int] = set()
    kept = []
    for candidate in sorted(candidates, key=_precedence):
        tokens = range(candidate.start, candidate.end)
        if candidate.start < candidate.end and taken.isdisjoint(tokens):
            taken.update(tokens)
            kept.append(candidate)
    return tuple(sorted(kept, key=lambda candidate: candidate.start))


def _precedence(candidate: Candidate) -> tuple[int, int, int]:
    return (candidate.start - candidate.end, -candidate.rank, candidate.start)
