"""Totals that a clause states of a toll: "the number of people killed has risen to 20"."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Token

from tocsin.core.types import Count
from tocsin.read.events.clause import OBJECT, PASSIVE_SUBJECT, SUBJECT, Tree
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
    if verb is None:
        return None
    if noun.dep_ in OBJECT | PASSIVE_SUBJECT:
        return _put_at(verb, tree)
    if noun.dep_ not in SUBJECT:
        return None
    if not word_set(verb) & frozenset(load("casualty_words")["reaching"]):
        return None
    ends = _ends(verb, tree)
    ends += [kid for kid in tree.kids(verb) if kid.dep_ in ("dobj", "attr", "npadvmod")]
    counts = [count_of(end, tree) for end in ends if end.pos_ == "NUM" or end.tag_ == "NNS"]
    return next((count for count in counts if count is not None), None)


def _put_at(verb: Token, tree: Tree) -> Count | None:
    """Return the number at which someone puts a toll: "raised the toll to 19"."""
    if not word_set(verb) & frozenset(load("casualty_words")["putting"]):
        return None
    counts = [_reached(count_of(end, tree)) for end in _ends(verb, tree)]
    return next((count for count in counts if count is not None), None)


def _reached(count: Count | None) -> Count | None:
    """Return the count without the direction of "revised up to 19", which sets no upper bound."""
    if count is None or not count.as_reported.lower().startswith("up to "):
        return count
    return replace(count, low=count.high, as_reported=count.as_reported[len("up to ") :])


def _ends(verb: Token, tree: Tree) -> list[Token]:
    """Return what a verb reaches: "to 19", "at 19", "up to 19"."""
    ends = [end for word, end in tree.prepositions(verb) if word in ("to", "at")]
    particles = tree.kids(verb, frozenset({"prt"}))  # the parse may hang "to 19" on "up"
    return ends + [end for up in particles for end in tree.kids(up) if end.dep_ == "pobj"]
