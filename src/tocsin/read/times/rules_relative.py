"""Rules for expressions that lean on the published day, or on the day last spoken of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from tocsin.core.types import TimexType
from tocsin.read.times.calendar import shift, shift_days, shift_months
from tocsin.read.times.grammar import Hit, Meaning, Rule, rule
from tocsin.read.times.guards_words import ends_its_phrase, is_unit_spoken_of
from tocsin.read.times.numbers import duration_value
from tocsin.read.times.rules_counted import reference
from tocsin.read.times.rules_periods import season_year
from tocsin.read.times.setting import DAY_LENGTH, Setting
from tocsin.read.times.tense import Direction
from tocsin.read.times.values import Part, unit_value, year_text

SATURDAY = 6
UNKNOWN_DAY = "XXXX-XX-XX"
MONTH_NAMED = "(?P<month> {any_month} )"


def named_day(hit: Hit, setting: Setting) -> Iterator[Meaning]:
    """Yield yesterday, today, tomorrow, or the day beyond."""
    amount = sum(lexeme.value for lexeme in hit.group("day")) + sum(
        lexeme.value for lexeme in hit.group("beyond")
    )
    any_day = setting.is_story and amount == 0  # "Velmora is calm today"
    day = setting.published and not any_day and shift_days(setting.published, amount)
    yield hit.meaning(TimexType.DATE, day.isoformat() if day else reference(amount))


def tonight(hit: Hit, setting: Setting) -> Iterator[Meaning]:
    """Yield the night or evening of the published day."""
    day = setting.published
    value = f"{day.isoformat()}TNI" if day else "XXXX-XX-XXTNI"
    yield hit.meaning(TimexType.TIME, value)


def neighbouring_unit(hit: Hit, setting: Setting) -> Iterator[Meaning]:
    """Yield "last week", "this month", "next year": the unit beside the published one."""
    way, unit = hit.value("way") or 0, hit.value("unit")
    kind = hit.group("way")[0].kind if "way" in hit else "this"
    if unit == "D":
        yield from _neighbouring_day(hit, setting, kind, way)
        return
    if unit in ("DE", "CE") and kind in ("past", "last", "next", "coming"):
        yield hit.meaning(TimexType.DURATION, duration_value(10 if unit == "DE" else 100, "Y"))
        return
    if unit == "Y" and setting.is_story and setting.year is not None:
        yield hit.meaning(TimexType.DATE, year_text(setting.year + way))
        return
    origin = setting.anchor_day() if kind in ("previous", "following") else setting.here()
    day = origin and shift(origin, way, "W" if unit == "WE" else unit)
    yield hit.meaning(TimexType.DATE, unit_value(day, unit) if day else reference(way))


def _neighbouring_day(hit: Hit, setting: Setting, kind: str, way: int) -> Iterator[Meaning]:
    if kind in ("last", "past", "latest"):
        return  # "the last day" is of something else
    day = setting.anchor_day() if kind in ("previous", "following", "next") else setting.here()
    yield hit.meaning(TimexType.DATE, _shifted_day(setting, day, way))


def _shifted_day(setting: Setting, day: date | None, days: int) -> str:
    """Return the value of the day so many days on, in a story as fine as what it is counted from.

    "The next day" after "in July 1943" is a day of that month, no more.
    """
    there = day and shift_days(day, days)
    if there is None:
        return reference(days)
    if setting.is_story and len(setting.anchor) < DAY_LENGTH:
        return setting.anchor
    return there.isoformat()


def day_beside(hit: Hit, setting: Setting) -> Iterator[Meaning]:
    """Yield "the day before", "the year after": the unit beside what was last spoken of."""
    way, unit = hit.value("way"), hit.value("unit")
    origin = setting.anchor_day()
    if unit == "D":
        yield hit.meaning(TimexType.DATE, _shifted_day(setting, origin, way))
        return
    day = origin and shift(origin, way, unit)
    yield hit.meaning(TimexType.DATE, unit_value(day, unit) if day else reference(way))


def unit_spoken_of(hit: Hit, setting: Setting) -> Iterator[Meaning]:
    """Yield "that day", "the same month": the unit that holds the day last spoken of."""
    day, unit = setting.anchor_day(), hit.value("unit")
    if unit == "Y" and setting.is_story and setting.year is not None:
        yield hit.meaning(TimexType.DATE, year_text(setting.year))
    elif unit == "D" and setting.is_story:
        yield hit.meaning(TimexType.DATE, _shifted_day(setting, day, 0))
    else:
        yield hit.meaning(TimexType.DATE, unit_value(day, unit) if day else "PAST_REF")


def part_of_neighbouring_day(hit: Hit, setting: Setting) -> Iterator[Meaning]:
    """Yield "this morning", "last night", "that evening"."""
    way = hit.group("way")[0]
    there = way.kind in ("that", "same", "following", "previous", "next")
    origin = setting.anchor_day() if there else setting.here()
    day = origin and shift_days(origin, way.value)
    if setting.is_story and len(setting.anchor) < DAY_LENGTH:
        day = None  # the day of "that night" is not told
    part = hit.value("part")
    yield hit.meaning(TimexType.TIME, f"{day.isoformat() if day else UNKNOWN_DAY}T{part}")


def _origin(hit: Hit, setting: Setting) -> date | None:
    """Return the day that the group `way` counts from: "following" from what was spoken of."""
    there = hit.group("way")[0].kind in ("previous", "following", "that", "same")
    return setting.anchor_day() if there else setting.here()


def neighbouring_month(hit: Hit, setting: Setting) -> Iterator[Meaning]:
    """Yield "last May": the nearest one wholly on that side of the published month."""
    way, number = hit.value("way"), hit.value("month")
    published = _origin(hit, setting)
    if published is None:
        yield hit.meaning(TimexType.DATE, f"XXXX-{number:02d}")
        return
    if way < 0:
        year = published.year - (number >= published.month)
    elif way > 0:
        year = published.year + (number <= published.month)
    else:
        year = published.year
    yield hit.meaning(TimexType.DATE, f"{year:04d}-{number:02d}")


def neighbouring_season(hit: Hit, setting: Setting) -> Iterator[Meaning]:
    """Yield "last summer", "this spring", "next winter"."""
    way, code = hit.value("way"), hit.value("season")
    if setting.is_story and not way and setting.year is not None:
        yield hit.meaning(TimexType.DATE, f"{year_text(setting.year)}-{code}")
        return
    published = _origin(hit, setting)
    if published is None:
        yield hit.meaning(TimexType.DATE, f"XXXX-{code}")
        return
    year = published.year
    if way < 0:
        before = shift_months(published, -3)
        year = season_year(before, code, ahead=False) if before else year
    elif way > 0:
        after = shift_months(published, 3)
        year = season_year(after, code, ahead=True) if after else year
    yield hit.meaning(TimexType.DATE, f"{year:04d}-{code}")


def unit_of_the_published(hit: Hit, setting: Setting) -> Iterator[Meaning]:
    """Yield "the year" or "the month" as the published one."""
    day, unit = setting.here(), hit.value("unit")
    if unit == "D" and len(setting.anchor) == DAY_LENGTH:
        day = setting.day
    if unit == "Q" and "-Q" in setting.anchor:
        yield hit.meaning(TimexType.DATE, setting.anchor)
        return
    if unit == "WE" and day and day.isoweekday() < SATURDAY and hit.direction() is Direction.PAST:
        day = shift_days(day, -7)
    yield hit.meaning(TimexType.DATE, unit_value(day, unit) if day else "PRESENT_REF")


def end_of_the_published(hit: Hit, setting: Setting) -> Iterator[Meaning]:
    """Yield "year-end" or "the month's end" as the last part of the published one."""
    for meaning in unit_of_the_published(hit, setting):
        yield replace(meaning, part=Part.END)


RELATIVE_RULES: tuple[Rule, ...] = (
    rule("(?P<day> {yesterday} | {today} | {tomorrow} )", named_day),
    rule(
        "{the} {unit} (?P<beyond> {before} | {after} ) (?P<day> {yesterday} | {tomorrow} )",
        named_day,
    ),
    rule("{tonight}", tonight),
    rule("{the}? (?P<way> {way} ) {fiscal}? (?P<unit> {any_unit} | {weekend} )", neighbouring_unit),
    rule("{the}? (?P<there> {there} ) {there}? (?P<unit> {any_unit} | {weekend} )", unit_spoken_of),
    rule("{the}? (?P<way> {way} | {there} ) (?P<part> {day_part} )", part_of_neighbouring_day),
    rule(f"{{the}}? (?P<way> {{way}} ) {MONTH_NAMED}", neighbouring_month),
    rule("{the}? (?P<way> {way} | {there} ) (?P<season> {any_season} )", neighbouring_season),
    rule("{the} (?P<unit> {any_unit} | {weekend} )", unit_of_the_published, is_unit_spoken_of),
    rule("{the} (?P<unit> {unit} ) (?P<way> {before} | {after} )", day_beside, ends_its_phrase),
    rule("{the} (?P<unit> {unit} ) (?P<way> {previous} | {following} )", day_beside),
    rule(
        "{the}? (?P<unit> {unit} ) (?: {possessive_s} | {dash} )? {edge_end}", end_of_the_published
    ),
)
