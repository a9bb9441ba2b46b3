"""Laws of the time rules: they hold for any text."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from times_reading import document_of, values_of
from tocsin.core.types import Span
from tocsin.read.document import Document
from tocsin.read.language_model import english
from tocsin.read.times import find_times

WORDS = (
    *("May", "march", "3", "12th", "2031", "42", "Friday", "last", "next", "two", "weeks", "ago"),
    *("the", "end", "of", "at", "3:30", "pm", "GMT", "-", ",", "and", "every", "morning", "1990s"),
    *(
        "second",
        "year",
        "99999999",
        "2031-02-30",
        "\u202e",
        "’",
        ".",
        "said",
        "will",
        "close",
        "by",
    ),
)
texts = st.one_of(
    st.text(max_size=120), st.lists(st.sampled_from(WORDS), max_size=25).map(" ".join)
)
some_days = st.one_of(st.none(), st.dates(min_value=date(1, 1, 1), max_value=date(9999, 12, 31)))


@settings(max_examples=80, deadline=None)
@given(text=texts, published=some_days)
def test_any_text_gives_mentions_inside_its_sentences_in_order(
    text: str, published: date | None
) -> None:
    document = document_of(text, published)
    mentions = find_times(document)
    assert mentions == find_times(document)
    assert list(mentions) == sorted(mentions, key=lambda mention: mention.span)
    for mention in mentions:
        assert mention.span.start < mention.span.end
        assert mention.text == mention.span.within(text)
        assert any(sentence.covers(mention.span) for sentence in document.sentences)
        if mention.when and mention.when.earliest and mention.when.latest:
            assert mention.when.earliest <= mention.when.latest


@settings(max_examples=25, deadline=None)
@given(published=st.dates(min_value=date(1950, 1, 1), max_value=date(2090, 12, 31)))
def test_a_report_a_year_later_speaks_of_years_one_later(published: date) -> None:
    text = "It began last year, went on this year and will end in March of next year."
    before = [value for _, value in values_of(text, published.replace(day=1))]
    after = [value for _, value in values_of(text, published.replace(published.year + 1, day=1))]
    assert [str(int(value[:4]) + 1) + value[4:] for value in before] == after


@pytest.mark.parametrize("unit", ["1-", "31 ", "May ", "2031-05-", "a ", "the end of ", "1:1 "])
def test_time_spent_grows_no_faster_than_the_text(unit: str) -> None:
    def seconds(characters: int) -> float:
        document = one_sentence_of("On " + unit * (characters // len(unit)))
        began = time.perf_counter()
        find_times(document)
        return time.perf_counter() - began

    seconds(1_000)
    short, long = seconds(10_000), seconds(100_000)
    assert long < 40 * short + 0.2  # ten times the text; room for a busy machine


def one_sentence_of(text: str) -> Document:
    """Return the text as one unparsed sentence: the parser's own time stays out of the measure."""
    doc = english().make_doc(text)
    report = replace(document_of("x").report, text=text)
    return Document(report, doc, (Span(0, len(text)),), (doc[:],))
