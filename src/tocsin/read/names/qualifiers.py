"""How far a name reaches to both sides of its head noun."""

from __future__ import annotations

import re

from spacy.tokens import Token

from tocsin.core.types import NameKind
from tocsin.ontology.name_words import NameWords
from tocsin.read.names.grounds import Grounds
from tocsin.read.names.heads import facility_word, head_of, singular

MAX_MODIFIERS = 9  # longer runs are headlines or lists, not names
MAX_COMPLEMENTS = 2  # "spokeswoman for residents of Lindral Camp"
MODIFIERS = frozenset({"ADJ", "NOUN", "PROPN", "VERB", "X"})
NEVER_INSIDE = frozenset({"nummod", "det", "cc", "conj", "npadvmod", "nsubj", "appos"})
COUNTED = frozenset({"DATE", "TIME", "CARDINAL", "ORDINAL", "PERCENT", "MONEY", "QUANTITY"})
ORDINAL = re.compile(
    r"\d{1,4}(?:st|nd|rd|th)|First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth"
)  # capitalised: a written-out ordinal in small letters only counts
APOSTROPHES = frozenset({"'s", "’s", "'", "’"})
HYPHENS = frozenset({"-", "‐", "–"})


def left_edge(head: Token, grounds: Grounds, words: NameWords) -> int:
    """Return the first token of the name, without articles, numbers and judging adjectives."""
    start = head.i
    first = max(0, head.i - MAX_MODIFIERS)
    while start > first and not head.doc[start].is_sent_start:
        before = head.doc[start - 1]
        if _modifies(before, start, head) or _numbers_a_unit(before, head, words):
            start -= 1
        elif start - 2 >= first and _joins(head.doc[start - 2], before, start):
            start -= 2
        else:
            break
    while start < head.i and not _identifies(head.doc[start], grounds, words):
        start += 1
    return start


def _modifies(token: Token, start: int, head: Token) -> bool:
    return (
        token.pos_ in MODIFIERS
        and token.ent_type_ not in COUNTED
        and token.dep_ not in NEVER_INSIDE
        and start <= token.head.i <= head.i
        and not (token.pos_ == "VERB" and token.dep_ != "amod")
    )


def _numbers_a_unit(token: Token, head: Token, words: NameWords) -> bool:
    """Return whether an ordinal belongs to the unit's name ("the 4th Brigade")."""
    unit = head_of(head, words)
    return (
        unit is not None
        and unit.kind is NameKind.FORCE
        and head.text[:1].isupper()
        and ORDINAL.fullmatch(token.text) is not None
    )


def _joins(token: Token, link: Token, start: int) -> bool:
    """Return whether a possessor or the first half of a hyphenated word stands before."""
    if token.pos_ not in MODIFIERS:
        return False
    if link.lower_ in APOSTROPHES:
        return token.pos_ in ("NOUN", "PROPN") and token.head.i >= start - 1
    return link.text in HYPHENS and not token.whitespace_ and not link.whitespace_


def _identifies(token: Token, grounds: Grounds, words: NameWords) -> bool:
    if grounds.holds(token.i) or token.lower_ in words.identifying:
        return True
    if ORDINAL.fullmatch(token.text):
        return True
    if token.pos_ == "PROPN" or (token.is_title and not token.is_sent_start):
        return token.lower_ not in APOSTROPHES
    return token.pos_ == "NOUN"


def complement_end(head: Token, grounds: Grounds, words: NameWords) -> int:
    """Return the token after the name's last: "Ministry of Health", "residents of the camp"."""
    end = head.i + 1
    for _ in range(MAX_COMPLEMENTS):
        grown = _one_complement(head.doc[end - 1], head, grounds, words)
        if grown == end:
            break
        end = grown
    return end


def _one_complement(last: Token, head: Token, grounds: Grounds, words: NameWords) -> int:
    end = last.i + 1
    if (
        end >= len(last.doc)
        or last.doc[end].is_sent_start
        or not _opens_complement(last.doc[end], last, words)
    ):
        return end
    objects = [child for child in last.doc[end].children if child.dep_ in ("pobj", "pcomp")]
    if not objects or objects[0].i <= end or objects[0].i > end + MAX_MODIFIERS:
        return end
    behind = objects[0]
    inside = last.doc[end + 1 : behind.i]
    if any(token.is_punct and token.text not in HYPHENS for token in inside):
        return end
    return behind.i + 1 if _names_something(behind, head, grounds, words) else end


def _opens_complement(token: Token, last: Token, words: NameWords) -> bool:
    if token.lower_ == "of":
        return True
    office = head_of(last, words)
    takes_for = singular(last, words.takes_for) or (office and office.kind is NameKind.OFFICE)
    return token.lower_ == "for" and bool(takes_for)


def _names_something(token: Token, head: Token, grounds: Grounds, words: NameWords) -> bool:
    if token.pos_ == "PRON" or token.ent_type_ == "PERSON":
        return False
    if token.pos_ == "PROPN" or grounds.holds(token.i) or token.is_title:
        return True
    if singular(head, words.takes_for) and token.pos_ == "NOUN":
        return True
    return head_of(token, words) is not None or facility_word(token, words)
