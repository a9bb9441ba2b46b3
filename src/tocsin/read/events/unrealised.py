"""Clauses that leave open whether the deed was done: infinitives, conditions, questions."""

from __future__ import annotations

from spacy.tokens import Token

from tocsin.core.types import Status
from tocsin.read.events.clause import MAX_STEPS, OBJECT, SUBJECT, Tree
from tocsin.read.events.frames import word_set
from tocsin.read.events.lexicon import load, word_class

FRONTED = frozenset({"had", "should", "were"})  # "had they attacked" is "if they had attacked"
DEFINITE = frozenset({"the", "this", "that", "these", "those", "its", "their", "his", "her"})
LONGEST_QUESTION = 60  # tokens looked through for a question mark
ORDERS = frozenset({"order", "orders", "instruction", "task", "duty", "job"})
COMMANDING = frozenset({"tell", "instruct", "command", "order"})


def unrealised(token: Token, tree: Tree) -> Status | None:
    """Return the status of a deed that its clause does not report as done, else None."""
    verb = _with_own_subject_or_to(token, tree)
    if is_infinitive(verb, tree):
        return _infinitive_status(verb, tree)
    return Status.HYPOTHETICAL if _is_asked(token) else None


def _with_own_subject_or_to(token: Token, tree: Tree) -> Token:
    """Return the first verb of "to attack and kill", whose "to" both share."""
    for _ in range(MAX_STEPS):
        governor = tree.parent(token)
        if token.dep_ != "conj" or token.tag_ != "VB" or governor is None:
            return token
        if tree.kids(token, SUBJECT) or is_infinitive(token, tree):
            return token
        token = governor
    return token


def is_infinitive(verb: Token, tree: Tree) -> bool:
    """Return whether the verb is an infinitive with "to" that does not look back."""
    words = {kid.lower_ for kid in tree.kids(verb, frozenset({"aux"}))}
    if verb.tag_ == "VBN" and not {"be", "have"} & {
        kid.lower_ for kid in tree.kids(verb, frozenset({"aux", "auxpass"}))
    }:
        return False
    if verb.tag_ not in ("VB", "VBN") or "to" not in words:
        return False
    governor = tree.parent(verb)
    doomed = governor is not None and governor.lower_ in ("was", "were")
    return "have" not in words or doomed  # "was to have been hanged", not "is said to have fled"


def _first_conjunct(verb: Token, tree: Tree) -> Token:
    """Return the first infinitive of "ordered them to strip the huts and to shoot"."""
    for _ in range(MAX_STEPS):
        governor = tree.parent(verb)
        if verb.dep_ != "conj" or governor is None or not is_infinitive(governor, tree):
            return verb
        verb = governor
    return verb


def _infinitive_status(verb: Token, tree: Tree) -> Status | None:
    """Return what an infinitive says of its deed: done after "managed to", else only meant."""
    verb = _first_conjunct(verb, tree)
    governor = tree.parent(verb)
    if governor is None:
        return Status.PLANNED
    words = word_set(governor)
    if governor.lemma_.lower() == "be" and verb.dep_ in ("xcomp", "ccomp", "attr"):
        return Status.ORDERED if _is_addressed(governor, tree) else Status.PLANNED
    status = load("event_status")
    if words & {*status["leading_to"], *status["negative_governors"]}:
        return None
    if words & COMMANDING:
        return Status.ORDERED
    if words & {*status["reporting"]}:
        return None  # "is said to hold …"
    if words & {"call"}:
        return Status.CALLED_FOR
    if "have" in words and governor.tag_ in ("VBD", "VBN"):
        return None  # "had to flee"
    return Status.PLANNED


def _is_addressed(verb: Token, tree: Tree) -> bool:
    subjects = tree.kids(verb, SUBJECT)
    told = any(subject.lower_ == "you" for subject in subjects)
    orders = any(subject.lemma_ in ORDERS for subject in subjects)  # "his orders are to search"
    return told or orders or bool(tree.kids(verb, frozenset({"neg"})))


def opens_a_condition(verb: Token, tree: Tree) -> bool:
    """Return whether the clause is a condition without "if": "had they attacked", "in case"."""
    subjects = tree.kids(verb, SUBJECT)
    auxiliaries = tree.kids(verb, frozenset({"aux", "auxpass"}))
    if subjects and auxiliaries and verb.dep_ in ("advcl", "ccomp"):
        first = auxiliaries[0]
        if first.lower_ in FRONTED and first.i < subjects[0].i:
            return True
    start = min([verb.i, *(kid.i for kid in tree.kids(verb))])
    before = verb.doc[max(start - 2, 0) : start].text.lower()
    if subjects and not before.endswith("in case"):
        edge = subjects[0].left_edge.i
        before = verb.doc[max(edge - 2, 0) : edge].text.lower()
    return before == "in case"


def reacted_to(noun: Token, governor: Token, tree: Tree) -> bool:
    """Return whether the governing verb answers a deed already done: "investigate the killings"."""
    if noun.dep_ not in OBJECT or noun.pos_ not in ("NOUN", "PROPN") or governor.pos_ != "VERB":
        return False
    words = word_set(governor)
    if words & {*load("event_status")["reacting"]}:
        return True
    return words.isdisjoint(word_class("carrying")) and any(
        kid.lower_ in DEFINITE for kid in tree.kids(noun, frozenset({"det", "poss"}))
    )


def _is_asked(token: Token) -> bool:
    """Return whether a question asks if it happened; "why did they" takes it as done."""
    doc = token.doc
    for word in doc[token.i + 1 : token.i + LONGEST_QUESTION]:
        if word.is_sent_start:
            return False
        if word.text == "?":
            return not _has_question_word(token)
    return False


def _has_question_word(token: Token) -> bool:
    doc = token.doc
    for i in range(token.i, max(token.i - LONGEST_QUESTION, -1), -1):
        if doc[i].tag_ in ("WDT", "WP", "WP$", "WRB"):
            return True
        if doc[i].is_sent_start:
            return False
    return False
