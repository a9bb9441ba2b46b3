"""Status: whether an event is said to have happened, or to be planned, feared, asked for."""

from __future__ import annotations

from spacy.tokens import Token

from tocsin.core.types import Status
from tocsin.ontology.event_types import EventType, Tone
from tocsin.read.events.aspect import (
    goes_on,
    is_dated,
    is_said_to_be,
    is_told_as_present,
    leading_verb,
)
from tocsin.read.events.clause import Tree
from tocsin.read.events.commands import demanded
from tocsin.read.events.frames import word_set
from tocsin.read.events.governed import LEFT_OF_NOUN, governed_status
from tocsin.read.events.moods import verb_status
from tocsin.read.events.status_words import first_status, listed, statuses
from tocsin.read.events.threats import depends, foretold
from tocsin.read.events.triggers import Trigger
from tocsin.read.events.unrealised import unrealised


def status_of(trigger: Trigger, kind: EventType, tree: Tree) -> Status:
    """Return the status that tense, modals, qualifiers and governing words give the event."""
    token = trigger.token
    if trigger.frame.wants_negation and "would" in {kid.lower_ for kid in tree.kids(token)}:
        return Status.HAPPENED  # "would not let them in" is a refusal, not a plan
    if kind.tone is Tone.COOPERATION and demanded(token, tree):
        return Status.CALLED_FOR
    hostile = kind.tone is Tone.CONFLICT
    own = _own_status(trigger, tree, hostile=hostile)
    if own is not None and own is not Status.ONGOING:
        return own
    spoken = kind.tone is Tone.SPEECH
    governed = governed_status(token, tree, kind.tone)
    if governed or own or spoken:
        return governed or own or Status.HAPPENED
    return unrealised(token, tree) or _told_status(trigger, tree)


def _told_status(trigger: Trigger, tree: Tree) -> Status:
    """Return whether a deed that nothing holds open is told as present or as past."""
    if not trigger.frame.verbal:
        lasting = trigger.frame.type_name in listed("lasting")
        return Status.ONGOING if lasting and is_said_to_be(trigger.token, tree) else Status.HAPPENED
    if not is_told_as_present(leading_verb(trigger.token, tree), tree):
        return Status.HAPPENED
    if is_dated(trigger.token, tree):
        return Status.PLANNED
    exercise = trigger.sentence_words & listed("exercising")
    return Status.HYPOTHETICAL if exercise else Status.ONGOING


def _own_status(trigger: Trigger, tree: Tree, *, hostile: bool) -> Status | None:
    token = trigger.token
    if trigger.frame.verbal:
        verb = leading_verb(token, tree)
        own = (foretold(verb, tree) if hostile else None) or verb_status(token, tree)
        if own is Status.PLANNED and not hostile and depends(verb, tree):
            return Status.HYPOTHETICAL
        ongoing = own is None and goes_on(verb, trigger.frame.type_name, tree)
        return Status.ONGOING if ongoing else own
    if trigger.first.lower_ in listed("trying"):
        return Status.ATTEMPTED
    if any(kid.lower_ == "any" for kid in tree.kids(trigger.first, frozenset({"det"}))):
        return None if _is_denied(token, tree) else Status.HYPOTHETICAL
    for kid in tree.kids(trigger.first, LEFT_OF_NOUN) + tree.kids(trigger.token, LEFT_OF_NOUN):
        status = first_status(word_set(kid), statuses("modifies"))
        if status is not None:
            return status
    return _participle_status(trigger.token, tree)


def _participle_status(noun: Token, tree: Tree) -> Status | None:
    for kid in tree.kids(noun, frozenset({"acl", "relcl"})):
        if kid.tag_ == "VBN":
            status = first_status(word_set(kid), statuses("looms"))
            if status is not None:
                return status
    return None


def _is_denied(noun: Token, tree: Tree) -> bool:
    denying = listed("negative_governors")
    return any(
        word_set(governor) & denying or tree.kids(governor, frozenset({"neg"}))
        for _, governor in tree.climb(noun)
    )
