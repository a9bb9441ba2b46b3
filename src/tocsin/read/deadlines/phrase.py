"""A short phrase that says what falls on a date, taken from the sentence."""

from __future__ import annotations

from typing import NamedTuple

from spacy.tokens import Token

from tocsin.core.types import Span
from tocsin.read.deadlines.clause import DatedClause, subject_of
from tocsin.read.deadlines.cues import cues
from tocsin.read.deadlines.judge import is_moved

LONGEST_WORDS = 18
ACTS = frozenset(
    {"closure", "eviction", "demolition", "deportation", "expulsion", "repatriation", "withdrawal",
     "evacuation", "relocation", "resettlement"}
)  # fmt: skip  # nouns that say by themselves what is due
STOPS = frozenset({",", ";", ":", "—", "–", "(", ")", '"', "”", "“", ".", "\n"})


class Phrased(NamedTuple):
    """A short phrase, and the characters it was taken from."""

    text: str
    span: Span


def phrase_around(word: Token, clause: DatedClause, date: Span, *, with_date: bool) -> Phrased:
    """Return what the cue word is about, and where: a noun's own phrase, or a verb's clause.

    The date is left out unless `with_date`: "72 hours to leave" says nothing without its hours.
    """
    first, last = _ends(word, clause)
    tokens = list(word.doc[first.i : last.i + 1])
    granted = _granted(tokens, word, date) if word.lemma_ in cues().granting_verbs else []
    if granted or with_date:
        return _phrased(granted or [_trimmed(_around(tokens, word))], word)
    if is_moved(clause):
        tokens = _before_other_date(tokens, word)
    before = _trimmed(_around([t for t in tokens if t.idx < date.start], word))
    after = _around([t for t in tokens if t.idx >= date.end], word)
    if word.idx >= date.end:
        return _phrased([_trimmed(after)], word)
    if before == [word]:  # "a deadline of 1 May for the closure"
        return _phrased([before, _trimmed_end(after)], word)
    return _phrased([before], word)


def _granted(tokens: list[Token], verb: Token, date: Span) -> list[list[Token]]:
    """Return "residents", "to leave" of "giving residents eight weeks to leave", if it is one."""
    to_whom = _trimmed([t for t in tokens if t.i > verb.i and t.idx < date.start])
    to_whom = to_whom or _trimmed([t for t in tokens if t.i < verb.i])  # "families have until"
    for_what = _around([t for t in tokens if t.idx >= date.end], verb)
    if not to_whom or not for_what or for_what[0].tag_ != "TO":
        return []
    return [to_whom, _trimmed_end(for_what)]


def _before_other_date(tokens: list[Token], word: Token) -> list[Token]:
    """Return the tokens up to "from April 30": the date that something is moved away from."""
    end = next((t.i for t in tokens if t.i > word.i and t.lower_ == "from"), tokens[-1].i + 1)
    return [token for token in tokens if token.i < end]


def _phrased(stretches: list[list[Token]], word: Token) -> Phrased:
    kept = [token for stretch in stretches for token in stretch] or [word]
    text = " ".join(_text(stretch) for stretch in stretches if stretch) or word.text
    return Phrased(text, Span(kept[0].idx, kept[-1].idx + len(kept[-1].text)))


def _text(stretch: list[Token]) -> str:
    return " ".join("".join(token.text_with_ws for token in stretch).split())


def _ends(word: Token, clause: DatedClause) -> tuple[Token, Token]:
    """Return the first and last token of the noun's phrase or the verb's clause."""
    if word.pos_ in ("VERB", "AUX"):
        return _clause_ends(word)
    if word.lemma_.lower() in ACTS or is_moved(clause):
        return word.left_edge, word.right_edge
    if clause.verb is not None and word in clause.participants():
        return _clause_ends(clause.verb)
    return word.left_edge, word.right_edge


def _clause_ends(verb: Token) -> tuple[Token, Token]:
    """Return the first and last token of the verb's clause, from its subject on."""
    subject = subject_of(verb)
    if verb.dep_ == "relcl" and subject is not None and subject.tag_ in ("WDT", "WP"):
        subject = verb.head
    return (subject.left_edge if subject is not None else verb), verb.right_edge


def _around(tokens: list[Token], word: Token) -> list[Token]:
    """Return the tokens up to the first stop after the cue word, and at most so many."""
    kept: list[Token] = []
    for token in tokens:
        if token.i > word.i and token.text in STOPS:
            break
        if token.is_space:
            continue
        kept.append(token)
    position = next((n for n, token in enumerate(kept) if token.i >= word.i), 0)
    first = max(0, position - LONGEST_WORDS // 2)
    return kept[first : first + LONGEST_WORDS]


def _trimmed(tokens: list[Token]) -> list[Token]:
    start = 0
    while start < len(tokens) and (
        tokens[start].lower_ in cues().phrase_leading or tokens[start].is_punct
    ):
        start += 1
    return _trimmed_end(tokens[start:])


def _trimmed_end(tokens: list[Token]) -> list[Token]:
    end = len(tokens)
    while end and (tokens[end - 1].lower_ in cues().phrase_trailing or tokens[end - 1].is_punct):
        end -= 1
    return tokens[:end]
