"""Totals that a clause states of a toll: "the number of people killed has risen to 20"."""

from __future__ import annotations

from spacy.tokens import Token

from tocsin.core.types import Count
from tocsin.read.events.clause import SUBJECT, Tree
from tocsin.read.events.counts import count_of
from tocsin.read.events.frames import word_set
from tocsin.read.events.lexicon import load


def total_of_people(head: Token, tree: Tree) -> Count | None:
    """Return the total of which the people are counted: "the number of people killed"."""
    for child, governor in tree.climb(head):
        if child.dep_ not in ("pobj", "prep"):
            return None
        if word_set(governor) & frozenset(load("casualty_words")["totals"]):
            return stated_total(governor, tree)
    return None


def stated_total(noun: Token, tree: Tree) -> Count | None:
    """Return the number that a toll reaches, rises to or stands at, None where none is said."""
    verb = tree.parent(noun)
    if verb is None or noun.dep_ not in SUBJECT:
        return None
    if not word_set(verb) & frozenset(load("casualty_words")["reaching"]):
        return None
    ends = [end for word, end in tree.prepositions(verb) if word in ("to", "at")]
    ends += [kid for kid in tree.kids(verb) if kid.dep_ in ("dobj", "attr", "npadvmod")]
    counts = [count_of(end, tree) for end in ends if end.pos_ == "NUM" or end.tag_ == "NNS"]
    return next((count for count in counts if count is not None), None)
