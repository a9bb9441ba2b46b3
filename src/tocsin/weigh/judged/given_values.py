"""Given values: what an analyst types, as the count, time or names that it means."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

from tocsin.core.time import Precision, TimeSpan, end_of_day, start_of_day
from tocsin.core.types import Count

LARGEST_COUNT = 10_000_000_000  # more people than live
LONGEST_NAME = 200  # characters; no name of a place or a body is longer
MOST_NAMES = 50  # actors or targets of one event
OPEN_END = ".."  # of an interval. Source: ISO 8601-2:2019, 4.4

PRECISION_UP_TO = (
    (timedelta(days=1), Precision.DAY),
    (timedelta(days=7), Precision.WEEK),
    (timedelta(days=31), Precision.MONTH),
    (timedelta(days=92), Precision.QUARTER),
    (timedelta(days=366), Precision.YEAR),
)

_NUMBER = r"(\d{1,3}(?:,\d{3})+|\d{1,14})"
_COUNT = re.compile(rf"(?:(at least|at most|up to)\s+)?{_NUMBER}(?:\s*[-–]\s*{_NUMBER})?", re.I)
_DAY = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


def count_given(value: str) -> Count | None:
    """Return the count that a value means, None for "": nothing was counted.

    Raises: ValueError, with what is allowed.

    >>> count_given("at least 12")
    Count(low=12, high=None, as_reported='at least 12')
    >>> count_given("10-14")
    Count(low=10, high=14, as_reported='10-14')
    """
    if not value:
        return None
    found = _COUNT.fullmatch(value)
    if found is None or (found[1] and found[3]):
        raise ValueError("give a count: 12, 10-14, at least 12, at most 20")
    low = _number(found[2])
    high = _number(found[3]) if found[3] else low
    if low > high or high > LARGEST_COUNT:
        raise ValueError("give a count of people, the lower number first")
    if found[1]:
        return _bounded(low, value, least=found[1].lower() == "at least")
    return Count(low=low, high=high, as_reported=value)


def time_given(value: str) -> TimeSpan | None:
    """Return the time that a day, month, year or interval means, None for "": not said.

    Raises: ValueError, with what is allowed.

    >>> time_given("2031-04-09/2031-04-11").value
    '2031-04-09/2031-04-11'
    >>> time_given("2031-05/..").latest is None
    True
    """
    if not value:
        return None
    first, _, last = value.partition("/")
    start = None if first == OPEN_END else _days_of(first)[0]
    end = None if last == OPEN_END else _days_of(last or first)[1]
    if (start is None and end is None) or (start and end and start > end):
        raise ValueError(f"{value!r} is no interval: give the earlier day first")
    return TimeSpan(
        earliest=start_of_day(start) if start else None,
        latest=end_of_day(end) if end else None,
        precision=_precision(start, end),
        value=value,
    )


def names_given(value: str) -> tuple[str, ...]:
    """Return the names between semicolons, () for "". Raises: ValueError.

    >>> names_given("Interior Guard; Black Heron brigade")
    ('Interior Guard', 'Black Heron brigade')
    """
    names = dict.fromkeys(" ".join(part.split()) for part in value.split(";"))
    if len(names) > MOST_NAMES:
        raise ValueError(f"more than {MOST_NAMES} names")
    return tuple(name_given(name) for name in names if name)


def name_given(value: str) -> str:
    """Return the name. Raises: ValueError where it is too long to be one, or has no letter."""
    if value and not any(letter.isalnum() for letter in value):
        raise ValueError(f"{value!r} is no name")
    if len(value) > LONGEST_NAME:
        raise ValueError(f"a name of more than {LONGEST_NAME} characters")
    return value


def _number(digits: str) -> int:
    return int(digits.replace(",", ""))


def _bounded(number: int, value: str, *, least: bool) -> Count:
    if least:
        return Count(low=number, high=None, as_reported=value)
    return Count(low=None, high=number, as_reported=value)


def _days_of(value: str) -> tuple[date, date]:
    """Return the first and the last day of a day, month or year."""
    found = _DAY.fullmatch(value)
    if found is None:
        raise ValueError("give a day (2031-04-09), a month, a year or FIRST/LAST, .. where open")
    year, month, day = (int(part) if part else None for part in found.groups())
    assert year is not None  # noqa: S101  (the pattern asks for it)
    try:
        first = date(year, month or 1, day or 1)
    except ValueError as impossible:
        raise ValueError(f"{value} is no day of the calendar") from impossible
    if day:
        return first, first
    last_month = month or 12
    return first, date(year, last_month, monthrange(year, last_month)[1])


def _precision(start: date | None, end: date | None) -> Precision:
    if start is None or end is None:
        return Precision.VAGUE
    length = end - start + timedelta(days=1)
    return next((name for limit, name in PRECISION_UP_TO if length <= limit), Precision.VAGUE)
