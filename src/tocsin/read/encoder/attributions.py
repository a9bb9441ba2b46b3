"""Who says what, as the model marks it: each cue with its source and its content.

The role heads say which words are cue, source or content at all; the pair heads say which of
them belong to which cue. A content goes to the cue it fits best; a source may serve several.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from tocsin.core.types import Span
from tocsin.read.encoder.heads import Floats
from tocsin.read.encoder.marks import Marks
from tocsin.read.encoder.spans import Marked, role_spans

LIKELY: Final = 0.5
LEAST_FIT: Final = 0.1  # a content that fits no cue better belongs to none
LEAST_SOURCE: Final = 0.2
GOES_ON: Final = 150  # characters between a content and what goes on from it without a cue
TOLD_AFTER: Final = 60  # characters between a content and the cue that follows it
SHORT_GAP: Final = 3  # pieces left out inside a content: a quotation mark; "he said" is longer
ACROSS: Final = 16  # pieces of a cue and its source between the parts of a split content
SHORTEST_PART: Final = 2  # pieces; a lone piece apart from the rest is noise


@dataclass(frozen=True, slots=True)
class Attribution:
    """A cue with the spans of its source and content; `score` is the model's confidence."""

    cue: Span
    source: tuple[Span, ...]
    content: tuple[Span, ...]
    score: float


@dataclass(frozen=True, slots=True)
class _Cue:
    """A cue with the chance of each piece of its window (from `start`) to belong to it."""

    marked: Marked
    start: int
    content: Floats
    source: Floats

    def fit(self, chances: Floats, pieces: slice) -> float:
        """Return the mean chance of the pieces, 0 where they lie in another window."""
        first, end = pieces.start - self.start, pieces.stop - self.start
        return float(chances[first:end].mean()) if 0 <= first < end <= len(chances) else 0.0


def attributions(text: str, marks: Marks) -> Iterator[Attribution]:
    """Yield the attributions of a text, in the order of their cues."""
    cues = [_cue(marks, marked) for marked in role_spans(marks, "cue")]
    contents = list(role_spans(marks, "content"))
    sources = _by_window(marks, role_spans(marks, "source"))
    given = _given(marks, cues, contents)
    for number, cue in enumerate(cues):
        own = [content.pieces for content in given.get(number, ())] or list(_nested(cue))
        content = _contents(text, marks, own)
        if content:
            source = _spans(text, marks, _source(cue, sources.get(cue.start, ())))
            yield Attribution(cue.marked.span, source, content, _score(cue, own))


def _cue(marks: Marks, marked: Marked) -> _Cue:
    start, content = marks.links("content", marked.pieces)
    _, source = marks.links("source", marked.pieces)
    return _Cue(marked, start, content, source)


def _by_window(marks: Marks, spans: Iterable[Marked]) -> dict[int, list[Marked]]:
    """Return the spans by the first piece of the window that they start in."""
    found: dict[int, list[Marked]] = {}
    for marked in spans:
        found.setdefault(marks.window_of(marked.pieces.start).start, []).append(marked)
    return found


def _given(
    marks: Marks, cues: Sequence[_Cue], contents: Sequence[Marked]
) -> dict[int, list[Marked]]:
    """Return, by cue, the contents that fit it better than any other cue."""
    beside: dict[int, list[int]] = {}
    for number, cue in enumerate(cues):
        beside.setdefault(cue.start, []).append(number)
    starts = [cue.marked.span.start for cue in cues]
    given: dict[int, list[Marked]] = {}
    last: tuple[int, Marked] | None = None
    for content in contents:
        window = marks.window_of(content.pieces.start).start
        fits = {n: cues[n].fit(cues[n].content, content.pieces) for n in beside.get(window, ())}
        best = max(fits, key=lambda number: fits[number], default=None)
        told = _told_after(starts, content)
        if best is not None and fits[best] >= LEAST_FIT:
            last = best, content
        elif told is not None:
            last = told, content
        elif last is not None and content.span.start - last[1].span.end <= GOES_ON:
            last = last[0], content  # a long quotation goes on in the next window
        else:
            continue
        given.setdefault(last[0], []).append(content)
    return given


