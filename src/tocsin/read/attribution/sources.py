"""The speaker's phrase of a verb: its subject, found through coordination and participles."""

from __future__ import annotations

from spacy.tokens import Token

from tocsin.core.types import Span
from tocsin.read.attribution.extent import hangs_in, stretch, under

SUBJECTS = frozenset({"nsubj", "csubj"})
NOBODY = frozenset({"nobody", "none", "no-one", "noone", "nothing", "neither"})
NEGATING = frozenset({"no", "neither", "not"})
SHARED_SUBJECT = frozenset({"conj", "advcl", "xcomp", "parataxis"})
FARTHEST_HEAD = 5  # a shared subject farther up belongs, as a rule, to someone else
LONGEST_SOURCE = 60  # tokens; a longer subject phrase is a parse gone wrong


def source_of(verb: Token) -> Token | None:
    """Return the head of the phrase that names who speaks, None where the parse has none."""
    for _ in range(FARTHEST_HEAD):
        subject = subject_of(verb)
        if subject is not None:
            return None if subject.dep_ == "expl" else asked_person(subject) or subject
        asked = next((child for child in verb.lefts if child.dep_ == "advcl"), None)
        if asked is not None and (person := asked_person(asked)) is not None:
            return person
        if verb.dep_ == "acl" and verb.tag_ == "VBG":
            return verb.head
        if verb.dep_ == "pcomp" and verb.head.lower_ == "as":
            return quoted_subject(verb.head.head)
        if verb.dep_ not in SHARED_SUBJECT or verb.head == verb:
            return None
        verb = verb.head
    return None


def asked_person(clause: Token) -> Token | None:
    """Return the spokeswoman of "Asked about it, a spokeswoman said", hung on what was asked."""
    if clause.tag_ != "VBN" or clause.dep_ not in {"csubj", "advcl"}:
        return None
    return next((token for token in clause.subtree if token.dep_ == "appos"), None)


def is_nobody(source: Token | None) -> bool:
    """Return whether the source is negated, so that nobody speaks ("No group claimed")."""
    if source is None:
        return False
    return source.lower_ in NOBODY or any(
        child.dep_ in {"det", "neg"} and child.lower_ in NEGATING for child in source.lefts
    )


def subject_of(verb: Token) -> Token | None:
    """Return the verb's own grammatical subject that acts, or the agent of a passive."""
    passive = any(child.dep_ in {"nsubjpass", "auxpass"} for child in verb.lefts)
    if passive:
        return agent_of(verb)
    for child in verb.children:
        if child.dep_ in SUBJECTS:
            return child
    return None


def quoted_subject(verb: Token) -> Token | None:
    """Return the subject of a passive: whoever "was quoted as saying" it."""
    return next((child for child in verb.lefts if child.dep_ == "nsubjpass"), None)


def agent_of(verb: Token) -> Token | None:
    """Return who does it in "was condemned by the ministry"."""
    for child in verb.rights:
        if child.dep_ == "agent":
            return next((noun for noun in child.rights if noun.dep_ == "pobj"), None)
    return None


def speaker_spans(source: Token | None, *, without: Token | None = None) -> tuple[Span, ...]:
    """Return the characters of the speaker's whole phrase, appositions and clauses included.

    `without` is the cue's verb where it hangs inside that phrase ("a report saying …").
    """
    if source is None:
        return ()
    first, last = source.left_edge.i, source.right_edge.i
    if without is not None and hangs_in(without, source):
        last = min(last, without.left_edge.i - 1)
    if last - first >= LONGEST_SOURCE:
        return under_head_only(source)
    return stretch(source.doc, first, last)


def under_head_only(source: Token) -> tuple[Span, ...]:
    """Return the head with what stands before it."""
    first = max(source.left_edge.i, source.i - LONGEST_SOURCE)
    return stretch(source.doc, first, source.i) or under(source)
