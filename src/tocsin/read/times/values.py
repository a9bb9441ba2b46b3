"""TIMEX3 values of calendar units, and the interval that a value stands for."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum

from tocsin.core.time import Precision, TimeSpan
from tocsin.read.times.calendar import day_of, last_day_of_month, shift_days, shift_months


class Part(StrEnum):
    """Which part of an interval is meant. Source: ISO 24617-1, the TIMEX3 attribute `mod`."""

    WHOLE = "WHOLE"
    START = "START"
    MIDDLE = "MID"
    END = "END"


Days = tuple[date, date]

SEASON_START = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
DAY_PART_HOURS = {"MO": (5, 12), "AF": (12, 18), "EV": (17, 22), "NI": (18, 30), "DT": (6, 18)}
LAST_HOUR, LAST_MINUTE = 24, 59  # TIMEX3 writes midnight as T24:00
CLOCK = re.compile(r"(\d{4}-\d{2}-\d{2})T(\d{2})(?::(\d{2}))?(?::(\d{2}))?Z?")
PART_OF_DAY = re.compile(r"(\d{4}-\d{2}-\d{2})T(MO|AF|EV|NI|DT)")


def year_text(year: int | None) -> str:
    """Return the year as TIMEX3 writes it.

    >>> year_text(64), year_text(-218), year_text(None)
    ('0064', 'BC0218', 'XXXX')
    """
    if year is None:
        return "XXXX"
    return f"BC{-year:04d}" if year < 0 else f"{year:04d}"


def unit_value(day: date, unit: str) -> str:
    """Return the TIMEX3 value of the unit that holds the day.

    >>> unit_value(date(2031, 5, 3), "W"), unit_value(date(2031, 5, 3), "Q")
    ('2031-W18', '2031-Q2')
    """
    return _UNIT_VALUES[unit](day)


def _week_value(day: date) -> str:
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}"


_UNIT_VALUES: dict[str, Callable[[date], str]] = {
    "D": lambda day: day.isoformat(),
    "W": _week_value,
    "FN": _week_value,
    "WE": lambda day: _week_value(day) + "-WE",
    "M": lambda day: f"{day.year:04d}-{day.month:02d}",
    "Q": lambda day: f"{day.year:04d}-Q{(day.month + 2) // 3}",
    "Y": lambda day: f"{day.year:04d}",
    "DE": lambda day: f"{day.year // 10:03d}",
    "CE": lambda day: f"{day.year // 100:02d}",
}


def span_of_value(value: str, part: Part = Part.WHOLE, utc_offset: float = 0.0) -> TimeSpan | None:
    """Return the interval of a TIMEX3 value, None where it does not lie on the calendar.

    Units: `utc_offset` in hours; a clock time without a zone is read as UTC.

    >>> span_of_value("2031", Part.END).earliest.date()
    datetime.date(2031, 10, 1)
    """
    try:
        return _clock_span(value, utc_offset) or _days_span(value, part)
    except (ValueError, OverflowError):  # such as month 13, or the day before the year 1
        return None


def _clock_span(value: str, utc_offset: float) -> TimeSpan | None:
    if clock := CLOCK.fullmatch(value):
        midnight = datetime.fromisoformat(clock[1]).replace(tzinfo=UTC)
        hour, minute, second = (int(clock[n] or 0) for n in (2, 3, 4))
        if hour > LAST_HOUR or minute > LAST_MINUTE:
            return None
        start = midnight + timedelta(hours=hour - utc_offset, minutes=minute, seconds=second)
        fine = Precision.SECOND if clock[4] else Precision.MINUTE if clock[3] else Precision.HOUR
        length = {Precision.SECOND: 0, Precision.MINUTE: 59, Precision.HOUR: 3599}[fine]
        end = start + timedelta(seconds=length)
        return TimeSpan(earliest=start, latest=end, precision=fine, value=value)
    if part := PART_OF_DAY.fullmatch(value):
        midnight = datetime.fromisoformat(part[1]).replace(tzinfo=UTC)
        first, last = DAY_PART_HOURS[part[2]]
        return TimeSpan(
            earliest=midnight + timedelta(hours=first),
            latest=midnight + timedelta(hours=last, seconds=-1),
            precision=Precision.PART_OF_DAY,
            value=value,
        )
    return None


def _days_span(value: str, part: Part) -> TimeSpan | None:
    for form, days_of, precision in _FORMS:
        if match := form.fullmatch(value):
            days = days_of(match)
            if days is None:
                return None
            first, last = _part_of(days, part)
            return TimeSpan.of_days(first, last, precision=precision, value=value)
    return None


YEAR_PARTS = {Part.START: (1, 3), Part.MIDDLE: (4, 9), Part.END: (10, 12)}  # months


def _part_of(days: Days, part: Part) -> Days:
    """Return the first, middle or last part: of a year by quarters, of other units by thirds."""
    first, last = days
    if part is Part.WHOLE:
        return days
    if (first.month, first.day, last.month, last.day, last.year) == (1, 1, 12, 31, first.year):
        months = YEAR_PARTS[part]
        return first.replace(month=months[0]), last_day_of_month(first.year, months[1])
    third = timedelta(days=(last - first).days // 3)
    if part is Part.START:
        return first, first + third
    if part is Part.END:
        return last - third, last
    return first + third, last - third


def _one_day(match: re.Match[str]) -> Days | None:
    day = day_of(int(match[1]), int(match[2]), int(match[3]))
    return (day, day) if day else None


def _month(match: re.Match[str]) -> Days:
    year, month = int(match[1]), int(match[2])
    return date(year, month, 1), last_day_of_month(year, month)


def _week(match: re.Match[str]) -> Days:
    monday = date.fromisocalendar(int(match[1]), int(match[2]), 1)
    return monday, monday + timedelta(days=6)


def _weekend(match: re.Match[str]) -> Days:
    _, sunday = _week(match)
    return sunday - timedelta(days=1), sunday


def _months_from(year: int, month: int, months: int) -> Days | None:
    first = date(year, month, 1)
    after = shift_months(first, months)
    last = after and shift_days(after, -1)
    return (first, last) if last else None


def _years(first: int, count: int) -> Days:
    return date(max(first, 1), 1, 1), date(first + count - 1, 12, 31)


_FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Days | None], Precision], ...] = (
    (re.compile(r"(\d{4})-(\d{2})-(\d{2})"), _one_day, Precision.DAY),
    (re.compile(r"(\d{4})-(\d{2})"), _month, Precision.MONTH),
    (re.compile(r"(\d{4})-W(\d{2})"), _week, Precision.WEEK),
    (re.compile(r"(\d{4})-W(\d{2})-WE"), _weekend, Precision.DAY),
    (
        re.compile(r"(\d{4})-Q([1-4])"),
        lambda m: _months_from(int(m[1]), 3 * int(m[2]) - 2, 3),
        Precision.QUARTER,
    ),
    (
        re.compile(r"(\d{4})-H([12])"),
        lambda m: _months_from(int(m[1]), 6 * int(m[2]) - 5, 6),
        Precision.QUARTER,
    ),
    (
        re.compile(r"(\d{4})-(SP|SU|FA|WI)"),
        lambda m: _months_from(int(m[1]), SEASON_START[m[2]], 3),
        Precision.SEASON,
    ),
    (re.compile(r"(\d{4})"), lambda m: _years(int(m[1]), 1), Precision.YEAR),
    (re.compile(r"(\d{3})"), lambda m: _years(int(m[1]) * 10, 10), Precision.DECADE),
    (re.compile(r"(\d{2})"), lambda m: _years(int(m[1]) * 100, 100), Precision.CENTURY),
)
