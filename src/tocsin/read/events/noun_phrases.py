"""Noun phrases: the characters that name a participant."""

from __future__ import annotations

from spacy.tokens import Token

from tocsin.core.types import Span
from tocsin.read.events.clause import Tree
from tocsin.read.events.mentions import Mentions
from tocsin.read.events.participant_kinds import MEASURES, word_list

MAX_WORDS = 14  # a longer "phrase" is a clause that the parser took in
TAIL = frozenset({"of", "from", "in"})  # prepositions whose object is part of a party's name
SINGLING_OUT = frozenset({"particularly", "especially", "including", "mainly", "mostly"})
MODIFIER = frozenset({"amod", "compound", "nmod", "nummod", "quantmod", "poss", "case", "advmod"})


def phrase_span(
    head: Token, tree: Tree, mentions: Mentions, *, tail: frozenset[str] = TAIL
) -> Span:
    """Return the noun phrase of the head, without article, relative clause or apposition."""
    left = _left_end(head, tree)
    right = _right_end(head, tree, tail)
    name = mentions.names.get(head.i)
    start, end = head.doc[left].idx, head.doc[right].idx + len(head.doc[right].text)
    if name is not None:
        start, end = min(start, name.span.start), max(end, name.span.end)
    text = mentions.text
    while text[start : start + 4].lower().startswith(("the ", "a ", "an ")) and start < end:
        start = text.index(" ", start) + 1
    return Span(start, end)


def _left_end(head: Token, tree: Tree) -> int:
    left = head.i
    for kid in reversed(tree.kids(head)):
        if kid.i < head.i and kid.dep_ in MODIFIER and head.i - kid.i < MAX_WORDS:
            left = min(left, max(kid.left_edge.i, head.i - MAX_WORDS))
    for token in head.doc[left : head.i]:
        if token.lower_ in SINGLING_OUT:
            left = token.i + 1  # "the weak, particularly women": the women are the phrase
    while left < head.i and (
        head.doc[left].lower_ in word_list("stripped") or head.doc[left].is_punct
    ):
        left += 1
    return left


def _right_end(head: Token, tree: Tree, tail: frozenset[str]) -> int:
    right = head.i
    for kid in tree.kids(head):
        attached = kid.dep_ == "prep" and kid.lower_ in tail and kid.i == right + 1
        if attached and (kid.lower_ == "of" or head.pos_ == "NOUN"):
            ends = [end for end in tree.kids(kid) if end.dep_ == "pobj"]
            if ends and ends[0].ent_type_ not in MEASURES and _is_short(kid, ends[0]):
                right = ends[0].i
    return right


def _is_short(preposition: Token, end: Token) -> bool:
    return end.i - preposition.i <= 6 and not any(
        token.is_punct and token.text in ",;:" for token in end.doc[preposition.i : end.i]
    )
