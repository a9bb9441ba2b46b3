"""A short phrase that says what falls on a date, taken from the sentence."""

from __future__ import annotations

from spacy.tokens import Token

from tocsin.core.types import Span
from tocsin.read.deadlines.clause import SUBJECTS, DatedClause, children

LONGEST_WORDS = 18
LEADING = frozenset({"a", "an", "the", "this", "that", "its", "their", "his", "her", ","})
TRAILING = frozenset({"by", "on", "at", "until", "till", "before", "for", "from", "to", "in", "of", "no", "not",
                      "later", "than", "within", "the", ",", "(", "-", "–", "—", "and", "is", "as", "'s", "’s"})  # fmt: skip
STOPS = frozenset({",", ";", ":", "—", "–", "(", ")", '"', "”", "“", ".", "\n"})


def phrase_around(word: Token, clause: DatedClause, date: Span) -> Span:
    """Return the stretch that names what the cue word is about, without the date.

    A noun brings its own phrase, a verb its clause from the subject on.
    """
    first, last = (
        _clause_ends(word) if word.pos_ in ("VERB", "AUX") else (word.left_edge, word.right_edge)
    )
    tokens = [t for t in word.doc[first.i : last.i + 1] if not _inside(t, date)]
    before = [t for t in tokens if t.idx < date.start]
    after = [t for t in tokens if t.idx >= date.end]
    kept = before if word.idx < date.start else after
    kept = _trimmed(_around(kept or [word], word))
    kept = kept or [word]
    return Span(kept[0].idx, kept[-1].idx + len(kept[-1].text))


def _inside(token: Token, date: Span) -> bool:
    return date.start <= token.idx < date.end


def _clause_ends(verb: Token) -> tuple[Token, Token]:
    """Return the first and last token of the verb's clause, from its subject on."""
    subject = _subject(verb)
    return (subject.left_edge if subject is not None else verb), verb.right_edge


def _subject(verb: Token) -> Token | None:
    """Return the subject of the verb, or of the verb it completes ("is going to visit")."""
    token = verb
    for _ in range(3):
        for child in children(token):
            if child.dep_ in SUBJECTS:
                return child
        if token.dep_ not in ("xcomp", "conj", "ccomp"):
            return None
        token = token.head
        for child in children(token):
            if child.dep_ == "dobj" and child.i < verb.i:
                return child
    return None


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
    start, end = 0, len(tokens)
    while start < end and (tokens[start].lower_ in LEADING or tokens[start].is_punct):
        start += 1
    while end > start and (tokens[end - 1].lower_ in TRAILING or tokens[end - 1].is_punct):
        end -= 1
    return tokens[start:end]
