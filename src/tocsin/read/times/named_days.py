"""The Gregorian days of feasts and holidays, by the rule that fixes each."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Literal

from dateutil.easter import easter

from tocsin.read.times.calendar import day_of, last_day_of_month, shift_days
from tocsin.read.times.calendar_names import NamedDay
from tocsin.read.times.other_calendars import (
    DayOf,
    hijri_day,
    hijri_year,
    persian_day,
    persian_year,
)

ORTHODOX: Literal[2] = 2  # `dateutil.easter` numbers its methods so
WESTERN: Literal[3] = 3
EASTER_YEARS = range(1583, 4100)  # `dateutil.easter` computes these
WEEK_DAYS = 7


def days_in(named: NamedDay, year: int) -> list[date]:
    """Return the days of the name that fall in the Gregorian year: one, none, or two.

    >>> days_in(NamedDay("easter", (-2,)), 2031), days_in(NamedDay("nth", (11, 4, 4)), 2031)
    ([datetime.date(2031, 4, 11)], [datetime.date(2031, 11, 27)])
    """
    found = _RULES[named.rule](year, *named.numbers)
    return [day for day in found if day is not None and day.year == year]


def _fixed(year: int, month: int, day: int) -> list[date | None]:
    return [day_of(year, month, day)]


def _after_easter(method: Literal[2, 3]) -> Callable[..., list[date | None]]:
    def days(year: int, after: int) -> list[date | None]:
        if year not in EASTER_YEARS:
            return []
        return [easter(year, method) + timedelta(days=after)]

    return days


def _nth(year: int, month: int, weekday: int, number: int) -> list[date | None]:
    if number < 0:
        last = last_day_of_month(year, month)
        return [last - timedelta(days=(last.isoweekday() - weekday) % WEEK_DAYS)]
    first = day_of(year, month, 1)
    ahead = (weekday - first.isoweekday()) % WEEK_DAYS if first else 0
    return [first and shift_days(first, ahead + WEEK_DAYS * (number - 1))]


def _of_calendar(day: DayOf, year_of: Callable[[date], int]) -> Callable[..., list[date | None]]:
    def days(year: int, month: int, number: int) -> list[date | None]:
        first = year_of(date(year, 1, 1))
        return [day(first + turn, month, number) for turn in (-1, 0, 1, 2)]

    return days


_RULES: dict[str, Callable[..., list[date | None]]] = {
    "fixed": _fixed,
    "easter": _after_easter(WESTERN),
    "orthodox_easter": _after_easter(ORTHODOX),
    "nth": _nth,
    "hijri": _of_calendar(hijri_day, hijri_year),
    "persian": _of_calendar(persian_day, persian_year),
}
