"""Moods of a verb: what its own auxiliaries and conjunctions say of the deed."""

from __future__ import annotations

from spacy.tokens import Token

from tocsin.core.types import Status
from tocsin.read.events.aspect import leading_verb
from tocsin.read.events.clause import Tree
from tocsin.read.events.commands import commanded
from tocsin.read.events.lexicon import load
from tocsin.read.events.status_words import listed
from tocsin.read.events.threats import is_under_a_rule
from tocsin.read.events.unrealised import opens_a_condition


def verb_status(verb: Token, tree: Tree) -> Status | None:
    """Return the status in the verb's own auxiliaries, None where they leave it open."""
    verb = leading_verb(verb, tree)
    words = {kid.lower_ for kid in tree.kids(verb, frozenset({"aux", "auxpass"}))}
    marks = {kid.lower_ for kid in tree.kids(verb, frozenset({"mark", "advmod"}))}
    if "whether" in marks:
        return Status.HYPOTHETICAL
    command = commanded(verb, tree)
    if command is not None:
        return command
    for status, modals in load("event_status")["modals"].items():
        if words & set(modals):
            return Status(status)
    if "would" in words:
        return Status.PLANNED
    if opens_a_condition(verb, tree) or is_under_a_rule(verb, tree):
        return Status.HYPOTHETICAL
    if verb.dep_ in ("advcl", "ccomp") and marks & listed("conditions"):
        return Status.HYPOTHETICAL
    return None
