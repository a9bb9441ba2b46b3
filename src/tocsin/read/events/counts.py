"""Counts of people in a noun phrase: "at least 12 people", "dozens", "a man", "no one"."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Token

from tocsin.core.types import Count
from tocsin.read.events.clause import Tree
from tocsin.read.events.participant_kinds import kind_of_noun

UNITS = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
SCALES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000}
VAGUE = {
    "several": 3, "few": 3, "dozens": 12, "scores": 40, "hundreds": 100, "thousands": 1_000,
    "many": 3, "numerous": 3, "multiple": 2,
}  # fmt: skip  # the least number that the word can mean
COUPLE = {"couple": 2, "pair": 2, "dozen": 12, "duo": 2, "trio": 3}
AT_LEAST = frozenset({"least", "more", "over"})
AT_MOST = frozenset({"most", "up", "fewer", "less"})
ABOUT = frozenset({"about", "around", "some", "approximately", "nearly", "almost", "roughly"})
LARGEST = 50_000_000  # no toll is greater; larger figures are money or misread text


def number_in(word: str) -> int | None:
    """Return the whole number that a word or numeral states, else None.

    >>> number_in("3,400"), number_in("twenty-one"), number_in("17-year-old")
    (3400, 21, None)
    """
    lower = word.lower()
    plain = lower.replace(",", "")
    if plain.isascii() and plain.isdigit() and len(plain) < 9:
        return int(plain)
    if lower in UNITS:
        return UNITS.index(lower)
    if lower in TENS:
        return 10 * (TENS.index(lower) + 2)
    first, hyphen, second = lower.partition("-")
    if hyphen and first in TENS and second in UNITS[1:10]:
        return 10 * (TENS.index(first) + 2) + UNITS.index(second)
    return SCALES.get(lower) or COUPLE.get(lower)


def count_of(head: Token, tree: Tree) -> Count | None:
    """Return how many people the phrase headed by the token says, None where it says not."""
    if head.lower_ in ("nobody", "none", "no-one"):
        return Count(low=0, high=0, as_reported=head.text)
    if head.pos_ == "NUM" or head.lower_ in COUPLE:
        return numeral_count([head], _window(head))
    if head.lower_ in VAGUE:
        return Count(low=VAGUE[head.lower_], high=None, as_reported=head.text)
    kids = tree.kids(head)
    numerals = [kid for kid in kids if kid.dep_ in ("nummod", "quantmod") and _states(kid)]
    if numerals:
        return numeral_count(numerals[:1], _window(numerals[0]))
    for kid in kids:
        if kid.lower_ in VAGUE:
            return Count(low=VAGUE[kid.lower_], high=None, as_reported=f"{kid.text} {head.text}")
        if kid.dep_ == "det" and kid.lower_ == "no":
            return Count(low=0, high=0, as_reported=f"{kid.text} {head.text}")
    return _single(head)


def _single(head: Token) -> Count | None:
    noun = kind_of_noun(head)
    one = head.tag_ == "NN" and noun is not None and head.lower_ not in ("people", "police")
    named = head.pos_ == "PROPN" and head.ent_type_ == "PERSON"
    if (one and noun is not None and noun.kind.value == "person") or named:
        return Count(low=1, high=1, as_reported=head.text)
    return None


def _states(token: Token) -> bool:
    return number_in(token.text) is not None


def _window(token: Token) -> list[Token]:
    """Return up to four words before the token in its sentence."""
    start = token.i
    while start > 0 and token.i - start < 4 and not token.doc[start].is_sent_start:
        start -= 1
    return list(token.doc[start : token.i])


def numeral_count(numerals: list[Token], before: Iterable[Token]) -> Count | None:
    """Return the count that the numeral states under the words before it ("at least")."""
    token = numerals[0]
    value = number_in(token.text)
    words = list(before)
    while words and (number_in(words[-1].text) is not None and words[-1].pos_ == "NUM"):
        value = _scaled(number_in(words.pop().text) or 0, value or 0)
    if value is None or value > LARGEST:
        return None
    qualifiers = [word.lower_ for word in words[-3:]]
    text = " ".join([*(w for w in qualifiers if w in AT_LEAST | AT_MOST | ABOUT), token.text])
    near = set(qualifiers[-2:])
    if near & AT_LEAST and ("than" in near or "least" in near or "over" in near):
        more = 1 if "more" in near else 0
        return Count(low=value + more, high=None, as_reported=text)
    if "up" in near or "most" in near:
        return Count(low=None, high=value, as_reported=text)
    return Count(low=value, high=value, as_reported=text)


def _scaled(front: int, scale: int) -> int:
    return front * scale if scale in SCALES.values() else scale


def added(counts: Iterable[Count | None]) -> Count | None:
    """Return the sum of the counts that are known, None where none is."""
    known = [count for count in counts if count is not None]
    if not known:
        return None
    if len(known) == 1:
        return known[0]
    lows = [count.low for count in known]
    highs = [count.high for count in known]
    return Count(
        low=sum(low for low in lows if low is not None),
        high=None if None in highs else sum(high for high in highs if high is not None),
        as_reported=" + ".join(count.as_reported for count in known),
    )
