"""Polarity: whether the event is affirmed or denied."""

from __future__ import annotations

from spacy.tokens import Token

from tocsin.core.types import Polarity
from tocsin.read.events.clause import SUBJECT, Tree
from tocsin.read.events.frames import word_set
from tocsin.read.events.lexicon import load
from tocsin.read.events.triggers import Trigger

NEGATED_BY_NATURE = frozenset({"fail_to_protect", "reject", "deny_or_justify"})
TRANSPARENT = frozenset(
    {"xcomp", "ccomp", "dobj", "pobj", "prep", "conj", "advcl", "pcomp", "attr", "acl"}
)
WITHIN = frozenset({"xcomp", "dobj", "attr", "pobj"})
PARTICLE = frozenset({"prt"})


def polarity_of(trigger: Trigger, tree: Tree) -> Polarity:
    """Return DENIED where a negation or a denying verb has the trigger in its scope."""
    if trigger.frame.type_name in NEGATED_BY_NATURE or trigger.frame.wants_negation:
        return Polarity.AFFIRMED
    denied = _is_negated(trigger.token, tree) or _is_governed_by_denial(trigger.token, tree)
    return Polarity.DENIED if denied else Polarity.AFFIRMED


def _is_negated(token: Token, tree: Tree) -> bool:
    negative = frozenset(load("event_status")["negative_determiners"])
    for kid in tree.kids(token):
        if kid.dep_ in ("neg", "preconj"):
            return not _means_more(kid)
        if kid.dep_ in ("det", "advmod", "cc", "amod") and kid.lower_ in negative:
            return not _means_more(kid)
        if kid.dep_ in ("nsubj", "nsubjpass", "dobj", "attr") and _is_empty(kid, tree, negative):
            return True
    return False


def _is_negated_subject(verb: Token, tree: Tree) -> bool:
    return any(kid.lower_ in ("nothing", "nobody", "none") for kid in tree.kids(verb, SUBJECT))


def _means_more(word: Token) -> bool:
    following = word.doc[word.i + 1].lower_ if word.i + 1 < len(word.doc) else ""
    return following in ("only", "just", "fewer", "less", "longer") and word.lower_ in ("not", "no")


def _is_empty(noun: Token, tree: Tree, negative: frozenset[str]) -> bool:
    if noun.lower_ in ("nobody", "none", "nothing"):
        return True
    return any(
        kid.lower_ in negative
        and kid.dep_ in ("det", "nummod", "neg", "preconj")
        and not _means_more(kid)
        for kid in tree.kids(noun)
    )


def _is_governed_by_denial(token: Token, tree: Tree) -> bool:
    denying = frozenset(load("event_status")["negative_governors"])
    reporting = frozenset(load("event_status")["reporting"])
    unproved = frozenset(load("event_status")["proving"] + load("event_status")["purposes"])
    for child, governor in tree.climb(token):
        if child.dep_ in ("nsubj", "nsubjpass"):
            return _is_negated(governor, tree) and governor.pos_ in ("VERB", "AUX")
        if child.dep_ not in TRANSPARENT:
            return False
        words = word_set(governor)
        words |= {f"{governor.lemma_}+{kid.lower_}" for kid in tree.kids(governor, PARTICLE)}
        if child.dep_ == "conj":
            continue
        if child.dep_ in ("acl", "ccomp") and words & unproved:
            return _is_negated(governor, tree) or _is_negated_subject(governor, tree)
        if words & denying:
            return True
        if words & reporting:
            return False
        complement = child.dep_ == "ccomp" and child.tag_ == "VB"
        if (complement or child.dep_ in WITHIN) and _is_negated(governor, tree):
            return governor.pos_ in ("VERB", "AUX")
        if child.dep_ in ("advcl", "acl"):
            return False
    return False
