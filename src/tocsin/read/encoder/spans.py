"""Spans read off the probabilities of pieces."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from tocsin.core.types import Span
from tocsin.read.encoder.heads import Floats
from tocsin.read.encoder.marks import Marks
from tocsin.read.encoder.schema import BEGIN, INSIDE, NAME_KINDS, OUTSIDE, ROLES

LIKELY: Final = 0.5
EXTENDING: Final = 0.2  # pieces beside a likely one that are this likely belong to it


@dataclass(frozen=True, slots=True)
class Marked:
    """A span that a head marks, with the mean probability of its pieces; `kind` of a name."""

    span: Span
    score: float
    pieces: slice
    kind: str = ""


def role_spans(
    marks: Marks, role: str, threshold: float = LIKELY, extending: float = EXTENDING
) -> Iterator[Marked]:
    """Yield the spans that fill a role, in text order.

    A span holds a piece likelier than the threshold, and those beside it likelier than `extending`.
    """
    chances = marks.roles[:, ROLES.index(role)]
    inside = 1 - chances[:, OUTSIDE]
    begins = chances[:, BEGIN] > chances[:, INSIDE]
    yield from _runs(marks, inside, begins, (threshold, extending), "")


def name_spans(marks: Marks, threshold: float = LIKELY) -> Iterator[Marked]:
    """Yield the names with their kind, in text order of each kind."""
    chances = marks.names
    for number, kind in enumerate(NAME_KINDS):
        begin, inside = chances[:, 2 * number + BEGIN], chances[:, 2 * number + INSIDE]
        yield from _runs(marks, begin + inside, begin > inside, (threshold, EXTENDING), kind)


def _runs(
    marks: Marks,
    inside: Floats,
    begins: NDArray[np.bool_],
    levels: tuple[float, float],
    kind: str,
) -> Iterator[Marked]:
    """Yield runs of pieces above the lower level that hold one above the upper.

    A word that likelier begins a span than goes on with one starts a new run.
    """
    threshold, extending = levels
    first: int | None = None
    possible = inside > min(extending, threshold)
    starts = begins & (inside > threshold) & ~marks.joined
    for piece in range(len(possible) + 1):
        here = piece < len(possible) and bool(
            possible[piece] or (first is not None and marks.joined[piece])
        )
        if first is not None and (not here or starts[piece]):
            if inside[first:piece].max() > threshold:
                yield _marked(marks, inside, first, piece, kind)
            first = None
        if here and first is None:
            first = piece


def _marked(marks: Marks, inside: Floats, first: int, end: int, kind: str) -> Marked:
    score = float(inside[first:end].mean())
    return Marked(marks.span_of(first, end - 1), score, slice(first, end), kind)
