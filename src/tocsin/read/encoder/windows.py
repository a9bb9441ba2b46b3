"""A text cut into windows of word pieces, at sentence ends where it can be."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tokenizers import Tokenizer

from tocsin.read.encoder.schema import WINDOW_PIECES

_SENTENCE_END = re.compile(r"[.!?][\"'”’)\]]{0,3}\s+|\n+")
_RULE = re.compile(r"[^\w\s]{50,}")  # a row of marks, each a piece to the tokenizer, says nothing
_STRETCH = 50_000  # characters tokenised at once: bounds memory on a line of millions


@dataclass(frozen=True, slots=True)
class Window:
    """Word pieces of one stretch of a text: their ids, and where each stands in the text."""

    ids: Sequence[int]
    offsets: Sequence[tuple[int, int]]

    @property
    def start(self) -> int:
        """The offset of its first character."""
        return self.offsets[0][0]

    @property
    def end(self) -> int:
        """The offset after its last character."""
        return self.offsets[-1][1]


def cut_windows(text: str, tokenizer: Tokenizer, size: int = WINDOW_PIECES) -> Iterator[Window]:
    """Yield windows of at most `size` pieces that cover the text in order."""
    breaks = [match.end() for match in _SENTENCE_END.finditer(text)]
    ids: list[int] = []
    offsets: list[tuple[int, int]] = []
    for start, end in _stretches(text):
        encoding = tokenizer.encode(text[start:end], add_special_tokens=False)
        ids.extend(encoding.ids)
        offsets.extend((a + start, b + start) for a, b in encoding.offsets)
    position = 0
    while position < len(ids):
        stop = _window_end(offsets, position, size, breaks)
        yield Window(ids[position:stop], offsets[position:stop])
        position = stop


def _stretches(text: str) -> Iterator[tuple[int, int]]:
    """Yield bounds of stretches of the text without rules, cut at white space where there is."""
    start = 0
    for rule in (*_RULE.finditer(text), None):
        last = rule.start() if rule else len(text)
        while start < last:
            end = min(start + _STRETCH, last)
            if end < last:
                space = text.rfind(" ", start + 1, end)
                end = space if space > start else end
            yield start, end
            start = end
        start = rule.end() if rule else last


def _window_end(
    offsets: Sequence[tuple[int, int]], position: int, size: int, breaks: Sequence[int]
) -> int:
    """Return the index after the window's last piece: the last sentence end that fits."""
    limit = position + size
    if limit >= len(offsets):
        return len(offsets)
    index = bisect_right(breaks, offsets[limit][0]) - 1
    if index < 0 or breaks[index] <= offsets[position][0]:
        return limit
    stop = limit
    while stop > position and offsets[stop - 1][1] > breaks[index]:
        stop -= 1
    return stop if stop > position else limit
