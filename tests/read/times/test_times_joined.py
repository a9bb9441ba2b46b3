"""Lists, ranges, nights, parts, and lengths of time tied to a day or an event."""

from __future__ import annotations

from datetime import date

import pytest

from plain_times import days_of, found_in, mentions_in, one_in
from tocsin.core.time import Precision


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("It lasted from 3 May to 7 June 1943.", ["1943-05-03", "1943-06-07"]),
        ("It lasted from 3 November to 7 June 1943.", ["1942-11-03", "1943-06-07"]),
        ("It lasted between March and June 2029.", ["2029-03", "2029-06"]),
        ("It was April 18 – May 2, 2009.", ["2009-04-18", "2009-05-02"]),
        ("On 12 and 13 March and 2 April 2029 they came.",
         ["2029-03-12", "2029-03-13", "2029-04-02"]),
        ("They left in the 70s and 80s.", ["197", "198"]),
        ("They met from 264 to 241 BC.", ["BC0264", "BC0241"]),
        ("It was 3/4 May 2029.", ["2029-05-03", "2029-05-04"]),
    ],
)  # fmt: skip
def test_dates_that_are_joined_share_the_year_that_one_of_them_names(
    text: str, values: list[str]
) -> None:
    assert [value for _, value in found_in(text)] == values


@pytest.mark.parametrize(
    "night",
    ["the night of 3-4 May", "the night of 3/4 May", "the night of May 3–4"],
)
def test_a_night_between_two_days_is_one_night(night: str) -> None:
    mention = one_in(f"It was on {night}.")
    assert (mention.text, mention.value) == (night, "2031-05-03TNI")
    assert days_of(mention) == (date(2031, 5, 3), date(2031, 5, 4))


@pytest.mark.parametrize(
    ("text", "value", "days"),
    [
        ("It was the first week of March.", "2031-W09", (date(2031, 3, 1), date(2031, 3, 7))),
        ("It was the last week of March.", "2031-W13", (date(2031, 3, 25), date(2031, 3, 31))),
        ("It was the second half of March.", "2031-03", (date(2031, 3, 16), date(2031, 3, 31))),
        ("It was the last day of March.", "2031-03-31", (date(2031, 3, 31),) * 2),
        ("It was the week of March 6.", "2031-W10", (date(2031, 3, 3), date(2031, 3, 9))),
        ("It fell on the twenty-third of May 2030.", "2030-05-23", (date(2030, 5, 23),) * 2),
        ("It was a week from Tuesday.", "2031-05-06", (date(2031, 5, 6),) * 2),
        ("It was the 12th of last month.", "2031-03-12", (date(2031, 3, 12),) * 2),
    ],
)
def test_a_part_of_a_unit_has_its_own_days(text: str, value: str, days: tuple[date, date]) -> None:
    mention = one_in(text)
    assert mention.value == value
    assert days_of(mention) == days


def test_a_length_after_an_event_comes_to_a_day_where_the_event_has_one() -> None:
    told = "The raid on 3 March killed two. Three days after the raid they left."
    length = mentions_in(told)[-1]
    assert (length.text, str(length.type), length.value) == ("Three days", "DURATION", "P3D")
    assert days_of(length) == (date(2031, 3, 6), date(2031, 3, 6))


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Two weeks before 3 March they left.", (date(2031, 2, 17), date(2031, 2, 17))),
        ("Two months after 3 March 2030 they left.", (date(2030, 5, 1), date(2030, 5, 31))),
        ("They must leave within 72 hours.", (date(2031, 4, 23), date(2031, 4, 26))),
        ("They will vote in two weeks.", (date(2031, 5, 7), date(2031, 5, 7))),
    ],
)
def test_a_length_tied_to_a_day_has_an_interval(text: str, days: tuple[date, date]) -> None:
    assert days_of(mentions_in(text)[0]) == days


def test_a_length_tied_to_nothing_known_has_no_interval() -> None:
    assert one_in("Three days after the raid they left.").when is None
    assert one_in("They were held for two weeks.").when is None


@pytest.mark.parametrize(
    ("text", "value", "days"),
    [
        ("They fled in recent weeks.", "PXW", (date(2031, 2, 26), date(2031, 4, 23))),
        ("They will flee in the coming days.", "PXD", (date(2031, 4, 23), date(2031, 5, 3))),
        ("They ate little for the past few months.", "PXM", (date(2030, 4, 23), date(2031, 4, 23))),
    ],
)
def test_a_vague_stretch_reaches_from_or_to_the_published_day(
    text: str, value: str, days: tuple[date, date]
) -> None:
    mention = one_in(text)
    assert mention.value == value
    assert days_of(mention) == days
    assert mention.when is not None
    assert mention.when.precision is Precision.VAGUE


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("They come every Monday and Thursday.",
         [("every Monday", "XXXX-WXX-1"), ("Thursday", "XXXX-WXX-4")]),
        ("They meet on Friday nights.", [("Friday nights", "XXXX-WXX-5TNI")]),
        ("They meet three times a month.", [("three times a month", "P1M")]),
        ("They meet twice daily.", [("twice daily", "P1D")]),
        ("They meet every other week.", [("every other week", "P2W")]),
        ("They work 24 hours a day.", [("24 hours", "PT24H"), ("a day", "P1D")]),
        ("They waited 5 1/2 hours.", [("5 1/2 hours", "PT5H30M")]),
        ("They left decades ago.", [("decades ago", "PAST_REF")]),
        ("They left the day before.", [("the day before", "2031-04-22")]),
    ],
)  # fmt: skip
def test_sets_fractions_and_neighbours_keep_all_their_words(
    text: str, found: list[tuple[str, str]]
) -> None:
    assert found_in(text) == found
