"""The year that a date means: named beside it, or told by its clause."""

from __future__ import annotations

from tocsin.read.times.anchor import clause_direction, nearest_year
from tocsin.read.times.grammar import Hit, Setting
from tocsin.read.times.lexicon import Lexeme

TWO_DIGIT_PIVOT = 40  # '40 and after are of the last century: news writes '82 and '31
MONTH = "(?P<month> {any_month} ) (?: (?<={month_short}) {dot} )?"
YEAR = "(?: {comma}? (?P<year> {year_number} | {short_year} ) )?"
NAMED_YEAR = "(?P<year> {year_number} )"


def year_of(lexeme: Lexeme | None) -> int | None:
    """Return the year that a four-digit or '82 lexeme names."""
    if lexeme is None:
        return None
    if lexeme.kind == "short_year":
        short = int(lexeme.text[1:])
        return short + (1900 if short >= TWO_DIGIT_PIVOT else 2000)
    return int(lexeme.value)


def named_year(hit: Hit) -> int | None:
    """Return the year that the match names, if any."""
    group = hit.group("year")
    return year_of(group[0]) if group else None


def year_for(hit: Hit, setting: Setting, month: int, day: int | None, index: int) -> int | None:
    """Return the year named, else the one the clause tells; None where neither can be."""
    named = named_year(hit)
    if named is not None or setting.published is None:
        return named
    return nearest_year(setting.published, month, day, clause_direction(hit.token(index)))
