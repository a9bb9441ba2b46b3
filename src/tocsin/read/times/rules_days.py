"""Rules for single days: dates with a month, weekdays, days of the month."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from tocsin.core.types import TimexType
from tocsin.read.times.anchor import Direction, weekday_near
from tocsin.read.times.calendar import day_of, shift_days, shift_months
from tocsin.read.times.grammar import Hit, Meaning, Rule, Setting, rule
from tocsin.read.times.guards import (
    days_stand_alone,
    is_day_of_month,
    is_no_masthead,
    is_of_week,
    is_small_count,
)
from tocsin.read.times.values import span_of_value
from tocsin.read.times.years import MONTH, NAMED_YEAR, TWO_DIGIT_PIVOT, YEAR, year_for

DAY = "(?: {day_number} | {ordinal} )"
LAST_OF_LIST = f"{{comma}}? (?: {{and}} | {{or}} | {{dash}} | {{to}} ) {{the}}? {DAY}"
LISTED = f"(?P<days> {DAY} (?: {{comma}} {DAY} ){{0,6}} {LAST_OF_LIST} )"
SINGLE = f"(?P<days> {DAY} )"
BEFORE = "{way}? (?: {any_weekday} {dot}? {comma}? {the}? )?"


def _day_meaning(
    year: int | None, month: int, day: int, first: int, last: int
) -> Iterator[Meaning]:
    if day_of(year or 2000, month, day) is None:  # 2000: a leap year holds every day there is
        return
    value = f"{'XXXX' if year is None else f'{year:04d}'}-{month:02d}-{day:02d}"
    yield Meaning(TimexType.DATE, value, first, last)


def iso_day(hit: Hit, setting: Setting) -> Iterator[Meaning]:
    """Yield the day, or the time of day, of an ISO 8601 date."""
    del setting
    text = hit.lexemes[hit.first].text
    year, month, day = int(text[:4]), int(text[5:7]), int(text[8:10])
    if len(text) > len("2031-05-03"):
        if span_of_value(text):
            yield hit.meaning(TimexType.TIME, text)
    else:
        yield from _day_meaning(year, month, day, hit.first, hit.last)


def slashed_day(hit: Hit, setting: Setting) -> Iterator[Meaning]:
    """Yield the day of 3/5/2031 where its order is sure or the published date decides it.

    Dots put the day first. With slashes a number over 12 tells the order; failing that the
    reading nearer to the published date is taken if only one lies within a year of it.
    """
    text = hit.lexemes[hit.first].text
    dotted = "." in text
    first, second, last = (int(part) for part in text.replace(".", "/").split("/"))
    if last < 100:
        if dotted:
            return  # 1.2.30 numbers a version or a section
        last += 1900 if last >= TWO_DIGIT_PIVOT else 2000
    readings = {day for day in (day_of(last, first, second), day_of(last, second, first)) if day}
    if dotted:
        readings = {day for day in (day_of(last, second, first),) if day}
    chosen = _surest(readings, setting.published)
    if chosen:
        yield hit.meaning(TimexType.DATE, chosen.isoformat())
    elif readings:
        yield hit.meaning(TimexType.DATE, f"{last:04d}")


def _surest(readings: set[date], published: date | None) -> date | None:
    if len(readings) == 1:
        return next(iter(readings))
    if published is None or not readings:
        return None
    past = [day for day in readings if -31 <= (published - day).days <= 366]
    return past[0] if len(past) == 1 else None


def listed_days(hit: Hit, setting: Setting) -> Iterator[Meaning]:
    """Yield a day for each number of "April 18, 19 and 20, 2029" or "12 and 13 May"."""
    month = hit.value("month")
    start, end = hit.match.span("days")
    places = [n for n in range(start, end) if hit.lexemes[n].kind in ("day_number", "ordinal")]
    for place in places:
        day = hit.lexemes[place].value
        first = hit.first if place == places[0] else place
        last = hit.last if place == places[-1] else place
        year = year_for(hit, setting, month, day, place)
        yield from _day_meaning(year, month, day, first, last)


def day_of_month(hit: Hit, setting: Setting) -> Iterator[Meaning]:
    """Yield "the 15th" in the month that the clause looks to."""
    published, number = setting.published, hit.value("day")
    if published is None:
        return
    past = hit.direction() is Direction.PAST
    passed = number <= published.day if past else number >= published.day
    month = shift_months(published.replace(day=1), 0 if passed else -1 if past else 1)
    day = month and day_of(month.year, month.month, number)
    if day:
        yield hit.meaning(TimexType.DATE, day.isoformat())


def impossible_day(hit: Hit, setting: Setting) -> Iterator[Meaning]:
    """Yield nothing: "December 42" is no day, nor the month."""
    del hit, setting
    yield from ()


def weekday(hit: Hit, setting: Setting) -> Iterator[Meaning]:
    """Yield the weekday nearest to the published date on the side the clause looks to."""
    number = hit.value("weekday")
    way = hit.value("way")
    if setting.published is None:
        yield hit.meaning(TimexType.DATE, f"XXXX-WXX-{number}")
        return
    if way is None:
        direction = hit.direction("weekday")
        day = weekday_near(setting.published, number, direction)
    else:
        day = _weekday_past(setting.published, number, way)
    if day:
        yield hit.meaning(TimexType.DATE, day.isoformat())


def weekday_of_week(hit: Hit, setting: Setting) -> Iterator[Meaning]:
    """Yield "Friday next week"."""
    published = setting.published
    week = published and shift_days(published, 7 * hit.value("way"))
    day = week and _weekday_past(week, hit.value("weekday"), 0)
    yield hit.meaning(
        TimexType.DATE, day.isoformat() if day else f"XXXX-WXX-{hit.value('weekday')}"
    )


def _weekday_past(published: date, number: int, way: int) -> date | None:
    """Return the weekday strictly before or after the day ("last", "next"), or in its week (0)."""
    if way > 0:
        return shift_days(published, (number - published.isoweekday() - 1) % 7 + 1)
    if way < 0:
        return shift_days(published, -((published.isoweekday() - number - 1) % 7 + 1))
    return shift_days(published, number - published.isoweekday())


DAY_RULES: tuple[Rule, ...] = (
    rule("{iso}", iso_day),
    rule("{slashed}", slashed_day),
    rule(f"{BEFORE} {MONTH} {{the}}? {LISTED} {YEAR}", listed_days, days_stand_alone),
    rule(f"{BEFORE} {MONTH} {{the}}? {SINGLE} {YEAR}", listed_days, days_stand_alone),
    rule(f"{BEFORE} {{the}}? {LISTED} {{of}}? {MONTH} {YEAR}", listed_days),
    rule(f"{BEFORE} {{the}}? {SINGLE} {{of}}? {MONTH} {YEAR}", listed_days),
    rule(f"(?P<days> {{day_number}} ) {{dash}} {MONTH} {{dash}} {NAMED_YEAR}", listed_days),
    rule(f"{MONTH} (?P<count> {{count}} )", impossible_day, is_small_count),
    rule(f"(?P<count> {{count}} ) {{of}}? {MONTH} {YEAR}", impossible_day, is_small_count),
    rule("{the}? (?P<way> {way} )? (?P<weekday> {weekday} )", weekday, is_no_masthead),
    rule("(?P<weekday> {weekday_short} ) {dot}", weekday),
    rule("(?P<weekday> {weekday} ) {of}? (?P<way> {way} ) {unit}", weekday_of_week, is_of_week),
    rule("{the} (?P<day> {ordinal} )", day_of_month, is_day_of_month),
)
