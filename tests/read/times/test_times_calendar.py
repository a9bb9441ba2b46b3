"""Dates that the calendar fixes: whole, partial, listed, impossible."""

from __future__ import annotations

from datetime import date

import pytest

from times_reading import times_of, values_of


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("They came on 5 November 2030.", [("5 November 2030", "2030-11-05")]),
        ("They came on Nov. 5, 2030.", [("Nov. 5, 2030", "2030-11-05")]),
        ("They came on the 5th of March 2031.", [("the 5th of March 2031", "2031-03-05")]),
        ("They came on Tuesday, 22 April 2031.", [("Tuesday, 22 April 2031", "2031-04-22")]),
        ("The log of 2031-03-01 is lost.", [("2031-03-01", "2031-03-01")]),
        ("They wrote on 31/12/2030 again.", [("31/12/2030", "2030-12-31")]),
        ("They wrote on 4/13/2031 again.", [("4/13/2031", "2031-04-13")]),
        ("They wrote on 03.05.2031 again.", [("03.05.2031", "2031-05-03")]),
        ("The camp opened in March 2029.", [("March 2029", "2029-03")]),
        ("They fled in spring 2029.", [("spring 2029", "2029-SP")]),
        ("Aid fell in the third quarter of 2030.", [("the third quarter of 2030", "2030-Q3")]),
        ("Aid fell in the first half of 2030.", [("the first half of 2030", "2030-H1")]),
        ("They lived there in the 1990s.", [("the 1990s", "199")]),
        ("They lived there in the '80s.", [("the '80s", "198")]),
        ("It was built in the 20th century.", [("the 20th century", "19")]),
    ],
)
def test_a_written_date_keeps_its_words_and_gets_its_value(
    text: str, found: list[tuple[str, str]]
) -> None:
    assert values_of(text) == found


def test_listed_days_share_the_month_and_year_that_close_the_list() -> None:
    found = values_of("The guard searched the camp on April 18, 19 and 20, 2029 with dogs.")
    assert found == [
        ("April 18", "2029-04-18"),
        ("19", "2029-04-19"),
        ("20, 2029", "2029-04-20"),
    ]


def test_listed_days_before_their_month_share_it() -> None:
    assert [value for _, value in values_of("Trucks came on 12 and 13 March.")] == [
        "2031-03-12",
        "2031-03-13",
    ]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("The road was shut on May 3-5, 2030.", ["2030-05-03", "2030-05-05"]),
        ("It was shut from 3 to 5 March.", ["2031-03-03", "2031-03-05"]),
        ("They met between 2005 and 2009.", ["2005", "2009"]),
        ("The siege of 2015-17 ended.", ["2015", "2017"]),
        ("They met in March and April 2030.", ["2030-03", "2030-04"]),
    ],
)
def test_a_range_gives_both_its_ends(text: str, values: list[str]) -> None:
    assert [value for _, value in values_of(text)] == values


@pytest.mark.parametrize(
    "text",
    [
        "The camp opened on 2031-02-30 they say.",
        "The camp opened on February 30, 2031 they say.",
        "Nothing happened on December 42.",
        "Nothing happened on 31 April 2031.",
        "They wrote on 31.02.2031 again.",
        "The log says 2031-05-03T99:99 today's clerk said nothing.".replace("today's ", ""),
    ],
)
def test_a_day_that_does_not_exist_is_not_read(text: str) -> None:
    assert times_of(text) == ()


def test_a_slashed_date_that_can_be_read_both_ways_gives_only_its_year() -> None:
    assert values_of("They wrote on 3/4/2031 again.") == [("3/4/2031", "2031")]


@pytest.mark.parametrize(
    "text",
    [
        "They may march on the capital.",
        "May I ask who fired first?",
        "He ran second, and for a second time.",
        "Some 1990 people were counted.",
        "It cost $1990 and weighed 2000 kilograms.",
        "Resolution 1973 names no force.",
        "A 14-year-old boy and a man 25 years old were hurt.",
        "Good evening, said the guard.",
        "She reads The Sunday Times.",
        "The fall of Halvik came quickly.",
    ],
)
def test_words_and_numbers_with_another_meaning_are_not_times(text: str) -> None:
    assert times_of(text) == ()


def test_the_end_of_a_year_is_its_last_quarter() -> None:
    (mention,) = times_of("The camp must close by the end of 2031.")
    assert (mention.text, mention.value) == ("the end of 2031", "2031")
    assert mention.when is not None
    assert mention.when.earliest is not None
    assert mention.when.latest is not None
    assert mention.when.earliest.date() == date(2031, 10, 1)
    assert mention.when.latest.date() == date(2031, 12, 31)


def test_the_published_date_alone_on_its_line_is_no_mention() -> None:
    page = "Camp told to close\nApril 23, 2031\nThe Interior Guard came on 3 March.\n"
    assert values_of(page) == [("3 March", "2031-03-03")]
