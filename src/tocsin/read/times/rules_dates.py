"""Rules for dates of the calendar: days, months, years, weekdays, seasons, quarters."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from tocsin.core.types import TimexType
from tocsin.read.times.anchor import Direction, clause_direction, nearest_year, weekday_near
from tocsin.read.times.calendar import day_of, shift_days
from tocsin.read.times.grammar import Hit, Meaning, Rule, Setting, rule
from tocsin.read.times.guards import (
    days_stand_alone,
    is_bare_year,
    is_decade,
    is_month_name,
    is_no_masthead,
    is_season,
    is_short_year,
    is_small_count,
    is_spoken_year,
)
from tocsin.read.times.lexicon import Lexeme

TWO_DIGIT_PIVOT = 40  # '40 and after are of the last century: news writes '82 and '31
DAY = "(?: {day_number} | {ordinal} )"
LISTED = f"(?: {{comma}} {DAY} ){{0,6}} {{comma}}? (?: {{and}} | {{or}} | {{dash}} | {{to}} ) {{the}}? {DAY}"
BEFORE = "{way}? (?: {any_weekday} {dot}? {comma}? {the}? )?"
MONTH = "(?P<month> {any_month} ) (?: (?<={month_short}) {dot} )?"
YEAR = "(?: {comma}? (?P<year> {year_number} | {short_year} ) )?"
NAMED_YEAR = "(?P<year> {year_number} )"
IN_YEAR = (
    "(?: (?: {of} | {comma} )? (?P<year> {year_number} | {short_year} )"
    " | {of}? (?P<way> {way} ) {unit} )?"
)


def year_of(lexeme: Lexeme | None) -> int | None:
    """Return the year that a four-digit or '82 lexeme names."""
    if lexeme is None:
        return None
    if lexeme.kind == "short_year":
        short = int(lexeme.text[1:])
        return short + (1900 if short >= TWO_DIGIT_PIVOT else 2000)
    return int(lexeme.value)


def _named_year(hit: Hit) -> int | None:
    group = hit.group("year")
    return year_of(group[0]) if group else None


def _year_for(hit: Hit, setting: Setting, month: int, day: int | None, index: int) -> int | None:
    named = _named_year(hit)
    if named is not None or setting.published is None:
        return named
    return nearest_year(setting.published, month, day, clause_direction(hit.token(index)))


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
    if len(text) > 10 and day_of(year, month, day):
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
        year = _year_for(hit, setting, month, day, place)
        yield from _day_meaning(year, month, day, first, last)


def impossible_day(hit: Hit, setting: Setting) -> Iterator[Meaning]:
    """Yield nothing: "December 42" is no day, nor the month."""
    del hit, setting
    yield from ()


def month(hit: Hit, setting: Setting) -> Iterator[Meaning]:
    """Yield a month, with its year where one is named or the clause tells."""
    number = hit.value("month")
    year = _year_for(hit, setting, number, None, hit.first)
    if "way" in hit and setting.published:
        year = setting.published.year + hit.value("way")
    stem = "XXXX" if year is None else f"{year:04d}"
    yield hit.meaning(TimexType.DATE, f"{stem}-{number:02d}")


def two_months(hit: Hit, setting: Setting) -> Iterator[Meaning]:
    """Yield both months of "March and April 2031": the year is theirs together."""
    del setting
    year = _named_year(hit)
    stem = "XXXX" if year is None else f"{year:04d}"
    for name, first, last in (
        ("early", hit.first, hit.match.end("early") - 1),
        ("month", hit.match.start("month"), hit.last),
    ):
        yield Meaning(TimexType.DATE, f"{stem}-{hit.value(name):02d}", first, last)


def year(hit: Hit, setting: Setting) -> Iterator[Meaning]:
    """Yield a year."""
    del setting
    named = _named_year(hit)
    if named is not None:
        yield hit.meaning(TimexType.DATE, f"{named:04d}")


def year_range(hit: Hit, setting: Setting) -> Iterator[Meaning]:
    """Yield both years of "2005-2009" or "2005-09"."""
    del setting
    first, last = hit.value("from_year"), hit.value("to_year")
    if last < 100:
        last += first // 100 * 100
    if first < last:
        yield Meaning(TimexType.DATE, f"{first:04d}", hit.first, hit.match.end("from_year") - 1)
        yield Meaning(TimexType.DATE, f"{last:04d}", hit.match.start("to_year"), hit.last)


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


def _weekday_past(published: date, number: int, way: int) -> date | None:
    """Return the weekday strictly before or after the day ("last", "next"), or in its week (0)."""
    if way > 0:
        return shift_days(published, (number - published.isoweekday() - 1) % 7 + 1)
    if way < 0:
        return shift_days(published, -((published.isoweekday() - number - 1) % 7 + 1))
    return shift_days(published, number - published.isoweekday())


def season(hit: Hit, setting: Setting) -> Iterator[Meaning]:
    """Yield a season, with its year where one is named or the clause tells."""
    code: Any = hit.value("season")
    named = _named_year(hit)
    if named is None and setting.published:
        direction = hit.direction()
        ahead = direction is Direction.FUTURE
        named = season_year(setting.published, code, ahead=ahead)
    yield hit.meaning(TimexType.DATE, f"{'XXXX' if named is None else f'{named:04d}'}-{code}")


def season_year(published: date, code: str, *, ahead: bool) -> int:
    """Return the year of the last season of the name begun, or of the next one not ended."""
    first_month = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}[code]
    if ahead:
        return published.year + (published.month > first_month + 2)
    return published.year - (published.month < first_month)


