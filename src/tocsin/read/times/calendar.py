"""Arithmetic on days, months and years that answers None where the calendar ends."""

from __future__ import annotations

from datetime import MAXYEAR, MINYEAR, date, timedelta

DAYS_IN = {"D": 1, "W": 7, "FN": 14}
MONTHS_IN = {"M": 1, "Q": 3, "Y": 12, "DE": 120, "CE": 1200}


def day_of(year: int, month: int, day: int) -> date | None:
    """Return the day, None where there is no such day.

    >>> day_of(2031, 2, 30) is None
    True
    """
    try:
        return date(year, month, day)
    except ValueError:
        return None


def last_day_of_month(year: int, month: int) -> date:
    """Return the last day of the month."""
    if (year, month) == (MAXYEAR, 12):
        return date.max
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)


def shift_days(day: date, days: int) -> date | None:
    """Return the day so many days on, None past the calendar's ends."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def shift_months(day: date, months: int) -> date | None:
    """Return the same day so many months on, or that month's last day where it is shorter.

    >>> shift_months(date(2031, 3, 31), -1)
    datetime.date(2031, 2, 28)
    """
    count = day.year * 12 + day.month - 1 + months
    year, month = divmod(count, 12)
    if not MINYEAR <= year <= MAXYEAR:
        return None
    return date(year, month + 1, min(day.day, last_day_of_month(year, month + 1).day))


def shift(day: date, amount: int, unit: str) -> date | None:
    """Return the day so many units (D, W, FN, M, Q, Y, DE, CE) on, None past the calendar."""
    if unit in DAYS_IN:
        return shift_days(day, amount * DAYS_IN[unit])
    return shift_months(day, amount * MONTHS_IN[unit])
