"""Rank: how much an event is what its report is about."""

from __future__ import annotations

from tocsin.core.types import Polarity, Status
from tocsin.ontology.event_types import EventType, Tone
from tocsin.read.events.clause import Tree
from tocsin.read.events.frames import word_set
from tocsin.read.events.lexicon import word_class
from tocsin.read.events.triggers import Trigger

STEP = 0.86  # per governing word between the trigger and the main verb
NOUN = 0.93  # a noun names what a verb reports
LATER_SENTENCE = 0.97
NOT_REAL = 0.92  # planned, feared and asked-for events rank below what happened
DENIED = 0.6  # who denies a deed is what is reported, the deed is not
WITHOUT_PARTIES = 0.85
FREE_STEPS = frozenset({"conj", "prt", "aux", "auxpass"})
REPORTED = frozenset({"ccomp", "parataxis", "advcl", "nsubj"})
SIDE_CLAUSES = frozenset({"relcl", "acl", "appos", "amod", "compound", "advcl"})


def score_of(
    trigger: Trigger, kind: EventType, status: Status, polarity: Polarity, parties: int, tree: Tree
) -> float:
    """Return the event's rank, 0–1: main clauses before side clauses, deeds before words."""
    score: float = trigger.frame.weight * STEP ** _depth(trigger, tree)
    if not trigger.frame.verbal:
        score *= NOUN
    if status not in (Status.HAPPENED, Status.ONGOING) and kind.tone is not Tone.SPEECH:
        score *= NOT_REAL
    if parties == 0:
        score *= WITHOUT_PARTIES
    if polarity is Polarity.DENIED and kind.tone is Tone.CONFLICT:
        score *= DENIED
    score *= float(LATER_SENTENCE ** min(trigger.sentence, 20))
    return round(min(score, 1.0), 4)


def _depth(trigger: Trigger, tree: Tree) -> float:
    depth = 0.0
    for child, governor in tree.climb(trigger.token):
        words = word_set(governor)
        reported = child.dep_ in REPORTED and governor.pos_ == "VERB"
        if reported and words & word_class("commenting"):
            continue
        if child.dep_ in FREE_STEPS or (
            not trigger.frame.verbal and words & word_class("carrying")
        ):
            depth += 0.1
        elif child.dep_ == "prep":
            continue
        else:
            depth += 1.5 if child.dep_ in SIDE_CLAUSES else 1.0
    return depth
