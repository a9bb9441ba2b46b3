"""Days with a name, and the Hijri and the Persian calendar."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plain_times import days_of, found_in, one_in
from tocsin.read.times.calendar_names import calendar_names
from tocsin.read.times.named_days import days_in
from tocsin.read.times.other_calendars import hijri_day, hijri_year, persian_day


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("It fell on 15 Ramadan 1446.", "15 Ramadan 1446", "2025-03-15"),
        ("It fell on 1 Muharram 1447 AH.", "1 Muharram 1447 AH", "2025-06-26"),
        ("It fell on Rabi' al-Awwal 12, 1445.", "Rabi' al-Awwal 12, 1445", "2023-09-27"),
        ("It fell on 5 Dhul-Hijja 1444.", "5 Dhul-Hijja 1444", "2023-06-23"),
        ("It fell on 5 Jumada al-Thani 1445.", "5 Jumada al-Thani 1445", "2023-12-18"),
        ("It fell on the 27th of Rajab.", "the 27th of Rajab", "2030-11-23"),
        ("It fell on the tenth day of Muharram 1447.", "the tenth day of Muharram 1447",
         "2025-07-05"),
        ("It fell on 3 Mehr 1403.", "3 Mehr 1403", "2024-09-24"),
        ("It fell on 12 Ordibehesht 1391.", "12 Ordibehesht 1391", "2012-05-01"),
        ("It fell in Ramadan.", "Ramadan", "2031-01"),
        ("It fell in Ramadan 1446.", "Ramadan 1446", "2025-03"),
        ("It fell in Mehr 1403.", "Mehr 1403", "2024-10"),
        ("It fell in 1446 AH.", "1446 AH", "2024"),
        ("It fell in 1391 SH.", "1391 SH", "2012"),
        ("They will fast in Ramadan.", "Ramadan", "2031-12"),
        ("It fell last Ramadan.", "last Ramadan", "2031-01"),
    ],
)  # fmt: skip
def test_a_date_of_another_calendar_gets_its_gregorian_value(
    text: str, words: str, value: str
) -> None:
    assert found_in(text) == [(words, value)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("They came on Christmas Eve.", "2030-12-24"),
        ("They came on New Year's Day 2030.", "2030-01-01"),
        ("They will meet on New Year’s Eve.", "2031-12-31"),
        ("They came on Good Friday.", "2031-04-11"),
        ("They came on Easter Sunday.", "2031-04-13"),
        ("They will come next Easter.", "2032-03-28"),
        ("They came last Thanksgiving.", "2030-11-28"),
        ("They will march on May Day.", "2031-05-01"),
        ("They came on India's Independence Day.", "2030-08-15"),
        ("They came on Eid al-Fitr.", "2031-01-24"),
        ("They came on Eid ul-Adha 2025.", "2025-06-06"),
        ("They came on Mawlid.", "2030-07-13"),
        ("They came at Nowruz.", "2031-03-21"),
        ("They came on Christmas morning.", "2030-12-25TMO"),
        ("They came on Orthodox Christmas.", "2031-01-07"),
    ],
)
def test_a_feast_or_holiday_is_a_day(text: str, value: str) -> None:
    assert [found for _, found in found_in(text)] == [value]


def test_the_moons_sighting_may_shift_a_hijri_day_by_one() -> None:
    assert days_of(one_in("It fell on 15 Ramadan 1446.")) == (date(2025, 3, 14), date(2025, 3, 16))
    assert days_of(one_in("It fell on 12 Ordibehesht 1391.")) == (date(2012, 5, 1),) * 2


def test_a_month_of_another_calendar_keeps_its_own_days() -> None:
    first, last = days_of(one_in("It fell in Mehr 1403."))
    assert (first, last) == (date(2024, 9, 22), date(2024, 10, 21))


@pytest.mark.parametrize(
    "text",
    [
        "Mehr agency said that Ramadan Kett was free.",
        "Azar Dorn met Safar Vessel at Tir Street.",
        "They met on Independence Day.",  # of which country is not told
        "The report by Mehr was denied.",
    ],
)
def test_names_of_persons_and_agencies_are_no_months(text: str) -> None:
    assert found_in(text) == []


def test_a_day_that_the_calendar_lacks_is_not_read() -> None:
    assert found_in("It fell on 31 Mehr 1403.") == []


@settings(max_examples=60, deadline=None)
@given(year=st.integers(1, 1600), month=st.integers(1, 12), day=st.integers(1, 28))
def test_hijri_days_follow_one_another_and_fall_in_their_year(
    year: int, month: int, day: int
) -> None:
    here, after = hijri_day(year, month, day), hijri_day(year, month, day + 1)
    assert here is not None
    assert after is not None
    assert (after - here).days == 1
    assert abs(hijri_year(here) - year) <= 1


@settings(max_examples=60, deadline=None)
@given(day=st.integers(1, 29), month=st.integers(1, 12), year=st.integers(1200, 1500))
def test_persian_days_begin_in_march_of_their_year(day: int, month: int, year: int) -> None:
    here, first = persian_day(year, month, day), persian_day(year, 1, 1)
    assert here is not None
    assert first is not None
    assert (first.year, first.month) == (year + 621, 3)
    assert 0 <= (here - first).days < 366


def test_every_named_day_falls_at_least_once_in_any_two_years() -> None:
    days = [value for kind, value in calendar_names().meanings.values() if kind == "named_day"]
    assert len(days) > 100
    for named in days:
        assert days_in(named, 2030) or days_in(named, 2031), named
