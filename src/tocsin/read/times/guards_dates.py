"""What a match must have around it to be a day or a month, not a name or a count."""

from __future__ import annotations

from tocsin.read.times.beside import is_counted, is_in, is_name, lower
from tocsin.read.times.grammar import Hit
from tocsin.read.times.numbers import number_of

FIRST_SPELLED_DAY = 10  # "on the third" counts attempts and floors more often than days
LAST_DAY = 31
SMALL_COUNT = 100  # a larger number after a month counts people: "In May 150 families left"


def days_stand_alone(hit: Hit) -> bool:
    """Return whether the last day number counts nothing ("In May 12 people …")."""
    if "year" in hit:
        return True
    number = hit.lexemes[hit.match.end("days") - 1]
    after = hit.after()
    if number.kind == "day_number" and after and after.kind in ("scale", "currency"):
        return False
    introduced = lower(hit.before()) == "on" or number.kind == "ordinal"
    return introduced or not is_counted(after)


def is_small_count(hit: Hit) -> bool:
    """Return whether the number beside a month can only be meant as a day that does not exist."""
    count = hit.group("count")[0]
    return count.text.isdigit() and count.value < SMALL_COUNT


def is_month_name(hit: Hit) -> bool:
    """Return whether the word is a month here, not a verb or a person's name."""
    name = hit.group("month")[0]
    if "year" in hit:
        return True
    introduced = is_in("before_month", hit.before())
    if is_in("month_or_person", name) and _is_part_of_a_name(hit):
        return False
    if name.kind == "month_short":
        dotted = any(lexeme.kind == "dot" for lexeme in hit.lexemes[hit.first : hit.last + 1])
        return dotted or (introduced and not is_name(hit.after()))
    if name.kind == "month_or_word":
        led = introduced or (lower(hit.before()) == "the" and not is_in("no_noun", hit.after()))
        return led and not is_name(hit.after())
    return name.text[0].isupper() or introduced


def _is_part_of_a_name(hit: Hit) -> bool:
    """Return whether a person's other name, or a title, stands beside the word."""
    before = hit.before(2) if lower(hit.before()) == "." else hit.before()
    return is_name(hit.after()) or is_in("title", before)


def is_calendar_month(hit: Hit) -> bool:
    """Return whether the name is a month of its calendar, not a person's or an agency's."""
    month = hit.group("month")[0]
    if "year" in hit or "way" in hit:
        return True
    if is_name(hit.after()) or is_in("title", hit.before()):
        return False
    if month.kind.endswith("_month"):
        return not is_name(hit.before()) or is_in("before_month", hit.before())
    return is_in("before_time", hit.before()) and not is_in("no_calendar_lead", hit.before())


def is_no_masthead(hit: Hit) -> bool:
    """Return whether the weekday is a day, not part of a name: "Sunday Times", "Black Friday"."""
    before, after = hit.before(), hit.after()
    if before is not None and before.text[0].isupper() and is_in("before_named_weekday", before):
        return False
    return after is None or not (after.text[0].isupper() and is_in("masthead", after))


def is_day_of_month(hit: Hit) -> bool:
    """Return whether "the 15th" is a day: introduced as one, and numbering no brigade or floor."""
    if not is_in("before_day_of_month", hit.before()) and not _follows_part_of_day(hit):
        return False
    after = hit.after()
    return after is None or not after.text[0].isalpha() or is_in("after_day", after)


def _follows_part_of_day(hit: Hit) -> bool:
    """Return whether the match stands after "the night of"."""
    part = hit.before(2)
    return lower(hit.before()) == "of" and part is not None and part.kind == "day_part"


def is_spelled_day_of_month(hit: Hit) -> bool:
    """Return whether "the twentieth" is a day: large enough to be one, and introduced as one."""
    number = number_of(hit.group("spelled")) or 0
    return FIRST_SPELLED_DAY <= number <= LAST_DAY and is_day_of_month(hit)


def is_of_week(hit: Hit) -> bool:
    """Return whether the unit is a week: "Friday next week"."""
    return bool(hit.lexemes[hit.last].value == "W")


def counts_weeks(hit: Hit) -> bool:
    """Return whether the unit counted is the week: "a week from Tuesday"."""
    return bool(hit.value("unit") == "W")


def is_of_month(hit: Hit) -> bool:
    """Return whether the unit is a month: "the 12th of next month"."""
    return bool(hit.lexemes[hit.last].value == "M")
