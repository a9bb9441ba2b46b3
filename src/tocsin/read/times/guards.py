"""What a match must have around it to be a time: words with a second life, numbers that count."""

from __future__ import annotations

from tocsin.read.times.grammar import Hit
from tocsin.read.times.lexicon import Lexeme, vocabulary

SMALL_COUNT = 100  # a larger number after a month counts people: "In May 150 families left"
COUNTING_ENTITIES = frozenset({"CARDINAL", "MONEY", "QUANTITY", "PERCENT", "ORDINAL"})
TIME_PREPOSITIONS = frozenset({"in", "since", "during", "of", "by", "until", "till", "from", "before", "after",
                               "through", "to", "between", "throughout", "around", "circa"})  # fmt: skip
MONTH_NEIGHBOURS = TIME_PREPOSITIONS | {"last", "next", "this", "early", "late", "mid", "for", "on", "and",
                                        "or", "-", "–", "(", "every", "each", "past", "coming"}  # fmt: skip
LENGTH_PREPOSITIONS = frozenset({"for", "in", "over", "within", "after", "during", "of", "take", "took", "takes",
                                 "last", "lasted", "spent", "spend", "many", "through"})  # fmt: skip
FIRST_LIKELY_YEAR = 1700
LAST_LIKELY_YEAR = 2100


def _lower(lexeme: Lexeme | None) -> str:
    return lexeme.text.lower() if lexeme else ""


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
    return (
        name.kind == "month_or_word" and _lower(hit.before()) in MONTH_NEIGHBOURS and entity == ""
    )


def is_bare_year(hit: Hit) -> bool:
    """Return whether a four-digit number is a year: no currency, no unit, not a count of things."""
    value = hit.value("year")
    before, after = hit.before(), hit.after()
    if hit.first != hit.last:
        return True
    if not FIRST_LIKELY_YEAR <= value <= LAST_LIKELY_YEAR:
        return False
    if (
        before
        and before.kind in ("currency", "dash", "dot", "comma")
        and before.end == hit.lexemes[hit.first].start
    ):
        return before.kind == "dash"
    if (
        after
        and after.kind in ("units", "unit", "fine_units", "currency", "scale")
        and after.kind != "other"
    ):
        return False
    token = hit.token(hit.first)
    if token.ent_type_ in COUNTING_ENTITIES and _lower(before) not in TIME_PREPOSITIONS:
        return False
    return not (
        token.dep_ == "nummod"
        and token.head.tag_ == "NNS"
        and _lower(before) not in ("the", "in", "its", "since")
    )


def is_no_masthead(hit: Hit) -> bool:
    """Return whether the weekday is a day, not the name of a newspaper."""
    after = hit.after()
    return after is None or after.text not in vocabulary().mastheads


def is_season(hit: Hit) -> bool:
    """Return whether the word is a season, not water, a coil or a tumble."""
    if "year" in hit:
        return True
    token = hit.token(hit.match.start("season"))
    if token.pos_ == "VERB" or _lower(hit.after()) in ("of", "from", "in"):
        return token.ent_type_ == "DATE"
    return token.ent_type_ == "DATE" or _lower(hit.before()) in MONTH_NEIGHBOURS - {
        "and",
        "or",
        "on",
        "to",
    }


def is_short_year(hit: Hit) -> bool:
    """Return whether '82 is a year: after a preposition, and counting nothing."""
    before, after = hit.before(), hit.after()
    units = ("units", "fine_units")
    return _lower(before) in TIME_PREPOSITIONS and not (after and after.kind in units)


def is_pointer(hit: Hit) -> bool:
    """Return whether the word points in time: not "as soon as"."""
    return not (_lower(hit.before()) == "as" and hit.lexemes[hit.last].kind == "future_word")


def is_part_of_a_day(hit: Hit) -> bool:
    """Return whether the word places something in time: not "good evening", "$35 a night"."""
    return _lower(hit.before()) not in ("good", "a", "one", "opening", "per")


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
    before, after = _lower(hit.before()), _lower(hit.after())
    return before in LENGTH_PREPOSITIONS or after in (
        "later",
        "ago",
        "earlier",
        "-",
        "after",
        "before",
    )


def is_published_unit(hit: Hit) -> bool:
    """Return whether "the year" is the one the report came out in."""
    before, unit = hit.before(), hit.value("unit")
    edged = before is not None and before.kind in ("of", "in") and _lower(hit.before(2)) in (
        "end", "start", "beginning", "middle", "close", "turn", "rest", "later", "earlier", "early", "late",
    )  # fmt: skip
    if _lower(hit.after()) in ("of", "when", "that", "before", "after"):
        return False
    return (
        edged
        or unit in ("Q", "WE")
        or (unit in ("Y", "W") and _lower(before) in ("for", "in", "of"))
    )
