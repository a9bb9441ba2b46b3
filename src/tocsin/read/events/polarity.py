"""Polarity: whether the event is affirmed or denied."""

from __future__ import annotations

from spacy.tokens import Token

from tocsin.core.types import Polarity
from tocsin.read.events.clause import PASSIVE_SUBJECT, SUBJECT, Tree
from tocsin.read.events.frames import word_set
from tocsin.read.events.hearsay import is_called_false
from tocsin.read.events.lexicon import load
from tocsin.read.events.triggers import Trigger

TRANSPARENT = frozenset(
    {"xcomp", "ccomp", "dobj", "pobj", "prep", "conj", "advcl", "pcomp", "attr", "acl"}
)
WITHIN = frozenset({"xcomp", "dobj", "attr", "pobj"})
LEADING = frozenset({"det", "advmod", "cc", "amod", "compound", "nummod", "nmod"})
WINDOW = 8  # tokens before a verb: "and on no account to retaliate"
PARTICLE = frozenset({"prt"})


def polarity_of(trigger: Trigger, tree: Tree) -> Polarity:
    """Return DENIED where a negation or a denying verb has the trigger in its scope."""
    token = trigger.token
    if token.lower_ in load("event_status")["unharmed"]:
        return Polarity.DENIED
    if _is_condition(token, tree):
        return Polarity.AFFIRMED  # "if they are not freed" says nothing of what was done
    own = not trigger.frame.wants_negation and _is_negated(token, tree)
    denied = own or _is_governed_by_denial(trigger, tree) or is_called_false(token, tree)
    return Polarity.DENIED if denied else Polarity.AFFIRMED


def _is_condition(token: Token, tree: Tree) -> bool:
    marks = {kid.lower_ for kid in tree.kids(token, frozenset({"mark"}))}
    return token.dep_ == "advcl" and bool(marks & {"if", "unless", "until", "lest"})


def _is_negated(token: Token, tree: Tree) -> bool:
    negative = frozenset(load("event_status")["negative_determiners"])
    if _is_in_a_denying_phrase(token, tree) or _shares_negation(token, tree):
        return True
    if token.dep_ == "acl" and _is_told_of_none(token, tree, negative):
        return True
    for kid in tree.kids(token):
        if kid.dep_ == "advmod" and kid.lower_ == "much" and tree.kids(kid, frozenset({"neg"})):
            return True  # "never so much as scratched"
        if kid.dep_ in ("neg", "preconj"):
            return not _means_more(kid)
        if kid.dep_ in LEADING and kid.lower_ in negative:
            return not _means_more(kid)
        if kid.dep_ in ("nsubj", "nsubjpass", "dobj", "attr") and _is_empty(kid, tree, negative):
            return True
    return False


def _is_told_of_none(participle: Token, tree: Tree, negative: frozenset[str]) -> bool:
    """Return whether the participle's noun is none: "without a blow being struck"."""
    noun = tree.parent(participle)
    if noun is None or participle.tag_ != "VBN":
        return False
    above = tree.parent(noun)
    return _is_empty(noun, tree, negative) or (above is not None and above.lower_ == "without")


def _is_in_a_denying_phrase(verb: Token, tree: Tree) -> bool:
    """Return whether "at no point" or "under no circumstances" stands with the verb."""
    phrases = load("event_status")["denying_phrases"]
    ends = [end for _, end in tree.prepositions(verb)]
    for token in reversed(verb.doc[max(verb.i - WINDOW, 0) : verb.i]):
        ends.append(token)
        if token.is_sent_start:
            break
    return any(
        end.lemma_.lower() in phrases and end.i > 0 and end.nbor(-1).lower_ == "no" for end in ends
    )


