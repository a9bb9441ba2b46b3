"""Counts of people in a noun phrase: "at least 12 people", "dozens", "a man", "no one"."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Token

from tocsin.core.types import Count, NameKind
from tocsin.read.events.clause import Tree
from tocsin.read.events.participant_kinds import kind_of_noun
from tocsin.read.groups.sizes import number_of

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
    "several": 3, "few": 3, "dozens": 24, "scores": 40, "hundreds": 100, "thousands": 1_000,
    "many": 3, "numerous": 3, "multiple": 2,
}  # fmt: skip  # the least number that the word can mean
RANGING = frozenset({"to", "or", "-", "–", "and"})
SOME = frozenset({"several", "few", "many"})
UNQUALIFIED = frozenset({"to", "at", "than", "not", "no", "as"})  # "rose to 20" is 20
COUPLE = {"couple": 2, "pair": 2, "dozen": 12, "duo": 2, "trio": 3}
AT_LEAST = ("at least", "more than", "over", "no fewer than", "not fewer than", "no less than")
AT_MOST = ("at most", "up to", "as many as", "fewer than", "less than", "no more than", "under")
ABOUT = ("about around some approximately nearly almost roughly not between",)
QUALIFYING = frozenset(" ".join((*AT_LEAST, *AT_MOST, *ABOUT)).split())  # bear on a number behind
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
        numeral = _range_end(numerals[0])
        return numeral_count([numeral], _window(numeral))
    for kid in kids:
        if kid.lower_ in VAGUE:
            return Count(low=VAGUE[kid.lower_], high=None, as_reported=f"{kid.text} {head.text}")
        if kid.dep_ == "det" and kid.lower_ == "no":
            return Count(low=0, high=0, as_reported=f"{kid.text} {head.text}")
    return _single(head)


def _single(head: Token) -> Count | None:
    """Return one for a person; a name is left out, since counts are shown unmasked."""
    if head.pos_ == "PROPN" and head.ent_type_ == "PERSON":
        return Count(low=1, high=1, as_reported="one person")
    noun = kind_of_noun(head)
    one = head.tag_ == "NN" and head.lower_ not in ("people", "police")
    if one and noun is not None and noun.kind is NameKind.PERSON:
        article = next((kid.text for kid in head.lefts if kid.dep_ == "det"), "")
        return Count(low=1, high=1, as_reported=f"{article} {head.text}".strip())
    return None


def _range_end(numeral: Token) -> Token:
    """Return the 15 of "between 10 and 15" or "two or three", else the numeral itself."""
    after = numeral.doc[numeral.i + 1 : numeral.i + 3]
    if len(after) < 2 or not _states(after[1]):
        return numeral
    if numeral.lower_ in SCALES and after[0].lower_ == "and":
        return after[1]
    return after[1] if _range_start(_window(after[1])) is not None else numeral


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
    worded = [token.text]
    if _is_compound(words, token):
        worded = [f"{words[-2].text}-{token.text}"]
        words, value = words[:-2], number_in(worded[0])
    while words and _goes_on(words):
        worded.insert(0, words.pop().text)
        value = number_of(" ".join(worded))
    if value is None or value > LARGEST:
        return None
    if words and words[-1].lower_ in SOME and value in SCALES.values():
        worded.insert(0, words.pop().text)
        return Count(low=2 * value, high=None, as_reported=" ".join(worded))
    least = _range_start(words)
    if least is not None and least < value:
        return Count(low=least, high=value, as_reported=_joined([*_range_words(words), token]))
    qualifiers: list[str] = []
    while words and words[-1].lower_ in QUALIFYING:
        qualifiers.insert(0, words.pop().text)
    if " ".join(qualifiers).lower() in UNQUALIFIED:
        qualifiers = []
    low, high = _bounds(" ".join(qualifiers).lower(), value)
    return Count(low=low, high=high, as_reported=" ".join([*qualifiers, *worded]))


def _is_compound(words: list[Token], token: Token) -> bool:
    """Return whether the tokenizer has split "thirty-four"."""
    split = len(words) > 1 and words[-1].text == "-" and words[-2].lower_ in TENS
    return split and token.lower_ in UNITS[1:10]


def _range_start(words: list[Token]) -> int | None:
    """Return the 10 of "10 to 15" or "between 10 and 15"; the words end before the 15."""
    if len(words) < 2 or words[-1].lower_ not in RANGING:
        return None
    between = len(words) > 2 and words[-3].lower_ == "between"
    if words[-1].lower_ == "and" and not between:
        return None
    return number_in(words[-2].text)


def _range_words(words: list[Token]) -> list[Token]:
    """Return "between 10 and" or "10 to"."""
    return words[-3:] if words[-3:][0].lower_ == "between" else words[-2:]


def _joined(tokens: list[Token]) -> str:
    """Return the words with the spaces of the text ("10-15", "10 to 15")."""
    return "".join(token.text_with_ws for token in tokens).strip()


def _goes_on(words: list[Token]) -> bool:
    """Return whether the last word belongs to the numeral behind it: "two hundred and" fifty."""
    if words[-1].lower_ == "and":
        return len(words) > 1 and words[-2].lower_ in SCALES
    return words[-1].pos_ == "NUM" and _states(words[-1])


def _bounds(qualifiers: str, value: int) -> tuple[int | None, int | None]:
    """Return the least and greatest number: "no fewer than" before "fewer than"."""
    if qualifiers.endswith(("no more than", "not more than")):
        return None, value
    if qualifiers.endswith(AT_LEAST):
        return value + qualifiers.endswith("more than"), None
    if qualifiers.endswith(AT_MOST):
        return None, value - qualifiers.endswith(("fewer than", "less than"))
    return value, value


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
