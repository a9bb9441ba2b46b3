"""Rules for days with a name, and for days and months of the Hijri and the Persian calendar."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import MAXYEAR, date, timedelta

from tocsin.core.types import TimexType
from tocsin.read.times.anchor import nearest_turn
from tocsin.read.times.calendar import shift_days
from tocsin.read.times.calendar_names import NamedDay
from tocsin.read.times.grammar import Hit, Meaning, Rule, rule
from tocsin.read.times.guards_dates import is_calendar_month
from tocsin.read.times.guards_years import is_era_year
from tocsin.read.times.named_days import days_in
from tocsin.read.times.other_calendars import (
    SIGHTING_DAYS,
    DayOf,
    hijri_day,
    hijri_year,
    last_day,
    persian_day,
    persian_year,
)
from tocsin.read.times.setting import Setting
from tocsin.read.times.values import Days, unit_value
from tocsin.read.times.years import DAY, named_year

DAY_OF: dict[str, DayOf] = {"hijri": hijri_day, "persian": persian_day}
YEAR_OF: dict[str, Callable[[date], int]] = {"hijri": hijri_year, "persian": persian_year}
FIRST_MONTH, LAST_MONTH = 1, 12
UNKNOWN_DAY = "XXXX-XX-XX"
CALENDAR_YEARS = range(1300, 1501)  # beside a feast these count Hijri or Persian years


def named_day(hit: Hit, setting: Setting) -> Iterator[Meaning]:
    """Yield "Christmas Eve", "last Easter", "Eid al-Fitr 2031"."""
    named: NamedDay = hit.value("named")
    year = named_year(hit)
    if year is not None and year in CALENDAR_YEARS and named.rule in DAY_OF:
        month, number = named.numbers
        day = DAY_OF[named.rule](year, month, number)
    elif year is not None:
        day = next(iter(days_in(named, year)), None) if 1 <= year < MAXYEAR else None
    else:
        day = _turn_told(hit, setting, named)
    if day is None:
        yield hit.meaning(TimexType.DATE, _unknown(named))
        return
    yield _day_meaning(hit, day, sighted=named.rule == "hijri")


def _unknown(named: NamedDay) -> str:
    """Return the value of a yearly day whose year is not told."""
    if named.rule == "fixed":
        return "XXXX-{:02d}-{:02d}".format(*named.numbers)
    return UNKNOWN_DAY


def _turn_told(hit: Hit, setting: Setting, named: NamedDay) -> date | None:
    """Return the day of the name that the words or the clause point to."""
    if setting.is_story and "way" not in hit:
        years = [setting.year] if setting.year is not None and setting.year > 0 else []
        return next((day for year in years for day in days_in(named, year)), None)
    here = setting.here()
    if here is None:
        return None
    years = [year for year in range(here.year - 2, here.year + 3) if 1 <= year < MAXYEAR]
    return _turn(hit, here, [day for year in years for day in days_in(named, year)])


def _turn(hit: Hit, here: date, turns: Sequence[date]) -> date | None:
    way = hit.value("way")
    if way:
        past = [day for day in turns if (day < here) == (way < 0) and day != here]
        return max(past, default=None) if way < 0 else min(past, default=None)
    if way == 0:
        return next((day for day in turns if day.year == here.year), None)
    return nearest_turn(here, sorted(turns), hit.direction())


def _day_meaning(hit: Hit, day: date, *, sighted: bool) -> Meaning:
    """Return the meaning of the whole match; the moon's sighting may shift the day by one."""
    days = _widened((day, day)) if sighted else None
    return Meaning(TimexType.DATE, day.isoformat(), hit.first, hit.last, days=days)


def _widened(days: Days) -> Days:
    first, last = (shift_days(days[0], -SIGHTING_DAYS), shift_days(days[1], SIGHTING_DAYS))
    return first or days[0], last or days[1]


def calendar_day(hit: Hit, setting: Setting) -> Iterator[Meaning]:
    """Yield "15 Ramadan 1446", "the 27th of Rajab", "3 Mehr 1403"."""
    calendar, month = _calendar(hit), hit.value("month")
    days = [word for word in hit.group("days") if word.kind in ("day_number", "ordinal")]
    number = int(days[0].value) if days else int(hit.value("nth"))
    day_of = DAY_OF[calendar]
    named = _year_of_calendar(hit)
    if named is not None:
        day = day_of(named, month, number)
    else:
        day = _yearly_turn(hit, setting, calendar, lambda year: day_of(year, month, number))
    if day is not None:
        yield _day_meaning(hit, day, sighted=calendar == "hijri")
    elif named is None:
        yield hit.meaning(TimexType.DATE, UNKNOWN_DAY)


