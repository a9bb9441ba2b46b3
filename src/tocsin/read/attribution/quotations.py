"""Quoted stretches of a text, whatever marks it uses and however badly they pair."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tocsin.core.types import Span
from tocsin.read.language_model import is_hard_wrapped

MARK = re.compile(r"''|``|[“”„«»\"]|(?<!\w)[‘'](?=\w)|(?<=[\w.,!?…])[’'](?!\w)")
CLOSERS = {
    "“": frozenset({"”"}),
    "„": frozenset({"“", "”"}),
    "«": frozenset({"»"}),
    "»": frozenset({"«"}),
    '"': frozenset({'"'}),
    "''": frozenset({"''"}),
    "``": frozenset({"''"}),
    "‘": frozenset({"’"}),
    "'": frozenset({"'"}),
}
SINGLE = frozenset("‘’'")
PARAGRAPH_END = re.compile(r"\n+")
WRAPPED_PARAGRAPH_END = re.compile(r"\n\s*\n")


@dataclass(frozen=True, slots=True, order=True)
class Quotation:
    """A quoted stretch, marks included. `paragraph` counts from 0; `continues` that it runs on."""

    span: Span
    paragraph: int
    continues: bool = False


@dataclass(frozen=True, slots=True)
class Quotations:
    """The quotations of a text in order, none inside another, and where its paragraphs lie."""

    text: str
    all: tuple[Quotation, ...]
    paragraphs: tuple[Span, ...]

    def at(self, offset: int) -> Quotation | None:
        """Return the quotation that holds the character, None outside any."""
        index = bisect_right(self.all, offset, key=lambda quotation: quotation.span.start) - 1
        if index >= 0 and offset < self.all[index].span.end:
            return self.all[index]
        return None

    def between(self, start: int, end: int) -> Sequence[Quotation]:
        """Return the quotations that share a character with the stretch."""
        first = bisect_right(self.all, start, key=lambda quotation: quotation.span.end)
        last = bisect_right(self.all, end - 1, key=lambda quotation: quotation.span.start)
        return self.all[first:last]


def quotations_of(text: str) -> Quotations:
    """Return the quotations of a text; a mark without its pair opens nothing."""
    paragraphs = tuple(paragraph_spans(text))
    found: list[Quotation] = []
    for number, paragraph in enumerate(paragraphs):
        following = paragraphs[number + 1] if number + 1 < len(paragraphs) else None
        opens_next = text[following.start : following.start + 2] if following else ""
        found.extend(paragraph_quotations(text, paragraph, number, opens_next))
    return Quotations(text, tuple(found), paragraphs)


def paragraph_spans(text: str) -> Iterator[Span]:
    """Yield the paragraphs that hold more than space."""
    boundary = WRAPPED_PARAGRAPH_END if is_hard_wrapped(text) else PARAGRAPH_END
    start = 0
    for match in (*boundary.finditer(text), None):
        end = match.start() if match else len(text)
        inner = text[start:end]
        if inner.strip():
            lead = len(inner) - len(inner.lstrip())
            yield Span(start + lead, start + len(inner.rstrip()))
        start = match.end() if match else end


def paragraph_quotations(
    text: str, paragraph: Span, number: int, opens_next: str
) -> Iterator[Quotation]:
    """Yield the quotations of one paragraph.

    One left open runs to the paragraph's end where the next paragraph opens with the same mark,
    as quotations over several paragraphs do.
    """
    opened: re.Match[str] | None = None
    for mark in MARK.finditer(text, paragraph.start, paragraph.end):
        if opened is not None and closes(mark, opened):
            yield Quotation(Span(opened.start(), mark.end()), number)
            opened = None
        elif opens(mark, text) and (opened is None or displaces(mark, opened)):
            opened = mark
    if opened is not None and opened[0] not in SINGLE and opens_next.startswith(opened[0]):
        yield Quotation(Span(opened.start(), paragraph.end), number, continues=True)


def opens(mark: re.Match[str], text: str) -> bool:
    """Return whether the mark can open a quotation where it stands."""
    if mark[0] not in CLOSERS:
        return False
    if mark[0] in SINGLE:
        return mark.end() < len(text) and text[mark.end()].isalnum()
    return True


def closes(mark: re.Match[str], opened: re.Match[str]) -> bool:
    """Return whether the mark ends what `opened` began, with something quoted between."""
    return mark[0] in CLOSERS[opened[0]] and mark.start() > opened.end()


def displaces(mark: re.Match[str], opened: re.Match[str]) -> bool:
    """Return whether a new opening shows that the one before was never closed."""
    return opened[0] in SINGLE or mark[0] == opened[0]
