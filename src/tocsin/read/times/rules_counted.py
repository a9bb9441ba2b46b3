"""Rules for times counted in units: "three days ago", "a year later", "the past two weeks"."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from tocsin.core.time import Precision
from tocsin.core.types import TimexType
from tocsin.read.times.calendar import shift
from tocsin.read.times.grammar import Hit, Meaning, Rule, rule
from tocsin.read.times.guards_words import ends_its_phrase
from tocsin.read.times.numbers import duration_value, number_of
from tocsin.read.times.setting import Setting
from tocsin.read.times.values import unit_value, year_text

HOURS_A_DAY = 24
LONG_AGO = 100_000  # units; a larger count is no date
MOST_VAGUE = {"H": 24, "D": 10, "W": 8, "M": 12, "Y": 10, "DE": 5}  # what "recent weeks" may reach
COUNTED = (
    "{approximate}? (?P<number> {amount} | {vague_amount} | {a} ) {dash}? (?P<unit> {sized_unit} )"
)


def reference(amount: float) -> str:
    """Return the TIMEX3 token of a side of the present."""
    return "PAST_REF" if amount < 0 else "FUTURE_REF" if amount > 0 else "PRESENT_REF"


def counted_from_now(hit: Hit, setting: Setting) -> Iterator[Meaning]:
    """Yield "three days ago", "two weeks from now"."""
    way = -1 if "ago" in hit else 1
    quarter = setting.anchor if "-Q" in setting.anchor and way < 0 else ""
    by_quarter = quarter and hit.value("unit") == "Y"
    origin = setting.anchor_day() if by_quarter else setting.published
    yield from _counted(hit, origin, way, quarter)


def counted_from_there(hit: Hit, setting: Setting) -> Iterator[Meaning]:
    """Yield "three weeks later", "a year earlier": counted from the day last spoken of."""
    number = number_of(hit.group("number"))
    if setting.year is not None and setting.year < 0 and hit.value("unit") == "Y" and number:
        year = setting.year + hit.value("way") * int(number)
        yield hit.meaning(TimexType.DATE, year_text(year or 1))
        return
    yield from _counted(hit, setting.anchor_day(), hit.value("way"), setting.anchor)


def _counted(hit: Hit, origin: date | None, way: int, anchor: str) -> Iterator[Meaning]:
    unit = hit.value("unit")
    number = number_of(hit.group("number")) if "number" in hit else 1.0
    if number is None or number != int(number) or number > LONG_AGO or origin is None:
        yield hit.meaning(TimexType.DATE, reference(way))
        return
    if unit in ("H", "MIN", "S"):
        hours = number if unit == "H" else 0
        number, unit = hours // HOURS_A_DAY, "D"
    finest = "D" if unit in ("W", "FN") else unit
    if unit == "Y" and "-Q" in anchor:
        finest = "Q"
    elif anchor and "ago" not in hit:
        finest = _coarser(finest, anchor)
    day = shift(origin, way * int(number), unit)
    yield hit.meaning(TimexType.DATE, unit_value(day, finest) if day else reference(way))


def _coarser(unit: str, anchor: str) -> str:
    """Return the unit, or that of the anchor if it is longer: days after July are of a month."""
    known = {len("2031"): "Y", len("2031-05"): "M"}.get(len(anchor), "D")
    if "Y" in (unit, known) and unit not in ("DE", "CE"):
        return "Y"
    return "M" if unit == "D" and known == "M" else unit


def some_units_off(hit: Hit, setting: Setting) -> Iterator[Meaning]:
    """Yield "weeks later", "decades ago": a side of the present, no more."""
    del setting
    yield hit.meaning(TimexType.DATE, reference(hit.value("way")))


def counted_back(hit: Hit, setting: Setting) -> Iterator[Meaning]:
    """Yield "the year-ago", "year-earlier" as the same time one unit before."""
    quarter = setting.anchor if "-Q" in setting.anchor else ""
    origin = setting.anchor_day() if quarter else setting.here()
    yield from _counted(hit, origin, -1, quarter)


def span_around_now(hit: Hit, setting: Setting) -> Iterator[Meaning]:
    """Yield "the past two weeks", "the next six months": a length that ends or starts now."""
    way = hit.value("way")
    number, unit = number_of(hit.group("number")), hit.value("unit")
    if hit.group("way")[0].kind == "recent":
        way = -1
    if hit.group("way")[0].kind == "this" and "number" not in hit:
        yield hit.meaning(TimexType.DATE, "PRESENT_REF")
        return
    if "number" not in hit:
        number = None
    value = duration_value(number, unit)
    most = MOST_VAGUE.get(unit) if number is None else number
    days = _days_around(setting.here(), way, most, unit)
    sure = Precision.VAGUE if number is None else Precision.DAY
    yield Meaning(TimexType.DURATION, value, hit.first, hit.last, days=days, precision=sure)


def _days_around(
    published: date | None, way: int, number: float | None, unit: str
) -> tuple[date, date] | None:
    if published is None or number is None or way == 0 or number > LONG_AGO:
        return None
    if unit in ("H", "MIN", "S"):
        number, unit = (number / HOURS_A_DAY if unit == "H" else 0), "D"
    far = shift(published, way * round(number), unit)
    return None if far is None else (min(far, published), max(far, published))


COUNTED_RULES: tuple[Rule, ...] = (
    rule(f"{COUNTED} (?P<ago> {{ago}} )", counted_from_now),
    rule(f"{COUNTED} {{from}} (?: {{present_word}} | {{today}} )", counted_from_now),
    rule(f"{COUNTED} (?P<way> {{earlier}} | {{later}} | {{hence}} )", counted_from_there),
    rule(
        "(?P<unit> {units} | {fine_units} ) (?P<way> {ago} | {earlier} | {later} )", some_units_off
    ),
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
    rule(f"{COUNTED} (?P<way> {{before}} | {{after}} )", counted_from_there, ends_its_phrase),
)
