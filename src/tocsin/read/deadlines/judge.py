"""Whether a date in its clause is a deadline, a trigger, or an ordinary date."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from tocsin.core.types import DeadlineKind
from tocsin.read.deadlines.clause import DatedClause, children, subject_of
from tocsin.read.deadlines.cues import cues

NOMINAL = frozenset({"NOUN", "PROPN"})
MOVING_TIE = frozenset({"to", "until", "till", "from", "by"})
ULTIMATA = frozenset({"deadline", "ultimatum", "notice"})
AWAITING = frozenset({"due", "set", "expected", "scheduled", "slated", "about", "ready", "likely"})
INFINITIVE_WITHIN = 5  # tokens after a date: "until Friday at noon to leave"
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


def length_cue(clause: DatedClause) -> Cue | None:
    """Return what makes a length of time a deadline: "gave residents 72 hours", "within two days".

    Lengths that only describe ("a two-day visit", "for three weeks") have no such cue.
    """
    words = cues()
    for token in clause.governors:
        named = token.pos_ in NOMINAL and token.lemma_.lower() in ULTIMATA
        if named and clause.preposition != "at":  # "at two hours' notice" sets no end
            return Cue(DeadlineKind.DUE, token)
    verb = clause.verb
    if verb is None:
        return None
    if clause.preposition == "within" and (verb.lemma_ in words.due_verbs or _is_obliged(verb)):
        return Cue(DeadlineKind.DUE, verb)
    given = clause.root.head == verb and clause.root.dep_ in ("dobj", "npadvmod", "dative")
    if given and verb.lemma_ in words.granting_verbs and _what_for(verb, clause):
        return Cue(DeadlineKind.DUE, verb)
    return None


def _what_for(verb: Token, clause: DatedClause) -> bool:
    """Return whether an infinitive after the date says what the time is given for."""
    follow = verb.doc[clause.end.i + 1 : clause.end.i + INFINITIVE_WITHIN]
    return any(token.tag_ == "TO" for token in follow)


def is_moved(clause: DatedClause) -> bool:
    """Return whether the clause moves something to or from the date."""
    if clause.preposition not in MOVING_TIE:
        return False
    moving = cues().moving_verbs
    return any(token.pos_ == "VERB" and token.lemma_ in moving for token in clause.governors)


def is_negated(clause: DatedClause, word: Token) -> bool:
    """Return whether the clause says that it will not be: "will not be closed on", "no attack"."""
    verbs = {token for token in (*clause.governors, word) if token.pos_ in ("VERB", "AUX")}
    if any(child.dep_ == "neg" for verb in verbs for child in children(verb)):
        return True
    nouns = (*clause.governors, *clause.participants(), word)
    return any(
        child.dep_ == "det" and child.lower_ in ("no", "any", "neither")
        for noun in nouns
        for child in children(noun)
    )


def _due_cue(clause: DatedClause) -> Cue | None:
    words = cues()
    about = [*clause.governors, *clause.participants()]
    for token in about:
        if token.pos_ in NOMINAL and token.lemma_.lower() in words.due_nouns:
            return Cue(DeadlineKind.DUE, token)
    if clause.preposition in DUE_TIE:
        for token in clause.nouns_before():
            if token.lemma_.lower() in ULTIMATA:
                return Cue(DeadlineKind.DUE, token)
    for token in clause.governors:
        if token.pos_ in ("VERB", "AUX") and _is_due_verb(token, clause):
            return Cue(DeadlineKind.DUE, token)
    return None


def _is_due_verb(verb: Token, clause: DatedClause) -> bool:
    words = cues()
    if clause.preposition in ("until", "till") and verb.lemma_ in words.granting_verbs:
        return not any(child.dep_ in ("dobj", "aux") for child in children(verb)) or _what_for(
            verb, clause
        )
    if clause.preposition in words.due_prepositions:
        return verb.lemma_ in words.due_verbs or _is_obliged(verb)
    return verb.lemma_ in words.dated_verbs and _looks_ahead(verb)


def _is_obliged(verb: Token) -> bool:
    """Return whether the verb is a duty: "must", "has to", "was ordered to"."""
    duty = cues().obligation_words
    if any(child.dep_ == "aux" and child.lemma_ in ("must", "shall") for child in children(verb)):
        return True
    infinitive = any(child.tag_ == "TO" for child in children(verb))
    return infinitive and verb.head != verb and verb.head.lemma_ in duty


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
    for token in (*clause.governors, *_awaited(clause)):
        if token.pos_ == "VERB" and _looks_ahead(token) and _is_trigger_verb(token):
            return Cue(DeadlineKind.TRIGGER, token)
    for token in (*clause.governors, *clause.participants()):
        if token.pos_ in NOMINAL and token.lemma_.lower() in words.trigger_nouns:
            return Cue(DeadlineKind.TRIGGER, token)
    return None


def _awaited(clause: DatedClause) -> Iterator[Token]:
    """Yield what somebody is to do then: "vote" in "On 17 June the council is due to vote"."""
    for governor in clause.governors:
        for child in children(governor):
            if child.dep_ in ("acomp", "xcomp") and child.lower_ in AWAITING:
                yield from (c for c in children(child) if c.dep_ == "xcomp")


def _is_trigger_verb(verb: Token) -> bool:
    words = cues()
    if verb.lemma_ in words.visiting_verbs:
        subject = subject_of(verb)
        return subject is not None and (
            subject.ent_type_ == "PERSON" or subject.lemma_.lower() in words.visitors
        )
    return verb.lemma_ in words.trigger_verbs
