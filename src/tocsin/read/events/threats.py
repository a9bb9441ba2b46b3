"""Threats, fears and rules: what "will" says of a hostile deed."""

from __future__ import annotations

from spacy.tokens import Token

from tocsin.core.types import Status
from tocsin.read.events.clause import PASSIVE_SUBJECT, SUBJECT, Tree
from tocsin.read.events.frames import word_set
from tocsin.read.events.lexicon import load

TO_COME = frozenset({"will", "shall", "'ll", "’ll", "would", "wo", "'d", "’d"})
SPEAKERS = frozenset({"i", "we"})
COMPLEMENTS = frozenset({"ccomp", "xcomp", "acl", "relcl", "conj", "advcl"})


def foretold(verb: Token, tree: Tree) -> Status | None:
    """Return the status of a hostile deed that the verb puts in the future, None if it does not."""
    auxiliaries = {kid.lower_ for kid in tree.kids(verb, frozenset({"aux"}))}
    if not auxiliaries & TO_COME or "have" in auxiliaries:
        return None
    if _is_foreseen_by_others(verb, tree):
        return Status.FEARED
    subjects = tree.subjects(verb) + tree.passive_subjects(verb)
    negated = bool(tree.kids(verb, frozenset({"neg"})))
    spoken = any(subject.lower_ in SPEAKERS for subject in subjects) and verb.tag_ == "VB"
    if spoken and negated:
        return None
    return Status.THREATENED if spoken or depends(verb, tree) else None


def depends(verb: Token, tree: Tree) -> bool:
    """Return whether the deed waits for somebody: "if you stop", "any driver who stops"."""
    subjects = tree.subjects(verb) + tree.passive_subjects(verb)
    singled = any(_is_told_apart(subject, tree) for subject in subjects)
    return singled or _has_condition(verb, tree)


def _is_foreseen_by_others(verb: Token, tree: Tree) -> bool:
    foreseeing = frozenset(load("event_status")["foreseeing"])
    for child, governor in tree.climb(verb):
        if child.dep_ not in COMPLEMENTS:
            return False
        predicates = tree.kids(governor, frozenset({"acomp", "attr"}))
        words = word_set(governor).union(*map(word_set, predicates))
        if child.dep_ in ("ccomp", "acl") and words & foreseeing:
            return governor.pos_ != "VERB" or not _same_subject(child, governor, tree)
    return False


def _same_subject(verb: Token, governor: Token, tree: Tree) -> bool:
    own = {subject.lower_ for subject in tree.subjects(verb)}
    return bool(own & {subject.lower_ for subject in tree.subjects(governor)})


def _is_told_apart(subject: Token, tree: Tree) -> bool:
    """Return whether the subject is whoever does something: "any driver who stops"."""
    indefinite = frozenset(load("event_status")["indefinite"])
    kids = tree.kids(subject)
    named = subject.lower_ in indefinite or any(
        kid.lower_ in indefinite and kid.dep_ in ("det", "predet") for kid in kids
    )
    clauses = any(kid.dep_ in ("relcl", "acl") for kid in kids)
    return subject.lower_ in ("whoever", "whomever") or (named and clauses)


def _has_condition(verb: Token, tree: Tree) -> bool:
    words = frozenset(load("event_status")["threatening"])
    clause = verb
    for _ in range(2):
        for kid in tree.kids(clause):
            if kid.dep_ == "advcl" and {mark.lower_ for mark in tree.kids(kid)} & words:
                return True
            if kid.lower_ in ("otherwise", "else"):
                return True
        governor = tree.parent(clause)
        if governor is None or clause.dep_ not in ("ccomp", "conj"):
            return False
        clause = governor
    return False


def is_under_a_rule(verb: Token, tree: Tree) -> bool:
    """Return whether the verb tells apart those whom a rule is for: "any officer who strikes"."""
    if verb.dep_ not in ("relcl", "acl"):
        return False
    head = tree.parent(verb)
    if head is None or head.dep_ not in SUBJECT | PASSIVE_SUBJECT:
        return False
    ruling = tree.parent(head)
    return ruling is not None and _is_told_apart(head, tree) and ruling.tag_ != "VBD"