def _shares_negation(verb: Token, tree: Tree) -> bool:
    """Return whether a verb after "or" shares the negation of the first: "fined or searched"."""
    joined = False
    for child, first in tree.climb(verb):
        if child.dep_ not in ("conj", "advcl") or tree.kids(child, SUBJECT | PASSIVE_SUBJECT):
            return False
        joined |= any(kid.lower_ in ("or", "nor") for kid in tree.kids(first, frozenset({"cc"})))
        negated = bool(tree.kids(first, frozenset({"neg"}))) or _has_empty_subject(first, tree)
        if joined and negated:
            return True
    return False


def _has_empty_subject(verb: Token, tree: Tree) -> bool:
    negative = frozenset(load("event_status")["negative_determiners"])
    return any(_is_empty(kid, tree, negative) for kid in tree.kids(verb, SUBJECT | PASSIVE_SUBJECT))


def _is_negated_subject(verb: Token, tree: Tree) -> bool:
    return any(kid.lower_ in ("nothing", "nobody", "none") for kid in tree.kids(verb, SUBJECT))


def _means_more(word: Token) -> bool:
    following = word.doc[word.i + 1].lower_ if word.i + 1 < len(word.doc) else ""
    return following in ("only", "just", "fewer", "less", "longer") and word.lower_ in ("not", "no")


def _is_empty(noun: Token, tree: Tree, negative: frozenset[str]) -> bool:
    if noun.lower_ in ("nobody", "none", "nothing"):
        return True
    first = noun.left_edge
    if first.i and first.nbor(-1).lower_ == "not" and first.nbor(-1).dep_ != "neg":
        first = first.nbor(-1)
    if first.lower_ in ("not", "nor", "neither", "nary") and not _means_more(first):
        return True  # "not a single shot", "not one of them"
    return any(
        kid.lower_ in negative
        and kid.dep_ in ("det", "nummod", "neg", "preconj", "amod", "compound")
        and not _means_more(kid)
        for kid in tree.kids(noun)
    )


def _is_governed_by_denial(trigger: Trigger, tree: Tree) -> bool:
    token = trigger.token
    denying = frozenset(load("event_status")["negative_governors"])
    reporting = frozenset(load("event_status")["reporting"])
    unproved = frozenset(load("event_status")["proving"] + load("event_status")["purposes"])
    occurring = frozenset(load("event_status")["occurring"])
    shrinking = frozenset(load("event_status")["shrinking"])
    for child, governor in tree.climb(token):
        if child.dep_ in ("nsubj", "nsubjpass"):
            takes_place = governor.pos_ in ("VERB", "AUX") and word_set(governor) & occurring
            return bool(takes_place) and _is_negated(governor, tree)
        if child.dep_ == "pcomp" and governor.lower_ == "from" and _is_far(governor):
            return True
        if child.dep_ not in TRANSPARENT or (child.dep_ == "advcl" and child.tag_ != "VB"):
            return False
        words = word_set(governor)
        words |= {f"{governor.lemma_}+{kid.lower_}" for kid in tree.kids(governor, PARTICLE)}
        if child.dep_ == "conj":
            continue
        if child.dep_ in ("acl", "ccomp", "prep") and words & unproved:
            if _is_negated(governor, tree) or _is_negated_subject(governor, tree):
                return True
            if governor.pos_ == "VERB":
                return False
            continue
        if words & shrinking and tree.kids(governor, frozenset({"neg"})):
            return False
        if words & denying:
            return True
        if words & reporting:
            return _is_negated_subject(governor, tree) or _has_empty_subject(governor, tree)
        complement = child.dep_ == "ccomp" and child.tag_ == "VB"
        if child.i == token.i and child.dep_ in ("attr", "dobj") and trigger.frame.wants_negation:
            continue  # "there was no response": the negation makes the event
        if (complement or child.dep_ in WITHIN) and _is_negated(governor, tree):
            return governor.pos_ in ("VERB", "AUX")
        if child.dep_ in ("advcl", "acl"):
            return False
    return False


def _is_far(preposition: Token) -> bool:
    """Return whether the preposition is that of "far from"."""
    return preposition.i > 0 and preposition.nbor(-1).lower_ == "far"
