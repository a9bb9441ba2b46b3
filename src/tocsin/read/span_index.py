"""Spans looked up by the characters they touch, however many there are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Final

from tocsin.core.types import Span

CELL: Final = 64  # characters: a few words, so that a cell holds few spans


class SpanIndex:
    """What lies where: numbers filed under the cells of text that their spans touch."""

    def __init__(self, filed: Iterable[tuple[int, Iterable[Span]]] = ()) -> None:
        """File each number under its spans."""
        self._cells: defaultdict[int, list[tuple[int, Span]]] = defaultdict(list)
        for number, spans in filed:
            self.add(number, spans)

    def add(self, number: int, spans: Iterable[Span]) -> None:
        """File the number under these spans as well."""
        for span in spans:
            for cell in _cells(span):
                self._cells[cell].append((number, span))

    def touching(self, span: Span) -> list[int]:
        """Return the numbers with a span that overlaps this one, in ascending order."""
        return sorted(
            {
                number
                for cell in _cells(span)
                for number, other in self._cells.get(cell, ())
                if span.overlaps(other)
            }
        )


def _cells(span: Span) -> range:
    return range(span.start // CELL, max(span.start, span.end - 1) // CELL + 1)
