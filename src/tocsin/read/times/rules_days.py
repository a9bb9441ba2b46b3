"""Rules for single days: dates with a month, weekdays, days of the month."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from tocsin.core.types import TimexType
from tocsin.read.times.anchor import weekday_near
from tocsin.read.times.calendar import day_of, shift_days, shift_months
from tocsin.read.times.grammar import Hit, Meaning, Rule, rule
from tocsin.read.times.guards_dates import (
    counts_weeks,
    days_stand_alone,
    is_day_of_month,
    is_no_masthead,
    is_of_month,
    is_of_week,
    is_small_count,
    is_spelled_day_of_month,
)
from tocsin.read.times.numbers import number_of
from tocsin.read.times.setting import Setting
from tocsin.read.times.tense import Direction
from tocsin.read.times.values import span_of_value, year_text
from tocsin.read.times.years import DAY, MONTH, NAMED_YEAR, TWO_DIGIT_PIVOT, YEAR, year_for

LAST_OF_LIST = f"{{comma}}? (?: {{and}} | {{or}} | {{dash}} | {{to}} | {{slash}} ) {{the}}? {DAY}"
LISTED = f"(?P<days> {DAY} (?: {{comma}} {DAY} ){{0,6}} {LAST_OF_LIST} )"
SINGLE = f"(?P<days> {DAY} )"
JUST_PAST, YEAR_PAST = 12, 366  # days; a slashed date that can be read two ways is the near one
MOST_WEEKS = 100
LEAP_YEAR = 2000  # it holds every day there is
SPELLED = "(?P<spelled> (?: {tens} {dash}? )? (?: {ordinal_word} | {second} ) )"
BEFORE = "{way}? (?: {any_weekday} {dot}? {comma}? {the}? )?"


def _day_meaning(
    year: int | None, month: int, day: int, first: int, last: int
) -> Iterator[Meaning]:
    within = year if year and year > 0 else LEAP_YEAR
    if day_of(within, month, day) is not None:
        yield Meaning(TimexType.DATE, f"{year_text(year)}-{month:02d}-{day:02d}", first, last)


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
    for furthest in (JUST_PAST, YEAR_PAST):
        near = [day for day in readings if -furthest // 12 <= (published - day).days <= furthest]
        if len(near) == 1:
            return near[0]
    return None


def listed_days(hit: Hit, setting: Setting) -> Iterator[Meaning]:
    """Yield a day for each number of "April 18, 19 and 20, 2029" or "12 and 13 May"."""
    month = hit.value("month")
    start, end = hit.match.span("days")
    places = [n for n in range(start, end) if hit.lexemes[n].kind in ("day_number", "ordinal")]
    for place in places:
        day = hit.lexemes[place].value
        first = hit.first if place == places[0] else place
        last = hit.last if place == places[-1] else place
        year = year_for(hit, setting, month, day)
        yield from _day_meaning(year, month, day, first, last)


def spelled_day(hit: Hit, setting: Setting) -> Iterator[Meaning]:
    """Yield "the first of November", "the twenty-third of May"."""
    month, day = hit.value("month"), _spelled_number(hit)
    yield from _day_meaning(year_for(hit, setting, month, day), month, day, hit.first, hit.last)


def _spelled_number(hit: Hit) -> int:
    return int(number_of(hit.group("spelled")) or 0)


def day_of_month(hit: Hit, setting: Setting) -> Iterator[Meaning]:
    """Yield "the 15th", "the twentieth" in the month that the clause looks to."""
    number = _spelled_number(hit) if "spelled" in hit else hit.value("day")
    month = _month_looked_to(hit, setting, number)
    day = month and day_of(month.year, month.month, number)
    if day:
        yield hit.meaning(TimexType.DATE, day.isoformat())


def _month_looked_to(hit: Hit, setting: Setting, number: int) -> date | None:
    here = setting.here()
    if here is None or setting.is_story or "way" in hit:
        return here and shift_months(here.replace(day=1), hit.value("way") or 0)
    past = hit.direction() is Direction.PAST
    passed = number <= here.day if past else number >= here.day
    return shift_months(here.replace(day=1), 0 if passed else -1 if past else 1)


def impossible_day(hit: Hit, setting: Setting) -> Iterator[Meaning]:
    """Yield nothing: "December 42" is no day, nor the month."""
    del hit, setting
    yield from ()


def weekday(hit: Hit, setting: Setting) -> Iterator[Meaning]:
    """Yield the weekday nearest to the published date on the side the clause looks to."""
    number = hit.value("weekday")
    way = hit.value("way")
    if way is None:
        day = weekday_near(setting, number, hit.direction("weekday"))
    else:
        there = hit.group("way")[0].kind in ("previous", "following")
        origin = setting.anchor_day() if there else setting.here()
        day = origin and _weekday_past(origin, number, way)
    yield hit.meaning(TimexType.DATE, day.isoformat() if day else f"XXXX-WXX-{number}")


def weekday_of_week(hit: Hit, setting: Setting) -> Iterator[Meaning]:
    """Yield "Friday next week"."""
    here = setting.here()
    week = here and shift_days(here, 7 * hit.value("way"))
    day = week and _weekday_past(week, hit.value("weekday"), 0)
    yield hit.meaning(
        TimexType.DATE, day.isoformat() if day else f"XXXX-WXX-{hit.value('weekday')}"
    )


def weeks_from_weekday(hit: Hit, setting: Setting) -> Iterator[Meaning]:
    """Yield "a week from Tuesday", "two weeks ago on Friday"."""
    number, here = number_of(hit.group("number")), setting.here()
    if number is None or number > MOST_WEEKS or number % 1:
        return
    ahead = "from" in hit
    near = here and _weekday_past(here, hit.value("weekday"), 1 if ahead else 0)
    weeks = int(number) * (1 if ahead else -1)
    day = near and shift_days(near, 7 * weeks)
    value = day.isoformat() if day else f"XXXX-WXX-{hit.value('weekday')}"
    yield hit.meaning(TimexType.DATE, value)


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
    rule(f"{BEFORE} {{the}} {SPELLED} {{of}} {MONTH} {YEAR}", spelled_day),
    rule(f"(?P<days> {{day_number}} ) {{dash}} {MONTH} {{dash}} {NAMED_YEAR}", listed_days),
    rule(f"{MONTH} (?P<count> {{count}} )", impossible_day, is_small_count),
    rule(f"(?P<count> {{count}} ) {{of}}? {MONTH} {YEAR}", impossible_day, is_small_count),
    rule("{the}? {here}? (?P<way> {way} )? (?P<weekday> {weekday} )", weekday, is_no_masthead),
    rule("(?P<weekday> {weekday_short} ) {dot}", weekday),
    rule("(?P<weekday> {weekday} ) {of}? (?P<way> {way} ) {unit}", weekday_of_week, is_of_week),
    rule(
        "(?P<number> {a} | {cardinal} ) (?P<unit> {unit} | {units} )"
        " (?: (?P<from> {from} ) | {ago} {on}? ) (?P<weekday> {weekday} )",
        weeks_from_weekday,
        counts_weeks,
    ),
    rule("{the} (?P<day> {ordinal} )", day_of_month, is_day_of_month),
    rule(f"{{the}} {SPELLED}", day_of_month, is_spelled_day_of_month),
    rule(
        "{the} (?P<day> {ordinal} | {ordinal_word} ) {of} (?P<way> {here} | {last} | {next} )"
        " (?P<unit> {unit} )",
        day_of_month,
        is_of_month,
    ),
)