def calendar_month(hit: Hit, setting: Setting) -> Iterator[Meaning]:
    """Yield "Ramadan", "Muharram 1447": the Gregorian month that holds most of it."""
    calendar, month = _calendar(hit), hit.value("month")
    day_of = DAY_OF[calendar]
    named = _year_of_calendar(hit)
    first = (
        day_of(named, month, 1)
        if named is not None
        else _yearly_turn(hit, setting, calendar, lambda year: day_of(year, month, 1))
    )
    if first is None:
        yield hit.meaning(TimexType.DATE, "XXXX-XX")
        return
    year = named if named is not None else _year_beginning(first, calendar, month)
    yield _long_meaning(hit, (first, last_day(day_of, year, month) or first), calendar, "M")


def calendar_year(hit: Hit, setting: Setting) -> Iterator[Meaning]:
    """Yield "1446 AH": the Gregorian year that holds most of it."""
    del setting
    calendar = hit.group("era")[0].value
    year = int(hit.value("year"))
    first = DAY_OF[calendar](year, FIRST_MONTH, 1)
    last = last_day(DAY_OF[calendar], year, LAST_MONTH)
    if first is not None and last is not None:
        yield _long_meaning(hit, (first, last), calendar, "Y")


def _long_meaning(hit: Hit, days: Days, calendar: str, unit: str) -> Meaning:
    middle = days[0] + timedelta(days=(days[1] - days[0]).days // 2)
    spread = _widened(days) if calendar == "hijri" else days
    return Meaning(TimexType.DATE, unit_value(middle, unit), hit.first, hit.last, days=spread)


def _calendar(hit: Hit) -> str:
    return hit.group("month")[0].kind.partition("_")[0]


def _year_of_calendar(hit: Hit) -> int | None:
    """Return the year named, in the calendar of the month: 2031 beside Ramadan is Gregorian."""
    year = named_year(hit)
    if year is None or year <= CALENDAR_YEARS[-1]:
        return year
    first = YEAR_OF[_calendar(hit)](date(year, 1, 1))
    day_of, month = DAY_OF[_calendar(hit)], hit.value("month")
    for turn in range(first - 1, first + 3):
        day = day_of(turn, month, 1)
        if day is not None and day.year == year:
            return turn
    return None


def _year_beginning(first: date, calendar: str, month: int) -> int:
    """Return the calendar's year whose month begins on the day."""
    near = YEAR_OF[calendar](first)
    years = range(near - 2, near + 3)
    return next((year for year in years if DAY_OF[calendar](year, month, 1) == first), near)


def _yearly_turn(
    hit: Hit, setting: Setting, calendar: str, day_in: Callable[[int], date | None]
) -> date | None:
    """Return the turn of a yearly day of the calendar that the clause looks to."""
    here = setting.here()
    if here is None:
        return None
    near = YEAR_OF[calendar](here)
    turns = [day for year in range(near - 2, near + 4) if (day := day_in(year)) is not None]
    return _turn(hit, here, turns)


MONTH_OF = "(?P<month> {calendar_month} )"
ERA_YEAR = "(?: {comma}? {of}? (?P<year> {year_number} ) (?: {hijri_era} | {persian_era} )? )?"
SURE_YEAR = "(?: {comma}? {of}? (?P<year> {year_number} ) (?: {hijri_era} | {persian_era} )? )"

NAMED_RULES: tuple[Rule, ...] = (
    rule(
        "{the}? {here}? (?P<way> {way} )? (?P<named> {named_day} )"
        " (?: {comma}? {of}? {in}? (?P<year> {year_number} ) )?",
        named_day,
    ),
    rule(f"{{the}}? (?P<days> {DAY} ) {{of}}? {MONTH_OF} {ERA_YEAR}", calendar_day),
    rule(f"{MONTH_OF} {{the}}? (?P<days> {DAY} ) {ERA_YEAR}", calendar_day),
    rule(
        "{the} (?P<nth> {ordinal} | {ordinal_word} | {second} ) {unit} {of}"
        f" {MONTH_OF} {ERA_YEAR}",
        calendar_day,
    ),
    rule(f"{{the}}? (?P<way> {{way}} )? {MONTH_OF} {ERA_YEAR}", calendar_month, is_calendar_month),
    rule(
        "(?P<year> {year_number} ) (?P<era> {hijri_era} | {persian_era} )",
        calendar_year,
        is_era_year,
    ),
)
