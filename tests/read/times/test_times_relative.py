"""Expressions that rest on the published day, on the tense, or on what was said before."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from times_reading import times_of, values_of


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The soldiers left the town on Friday.", "2031-04-18"),
        ("The soldiers left the town on Wednesday.", "2031-04-23"),
        ("The soldiers will leave the town on Friday.", "2031-04-25"),
        ("Families have until Friday to leave.", "2031-04-25"),
        ("He spoke of it last Friday.", "2031-04-18"),
        ("They will meet next Friday.", "2031-04-25"),
        ("They will meet on Friday next week.", "2031-05-02"),
        ("It began in March.", "2031-03"),
        ("It began in May.", "2030-05"),
        ("It will begin in March.", "2032-03"),
        ("It began last April.", "2030-04"),
        ("They fled last summer.", "2030-SU"),
        ("They arrived yesterday.", "2031-04-22"),
        ("They arrived the day before yesterday.", "2031-04-21"),
        ("They will arrive tomorrow.", "2031-04-24"),
        ("The raid came last week.", "2031-W16"),
        ("The raid came three days ago.", "2031-04-20"),
        ("The raid came two months ago.", "2031-02"),
        ("The raid came a year ago.", "2030"),
        ("They will vote next year.", "2032"),
        ("It began in October of last year.", "2030-10"),
        ("The vote falls in this year's third quarter.", "2031-Q3"),
        ("They left on the 15th and did not return.", "2031-04-15"),
        ("They are hungry now.", "PRESENT_REF"),
        ("They recently fled.", "PAST_REF"),
        ("They will soon flee.", "FUTURE_REF"),
    ],
)
def test_a_relative_expression_is_counted_from_the_published_day(text: str, value: str) -> None:
    assert [found for _, found in values_of(text)] == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("They arrived yesterday.", "PAST_REF"),
        ("They left on Friday.", "XXXX-WXX-5"),
        ("They left on December 12.", "XXXX-12-12"),
        ("It began in March.", "XXXX-03"),
        ("The raid came three days ago.", "PAST_REF"),
    ],
)
def test_without_a_published_date_a_relative_expression_stays_open(text: str, value: str) -> None:
    (mention,) = times_of(text, None)
    assert mention.value == value
    assert mention.when is None


def test_later_counts_from_the_day_last_spoken_of() -> None:
    text = "The guard came on 3 March 2031. Two days later the camp was empty."
    assert values_of(text)[-1] == ("Two days later", "2031-03-05")


def test_a_comparison_with_a_year_earlier_moves_no_later_expression() -> None:
    text = (
        "The guard came on 3 March 2031. A year earlier it was calm. The same day, fire broke out."
    )
    assert values_of(text)[-1] == ("The same day", "2031-03-03")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Shelling began at 14:20 GMT on Monday.", "2031-04-21T14:20Z"),
        ("Shelling began at 3 p.m. Tuesday.", "2031-04-22T15:00"),
        ("Shelling began at 3.30 pm yesterday.", "2031-04-22T15:30"),
        ("Shelling began at 0600 hours on 3 March.", "2031-03-03T06:00"),
        ("Shelling began on Sunday morning.", "2031-04-20TMO"),
        ("Shelling began on the night of 3 March.", "2031-03-03TNI"),
        ("Shelling began last night.", "2031-04-22TNI"),
        ("Shelling began at 6:15 this morning.", "2031-04-23T06:15"),
    ],
)
def test_a_time_of_day_takes_the_day_beside_it(text: str, found: str) -> None:
    assert found in [value for _, value in values_of(text)]


def test_until_looks_ahead_over_a_time_of_day() -> None:
    found = values_of("The guard extended its deadline until 9 a.m. Tuesday.")
    assert found == [("9 a.m. Tuesday", "2031-04-29T09:00")]


def test_a_zone_shifts_the_interval_to_utc() -> None:
    (mention,) = times_of("Shelling began at 5 p.m. EST, March 6.")
    assert mention.when is not None
    assert mention.when.earliest == datetime.fromisoformat("2031-03-06T22:00+00:00")


@pytest.mark.parametrize(
    ("text", "type_", "value"),
    [
        ("They were held for three months.", "DURATION", "P3M"),
        ("They were held for a two-day period.", "DURATION", "P2D"),
        ("They were held for over a decade.", "DURATION", "P10Y"),
        ("They were held for twenty-four hours.", "DURATION", "PT24H"),
        ("They were held for several weeks.", "DURATION", "PXW"),
        ("They were held for weeks.", "DURATION", "PXW"),
        ("They ate little in recent weeks.", "DURATION", "PXW"),
        ("Trucks come every Monday.", "SET", "XXXX-WXX-1"),
        ("Trucks come every two weeks.", "SET", "P2W"),
        ("Trucks come twice a week.", "SET", "P1W"),
        ("Trucks come daily.", "SET", "P1D"),
    ],
)
def test_lengths_and_sets_have_their_own_types(text: str, type_: str, value: str) -> None:
    (mention,) = times_of(text)
    assert (mention.type, mention.value) == (type_, value)


def test_the_past_two_weeks_end_on_the_published_day() -> None:
    (mention,) = times_of("They ate little in the past two weeks.")
    assert mention.value == "P2W"
    assert mention.when is not None
    assert mention.when.earliest is not None
    assert mention.when.latest is not None
    assert mention.when.earliest.date() == date(2031, 4, 9)
    assert mention.when.latest.date() == date(2031, 4, 23)
