"""Laws of the time rules: they hold for any text."""

from __future__ import annotations

import time
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from growth import seconds_of
from plain_times import found_in, mentions_in
from tocsin.core.types import Span
from tocsin.read.times import times_in

WORDS = (
    *(
        "Ramadan",
        "1446",
        "AH",
        "BC",
        "Easter",
        "Eid",
        "al-Fitr",
        "night",
        "1/2",
        "3/4",
        "raid",
        "after",
    ),
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
def test_any_text_gives_mentions_in_order_with_intervals_that_do_not_end_before_they_start(
    text: str, published: date | None
) -> None:
    mentions = mentions_in(text, published)
    assert mentions == mentions_in(text, published)
    assert list(mentions) == sorted(mentions, key=lambda mention: mention.span)
    for mention in mentions:
        assert mention.span.start < mention.span.end
        assert mention.text == mention.span.within(text)
        if mention.when and mention.when.earliest and mention.when.latest:
            assert mention.when.earliest <= mention.when.latest


@settings(max_examples=25, deadline=None)
@given(published=st.dates(min_value=date(1950, 1, 1), max_value=date(2090, 12, 31)))
def test_a_report_a_year_later_speaks_of_years_one_later(published: date) -> None:
    text = "It began last year, went on this year and will end in March of next year."
    before = [value for _, value in found_in(text, published.replace(day=1))]
    after = [value for _, value in found_in(text, published.replace(published.year + 1, day=1))]
    assert [str(int(value[:4]) + 1) + value[4:] for value in before] == after


@pytest.mark.parametrize(
    "unit",
    ["1-", "31 ", "May ", "2031-05-", "a ", "the end of ", "1:1 ", "1 May, ", "Friday, ", "Eid al ",
     "three days after the ", "1 Ramadan ", "said ", "until "],
)  # fmt: skip
def test_time_spent_grows_no_faster_than_the_text(unit: str) -> None:
    def seconds(characters: int) -> float:
        text = "On " + unit * (characters // len(unit))
        return seconds_of(lambda: times_in(text, [Span(0, len(text))], date(2031, 4, 23)))

    short, long = seconds(2_000), seconds(20_000)
    assert long < 30 * short + 0.1  # ten times the text; room for a busy machine


def test_a_line_of_two_million_characters_is_read_in_linear_time() -> None:
    line = "The guard counted 12 men and 3 dogs in a row without an end " * 33_000
    began = time.process_time()
    assert times_in(line, [Span(0, len(line))], date(2031, 4, 23)) == ()
    assert time.process_time() - began < 60
