"""Aspect: whether a deed is told as going on."""

from __future__ import annotations

from spacy.tokens import Token

from tocsin.read.events.clause import Tree
from tocsin.read.events.lexicon import load

AUXILIARIES = frozenset({"aux", "auxpass"})
BEING = frozenset({"is", "are", "am", "'re", "’re", "'s", "’s", "'m", "’m", "be"})
PERFECT = frozenset({"has", "have", "'ve", "’ve"})
SPANS = frozenset({"hour", "day", "night", "week", "month", "year"})
DOES = frozenset({"do", "does"})
WAS = frozenset({"was", "were"})
LONGEST_SENTENCE = 80  # tokens looked through, so that text without sentences stays linear
STEPS = 4  # "shelled, burned, looted and left"
ADVERBS = frozenset({"advmod", "prep", "npadvmod", "mark"})
FULL_STOPS = frozenset({"?", "!", ".", '"', "”", "'", "’"})  # headlines end without


def leading_verb(verb: Token, tree: Tree) -> Token:
    """Return the verb whose auxiliaries this one shares: "shall search the huts and burn them"."""
    for _ in range(STEPS):
        first = tree.parent(verb)
        own = tree.kids(verb, AUXILIARIES | {"nsubj", "nsubjpass"})
        if verb.dep_ != "conj" or first is None or own or first.tag_ != verb.tag_:
            return verb
        if verb.tag_ not in ("VB", "VBN", "VBG"):
            return verb
        verb = first
    return verb


def is_said_to_be(noun: Token, tree: Tree) -> bool:
    """Return whether the noun is said to be there now: "there is no siege", "the siege goes on"."""
    verb = tree.parent(noun)
    present = verb is not None and verb.tag_ in ("VBZ", "VBP")
    return present and verb is not None and verb.lemma_ == "be" and noun.dep_ in ("attr", "nsubj")


def goes_on(verb: Token, type_name: str, tree: Tree) -> bool:
    """Return whether the tense leaves the deed open: "are shelling", "has held since May"."""
    auxiliaries = {kid.lower_ for kid in tree.kids(verb, AUXILIARIES)}
    if verb.tag_ == "VBG" and auxiliaries & BEING:
        return verb.lower_ != "going"
    if verb.tag_ == "VBN" and "being" in auxiliaries and auxiliaries & BEING:
        return True
    if verb.tag_ == "VBG" and auxiliaries & WAS and verb.dep_ == "ccomp":
        return True  # "scouts said that the column was massing"
    around = {kid.lower_ for kid in tree.kids(verb, ADVERBS)}
    if auxiliaries & PERFECT:
        if verb.tag_ == "VBG" and "been" in auxiliaries:
            return True
        return type_name in load("event_status")["lasting"] and _has_duration(verb, tree)
    return "still" in around and bool(auxiliaries & BEING)


def _has_duration(verb: Token, tree: Tree) -> bool:
    """Return whether the verb says since when or for how long: "since May", "for a ninth day"."""
    if any(kid.lower_ == "since" for kid in tree.kids(verb)):
        return True
    if any(kid.lower_ == "since" for kid in tree.kids(verb, frozenset({"advcl"}))):
        return True
    return any(
        word == "since" or (word == "for" and end.lemma_ in SPANS)
        for word, end in tree.prepositions(verb)
    )


def is_dated(verb: Token, tree: Tree) -> bool:
    """Return whether a day is set for the verb: "the army moves in on Friday"."""
    return any(
        word in ("on", "by", "next") and end.ent_type_ == "DATE"
        for word, end in tree.prepositions(verb)
    )


def is_told_as_present(verb: Token, tree: Tree) -> bool:
    """Return whether a sentence, not a headline, has the verb in the simple present."""
    auxiliaries = {kid.lower_ for kid in tree.kids(verb, AUXILIARIES)}
    plain = verb.tag_ in ("VBZ", "VBP") and not auxiliaries
    denied = verb.tag_ == "VB" and bool(auxiliaries) and auxiliaries <= DOES
    suffered = verb.tag_ == "VBN" and bool(auxiliaries) and auxiliaries <= BEING
    if not (plain or denied or suffered) or (plain and _opens_the_report(verb)):
        return False  # a report's first sentence may be a headline
    return _ends_with_a_stop(verb)


def _opens_the_report(verb: Token) -> bool:
    before = verb.doc[max(verb.i - LONGEST_SENTENCE, 0) : verb.i + 1]
    starts = [token.i for token in before if token.is_sent_start]
    return not starts or starts[-1] == 0


def _ends_with_a_stop(verb: Token) -> bool:
    last = verb
    for token in verb.doc[verb.i + 1 : verb.i + LONGEST_SENTENCE]:
        if token.is_sent_start:
            break
        last = last if token.is_space else token
    return last.text in FULL_STOPS
