"""Times as intervals with a stated precision."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from enum import StrEnum


class Precision(StrEnum):
    """The finest unit that the wording supports."""

    SECOND = "second"
    MINUTE = "minute"
    HOUR = "hour"
    PART_OF_DAY = "part_of_day"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    SEASON = "season"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    VAGUE = "vague"


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeSpan:
    """An interval of time, both ends included, aware and in UTC.

    An open end is None: "since May" has no `latest`. `value` is the TIMEX3 value where one fits.
    """

    earliest: datetime | None
    latest: datetime | None
    precision: Precision
    value: str = ""

    @classmethod
    def of_day(cls, day: date) -> TimeSpan:
        """Return the span of one calendar day."""
        return cls.of_days(day, day, precision=Precision.DAY, value=day.isoformat())

    @classmethod
    def of_days(cls, first: date, last: date, *, precision: Precision, value: str = "") -> TimeSpan:
        """Return the span from the start of the first day to the end of the last."""
        return cls(
            earliest=start_of_day(first), latest=end_of_day(last), precision=precision, value=value
        )

    def overlaps(self, other: TimeSpan) -> bool:
        """Return whether the two intervals share an instant; an open end reaches for ever."""
        starts_in_time = (
            self.earliest is None or other.latest is None or self.earliest <= other.latest
        )
        ends_in_time = (
            self.latest is None or other.earliest is None or other.earliest <= self.latest
        )
        return starts_in_time and ends_in_time


def start_of_day(day: date) -> datetime:
    """Return the first instant of the day, UTC."""
    return datetime.combine(day, time.min, tzinfo=UTC)


def end_of_day(day: date) -> datetime:
    """Return the last whole second of the day, UTC."""
    return datetime.combine(day, time(23, 59, 59), tzinfo=UTC)


def day_words(day: date) -> str:
    """Return a day as people write it.

    >>> day_words(date(2031, 5, 3))
    '3 May 2031'
    """
    return f"{day.day} {day:%B %Y}"
