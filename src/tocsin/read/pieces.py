"""Long reports in pieces: cut at paragraph or sentence ends, each a report of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from tocsin.core.types import Report, Span

PIECE_CHARACTERS = 75_000  # some 12,000 words: all but the longest reports are read at once
PIECE_WORDS = 15_000  # words and marks; the parser holds some 16 kB for each
_WORD = re.compile(r"\w+|[^\w\s]")
_CUTS = (  # the best place to cut first
    re.compile(r"\n[ \t\r]*\n\s*"),
    re.compile(r"[.!?][\"'”’)\]]{0,3}[ \t\r]*\n"),
    re.compile(r"[.!?][\"'”’)\]]{0,3}\s"),
    re.compile(r"\s"),
)


def piece_spans(text: str, limit: int) -> tuple[Span, ...]:
    """Return the stretches in which the text is read, in order, without gaps, to the limit.

    >>> piece_spans("The guard came at dawn.", limit=100)
    (Span(start=0, end=23),)
    """
    end = min(len(text), limit)
    return tuple(_spans(text, end)) or (Span(0, 0),)


def piece_of(report: Report, span: Span) -> Report:
    """Return the report of one stretch alone, its offsets counted from the stretch's start."""
    if span == Span(0, len(report.text)):
        return report
    title = report.title_span
    return replace(
        report,
        text=span.within(report.text),
        title_span=_moved(title, span) if title is not None and span.covers(title) else None,
        skipped=tuple(_moved(part, span) for part in report.skipped if part.overlaps(span)),
    )


def _spans(text: str, end: int) -> Iterator[Span]:
    start = 0
    while start < end:
        stop = _farthest(text, start, end)
        if stop < end:
            stop = _cut(text, start + (stop - start) // 2, stop)
        yield Span(start, stop)
        start = stop


def _farthest(text: str, start: int, end: int) -> int:
    """Return where a piece from `start` must end at the latest."""
    end = min(end, start + PIECE_CHARACTERS)
    if end - start <= PIECE_WORDS:
        return end
    next_word = next(islice(_WORD.finditer(text, start, end), PIECE_WORDS, None), None)
    return end if next_word is None else next_word.start()


def _cut(text: str, first: int, last: int) -> int:
    """Return the best place to cut between two offsets, the last one where there is none."""
    for pattern in _CUTS:
        ends = [found.end() for found in pattern.finditer(text, first, last)]
        if ends:
            return ends[-1]
    return last


def _moved(part: Span, span: Span) -> Span:
    """Return what of the part lies in the span, counted from the span's start."""
    return Span(max(part.start, span.start) - span.start, min(part.end, span.end) - span.start)
