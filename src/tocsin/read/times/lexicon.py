"""The words of a sentence as classes: each lexeme one letter of a code that patterns run over."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple

from tocsin.ontology.tables import read_table
from tocsin.read.times.calendar_names import NAME_KINDS, calendar_names

FIRST_LETTER = 0xE000  # the private use area: no class letter can be taken for a word's own
OTHER = "."
LONGEST_NUMBER = 9  # digits; longer runs are no count of days
LARGEST_YEAR = 2199
SMALLEST_YEAR = 1000

LEXEME = re.compile(
    r"""
    (?P<iso>(?<![0-9-])[0-9]{4}-[0-9]{2}-[0-9]{2}(?:T[0-9]{2}:[0-9]{2}(?::[0-9]{2})?Z?)?(?![0-9-]))
  | (?P<slashed>(?<![\w./])[0-9]{1,2}([/.])[0-9]{1,2}\3(?:[0-9]{4}|[0-9]{2})(?![0-9/]|\.[0-9]))
  | (?P<clock>(?<![0-9:])[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?![0-9:]))
  | (?P<ordinal>(?<![0-9.,])[0-9]{1,2}(?:st|nd|rd|th)(?!\w))
  | (?P<decade>(?<![0-9.,])(?:[0-9]{3}|['’]?[0-9])0['’]?s(?!\w))
  | (?P<fraction>(?<![\w./])[13]/[24](?=[ -](?:hour|minute|day|week|month|year|decade))|[½¼¾])
  | (?P<short_year>(?<!\w)['’][0-9]{2}(?!\w))
  | (?P<number>(?<!\w)[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?)
  | (?P<era>(?<!\w)(?:B\.C\.E\.|B\.C\.|BCE?|A\.D\.|AD|C\.E\.|CE)(?!\w))
  | (?P<meridiem>(?<![^\W\d_])[AaPp](?:\.[Mm]\.?|[Mm])(?!\w))
  | (?P<possessive_s>['’][sS](?!\w))
  | (?P<word>[oO]['’][cC]lock|[^\W\d_]+)
  | (?P<dash>[-‐-―])
  | (?P<comma>,)
  | (?P<dot>\.)
  | (?P<apostrophe>['’])
  | (?P<slash>/)
  | (?P<currency>[$€£¥])
  | (?P<open>[(\[])
  | (?P<close>[)\]])
  | (?P<other>\S)
    """,
    re.VERBOSE,
)
FRACTIONS = {"1/2": 0.5, "½": 0.5, "1/4": 0.25, "¼": 0.25, "3/4": 0.75, "¾": 0.75}
DIGIT_CLASSES = ("day_number", "year_number", "count")


class Lexeme(NamedTuple):
    """A word, number or mark: its class, its value, and its characters in the report's text."""

    kind: str
    value: Any
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Words by class with each class's letter, and words that decide by standing near."""

    words: Mapping[str, tuple[str, Any]]
    capitalised: frozenset[str]
    neighbours: Mapping[str, frozenset[str]]
    letters: Mapping[str, str]


@cache
def vocabulary() -> Vocabulary:
    """Return the words of `ontology/times.yaml`, read once a process."""
    table = read_table("times")
    classes: dict[str, dict[str, Any]] = table["classes"]
    words = {
        str(w): (kind, value) for kind, entries in classes.items() for w, value in entries.items()
    }
    marks = [name for name in LEXEME.groupindex if name not in ("other", "word")]
    kinds = dict.fromkeys([*classes, *marks, *DIGIT_CLASSES, *NAME_KINDS])
    letters = {kind: chr(FIRST_LETTER + n) for n, kind in enumerate(kinds)}
    return Vocabulary(
        words,
        frozenset(table["capitalised"]),
        {case: frozenset(listed) for case, listed in table["neighbours"].items()},
        letters,
    )


def lexemes(text: str, offset: int = 0) -> list[Lexeme]:
    """Return the lexemes of the text; `offset` is added to their places.

    >>> [lexeme.kind for lexeme in lexemes("by 3 May")]
    ['by', 'day_number', 'month_or_word']
    """
    words, names = vocabulary(), calendar_names()
    found = []
    end = 0
    for match in LEXEME.finditer(text):
        start = match.start()
        if start < end:  # a part of the name just read
            continue
        name = names.match(text, start, match[0]) if match.lastgroup == "word" else None
        if name is not None:
            matched, kind, value = name
        else:
            matched, (kind, value) = match, _classify(match, words)
        end = matched.end()
        found.append(Lexeme(kind, value, matched[0], start + offset, end + offset))
    return found


def encode(found: list[Lexeme]) -> str:
    """Return one letter a lexeme: its class's, or "." for a word of no class."""
    letters = vocabulary().letters
    return "".join([letters.get(lexeme.kind, OTHER) for lexeme in found])


def _classify(match: re.Match[str], words: Vocabulary) -> tuple[str, Any]:
    shape = match.lastgroup or "other"
    if shape == "word":
        kind, value = words.words.get(match[0].lower(), ("other", None))
        if kind in words.capitalised and not match[0][0].isupper():
            return "other", None
        return kind, value
    if shape == "number":
        return _number_class(match[0])
    if shape == "ordinal":
        return _ordinal_class(match[0])
    if shape == "meridiem":
        return "am_pm", 12 if match[0][0] in "Pp" else 0
    if shape == "fraction":
        return "fraction", FRACTIONS[match[0]]
    if shape == "era":
        return "era", -1 if match[0][0] == "B" else 1
    return shape, None


def _number_class(text: str) -> tuple[str, Any]:
    plain = text.replace(",", "")
    if len(plain) > LONGEST_NUMBER:
        return "other", None
    if "." in plain:
        return "count", float(plain)
    value = int(plain)
    if len(text) <= 2 and 1 <= value <= 31:
        return "day_number", value
    if len(text) == 4 and SMALLEST_YEAR <= value <= LARGEST_YEAR:
        return "year_number", value
    return "count", value


def _ordinal_class(text: str) -> tuple[str, Any]:
    value = int(text[:-2])
    return ("ordinal", value) if value else ("other", None)
