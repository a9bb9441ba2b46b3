"""Stretches of text under a token of the parse, trimmed as an annotator would mark them."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from tocsin.core.types import Span

OUTER_MARKS = frozenset(",;:.-–—")
CUE_MODIFIERS = frozenset({"aux", "auxpass", "neg", "advmod"})
LONGEST_CUE_LEAD = 4  # "has also repeatedly been": no cue in PolNeAR's training part has more


def stretch(doc: Doc, first: int, last: int) -> tuple[Span, ...]:
    """Return the characters of tokens first to last without outer marks; () if nothing is left."""
    while first <= last and is_outer(doc[first]):
        first += 1
    while last >= first and is_outer(doc[last]):
        last -= 1
    if first > last:
        return ()
    end = doc[last]
    return (Span(doc[first].idx, end.idx + len(end.text)),)


def is_outer(token: Token) -> bool:
    """Return whether the token is dropped at the edge of a stretch."""
    return token.is_space or token.text in OUTER_MARKS


def under(token: Token) -> tuple[Span, ...]:
    """Return the characters of the token's whole phrase."""
    return stretch(token.doc, token.left_edge.i, token.right_edge.i)


def hangs_in(token: Token, head: Token) -> bool:
    """Return whether the token lies in the phrase of `head` without being its head."""
    return token != head and head.left_edge.i <= token.i <= head.right_edge.i


def around(token: Token, hole: Token) -> tuple[Span, ...]:
    """Return the phrase of `token` on both sides of the phrase of `hole` that lies in it."""
    left, right = token.left_edge.i, token.right_edge.i
    return stretch(token.doc, left, hole.left_edge.i - 1) + stretch(
        token.doc, hole.right_edge.i + 1, right
    )


def cue_of(verb: Token, *, until: Token | None = None) -> tuple[Span, ...]:
    """Return the verb with the auxiliaries and adverbs before it, and on to `until`."""
    doc, first = verb.doc, verb.i
    while first > 0 and verb.i - first < LONGEST_CUE_LEAD and belongs(doc[first - 1], verb):
        first -= 1
    last = max([verb.i, *(particle.i for particle in particles(verb))])
    return stretch(doc, first, until.i if until is not None and until.i > last else last)


def belongs(token: Token, verb: Token) -> bool:
    """Return whether a token before the verb is part of the cue."""
    return token.head == verb and token.dep_ in CUE_MODIFIERS and token.n_lefts == 0


def particles(verb: Token) -> Iterator[Token]:
    """Yield the particles right after the verb ("pointed out")."""
    for child in verb.rights:
        if child.dep_ == "prt" and child.i - verb.i <= 2:
            yield child
