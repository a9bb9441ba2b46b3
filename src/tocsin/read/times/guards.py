"""What a match must have around it to be a time: words with a second life, numbers that count."""

from __future__ import annotations

from tocsin.read.times.grammar import Hit
from tocsin.read.times.lexicon import Lexeme, vocabulary

SMALL_COUNT = 100  # a larger number after a month counts people: "In May 150 families left"
COUNTING_ENTITIES = frozenset({"CARDINAL", "MONEY", "QUANTITY", "PERCENT", "ORDINAL"})
COUNTED_KINDS = frozenset({"units", "unit", "fine_units", "currency", "scale"})
GLUED_KINDS = frozenset({"currency", "dot", "comma"})  # "$1990", "3.1990"
FIRST_LIKELY_YEAR = 1700
LAST_LIKELY_YEAR = 2100


def _lower(lexeme: Lexeme | None) -> str:
    return lexeme.text.lower() if lexeme else ""


def _is_in(case: str, lexeme: Lexeme | None) -> bool:
    return _lower(lexeme) in vocabulary().neighbours[case]


def days_stand_alone(hit: Hit) -> bool:
    """Return whether the last day number counts nothing ("In May 12 people …")."""
    if "year" in hit:
        return True
    end = hit.match.end("days") - 1
    token = hit.token(end)
    plural = token.head.tag_ in ("NNS", "NNPS")
    counts = token.dep_ == "nummod" and plural and token.head.idx > hit.lexemes[hit.last].start
    return not counts


def is_small_count(hit: Hit) -> bool:
    """Return whether the number beside a month can only be meant as a day that does not exist."""
    count = hit.group("count")[0]
    return count.text.isdigit() and count.value < SMALL_COUNT


def is_month_name(hit: Hit) -> bool:
    """Return whether the word is a month here, not a verb or a person's name."""
    name = hit.group("month")[0]
    if "year" in hit:
        return True
    entity = hit.token(hit.first).ent_type_
    if entity == "DATE":
        return True
    if name.kind == "month" and name.text[0].isupper():
        return entity != "PERSON"
    if name.kind == "month_short":
        after = hit.after(0)
        return after is not None and after.kind == "dot" and entity != "PERSON"
    doubtful = name.kind == "month_or_word" and entity == ""
    return doubtful and _is_in("before_month", hit.before())


def is_bare_year(hit: Hit) -> bool:
    """Return whether a four-digit number is a year: no label, no price, not a count of things."""
    if hit.first != hit.last:  # "the year 2031"
        return True
    if not FIRST_LIKELY_YEAR <= hit.value("year") <= LAST_LIKELY_YEAR:
        return False
    before, after = hit.before(), hit.after()
    if _is_in("numbered", before) or (after and after.kind in COUNTED_KINDS):
        return False
    if before and before.kind in GLUED_KINDS and before.end == hit.lexemes[hit.first].start:
        return False
    return not _counts_things(hit, before)


def _counts_things(hit: Hit, before: Lexeme | None) -> bool:
    """Return whether the parse takes the number for a count: "1990 people"."""
    token = hit.token(hit.first)
    if token.ent_type_ in COUNTING_ENTITIES and not _is_in("before_time", before):
        return True
    plural = token.dep_ == "nummod" and token.head.tag_ == "NNS"
    return plural and _lower(before) not in ("the", "in", "its", "since")


def is_no_masthead(hit: Hit) -> bool:
    """Return whether the weekday is a day, not the name of a newspaper."""
    after = hit.after()
    return after is None or not (after.text[0].isupper() and _is_in("masthead", after))


def is_season(hit: Hit) -> bool:
    """Return whether the word is a season, not water, a coil or a tumble."""
    if "year" in hit:
        return True
    token = hit.token(hit.match.start("season"))
    if token.pos_ == "VERB" or _lower(hit.after()) in ("of", "from", "in"):
        return token.ent_type_ == "DATE"
    return token.ent_type_ == "DATE" or _is_in("before_season", hit.before())


def is_short_year(hit: Hit) -> bool:
    """Return whether '82 is a year: after a preposition, and counting nothing."""
    before, after = hit.before(), hit.after()
    units = ("units", "fine_units")
    return _is_in("before_time", before) and not (after and after.kind in units)


def is_pointer(hit: Hit) -> bool:
    """Return whether the word points in time: not "as soon as"."""
    return not (_lower(hit.before()) == "as" and hit.lexemes[hit.last].kind == "future_word")


def is_part_of_a_day(hit: Hit) -> bool:
    """Return whether the word places something in time: not "good evening", "$35 a night"."""
    return _lower(hit.before()) not in ("good", "a", "one", "opening", "per")


def is_military_clock(hit: Hit) -> bool:
    """Return whether four digits are a time of day: "0600 hours", "1430 GMT"."""
    text = hit.group("hhmm")[0].text
    zoned = "zone" in hit
    return len(text) == 4 and text.isdigit() and text[2] < "6" and (zoned or text[0] == "0")


def is_day_of_month(hit: Hit) -> bool:
    """Return whether "the 15th" is a day: introduced as one, and numbering no brigade or floor."""
    if not _is_in("before_day_of_month", hit.before()):
        return False
    after = hit.after()
    if after is None:
        return True
    named = hit.token(hit.last + 1).pos_ in ("NOUN", "PROPN", "ADJ")
    return not (after.text[0].isalpha() and named)


def is_of_week(hit: Hit) -> bool:
    """Return whether the unit is a week: "Friday next week"."""
    return bool(hit.lexemes[hit.last].value == "W")


def is_decade(hit: Hit) -> bool:
    """Return whether "50s" is a decade: with "the", an apostrophe or all four digits."""
    text = hit.group("decade")[0].text
    return len(text) > 3 or hit.lexemes[hit.first].kind == "the"


def is_spoken_year(hit: Hit) -> bool:
    """Return whether two number words can be the halves of a year."""
    low = sum(lexeme.value for lexeme in hit.group("low") if lexeme.value)
    return hit.value("high") in (18, 19, 20) and low >= 10


def is_open_length(hit: Hit) -> bool:
    """Return whether a bare plural is a length: "for weeks", "decades-long", "months later"."""
    return _is_in("before_length", hit.before()) or _is_in("after_length", hit.after())


def is_published_unit(hit: Hit) -> bool:
    """Return whether "the year" is the one the report came out in."""
    if _lower(hit.after()) in ("of", "when", "that", "before", "after"):
        return False
    before, unit = _lower(hit.before()), hit.value("unit")
    if before in ("of", "in") and _is_in("edge_of_unit", hit.before(2)):
        return True
    return unit in ("Q", "WE") or (unit in ("Y", "W") and before in ("for", "in", "of"))
