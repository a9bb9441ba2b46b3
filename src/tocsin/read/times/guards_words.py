"""What a match must have around it to be a time of day, a length, a set or a pointer."""

from __future__ import annotations

from tocsin.read.times.beside import is_counted, is_in, is_name, lower
from tocsin.read.times.grammar import Hit

NUMBER_KINDS = frozenset({"count", "day_number", "year_number"})


def is_clock(hit: Hit) -> bool:
    """Return whether "14:20" is a time of day, no verse, ratio or score."""
    if hit.first != hit.last:  # "3:30 pm"
        return True
    before = hit.before()
    return not is_name(before) and not is_in("before_ratio", before)


def is_military_clock(hit: Hit) -> bool:
    """Return whether four digits are a time of day: "0600 hours", "1430 GMT"."""
    text = hit.group("hhmm")[0].text
    zoned = "zone" in hit
    return len(text) == 4 and text.isdigit() and text[2] < "6" and (zoned or text[0] == "0")


def is_part_of_a_day(hit: Hit) -> bool:
    """Return whether the word places something in time: not "good evening", "$35 a night"."""
    return lower(hit.before()) not in ("good", "a", "one", "opening", "per")


def is_length(hit: Hit) -> bool:
    """Return whether an amount of units is a length of time: not "three-quarters of its food"."""
    if hit.value("unit") != "Q":
        return True
    some = hit.lexemes[hit.last - 1].kind
    return some not in ("dash", "a") and lower(hit.after()) != "of"


def is_rate(hit: Hit) -> bool:
    """Return whether "a year" says how often: "24 hours a day", "$2 million a year"."""
    before = hit.before()
    if before is None:
        return False
    return before.kind in ("units", "fine_units", "scale", *NUMBER_KINDS) or is_counted(before)


def is_open_length(hit: Hit) -> bool:
    """Return whether a bare plural is a length: "for weeks", "decades-long", "months later"."""
    return is_in("before_length", hit.before()) or is_in("after_length", hit.after())


def is_future(hit: Hit) -> bool:
    """Return whether "future" is a time, not what is to come: "in future", not "future talks"."""
    return hit.first != hit.last or lower(hit.before()) == "in"


def is_pointer(hit: Hit) -> bool:
    """Return whether the word points in time: not "as soon as"."""
    return not (lower(hit.before()) == "as" and hit.lexemes[hit.last].kind == "future_word")


def is_adverb_of_set(hit: Hit) -> bool:
    """Return whether "daily" says how often, and is no part of a name: "the Daily Mail"."""
    return not (hit.lexemes[hit.last].text[0].isupper() and is_name(hit.after()))


def is_unit_spoken_of(hit: Hit) -> bool:
    """Return whether "the year" or "the day" is the one that the text speaks of."""
    if lower(hit.after()) in ("of", "when", "that", "before", "after"):
        return False
    before, unit = lower(hit.before()), hit.value("unit")
    if before in ("of", "in") and is_in("edge_of_unit", hit.before(2)):
        return True
    if unit == "D":
        return before in ("end", "ended", "ending", "finish", "finished", "close", "closed")
    return unit in ("Q", "WE") or (unit in ("Y", "W") and before in ("for", "in", "of"))


def ends_its_phrase(hit: Hit) -> bool:
    """Return whether "the day before" stands by itself: nothing follows that it comes before."""
    after = hit.after()
    return after is None or not (after.text[0].isalnum() or after.text[0] in "\"'“‘$(")
