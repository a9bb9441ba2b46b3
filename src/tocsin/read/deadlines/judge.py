"""Whether a date in its clause is a deadline, a trigger, or an ordinary date."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from tocsin.core.types import DeadlineKind
from tocsin.read.deadlines.clause import DatedClause, children
from tocsin.read.deadlines.cues import cues

NOMINAL = frozenset({"NOUN", "PROPN"})
MOVING_TIE = frozenset({"to", "until", "till", "from", "by"})
DUE_TIE = frozenset(
    {"by", "until", "till", "before", "on", "of", "for", "to", "is", "expires", "from"}
)


@dataclass(frozen=True, slots=True)
class Cue:
    """The word that makes the date matter, and how."""

    kind: DeadlineKind
    word: Token


def cue_of(clause: DatedClause) -> Cue | None:
    """Return what makes the date matter, None for an ordinary date."""
    return _due_cue(clause) or _trigger_cue(clause)


def granting_verb(clause: DatedClause) -> Token | None:
    """Return the verb that gives someone a length of time: "gave residents 72 hours"."""
    words = cues()
    for token in clause.governors:
        if token.pos_ in ("VERB", "AUX") and token.lemma_ in words.granting_verbs:
            return token
    return None


def is_moved(clause: DatedClause) -> bool:
    """Return whether the clause moves something to or from the date."""
    if clause.preposition not in MOVING_TIE:
        return False
    moving = cues().moving_verbs
    return any(token.pos_ == "VERB" and token.lemma_ in moving for token in clause.governors)


def _due_cue(clause: DatedClause) -> Cue | None:
    words = cues()
    about = [*clause.governors, *clause.participants()]
    for token in about:
        if token.pos_ in NOMINAL and token.lemma_.lower() in words.due_nouns:
            return Cue(DeadlineKind.DUE, token)
    if clause.preposition in DUE_TIE:
        for token in clause.nouns_before():
            if token.lemma_.lower() in ("deadline", "ultimatum"):
                return Cue(DeadlineKind.DUE, token)
    for token in clause.governors:
        if token.pos_ in ("VERB", "AUX") and _is_due_verb(token, clause):
            return Cue(DeadlineKind.DUE, token)
    return None


def _is_due_verb(verb: Token, clause: DatedClause) -> bool:
    words = cues()
    if verb.lemma_ in words.granting_verbs and clause.preposition in ("until", "till"):
        return True
    if clause.preposition in words.due_prepositions:
        return verb.lemma_ in words.due_verbs or _is_obliged(verb)
    return verb.lemma_ in words.dated_verbs and _looks_ahead(verb)


def _is_obliged(verb: Token) -> bool:
    """Return whether the verb is a duty: "must", "has to", "was ordered to"."""
    duty = cues().obligation_words
    if any(child.dep_ == "aux" and child.lemma_ in ("must", "shall") for child in children(verb)):
        return True
    infinitive = any(child.tag_ == "TO" for child in children(verb))
    return infinitive and verb.head is not verb and verb.head.lemma_ in duty


def _looks_ahead(verb: Token) -> bool:
    """Return whether the verb lies in the future of its clause: a modal, "to", or the present."""
    helpers = [child for child in children(verb) if child.dep_ in ("aux", "auxpass")]
    if any(helper.tag_ in ("MD", "TO") for helper in helpers):
        return True
    if any(helper.tag_ in ("VBZ", "VBP") for helper in helpers):
        return not any(helper.lemma_ == "have" for helper in helpers)
    return verb.tag_ in ("VBZ", "VBP")


def _trigger_cue(clause: DatedClause) -> Cue | None:
    words = cues()
    for token in clause.governors:
        if token.pos_ == "VERB" and token.lemma_ in words.trigger_verbs and _looks_ahead(token):
            return Cue(DeadlineKind.TRIGGER, token)
    for token in (*clause.governors, *clause.participants()):
        if token.pos_ in NOMINAL and token.lemma_.lower() in words.trigger_nouns:
            return Cue(DeadlineKind.TRIGGER, token)
    return None
