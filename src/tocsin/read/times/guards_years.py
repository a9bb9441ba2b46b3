"""What a match must have around it to be a year or a part of one."""

from __future__ import annotations

from tocsin.read.times.beside import is_counted, is_in, is_name, is_number, is_word, lower
from tocsin.read.times.grammar import Hit
from tocsin.read.times.lexicon import Lexeme

COUNTED_KINDS = frozenset(
    {"units", "fine_units", "currency", "scale", "count", "year_number", "day_number", "fraction"}
)
GLUED_KINDS = frozenset({"currency", "dot", "slash"})  # "$1990", "3.1990"
FIRST_LIKELY_YEAR = 1700
LAST_LIKELY_YEAR = 2100
OLD_YEAR_DIGITS = 3
HIJRI_YEARS = range(1000, 1501)
PERSIAN_YEARS = range(1200, 1501)
RANGE_MARKS = frozenset({"dash", "slash"})


def is_bare_year(hit: Hit) -> bool:
    """Return whether a four-digit number is a year: no label, no price, not a count of things."""
    if hit.first != hit.last:  # "the year 2031"
        return True
    if not FIRST_LIKELY_YEAR <= hit.value("year") <= LAST_LIKELY_YEAR:
        return _is_old_year(hit)
    before, after = hit.before(), hit.after()
    if _is_label_or_count(hit):
        return False
    if is_in("before_time", before) or before is None:
        return before is not None or not is_counted(after)
    return lower(before) == "the" or not is_counted(after)


def _is_old_year(hit: Hit) -> bool:
    """Return whether a number under 1700 is a year: "in 1453", with nothing that it counts."""
    before, after = hit.before(), hit.after()
    if hit.value("year") > LAST_LIKELY_YEAR or _is_label_or_count(hit):
        return False
    if is_counted(after):
        return False
    return is_in("before_time", before) and _leads_to_old_year(before, hit.before(2))


def _leads_to_old_year(before: Lexeme | None, named: Lexeme | None) -> bool:
    """Return whether "of" and "to" lead to a year: "the Peace of 1648", "from 1618 to 1648"."""
    if lower(before) == "of":
        return named is not None and (named.text[0].isupper() or named.kind.startswith("edge"))
    if lower(before) == "to":
        return named is not None and named.kind == "year_number"
    return True


def _is_label_or_count(hit: Hit) -> bool:
    """Return whether the number numbers, prices or counts something."""
    before, after = hit.before(), hit.after()
    number = hit.lexemes[hit.first]
    label = hit.before(2) if before is not None and before.kind == "dot" else before
    if is_in("numbered", label) or is_in("counting", before) or is_number(before):
        return True
    if after and (after.kind in COUNTED_KINDS or is_in("counted", after)):
        return True
    if after and after.end - len(after.text) == number.end and after.kind == "slash":
        return True
    if before is None or before.end != number.start:
        return False
    dashed = before.kind == "dash" and is_number(hit.before(2))  # "555-1987"
    return dashed or before.kind in GLUED_KINDS


def is_year_range(hit: Hit) -> bool:
    """Return whether "2005-09" is a range of years, not a telephone number or a score."""
    before, after = hit.before(), hit.after()
    start, end = hit.lexemes[hit.first].start, hit.lexemes[hit.last].end
    led = before is not None and before.kind in RANGE_MARKS and before.end == start
    followed = after is not None and after.kind in RANGE_MARKS and after.start == end
    return not led and not followed


def is_short_year(hit: Hit) -> bool:
    """Return whether '82 is a year: after a preposition, and counting nothing."""
    before, after = hit.before(), hit.after()
    units = ("units", "fine_units")
    return is_in("before_time", before) and not (after and after.kind in units)


def is_numbered_year(hit: Hit) -> bool:
    """Return whether a number with an era is a year: "490 BC", "1446 AH"."""
    before = hit.before()
    return not (before is not None and before.kind in ("dot", "currency"))


def is_old_count(hit: Hit) -> bool:
    """Return whether three digits can be a year: they count nothing that follows."""
    text, after = hit.group("year")[0].text, hit.after()
    alone = after is None or not after.text[0].isalnum() or is_in("no_noun", after)
    return len(text) == OLD_YEAR_DIGITS and text.isdigit() and alone


def is_era_year(hit: Hit) -> bool:
    """Return whether the number is a year of the calendar that the letters after it name."""
    persian = hit.group("era")[0].kind == "persian_era"
    return hit.value("year") in (PERSIAN_YEARS if persian else HIJRI_YEARS)


def is_before_era(hit: Hit) -> bool:
    """Return whether the century is one before our era, a countable one."""
    return bool(hit.lexemes[hit.last].value < 0 < hit.value("number"))


def is_spoken_year(hit: Hit) -> bool:
    """Return whether two number words can be the halves of a year."""
    low = sum(lexeme.value for lexeme in hit.group("low") if lexeme.value)
    return hit.value("high") in (18, 19, 20) and low >= 10


def is_decade(hit: Hit) -> bool:
    """Return whether "50s" is a decade: with "the", an apostrophe or all four digits."""
    text = hit.group("decade")[0].text
    if len(text) > 3 or hit.lexemes[hit.first].kind == "the":
        return True
    before, listed = hit.before(), hit.before(2)  # "the 70s and 80s"
    joined = before is not None and before.kind in ("and", "to", "or")
    return joined and listed is not None and listed.kind == "decade"


def is_season(hit: Hit) -> bool:
    """Return whether the word is a season, not water, a coil or a tumble."""
    if "year" in hit:
        return True
    after = hit.after()
    led = hit.lexemes[hit.first].kind == "the"
    if lower(after) in ("of", "from") or (not led and is_name(hit.before())):
        return False
    if led:
        before = hit.before()
        return (
            is_in("before_season", before)
            or after is None
            or not is_word(after)
            or (is_in("no_noun", after))
        )
    return is_in("before_season", hit.before())


def is_quarter(hit: Hit) -> bool:
    """Return whether the quarter is one of a year: not "the second quarter-final"."""
    after, beyond = hit.after(), hit.after(2)
    return not (after is not None and after.kind == "dash" and lower(beyond).startswith("final"))
