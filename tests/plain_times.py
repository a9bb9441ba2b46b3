"""Reads times of a made-up passage without a parse, for the tests of the time rules."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from tocsin.core.types import Span, TimeMention
from tocsin.read.times import times_in

PUBLISHED = date(2031, 4, 23)  # a Wednesday
SENTENCE = re.compile(r"\S.*?(?:[.!?](?=\s+[A-Z“\"])|\Z)", re.DOTALL)
MARKED = re.compile(r"\{([^|{}]*)\|([^{}]*)\}")


def mentions_in(text: str, published: date | None = PUBLISHED) -> tuple[TimeMention, ...]:
    """Return the time expressions of the text."""
    sentences = [Span(*found.span()) for found in SENTENCE.finditer(text)]
    return times_in(text, sentences, published)


def found_in(text: str, published: date | None = PUBLISHED) -> list[tuple[str, str]]:
    """Return the words and TIMEX3 values of the time expressions."""
    return [(mention.text, mention.value) for mention in mentions_in(text, published)]


def one_in(text: str, published: date | None = PUBLISHED) -> TimeMention:
    """Return the only time expression of the text."""
    (mention,) = mentions_in(text, published)
    return mention


def days_of(mention: TimeMention) -> tuple[date, date]:
    """Return the first and the last day of the mention's interval."""
    when = mention.when
    assert when is not None
    assert when.earliest is not None
    assert when.latest is not None
    return when.earliest.date(), when.latest.date()


def unlike_marked(marked: str, published: date | None) -> Iterator[tuple[str, str, str]]:
    """Yield words, wanted value and found values where a passage marked "{words|value}" is misread.

    What is found outside the marks comes with an empty wanted value.
    """
    text, wanted = "", []
    cursor = 0
    for found in MARKED.finditer(marked):
        text += marked[cursor : found.start()]
        wanted.append((Span(len(text), len(text) + len(found[1])), found[2]))
        text += found[1]
        cursor = found.end()
    mentions = mentions_in(text + marked[cursor:], published)
    for span, value in wanted:
        values = [mention.value for mention in mentions if mention.span.overlaps(span)]
        if values != [value]:
            yield span.within(text + marked[cursor:]), value, " ".join(values)
    for mention in mentions:
        if not any(mention.span.overlaps(span) for span, _ in wanted):
            yield mention.text, "", mention.value
