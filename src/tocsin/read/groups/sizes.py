"""Sizes as worded: "about 3,400", "at least 12", "dozens", "2,000 to 3,000"."""

from __future__ import annotations

import re
from functools import cache

from tocsin.core.types import Count
from tocsin.ontology.exposure import exposure_words

UNITS = """zero one two three four five six seven eight nine ten eleven twelve thirteen
fourteen fifteen sixteen seventeen eighteen nineteen"""
SMALL = {word: value for value, word in enumerate(UNITS.split())}
DECADES = "twenty thirty forty fifty sixty seventy eighty ninety"
TENS = {word: 10 * value for value, word in enumerate(DECADES.split(), start=2)}
SCALES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "dozen": 12}
FIGURE = re.compile(r"\d{1,3}(?:[,\s]\d{3})+|\d{1,9}(?:\.\d{1,3})?")
NUMBER = (
    r"(?:(?:\d{1,3}(?:[,\s]\d{3})+|\d{1,9}(?:\.\d{1,3})?|"
    + "|".join((*SMALL, *TENS))
    + r"|an?)(?:[\s-]+(?:and[\s-]+)?(?:hundred|thousand|million|dozen|"
    + "|".join((*SMALL, *TENS))
    + r"))*)"
)


def count_of(words: str, *, unit_of_many: bool = False) -> Count | None:
    """Return the size that the words before a noun give, None where they give none.

    A size in families leaves the number of people unknown.

    >>> count_of("some 2,600"), count_of("at least twelve").high
    (Count(low=2600, high=2600, as_reported='some 2,600'), None)
    >>> count_of("between 2,000 and 3,000").high
    3000
    """
    reported = " ".join(words.split())
    bounds = _vague(reported.casefold()) or _bounded(reported.casefold())
    if bounds is None:
        return None
    low, high = (None, None) if unit_of_many else bounds
    return Count(low=low, high=high, as_reported=reported)


def _vague(words: str) -> tuple[int | None, int | None] | None:
    for wording, least in _vague_wordings():
        if re.search(rf"\b{wording}\b", words):
            return least, None
    return None


@cache
def _vague_wordings() -> tuple[tuple[str, int], ...]:
    longest_first = sorted(exposure_words().vague.items(), key=lambda item: -len(item[0]))
    return tuple((re.escape(wording), least) for wording, least in longest_first)


def _bounded(words: str) -> tuple[int | None, int | None] | None:
    span = re.search(rf"({NUMBER})\s*(?:to|and|or|-|–)\s*({NUMBER})$", words)
    if span:
        low, high = number_of(span[1]), number_of(span[2])
        if low is not None and high is not None and low < high:
            return low, high
    single = re.search(rf"\b({NUMBER})$", words)
    number = number_of(single[1]) if single else None
    if number is None:
        return None
    vocabulary = exposure_words()
    if _opens(words, vocabulary.at_least):
        return number, None
    if _opens(words, vocabulary.at_most):
        return None, number
    return number, number


def _opens(words: str, wordings: tuple[str, ...]) -> bool:
    return any(re.search(rf"\b{re.escape(wording)}\b", words) for wording in wordings)


def number_of(words: str) -> int | None:
    """Return the whole number that figures or words spell.

    >>> number_of("3,400"), number_of("two hundred and five"), number_of("1.5 million")
    (3400, 205, 1500000)
    """
    total, current, seen = 0.0, 0.0, False
    for word in re.split(r"[\s-]+", re.sub(r"(?<=\d)[,\s](?=\d{3})", "", words.casefold())):
        if FIGURE.fullmatch(word):
            current, seen = current + float(word), True
        elif word in SMALL or word in TENS:
            current, seen = current + SMALL.get(word, TENS.get(word, 0)), True
        elif word in SCALES:
            current = (current or 1) * SCALES[word]
            seen = True
            if SCALES[word] >= 1_000:
                total, current = total + current, 0.0
        elif word not in ("and", "a", "an", ""):
            return None
    return int(total + current) if seen else None
