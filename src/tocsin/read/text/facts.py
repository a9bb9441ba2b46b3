"""What a text says of itself: title, outlet, byline, day, and what of it is no prose."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from tocsin.core.types import Span
from tocsin.read.text.boilerplate import boilerplate_spans, line_spans
from tocsin.read.text.dateline import Dateline, dateline_before_sentence, dateline_of_line
from tocsin.read.text.dates import written_days
from tocsin.read.text.outlets import names_outlet

HEAD_LINES = 12  # headline, standfirst, byline, day and share buttons fit; prose follows
HEAD_PARAGRAPHS = 3  # a dateline after the third paragraph belongs to another story
LONGEST_TITLE = 200  # characters
_SENTENCE_END = (".", ",", ";", ":")
_LABELLED = re.compile(
    r"(?P<label>title|headline|source|outlet|publisher|author|date|published)\s*:\s*(?P<value>\S.*)",
    re.IGNORECASE,
)
_FIELDS = {
    "title": "title",
    "headline": "title",
    "source": "outlet",
    "outlet": "outlet",
    "publisher": "outlet",
    "author": "byline",
    "date": "day",
    "published": "day",
}


@dataclass(slots=True)
class Facts:
    """What the text states; the first statement of each fact stands."""

    title: str | None = None
    title_span: Span | None = None
    outlet: str | None = None
    byline: str | None = None
    day: date | None = None
    faults: list[str] = field(default_factory=list)
    skipped: list[Span] = field(default_factory=list)

    def take(self, dateline: Dateline) -> None:
        """Keep what the dateline states and is not known yet."""
        self.title = self.title or dateline.title
        self.outlet = self.outlet or dateline.outlet
        self.byline = self.byline or dateline.byline
        self.day = self.day or dateline.day
        self.faults += [dateline.fault] if dateline.fault else []
        self.skipped.append(dateline.span)


def read_facts(text: str) -> Facts:
    """Return what the text states of itself.

    >>> text = "Guards search the camp\\n\\nHalvik Radio | 2031-05-03\\n\\nThey came."
    >>> facts = read_facts(text)
    >>> facts.title, facts.outlet, facts.day.isoformat()
    ('Guards search the camp', 'Halvik Radio', '2031-05-03')
    """
    facts = Facts()
    boilerplate = list(boilerplate_spans(text))
    lines = _head_lines(text, {span.start for span in boilerplate})
    paragraphs = 0
    for index, span in enumerate(lines):
        if _take_line(facts, text, span):
            continue
        if index == 0 and _is_title(text, span):
            facts.title, facts.title_span = " ".join(span.within(text).split()), span
            continue
        opening = dateline_before_sentence(span.within(text), span.start)
        if opening:
            facts.take(opening)
        paragraphs += 1
        if paragraphs == HEAD_PARAGRAPHS:
            break
    if facts.outlet and _is_place_in(text, facts.outlet):
        facts.outlet = None
    facts.skipped = merge_spans([*facts.skipped, *boilerplate])
    return facts


def merge_spans(spans: Sequence[Span]) -> list[Span]:
    """Return the spans in order, those that touch or overlap made one.

    >>> merge_spans([Span(5, 9), Span(0, 2), Span(1, 3)])
    [Span(start=0, end=3), Span(start=5, end=9)]
    """
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return merged


def _is_place_in(text: str, name: str) -> bool:
    """Return whether the text speaks of the name as a place: "in Ninefold"."""
    if names_outlet(name) or name.lower().startswith("the "):
        return False
    at_place = rf"\b(?:in|at|near|from|around|outside|towards?) {re.escape(name)}\b"
    return re.search(at_place, text, re.IGNORECASE) is not None


def _head_lines(text: str, boilerplate_starts: set[int]) -> list[Span]:
    kept: list[Span] = []
    for span in line_spans(text):
        if span.start not in boilerplate_starts:
            kept.append(span)
        if len(kept) == HEAD_LINES:
            break
    return kept


def _take_line(facts: Facts, text: str, span: Span) -> bool:
    """Return whether the line was a dateline or a labelled field, keeping what it states."""
    line = span.within(text)
    dateline = dateline_of_line(line, span.start) or _labelled_field(line, span)
    if dateline:
        facts.take(dateline)
    return dateline is not None


def _labelled_field(line: str, span: Span) -> Dateline | None:
    match = _LABELLED.fullmatch(line) if len(line) <= LONGEST_TITLE else None
    if match is None:
        return None
    value = " ".join(match.group("value").split())
    name = _FIELDS[match.group("label").lower()]
    if name == "title" or value.endswith("."):
        return None
    if name == "day":
        return _labelled_day(value, span)
    return Dateline(span, outlet=value) if name == "outlet" else Dateline(span, byline=value)


def _labelled_day(value: str, span: Span) -> Dateline | None:
    days = written_days(value)
    return Dateline(span, day=days[0].day, fault=days[0].fault) if days else None


def _is_title(text: str, span: Span) -> bool:
    line = span.within(text)
    if len(line) > LONGEST_TITLE or line.rstrip("\"'”’").endswith(_SENTENCE_END):
        return False
    if not any(letter.isalpha() for letter in line):
        return False
    follower = next(_following_lines(text, span), None)
    if follower is None:
        return False
    between = text[span.end : follower.start]
    return between.count("\n") > 1 or _opens_with_dateline(follower.within(text))


def _following_lines(text: str, span: Span) -> Iterator[Span]:
    for match in re.compile(r"\S(?:[^\n]*\S)?").finditer(text, span.end):
        yield Span(match.start(), match.end())


def _opens_with_dateline(line: str) -> bool:
    return dateline_of_line(line) is not None or dateline_before_sentence(line) is not None
