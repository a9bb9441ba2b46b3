"""Hearsay: deeds that are only rumoured, and the rumour called false."""

from __future__ import annotations

from spacy.tokens import Token

from tocsin.read.events.clause import PASSIVE_SUBJECT, SUBJECT, Tree
from tocsin.read.events.frames import word_set
from tocsin.read.events.lexicon import load

LINKS = frozenset({"xcomp", "ccomp", "dobj", "pobj", "prep", "conj", "pcomp", "attr", "acl"})


def is_called_false(token: Token, tree: Tree) -> bool:
    """Return whether the deed is hearsay called false: "rumours of a raid are untrue"."""
    status = load("event_status")
    for child, governor in tree.climb(token):
        if child.dep_ in ("ccomp", "csubj") and _is_false(governor, tree):
            return True
        named = governor.pos_ != "VERB" or governor.dep_ in SUBJECT | PASSIVE_SUBJECT
        if word_set(governor).isdisjoint(status["hearsay"]) or not named:
            if child.dep_ not in LINKS:
                return False
            continue
        if any(kid.lower_ in status["called_false"] for kid in tree.kids(governor)):
            return True
        verb = tree.parent(governor)
        return verb is not None and (_is_false(verb, tree) or _lacks_truth(governor, tree))
    return False


def _is_false(verb: Token, tree: Tree) -> bool:
    """Return whether the verb calls its subject false: "is untrue", "proved groundless"."""
    predicates = tree.kids(verb, frozenset({"acomp", "attr", "oprd", "xcomp", "dobj", "advmod"}))
    below = [kid for head in predicates for kid in tree.kids(head, frozenset({"acomp", "attr"}))]
    likened = [kid for kid in tree.kids(verb, frozenset({"prep"})) if kid.lower_ == "as"]
    below += [kid for head in likened for kid in tree.kids(head)]
    negated = bool(tree.kids(verb, frozenset({"neg"})))
    words = frozenset().union(*map(word_set, (verb, *predicates, *below)))
    if words & {"true", "correct"}:
        return negated
    return not negated and not words.isdisjoint(load("event_status")["called_false"])


def _lacks_truth(noun: Token, tree: Tree) -> bool:
    return noun.lower_ == "truth" and any(kid.lower_ == "no" for kid in tree.kids(noun))
