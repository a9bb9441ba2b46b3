"""Which found span answers which gold span, one to one."""

from __future__ import annotations

import math
import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, Protocol

from tocsin.core.types import Span

SENTENCE_END = re.compile(r"[.!?][\"'”’)\]]*\s+|\n+")


class Stretch(Protocol):
    """Anything with a first character and one after the last."""

    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...


Score = Callable[[Any, Any], float]
"""How well a found item answers a gold item; 0 where it does not."""


def best_pairs(gold: Sequence[Any], found: Sequence[Any], score: Score) -> list[tuple[int, int]]:
    """Return index pairs (gold, found), each index once, the highest scores first.

    >>> best_pairs([3, 8], [7, 4, 8], lambda wanted, got: 10 - abs(wanted - got))
    [(1, 2), (0, 1)]
    """
    scored = sorted(
        (-likeness, left, right)
        for left, wanted in enumerate(gold)
        for right, got in enumerate(found)
        if (likeness := score(wanted, got)) > 0
    )
    return list(_each_once((left, right) for _, left, right in scored))


def _each_once(pairs: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    used_gold: set[int] = set()
    used_found: set[int] = set()
    for left, right in pairs:
        if left not in used_gold and right not in used_found:
            used_gold.add(left)
            used_found.add(right)
            yield left, right


def shared_characters(wanted: Stretch, got: Stretch) -> float:
    """Return how many characters both cover; equal stretches score above any other overlap.

    >>> shared_characters(Span(0, 4), Span(2, 9)), shared_characters(Span(0, 4), Span(4, 9))
    (2, 0)
    """
    if (wanted.start, wanted.end) == (got.start, got.end):
        return math.inf
    return max(0, min(wanted.end, got.end) - max(wanted.start, got.start))


def sentence_numbers(text: str) -> Callable[[Span], int]:
    """Return what numbers a span's sentence, by marks and line ends alone.

    The reader's own sentences are not asked, so that no reading can move the measure.

    >>> number = sentence_numbers("They fled. No patrol came.")
    >>> number(Span(0, 4)), number(Span(11, 13))
    (0, 1)
    """
    starts = [match.end() for match in SENTENCE_END.finditer(text)]
    return lambda span: bisect_right(starts, span.start)