def _told_after(starts: Sequence[int], content: Marked) -> int | None:
    """Return the cue that comes right after a content: "…," the colonel told the radio.

    `starts`: where each cue starts, in text order.
    """
    number = bisect_left(starts, content.span.end)
    if number < len(starts) and starts[number] - content.span.end <= TOLD_AFTER:
        return number
    return None


def _nested(cue: _Cue) -> Iterator[slice]:
    """Yield the content of a cue that itself stands in a content, from the pair head alone.

    That is the likeliest run of pieces, with the one across the cue from it: "A," he said, "B".
    """
    runs = _joined_runs(_runs(cue.content > LIKELY), SHORT_GAP)
    if not runs:
        return
    main = max(runs, key=lambda run: float(cue.content[run[0] : run[1]].sum()))
    at = cue.marked.pieces.start - cue.start
    for first, end in runs:
        across = min(first, main[0]) < at < max(end, main[1]) and (first < at) != (main[0] < at)
        near = max(first - main[1], main[0] - end) <= ACROSS
        if (first, end) == main or (across and near and end - first >= SHORTEST_PART):
            yield slice(cue.start + first, cue.start + end)


def _source(cue: _Cue, sources: Sequence[Marked]) -> list[slice]:
    fits = [cue.fit(cue.source, source.pieces) for source in sources]
    best = max(range(len(sources)), key=lambda number: fits[number], default=None)
    if best is not None and fits[best] >= LEAST_SOURCE:
        return [sources[best].pieces]
    runs = _runs(cue.source > LIKELY)
    return [slice(cue.start + first, cue.start + end) for first, end in runs[:1]]


def _score(cue: _Cue, pieces: Sequence[slice]) -> float:
    fits = [cue.fit(cue.content, part) for part in pieces]
    return cue.marked.score * sum(fits) / len(fits)


def _runs(likely: NDArray[np.bool_]) -> list[tuple[int, int]]:
    """Return the maximal runs of true values, as first and end."""
    edges = np.flatnonzero(np.diff(np.concatenate([[0], likely.astype(np.int8), [0]])))
    return [(int(a), int(b)) for a, b in zip(edges[::2], edges[1::2], strict=True)]


def _joined_runs(runs: list[tuple[int, int]], gap: int) -> list[tuple[int, int]]:
    out: list[tuple[int, int]] = []
    for first, end in runs:
        if out and first - out[-1][1] <= gap:
            out[-1] = (out[-1][0], end)
        else:
            out.append((first, end))
    return out


def _spans(text: str, marks: Marks, pieces: Sequence[slice]) -> tuple[Span, ...]:
    spans = (_trimmed(text, marks.span_of(part.start, part.stop - 1)) for part in pieces)
    return tuple(span for span in spans if span is not None)


def _contents(text: str, marks: Marks, pieces: Sequence[slice]) -> tuple[Span, ...]:
    """Return the spans with the "that" and the quotation marks that open and close them."""
    grown: list[Span] = []
    for span in sorted(_with_openers(text, span) for span in _spans(text, marks, pieces)):
        if grown and span.start <= grown[-1].end:
            span = Span(grown.pop().start, span.end)
        grown.append(span)
    return tuple(grown)


def _with_openers(text: str, span: Span) -> Span:
    start, end = span.start, span.end
    while start > 0 and text[start - 1] in _QUOTES:
        start -= 1
    closing = _CLOSING.match(text, end)
    if closing is not None:
        end = closing.end()
    elif start < span.start and text[end : end + 1] in _FULL_STOPS:
        end += 1
    that = _THAT.search(text, max(0, start - 6), start)
    return Span(that.start() if that is not None else start, end)


def _trimmed(text: str, span: Span) -> Span | None:
    """Return the span without white space and marks at its ends; None if nothing is left."""
    start, end = span.start, span.end
    while start < end and (text[start].isspace() or text[start] in _OUTER):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in _OUTER):
        end -= 1
    return Span(start, end) if start < end else None


_OUTER: Final = "\"“”„«»'‘’`,;:.-–—"
_QUOTES: Final = '"“„«'
_FULL_STOPS: Final = frozenset(".!?")
_CLOSING: Final = re.compile(r"[,.!?;:]?[\"”»]")
_THAT: Final = re.compile(r"\bthat\s$", re.IGNORECASE)
