"""Days of the Hijri and of the Persian calendar as days of the Gregorian one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from hijridate import Hijri
from persiantools.jdatetime import JalaliDate

from tocsin.read.times.calendar import shift_days

TABLED_HIJRI_YEARS = range(1343, 1501)  # the Umm al-Qura tables of `hijridate`
HIJRI_EPOCH = date(622, 7, 19)  # 1 Muharram 1 of the civil arithmetical calendar, Gregorian
HIJRI_YEAR_DAYS = 354.367
PERSIAN_EPOCH_YEAR = 621
LAST_YEAR = 1600
SIGHTING_DAYS = 1  # a month begins with the sighted moon: a day later or earlier than the tables
MONTHS = 12

DayOf = Callable[[int, int, int], date | None]


def hijri_day(year: int, month: int, day: int) -> date | None:
    """Return the Gregorian day, None where the month has no such day.

    Before and after the tables the arithmetical calendar serves, within a day or two.
    Source: Reingold & Dershowitz, Calendrical Calculations, 3rd ed., eq. 6.3.

    >>> hijri_day(1446, 9, 15), hijri_day(1446, 9, 30), hijri_day(1300, 1, 1)
    (datetime.date(2025, 3, 15), None, datetime.date(1882, 11, 12))
    """
    if not (1 <= year <= LAST_YEAR and 1 <= month <= MONTHS and 1 <= day <= 30):
        return None
    if year not in TABLED_HIJRI_YEARS:
        days = (year - 1) * 354 + (3 + 11 * year) // 30 + 29 * (month - 1) + month // 2 + day - 1
        return shift_days(HIJRI_EPOCH, days)
    first = Hijri(year, month, 1)
    if day > first.month_length():
        return None
    return date.fromisoformat(first.to_gregorian().isoformat()) + timedelta(days=day - 1)


def persian_day(year: int, month: int, day: int) -> date | None:
    """Return the Gregorian day, None where the month has no such day.

    >>> persian_day(1391, 2, 12), persian_day(1391, 7, 31)
    (datetime.date(2012, 5, 1), None)
    """
    if not 1 <= year <= LAST_YEAR:
        return None
    try:
        persian = JalaliDate(year, month, day)  # type: ignore[no-untyped-call]  # has no types
    except ValueError:
        return None
    return date.fromisoformat(persian.to_gregorian().isoformat())


def hijri_year(day: date) -> int:
    """Return the Hijri year that the day falls in, or the one beside it at the turn of a year."""
    return int((day - HIJRI_EPOCH).days / HIJRI_YEAR_DAYS) + 1


def persian_year(day: date) -> int:
    """Return the Persian year that begins in the day's Gregorian year."""
    return day.year - PERSIAN_EPOCH_YEAR


def last_day(day_of: DayOf, year: int, month: int) -> date | None:
    """Return the last day of the month of the calendar whose days `day_of` gives."""
    return next((day for n in (31, 30, 29) if (day := day_of(year, month, n))), None)
