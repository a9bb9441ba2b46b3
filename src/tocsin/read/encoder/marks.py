"""What the model makes of one text: vectors and probabilities, asked for by character spans."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from tocsin.core.types import Span
from tocsin.read.encoder.heads import TRIGGER_REACH, Floats
from tocsin.read.encoder.model import Model
from tocsin.read.encoder.schema import PASSAGE_HEADS
from tocsin.read.encoder.windows import Window


@dataclass(frozen=True)
class Marks:
    """A text's word pieces with their vectors, and every head's answer about them.

    `starts` and `ends` are each piece's characters; `joined` marks pieces that go on a word;
    `vectors` (pieces, width); `bounds` each window's first and last-but-one piece.
    """

    model: Model
    starts: NDArray[np.int64]
    ends: NDArray[np.int64]
    joined: NDArray[np.bool_]
    vectors: Floats
    bounds: tuple[tuple[int, int], ...]
    opening: Floats | None

    @cached_property
    def roles(self) -> Floats:
        """Probabilities (pieces, roles, 3) of outside, begin and inside."""
        return self.model.heads.roles(self.vectors)

    @cached_property
    def names(self) -> Floats:
        """Probabilities (pieces, 1 + 2 × name kinds)."""
        return self.model.heads.names(self.vectors)

    def pieces_in(self, span: Span) -> slice:
        """Return the pieces that the characters touch."""
        first = int(np.searchsorted(self.ends, span.start, side="right"))
        last = int(np.searchsorted(self.starts, span.end, side="left"))
        return slice(first, max(first, last))

    def span_of(self, first: int, last: int) -> Span:
        """Return the characters of pieces `first` to `last`, both included, as whole words."""
        while first > 0 and self.joined[first]:
            first -= 1
        while last + 1 < len(self.joined) and self.joined[last + 1]:
            last += 1
        return Span(int(self.starts[first]), int(self.ends[last]))

    def window_of(self, piece: int) -> slice:
        """Return the pieces that were read together with this one."""
        index = bisect_left(self.bounds, piece + 1, key=lambda bounds: bounds[1])
        first, end = self.bounds[index]
        return slice(first, end)

    def passage(self, head: str, span: Span) -> dict[str, float]:
        """Return a passage head's probabilities for the characters; uniform where none are."""
        pieces, labels = self.pieces_in(span), PASSAGE_HEADS[head]
        if pieces.start >= pieces.stop:
            return dict.fromkeys(labels, 1 / len(labels))
        chances = self.model.heads.passage(head, self.vectors[pieces].mean(axis=0))
        return dict(zip(labels, chances.tolist(), strict=True))

    def opening_passage(self, head: str) -> dict[str, float]:
        """Return a passage head's probabilities for the text's first window."""
        labels = PASSAGE_HEADS[head]
        if self.opening is None:
            return dict.fromkeys(labels, 1 / len(labels))
        chances = self.model.heads.passage(head, self.opening)
        return dict(zip(labels, chances.tolist(), strict=True))

    def trigger(self, span: Span) -> dict[str, dict[str, float]]:
        """Return the trigger heads' probabilities for the characters; uniform where none are."""
        pieces = self.pieces_in(span)
        if pieces.start >= pieces.stop:
            labels = self.model.trigger_labels
            return {head: dict.fromkeys(own, 1 / len(own)) for head, own in labels.items()}
        window = self.window_of(pieces.start)
        first = max(window.start, pieces.start - TRIGGER_REACH)
        last = min(window.stop, pieces.stop + TRIGGER_REACH)
        answers = self.model.heads.trigger(
            self.vectors[pieces].mean(axis=0), self.vectors[first:last].mean(axis=0)
        )
        return {
            head: dict(zip(self.model.trigger_labels[head], chances.tolist(), strict=True))
            for head, chances in answers.items()
        }

    def links(self, name: str, cue: slice) -> tuple[int, Floats]:
        """Return where the cue's window starts and each of its pieces' chance to belong to it."""
        window = self.window_of(cue.start)
        vectors = self.vectors[window]
        chances = self.model.heads.link(
            name, self.vectors[cue].mean(axis=0), cue.start - window.start, vectors
        )
        return window.start, chances


def marks_of(text: str, model: Model) -> Marks:
    """Return the model's marks of a text."""
    windows = model.windows(text)
    rows = model.vectors(windows)
    pieces = [piece for window in windows for piece in window.offsets]
    width = model.heads.width
    return Marks(
        model=model,
        starts=np.array([start for start, _ in pieces], dtype=np.int64),
        ends=np.array([end for _, end in pieces], dtype=np.int64),
        joined=np.array(list(_joined(windows, model)), dtype=np.bool_),
        vectors=np.concatenate([row[1:-1] for row in rows])
        if rows
        else np.zeros((0, width), dtype=np.float32),
        bounds=tuple(_bounds(windows)),
        opening=rows[0].mean(axis=0) if rows else None,
    )


def _joined(windows: list[Window], model: Model) -> Iterator[bool]:
    """Yield, a piece each, whether it goes on the word of the piece before it."""
    for window in windows:
        for piece in window.ids:
            yield model.is_continuation[piece]


def _bounds(windows: list[Window]) -> Iterator[tuple[int, int]]:
    start = 0
    for window in windows:
        yield start, start + len(window.ids)
        start += len(window.ids)
