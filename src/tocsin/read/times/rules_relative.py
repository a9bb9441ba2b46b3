"""Rules for expressions that count from the published day, or from the day last spoken of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from tocsin.core.time import Precision
from tocsin.core.types import TimexType
from tocsin.read.times.anchor import Direction
from tocsin.read.times.calendar import shift, shift_days, shift_months
from tocsin.read.times.grammar import Hit, Meaning, Rule, Setting, rule
from tocsin.read.times.guards import is_published_unit
from tocsin.read.times.numbers import duration_value, number_of
from tocsin.read.times.rules_periods import season_year
from tocsin.read.times.values import Part, span_of_value, unit_value

HOURS_A_DAY = 24
SATURDAY = 6
LONG_AGO = 100_000  # units; a larger count is no date
MONTH_NAMED = "(?P<month> {any_month} )"


def reference(amount: float) -> str:
    """Return the TIMEX3 token of a side of the present."""
    return "PAST_REF" if amount < 0 else "FUTURE_REF" if amount > 0 else "PRESENT_REF"


def named_day(hit: Hit, setting: Setting) -> Iterator[Meaning]:
    """Yield yesterday, today, tomorrow, or the day beyond."""
    amount = sum(lexeme.value for lexeme in hit.group("day")) + sum(
        lexeme.value for lexeme in hit.group("beyond")
    )
    day = setting.published and shift_days(setting.published, amount)
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
    origin = _anchor_day(setting) if kind in ("previous", "following") else setting.published
    day = origin and shift(origin, way, "W" if unit == "WE" else unit)
    yield hit.meaning(TimexType.DATE, unit_value(day, unit) if day else reference(way))


def _neighbouring_day(hit: Hit, setting: Setting, kind: str, way: int) -> Iterator[Meaning]:
    if kind in ("last", "past", "latest"):
        return  # "the last day" is of something else
    day = _anchor_day(setting) if kind in ("previous", "following", "next") else setting.published
    there = day and shift_days(day, way)
    yield hit.meaning(TimexType.DATE, there.isoformat() if there else reference(way))


def unit_spoken_of(hit: Hit, setting: Setting) -> Iterator[Meaning]:
    """Yield "that day", "the same month": the unit that holds the day last spoken of."""
    day = _anchor_day(setting)
    yield hit.meaning(TimexType.DATE, unit_value(day, hit.value("unit")) if day else "PAST_REF")


def part_of_neighbouring_day(hit: Hit, setting: Setting) -> Iterator[Meaning]:
    """Yield "this morning", "last night", "that evening"."""
    way = hit.group("way")[0]
    there = way.kind in ("that", "same", "following", "previous", "next")
    origin = _anchor_day(setting) if there else setting.published
    day = origin and shift_days(origin, way.value)
    part = hit.value("part")
    yield hit.meaning(TimexType.TIME, f"{day.isoformat() if day else 'XXXX-XX-XX'}T{part}")


def neighbouring_month(hit: Hit, setting: Setting) -> Iterator[Meaning]:
    """Yield "last May": the nearest one wholly on that side of the published month."""
    way, number = hit.value("way"), hit.value("month")
    published = setting.published
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
    published = setting.published
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


def counted_from_now(hit: Hit, setting: Setting) -> Iterator[Meaning]:
    """Yield "three days ago", "two weeks from now"."""
    way = -1 if "ago" in hit else 1
    yield from _counted(hit, setting.published, way, setting.anchor if way < 0 else "")


def counted_from_there(hit: Hit, setting: Setting) -> Iterator[Meaning]:
    """Yield "three weeks later", "a year earlier": counted from the day last spoken of."""
    way = hit.value("way")
    origin = _anchor_day(setting)
    yield from _counted(hit, origin, way, setting.anchor)


def _counted(hit: Hit, origin: date | None, way: int, anchor: str) -> Iterator[Meaning]:
    unit = hit.value("unit")
    number = number_of(hit.group("number")) if "number" in hit else 1.0
    if number is None or number != int(number) or number > LONG_AGO or origin is None:
        yield hit.meaning(TimexType.DATE, reference(way))
        return
    if unit in ("H", "MIN", "S"):
        hours = number if unit == "H" else 0
        number, unit = hours // HOURS_A_DAY, "D"
    if unit == "Y" and "-Q" in anchor:
        origin, finest = _anchor_date(anchor) or origin, "Q"
    else:
        finest = "D" if unit in ("W", "FN") else unit
    day = shift(origin, way * int(number), unit)
    yield hit.meaning(TimexType.DATE, unit_value(day, finest) if day else reference(way))


def counted_back(hit: Hit, setting: Setting) -> Iterator[Meaning]:
    """Yield "the year-ago", "year-earlier" as the same time one unit before."""
    yield from _counted(hit, setting.published, -1, setting.anchor)


def span_around_now(hit: Hit, setting: Setting) -> Iterator[Meaning]:
    """Yield "the past two weeks", "the next six months": a length that ends or starts now."""
    way = hit.value("way")
    number, unit = number_of(hit.group("number")), hit.value("unit")
    if hit.group("way")[0].kind == "this" and "number" not in hit:
        yield hit.meaning(TimexType.DATE, "PRESENT_REF")
        return
    value = duration_value(number if "number" in hit else None, unit)
    meaning = hit.meaning(TimexType.DURATION, value)
    days = _days_around(setting.published, way, number, unit)
    yield Meaning(meaning.type, value, meaning.first, meaning.last, days=days)


def _days_around(
    published: date | None, way: int, number: float | None, unit: str
) -> tuple[date, date] | None:
    if published is None or number is None or way == 0 or number > LONG_AGO:
        return None
    if unit in ("H", "MIN", "S"):
        number, unit = (number / HOURS_A_DAY if unit == "H" else 0), "D"
    far = shift(published, way * round(number), unit)
    return None if far is None else (min(far, published), max(far, published))


def unit_of_the_published(hit: Hit, setting: Setting) -> Iterator[Meaning]:
    """Yield "the year" or "the month" as the published one."""
    day, unit = setting.published, hit.value("unit")
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


def _anchor_day(setting: Setting) -> date | None:
    return _anchor_date(setting.anchor) or setting.published


def _anchor_date(anchor: str) -> date | None:
    span = span_of_value(anchor) if anchor else None
    if span is None or span.earliest is None or span.precision is Precision.CENTURY:
        return None
    return span.earliest.date()


COUNTED = (
    "{approximate}? (?P<number> {amount} | {vague_amount} | {a} ) {dash}? (?P<unit> {sized_unit} )"
)

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
    rule("{the}? (?P<way> {way} ) (?P<season> {any_season} )", neighbouring_season),
    rule(f"{COUNTED} (?P<ago> {{ago}} )", counted_from_now),
    rule(f"{COUNTED} {{from}} (?: {{present_word}} | {{today}} )", counted_from_now),
    rule(f"{COUNTED} (?P<way> {{earlier}} | {{later}} | {{hence}} )", counted_from_there),
    rule("(?: {the} | {a} )? (?P<unit> {unit} ) {dash} (?P<ago> {ago} | {earlier} )", counted_back),
    rule(
        "{determiner}? (?P<way> {way} | {recent} ) (?P<number> {amount} | {vague_amount} )?"
        " {straight}? (?P<unit> {units} | {fine_units} | {quarters} )",
        span_around_now,
    ),
    rule(
        "{determiner}? (?P<number> {amount} ) (?P<way> {last} | {next} | {past} | {coming} )"
        " (?P<unit> {units} )",
        span_around_now,
    ),
    rule(
        "{the}? (?P<way> {way} ) (?P<number> {amount} ) (?P<unit> {fine_unit} )",
        span_around_now,
    ),
    rule("{the} (?P<unit> {any_unit} | {weekend} )", unit_of_the_published, is_published_unit),
    rule(
        "{the}? (?P<unit> {unit} ) (?: {possessive_s} | {dash} )? {edge_end}", end_of_the_published
    ),
)
