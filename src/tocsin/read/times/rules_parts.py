"""Rules for parts that are named by the unit they belong to: "the last week of March"."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from tocsin.core.types import TimexType
from tocsin.read.times.calendar import day_of, last_day_of_month, shift_days
from tocsin.read.times.grammar import Hit, Meaning, Rule, rule
from tocsin.read.times.rules_days import SINGLE
from tocsin.read.times.setting import Setting
from tocsin.read.times.values import unit_value, year_text
from tocsin.read.times.years import DAY, MONTH, YEAR, year_for

MOST_WEEKS = 5
WEEK_DAYS = 7
MIDDLE_DAY = 15
LEAP_YEAR = 2000
HALF = 0.5  # the value of the word


def part_of_month(hit: Hit, setting: Setting) -> Iterator[Meaning]:
    """Yield "the last day of March", "the first week of May", "the second half of April"."""
    month, unit = hit.value("month"), hit.value("unit")
    if unit not in ("D", "W", HALF):
        return
    year = year_for(hit, setting, month, None)
    number = -1 if hit.group("number")[0].kind == "last" else int(hit.value("number"))
    if year is None or year < 1:
        yield hit.meaning(TimexType.DATE, f"{year_text(year)}-{month:02d}")
        return
    days = _days_of_part(year, month, unit, number)
    if days is None:
        return
    value = unit_value(days[0], "M" if unit == HALF else unit)
    yield Meaning(TimexType.DATE, value, hit.first, hit.last, days=days)


def _days_of_part(
    year: int, month: int, unit: str | float, number: int
) -> tuple[date, date] | None:
    first, last = date(year, month, 1), last_day_of_month(year, month)
    if unit == "D":
        day = last if number < 0 else day_of(year, month, number)
        return (day, day) if day else None
    if unit == HALF:
        middle = date(year, month, MIDDLE_DAY)
        return (first, middle) if number == 1 else (middle + timedelta(days=1), last)
    if number < 0:
        return last - timedelta(days=WEEK_DAYS - 1), last
    if number > MOST_WEEKS:
        return None
    start = first + timedelta(days=WEEK_DAYS * (number - 1))
    return start, min(last, start + timedelta(days=WEEK_DAYS - 1))


def week_of_day(hit: Hit, setting: Setting) -> Iterator[Meaning]:
    """Yield "the week of March 6" as the week that holds the day."""
    month, number = hit.value("month"), hit.value("days")
    year = year_for(hit, setting, month, number)
    day = day_of(year, month, number) if year is not None and year > 0 else None
    if day is not None:
        yield hit.meaning(TimexType.DATE, unit_value(day, "W"))


def night_between(hit: Hit, setting: Setting) -> Iterator[Meaning]:
    """Yield "the night of 3-4 May" as the night that begins on the first of the days."""
    if hit.value("part") != "NI":
        return
    month = hit.value("month")
    first, second = (hit.value(name) for name in ("day", "after"))
    year = year_for(hit, setting, month, first)
    within = year if year is not None and year > 0 else LEAP_YEAR
    before = day_of(within, month, second)
    start = before and shift_days(before, -1)
    if start is None or start.day != first:
        return
    shift = start.year - within
    stem = year_text(None if year is None else year + shift)
    yield hit.meaning(TimexType.TIME, f"{stem}-{start.month:02d}-{first:02d}TNI")


NIGHT = "{the}? (?P<part> {day_part} ) {of}? (?: {from} | {between} )? {the}?"
_TO = "{comma}? (?: {dash} | {slash} | {to} | {and} ) {the}?"

PART_RULES: tuple[Rule, ...] = (
    rule(
        "{the} (?P<number> {ordinal} | {ordinal_word} | {second} | {last} )"
        f" (?P<unit> {{unit}} | {{half}} ) {{of}} {MONTH} {YEAR}",
        part_of_month,
    ),
    rule(f"{{the}} {{unit}} {{of}} {MONTH} {SINGLE} {YEAR}", week_of_day),
    rule(f"{{the}} {{unit}} {{of}} {{the}}? {SINGLE} {{of}}? {MONTH} {YEAR}", week_of_day),
    rule(
        f"{NIGHT} (?P<day> {DAY} ) {_TO} (?P<after> {DAY} ) {{of}}? {MONTH} {YEAR}",
        night_between,
    ),
    rule(
        f"{NIGHT} {MONTH} {{the}}? (?P<day> {DAY} ) {_TO} (?P<after> {DAY} ) {YEAR}",
        night_between,
    ),
)
