"""Whether a text tells a history, in which years carry over from sentence to sentence."""

from __future__ import annotations

import re
from datetime import date

from tocsin.read.times.grammar import Hit

YEAR = re.compile(r"(?<![\w.,/$€£-])(1\d{3}|20\d\d)(?![\w%])|(?<!\w)\d{1,4}\s?B\.?C\b")
DEICTIC = re.compile(
    r"\b(?:yesterday|today|tomorrow|tonight|(?:mon|tues|wednes|thurs|fri|satur|sun)day"
    r"|(?:last|this|next) (?:week|month|night|year|morning)|ago|now)\b",
    re.IGNORECASE,
)
FAR_YEARS = 3  # before the published year: news looks back one or two
DEICTIC_SHARE = 0.5  # of the number of years far back; news leans on "Friday" and "last week"
RECENT_DEICTIC_SHARE = 0.25  # a history of the last years is told apart by naming its years only
FEWEST_FAR, FEWEST_PAST = 5, 12
MOSTLY = 0.7  # of the years named lie back
LOOKED_AT = 200_000  # characters; the genre shows early


def is_story(text: str, published: date | None) -> bool:
    """Return whether partial dates rest on the year last spoken of, not on the published day.

    So it is where no published day is known, and in histories: many years named, most of them
    long before publication, and few words that point to the day of writing.
    """
    if published is None:
        return True
    years = [int(found[1] or 0) for found in YEAR.finditer(text, 0, LOOKED_AT)]
    far = sum(year < published.year - FAR_YEARS for year in years)
    past = sum(year < published.year for year in years)
    if past < max(FEWEST_FAR, MOSTLY * len(years)):
        return False
    deictic = sum(1 for _ in DEICTIC.finditer(text, 0, LOOKED_AT))
    if far >= max(FEWEST_FAR, MOSTLY * len(years)) and deictic < DEICTIC_SHARE * far:
        return True
    return past >= FEWEST_PAST and deictic < RECENT_DEICTIC_SHARE * past


def is_aside(hit: Hit, told: int | None) -> bool:
    """Return whether a year before the one told of only dates a thing: "a law of 1839".

    The story has not moved there: so with "since 1921", "the 1839 treaty" and any "(1839)" too.
    """
    if hit.first != hit.last or hit.lexemes[hit.first].kind != "year_number" or told is None:
        return False
    before, named, after = hit.before(), hit.before(2), hit.after()
    if before is None:
        return False
    if before.kind == "open" and after is not None and after.kind == "close":
        return True
    if hit.lexemes[hit.first].value >= told:
        return False
    word = before.text.lower()
    if word == "of":
        return named is not None and named.kind == "other"
    attributive = word == "the" and after is not None and after.kind == "other"
    return word == "since" or attributive
