"""Windows: when an event may have been, as one report tells it, and whether two can be one day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from tocsin.core.time import Precision, TimeSpan, end_of_day, start_of_day
from tocsin.core.types import Event, Reading
from tocsin.weigh.families import phase_of
from tocsin.weigh.linking.sightings import BEGINNING, DAY_OR_FINER, END
from tocsin.weigh.relations.grain import Fit
from tocsin.weigh.relations.sites import SHORT_REPORT

NEWS_DAYS = 7  # an undated event is of the week before its report
AHEAD_DAYS = 60  # a plan or threat without a day is of the two months after its report
AHEAD_OF_DAY = frozenset({"threaten", "set_deadline", "promise"})  # the day told is the deed's
WEEK = timedelta(days=7)
WEEKEND = timedelta(days=3)  # on a Sunday, "last week" may be the one that ends


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """When it may have been. `dated`: the text itself says so; `to_day`: to the day."""

    start: datetime
    end: datetime
    dated: bool
    to_day: bool


def window_of(event: Event, reading: Reading) -> Window:
    """Return when the event may have been, by its own words or else by the report's day."""
    published = reading.report.published
    time = event.time or _only_time(reading)
    if event.type in AHEAD_OF_DAY:
        time = None
    if time is not None and (time.earliest or time.latest):
        start, end = max(time.earliest or BEGINNING, BEGINNING), min(time.latest or END, END)
        if published and phase_of(event.status) == "real":
            start, end = _weekday_before(start, end, published)
        if time.precision is Precision.WEEK:
            end += WEEKEND
        to_day = time.precision in DAY_OR_FINER and end - start <= timedelta(days=2)
        return Window(start=start, end=end, dated=True, to_day=to_day)
    if published is None or not BEGINNING.date() < published < END.date():
        return Window(start=BEGINNING, end=END, dated=False, to_day=False)
    start, end = start_of_day(published) - timedelta(days=NEWS_DAYS), end_of_day(published)
    if phase_of(event.status) != "real":
        start, end = start_of_day(published), end + timedelta(days=AHEAD_DAYS)
    return Window(start=start, end=end, dated=False, to_day=False)


def _only_time(reading: Reading) -> TimeSpan | None:
    """Return the one day a short report names, which is then its event's."""
    if len(reading.sentences) > SHORT_REPORT:
        return None
    told = {t.when.value: t.when for t in reading.times if t.when and t.when.earliest}
    fine = [when for when in told.values() if when.precision is not Precision.VAGUE]
    return fine[0] if len(fine) == 1 else None


def _weekday_before(start: datetime, end: datetime, published: date) -> tuple[datetime, datetime]:
    """Return the days of what has been, a week earlier where they lie after their report."""
    after = end_of_day(published)
    if start > after and end - start < WEEK and start - after < WEEK:
        return start - WEEK, end - WEEK
    return start, end


def time_fit(one: Window, other: Window, *, slack: timedelta = timedelta(0)) -> Fit:
    """Return whether the two can be one time: "early May" holds the 3rd."""
    if one.start > other.end + slack or other.start > one.end + slack:
        return Fit.APART
    return Fit.SAME if one.dated and other.dated else Fit.OPEN
