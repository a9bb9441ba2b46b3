"""The year that a date means: named beside it, shared with the date it is joined to, or told."""

from __future__ import annotations

from collections.abc import Sequence

from tocsin.read.times.anchor import year_near
from tocsin.read.times.grammar import Hit, compiled
from tocsin.read.times.lexicon import Lexeme
from tocsin.read.times.setting import Setting

TWO_DIGIT_PIVOT = 40  # '40 and after are of the last century: news writes '82 and '31
MONTH = "(?P<month> {any_month} ) (?: (?<={month_short}) {dot} )?"
OLD_YEAR = (
    "(?: (?: {year_number} | {count} | {day_number} ) {era}"
    " | {era} (?: {year_number} | {count} | {day_number} ) )"
)
ANY_YEAR = f"(?: {OLD_YEAR} | {{year_number}} | {{short_year}} )"
YEAR = f"(?: {{comma}}? {{of}}? (?P<year> {ANY_YEAR} ) )?"
NAMED_YEAR = "(?P<year> {year_number} )"
DAY = "(?: {day_number} | {ordinal} )"
_JOINT = "(?: {comma}? (?: {and} | {or} | {to} | {dash} ) {dash}? | {comma} )"
_DATE = f"{{the}}? {{stage}}? {{dash}}? {DAY}? {{of}}? {{any_month}} {{dot}}? {DAY}? {{comma}}?"
JOINED = compiled(f"(?: {_JOINT} {_DATE} ){{1,4}} (?P<year> {{year_number}} )")


def year_of(lexemes: Sequence[Lexeme]) -> int | None:
    """Return the year that the lexemes name, negative before our era.

    >>> from tocsin.read.times.lexicon import lexemes
    >>> year_of(lexemes("'82")), year_of(lexemes("218 BC"))
    (1982, -218)
    """
    era = next((lexeme.value for lexeme in lexemes if lexeme.kind == "era"), 1)
    for lexeme in lexemes:
        if lexeme.kind == "short_year":
            short = int(lexeme.text[1:])
            return short + (1900 if short >= TWO_DIGIT_PIVOT else 2000)
        if lexeme.kind in ("year_number", "count", "day_number"):
            return int(era * lexeme.value)
    return None


def named_year(hit: Hit) -> int | None:
    """Return the year that the match names, if any."""
    return year_of(hit.group("year"))


def year_for(hit: Hit, setting: Setting, month: int, day: int | None) -> int | None:
    """Return the year named, else that of the date joined to it, else the one the clause tells."""
    named = named_year(hit)
    if named is None:
        named = _joined_year(hit, month)
    if named is None:
        named = year_near(setting, month, day, hit.direction())
    return named


def _joined_year(hit: Hit, month: int) -> int | None:
    """Return 1943 for the first date of "from 3 May to 7 June 1943"."""
    joined = JOINED.match(hit.match.string, hit.match.end())
    if joined is None:
        return None
    words = hit.lexemes[joined.start() : joined.end()]
    last_month = [word.value for word in words if word.kind.startswith("month")][-1]
    return int(words[-1].value) - int(month > last_month)