def quarter(hit: Hit, setting: Setting) -> Iterator[Meaning]:
    """Yield the quarter (or half) of a year named, else the last one begun."""
    number: int = hit.value("number")
    named = _named_year(hit)
    if not 1 <= number <= 4:
        return
    if named is None and setting.published is None:
        yield hit.meaning(TimexType.DATE, f"XXXX-Q{number}")
        return
    if setting.published and "way" in hit:
        named = setting.published.year + hit.value("way")
    elif named is None and setting.published:
        future = hit.direction() is Direction.FUTURE
        begun = setting.published.month >= 3 * number - 2
        named = setting.published.year - (0 if begun or future else 1)
    yield hit.meaning(TimexType.DATE, f"{named:04d}-Q{number}")


def half_year(hit: Hit, setting: Setting) -> Iterator[Meaning]:
    """Yield the half of a year named, or of the published one."""
    number: int = hit.value("number")
    named = _named_year(hit) or (setting.published.year if setting.published else None)
    if named is not None and number in (1, 2):
        yield hit.meaning(TimexType.DATE, f"{named:04d}-H{number}")


def decade(hit: Hit, setting: Setting) -> Iterator[Meaning]:
    """Yield a decade: "the 1990s", "the '80s", "the nineties"."""
    del setting
    lexeme = hit.group("decade")[0]
    if lexeme.kind == "decade_word":
        yield hit.meaning(TimexType.DATE, f"19{lexeme.value}")
        return
    digits = "".join(letter for letter in lexeme.text if letter.isdigit())
    if len(digits) == 4:
        yield hit.meaning(TimexType.DATE, digits[:3])
    else:
        yield hit.meaning(TimexType.DATE, f"{'19' if digits[0] > '2' else '20'}{digits[0]}")


def century(hit: Hit, setting: Setting) -> Iterator[Meaning]:
    """Yield a century: "the 20th century" is 19."""
    del setting
    number = hit.value("number")
    if 1 <= number <= 22:
        yield hit.meaning(TimexType.DATE, f"{number - 1:02d}")


def spoken_year(hit: Hit, setting: Setting) -> Iterator[Meaning]:
    """Yield a year said in words: "nineteen ninety-seven"."""
    del setting
    low = sum(lexeme.value for lexeme in hit.group("low") if lexeme.value)
    yield hit.meaning(TimexType.DATE, f"{hit.value('high')}{low:02d}")


DATE_RULES: tuple[Rule, ...] = (
    rule("{iso}", iso_day),
    rule("{slashed}", slashed_day),
    rule(
        f"{BEFORE} {MONTH} {{the}}? (?P<days> {DAY} {LISTED} ) {YEAR}",
        listed_days,
        days_stand_alone,
    ),
    rule(f"{BEFORE} {MONTH} {{the}}? (?P<days> {DAY} ) {YEAR}", listed_days, days_stand_alone),
    rule(f"{BEFORE} {{the}}? (?P<days> {DAY} {LISTED} ) {{of}}? {MONTH} {YEAR}", listed_days),
    rule(f"{BEFORE} {{the}}? (?P<days> {DAY} ) {{of}}? {MONTH} {YEAR}", listed_days),
    rule(f"(?P<days> {{day_number}} ) {{dash}} {MONTH} {{dash}} {NAMED_YEAR}", listed_days),
    rule(f"{MONTH} (?P<count> {{count}} )", impossible_day, is_small_count),
    rule(f"(?P<count> {{count}} ) {{of}}? {MONTH} {YEAR}", impossible_day, is_small_count),
    rule(f"{MONTH} {IN_YEAR}", month, is_month_name),
    rule(
        f"(?P<early> {{any_month}} ) {{dot}}? (?: {{and}} | {{or}} | {{dash}} | {{to}} )"
        f" {MONTH} {{comma}}? {NAMED_YEAR}",
        two_months,
    ),
    rule("(?: {the} {unit} )? (?P<year> {year_number} )", year, is_bare_year),
    rule("(?P<year> {short_year} )", year, is_short_year),
    rule("{fiscal} {unit}? (?P<year> {year_number} )", year),
    rule(
        "(?P<from_year> {year_number} ) {dash} (?P<to_year> {year_number} | {day_number} | {count} )",
        year_range,
    ),
    rule("{the}? (?P<way> {way} )? (?P<weekday> {weekday} )", weekday, is_no_masthead),
    rule("(?P<weekday> {weekday_short} ) {dot}", weekday),
    rule(
        "{the}? (?P<season> {any_season} ) (?: {of}? (?P<year> {year_number} ) )?",
        season,
        is_season,
    ),
    rule(
        "{determiner}? {fiscal}? {dash}? (?P<number> {day_ordinal} ) {dash}? {quarter}"
        " (?: {of}? {fiscal}? (?P<year> {year_number} ) | {of} (?P<way> {way} ) {unit} )?",
        quarter,
    ),
    rule(
        "{the}? (?P<way> {way} ) {unit} {possessive_s} (?P<number> {day_ordinal} ) {dash}? {quarter}",
        quarter,
    ),
    rule(
        "{determiner}? (?P<year> {year_number} ) {fiscal}? (?P<number> {day_ordinal} ) {dash}? {quarter}",
        quarter,
    ),
    rule(
        "{determiner}? (?P<number> {day_ordinal} ) {dash}? {half} {of} (?P<year> {year_number} )",
        half_year,
    ),
    rule("{the}? (?P<decade> {decade} )", decade, is_decade),
    rule("{the} (?P<decade> {decade_word} )", decade),
    rule("{the}? (?P<number> {day_ordinal} ) {dash}? {century}", century),
    rule(
        "(?P<high> {number} | {tens} ) (?P<low> {tens} {dash}? {number}? | {number} )",
        spoken_year,
        is_spoken_year,
    ),
)
