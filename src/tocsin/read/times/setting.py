"""What partial and relative expressions rest on: the published day, and what was said before."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date

from tocsin.core.time import Precision
from tocsin.core.types import TimexType
from tocsin.read.times.values import span_of_value

DAY_LENGTH = len("2031-05-03")
YEAR = re.compile(r"(BC)?(\d{4})(?:-(\d{2})(?!\d))?")


@dataclass(slots=True)
class Setting:
    """The published day, and the last date spoken of as its TIMEX3 value, day and year.

    In a story (a history, a text without a published day) partial dates rest on the last year
    spoken of, and "the year" is that one, not the year in which the text came out. Years
    before our era are negative. `events` holds the day of each thing told with one, by the
    stem of its word.
    """

    published: date | None
    is_story: bool = False
    anchor: str = ""
    day: date | None = None
    year: int | None = None
    month: int | None = None
    events: dict[str, date] = field(default_factory=dict)

    def remember(self, type_: TimexType, value: str, *, moves_year: bool = True) -> None:
        """Keep a date or time that lies on the calendar as what later expressions rest on."""
        if type_ is TimexType.TIME:
            value = value[:DAY_LENGTH]
        elif type_ is not TimexType.DATE:
            return
        named = YEAR.match(value)
        if named and moves_year:
            self.year = -int(named[2]) if named[1] else int(named[2])
            self.month = int(named[3]) if named[3] else None
        span = span_of_value(value)
        if span is None or not moves_year:
            return
        self.anchor = value
        if span.precision is Precision.DAY and span.earliest and len(value) == DAY_LENGTH:
            self.day = span.earliest.date()

    def anchor_day(self) -> date | None:
        """Return the first day of what was last spoken of, else the published day."""
        span = span_of_value(self.anchor) if self.anchor else None
        if span is None or span.earliest is None or span.precision is Precision.CENTURY:
            return None if self.is_story else self.published
        return span.earliest.date()

    def here(self) -> date | None:
        """Return the day that "this year" and "in the morning" rest on."""
        return self.anchor_day() if self.is_story else self.published

    def today(self) -> str:
        """Return the value of the day that a bare time of day falls on, "" where none is known."""
        if not self.is_story:
            return self.published.isoformat() if self.published else ""
        return self.anchor if len(self.anchor) == DAY_LENGTH and self.day else ""
