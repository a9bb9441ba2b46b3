"""Rules for longer stretches of the calendar: months, quarters, seasons, years, centuries."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from tocsin.core.types import TimexType
from tocsin.read.times.grammar import Hit, Meaning, Rule, rule
from tocsin.read.times.guards_dates import is_month_name
from tocsin.read.times.guards_years import (
    is_bare_year,
    is_before_era,
    is_decade,
    is_numbered_year,
    is_old_count,
    is_quarter,
    is_season,
    is_short_year,
    is_spoken_year,
    is_year_range,
)
from tocsin.read.times.setting import Setting
from tocsin.read.times.tense import Direction
from tocsin.read.times.values import year_text
from tocsin.read.times.years import ANY_YEAR, MONTH, NAMED_YEAR, OLD_YEAR, named_year, year_for

FIRST_FULL_YEAR = 1000
LAST_WINTER_MONTH = 2
IN_YEAR = (
    f"(?: (?: {{of}} | {{comma}} )? {{the}}? {{same}}? (?P<year> {ANY_YEAR} )"
    " | {of}? {the}? (?P<way> {way} | {there} ) {unit} )?"
)


def month(hit: Hit, setting: Setting) -> Iterator[Meaning]:
    """Yield a month, with its year where one is named or the clause tells."""
    number = hit.value("month")
    year = year_for(hit, setting, number, None)
    origin = setting.anchor_day() if _is_there(hit) else setting.here()
    if "way" in hit and origin:
        year = origin.year + hit.value("way")
    yield hit.meaning(TimexType.DATE, f"{year_text(year)}-{number:02d}")


def _is_there(hit: Hit) -> bool:
    """Return whether the unit is one beside what was last spoken of: "the following year"."""
    kinds = ("that", "same", "previous", "following")
    return any(lexeme.kind in kinds for lexeme in hit.group("way"))


def two_months(hit: Hit, setting: Setting) -> Iterator[Meaning]:
    """Yield both months of "March and April 2031": the year is theirs together."""
    del setting
    year = named_year(hit)
    for name, first, last in (
        ("early", hit.first, hit.match.end("early") - 1),
        ("month", hit.match.start("month"), hit.last),
    ):
        yield Meaning(TimexType.DATE, f"{year_text(year)}-{hit.value(name):02d}", first, last)


def year(hit: Hit, setting: Setting) -> Iterator[Meaning]:
    """Yield a year."""
    del setting
    named = named_year(hit)
    if named is not None:
        yield hit.meaning(TimexType.DATE, year_text(named))


def year_of_old_story(hit: Hit, setting: Setting) -> Iterator[Meaning]:
    """Yield "in 480" where the story is told of years of three digits, or before our era."""
    told, year = setting.year, int(hit.value("year"))
    if setting.is_story and told is not None and abs(told) < FIRST_FULL_YEAR:
        value = year_text(-year if told < 0 else year)
        yield hit.meaning(TimexType.DATE, value)


def year_range(hit: Hit, setting: Setting) -> Iterator[Meaning]:
    """Yield both years of "2005-2009", "2005-09" or "264–241 BC"."""
    del setting
    first, last = hit.value("from_year"), hit.value("to_year")
    if last < 100 <= first and "era" not in hit:
        last += first // 100 * 100
    sign = hit.value("era") or 1
    if sign * first < sign * last:
        until = hit.match.end("from_year") - 1
        yield Meaning(TimexType.DATE, year_text(sign * first), hit.first, until)
        yield Meaning(TimexType.DATE, year_text(sign * last), hit.match.start("to_year"), hit.last)


def season(hit: Hit, setting: Setting) -> Iterator[Meaning]:
    """Yield a season, with its year where one is named or the clause tells."""
    code: Any = hit.value("season")
    named = named_year(hit)
    if named is None and setting.is_story:
        named = _season_in_story(setting, code)
    elif named is None and setting.published:
        ahead = hit.direction() is Direction.FUTURE
        named = season_year(setting.published, code, ahead=ahead)
    yield hit.meaning(TimexType.DATE, f"{year_text(named)}-{code}")


def _season_in_story(setting: Setting, code: str) -> int | None:
    """Return the year last spoken of; in its first months a winter is the one begun before."""
    early = setting.month is not None and setting.month <= LAST_WINTER_MONTH
    if setting.year is not None and code == "WI" and early:
        return setting.year - 1
    return setting.year


def season_year(published: date, code: str, *, ahead: bool) -> int:
    """Return the year of the last season of the name begun, or of the next one not ended."""
    first_month = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}[code]
    if ahead:
        return published.year + (published.month > first_month + 2)
    return published.year - (published.month < first_month)


def quarter(hit: Hit, setting: Setting) -> Iterator[Meaning]:
    """Yield the quarter (or half) of a year named, else the last one begun."""
    number: int = hit.value("number")
    named = named_year(hit)
    if not 1 <= number <= 4:
        return
    here = setting.here()
    if here and "way" in hit:
        named = here.year + hit.value("way")
    elif named is None and here:
        ahead = setting.is_story or hit.direction() is Direction.FUTURE
        begun = here.month >= 3 * number - 2
        named = here.year - (0 if begun or ahead else 1)
    yield hit.meaning(TimexType.DATE, f"{year_text(named)}-Q{number}")


def half_year(hit: Hit, setting: Setting) -> Iterator[Meaning]:
    """Yield the half of a year named, or of the published one."""
    number: int = hit.value("number")
    here = setting.here()
    named = named_year(hit) or (here.year if here else None)
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


def old_century(hit: Hit, setting: Setting) -> Iterator[Meaning]:
    """Yield a century before our era: "the 5th century BC" is BC04."""
    del setting
    yield hit.meaning(TimexType.DATE, f"BC{hit.value('number') - 1:02d}")


def spoken_year(hit: Hit, setting: Setting) -> Iterator[Meaning]:
    """Yield a year said in words: "nineteen ninety-seven"."""
    del setting
    low = sum(lexeme.value for lexeme in hit.group("low") if lexeme.value)
    yield hit.meaning(TimexType.DATE, f"{hit.value('high')}{low:02d}")


PERIOD_RULES: tuple[Rule, ...] = (
    rule(f"{MONTH} {IN_YEAR}", month, is_month_name),
    rule(
        f"(?P<early> {{any_month}} ) {{dot}}? (?: {{and}} | {{or}} | {{dash}} | {{to}} )"
        f" {MONTH} {{comma}}? {NAMED_YEAR}",
        two_months,
    ),
    rule("(?: {the} {unit} )? (?P<year> {year_number} )", year, is_bare_year),
    rule(f"(?P<year> {OLD_YEAR} )", year, is_numbered_year),
    rule("(?<= {year_lead} ) (?P<year> {count} )", year_of_old_story, is_old_count),
    rule("(?P<year> {short_year} )", year, is_short_year),
    rule("{fiscal} {unit}? (?P<year> {year_number} )", year),
    rule(
        "(?P<from_year> {year_number} ) {dash}"
        " (?P<to_year> {year_number} | {day_number} | {count} )",
        year_range,
        is_year_range,
    ),
    rule(
        "(?P<from_year> {year_number} | {count} ) (?: {dash} | {to} | {and} )"
        " (?P<to_year> {year_number} | {day_number} | {count} ) (?P<era> {era} )",
        year_range,
    ),
    rule(
        f"{{the}}? (?P<season> {{any_season}} ) (?: {{of}}? (?P<year> {ANY_YEAR} ) )?",
        season,
        is_season,
    ),
    rule(
        "{determiner}? {fiscal}? {dash}? (?P<number> {day_ordinal} ) {dash}? {quarter}"
        " (?: {of}? {fiscal}? (?P<year> {year_number} ) | {of} (?P<way> {way} ) {unit} )?",
        quarter,
        is_quarter,
    ),
    rule(
        "{the}? (?P<way> {way} ) {unit} {possessive_s}"
        " (?P<number> {day_ordinal} ) {dash}? {quarter}",
        quarter,
    ),
    rule(
        "{determiner}? (?P<year> {year_number} ) {fiscal}?"
        " (?P<number> {day_ordinal} ) {dash}? {quarter}",
        quarter,
    ),
    rule(
        "{determiner}? (?P<number> {day_ordinal} ) {dash}? {half} {of} (?P<year> {year_number} )",
        half_year,
    ),
    rule("{the}? (?P<decade> {decade} )", decade, is_decade),
    rule("{the} (?P<decade> {decade_word} )", decade),
    rule("{the}? (?P<number> {day_ordinal} ) {dash}? {century}", century),
    rule("{the}? (?P<number> {day_ordinal} ) {dash}? {century} {era}", old_century, is_before_era),
    rule(
        "(?P<high> {number} | {tens} ) (?P<low> {tens} {dash}? {number}? | {number} )",
        spoken_year,
        is_spoken_year,
    ),
)
