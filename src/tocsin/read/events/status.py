"""Status: whether an event is said to have happened, or to be planned, feared, asked for."""

from __future__ import annotations

from collections.abc import Set
from functools import cache

from spacy.tokens import Token

from tocsin.core.types import Status
from tocsin.ontology.event_types import EventType, Tone
from tocsin.read.events.clause import PASSIVE_SUBJECT, SUBJECT, Tree
from tocsin.read.events.frames import word_set
from tocsin.read.events.lexicon import load
from tocsin.read.events.triggers import Trigger
from tocsin.read.events.unrealised import opens_a_condition, reacted_to, unrealised

STOPS = frozenset({"relcl", "nsubj", "nsubjpass", "csubj", "appos", "parataxis"})
LEFT_OF_NOUN = frozenset({"amod", "compound", "nmod", "nummod"})
LEADING_ON = frozenset(
    [
        "for",
        "of",
        "to",
        "against",
        "about",
        "from",
        "on",
        "upon",
        "into",
        "in",
        "over",
        "at",
        "regarding",
    ]
)  # "through" or "despite" an attack says nothing of its status
SUPPORTING = frozenset(
    [
        "carry",
        "launch",
        "commit",
        "stage",
        "conduct",
        "mount",
        "perpetrate",
        "make",
        "hold",
        "wage",
        "execute",
        "undertake",
        "do",
        "begin",
        "start",
        "resume",
        "renew",
        "take",
        "be",
        "have",
        "give",
        "see",
        "occur",
        "happen",
        "lead",
        "set",
        "initiate",
    ]
)  # verbs that lend their tense to a noun


@cache
def _table(section: str) -> dict[str, Status]:
    rows = load("event_status")[section]
    return {word: Status(status) for status, words in rows.items() for word in words}


@cache
def _listed(section: str) -> frozenset[str]:
    return frozenset(load("event_status")[section])


def status_of(trigger: Trigger, kind: EventType, tree: Tree) -> Status:
    """Return the status that tense, modals, qualifiers and governing words give the event."""
    token = trigger.token
    if trigger.frame.wants_negation and "would" in {kid.lower_ for kid in tree.kids(token)}:
        return Status.HAPPENED  # "would not let them in" is a refusal, not a plan
    own = _own_status(trigger, tree)
    if own is not None and own is not Status.ONGOING:
        return own
    spoken = kind.tone is Tone.SPEECH
    governed = _governed_status(token, tree, spoken=spoken)
    if governed or own or spoken:
        return governed or own or Status.HAPPENED
    return unrealised(token, tree) or Status.HAPPENED


def _own_status(trigger: Trigger, tree: Tree) -> Status | None:
    if trigger.frame.verbal:
        return verb_status(trigger.token, tree)
    for kid in tree.kids(trigger.first, LEFT_OF_NOUN) + tree.kids(trigger.token, LEFT_OF_NOUN):
        status = _first(word_set(kid), _table("modifies"))
        if status is not None:
            return status
    return _participle_status(trigger.token, tree)


def _participle_status(noun: Token, tree: Tree) -> Status | None:
    for kid in tree.kids(noun, frozenset({"acl", "relcl"})):
        if kid.tag_ == "VBN":
            status = _first(word_set(kid), _table("looms"))
            if status is not None:
                return status
    return None


def verb_status(verb: Token, tree: Tree) -> Status | None:
    """Return the status in the verb's own auxiliaries, None where they leave it open."""
    words = {kid.lower_ for kid in tree.kids(verb, frozenset({"aux", "auxpass"}))}
    for status, modals in load("event_status")["modals"].items():
        if words & set(modals):
            return Status(status)
    if "would" in words:
        return Status.PLANNED
    if opens_a_condition(verb, tree):
        return Status.HYPOTHETICAL
    marks = {kid.lower_ for kid in tree.kids(verb, frozenset({"mark", "advmod"}))}
    if verb.dep_ in ("advcl", "ccomp") and marks & _listed("conditions"):
        return Status.HYPOTHETICAL
    present = words & {"is", "are", "am", "'re", "’re", "'s", "be"}
    if verb.tag_ == "VBG" and present:
        going = verb.lower_ == "going"
        return Status.PLANNED if going else Status.ONGOING
    return None


def _governed_status(token: Token, tree: Tree, *, spoken: bool) -> Status | None:
    for child, governor in tree.climb(token):
        words = word_set(governor)
        if child.dep_ in SUBJECT | PASSIVE_SUBJECT:
            predicates = tree.kids(governor, frozenset({"acomp", "attr"}))
            words = words.union(*(word_set(kid) for kid in predicates))
            status = _first(words, _table("looms")) or _support_status(governor, words, tree)
            if status is not None or governor.dep_ != "ccomp":
                return status
            continue
        if child.dep_ in STOPS or words & _listed("reporting"):
            return None
        if child.dep_ in ("prep", "agent") and child.lower_ not in LEADING_ON:
            return None
        if child.dep_ == "conj" and child.pos_ == "VERB":
            if child.tag_ != "VB":
                continue
        else:
            status = _by_governor(child, governor, words, spoken=spoken)
            if status is not None:
                return status
        if child.dep_ == "advcl" and child.tag_ != "VB":
            return None
        if child.i == token.i and reacted_to(token, governor, tree):
            return None
        if governor.pos_ in ("VERB", "AUX"):
            lent = None if spoken else _support_status(governor, words, tree)
            if lent is not None:
                return lent
    return None


def _by_governor(child: Token, governor: Token, words: Set[str], *, spoken: bool) -> Status | None:
    if child.dep_ in LEFT_OF_NOUN and governor.pos_ not in ("NOUN", "PROPN"):
        return None
    purpose = child.dep_ in ("advcl", "acl") and child.tag_ == "VB"
    if purpose and spoken:
        return None
    if governor.lower_ == "order" and governor.nbor(-1 if governor.i else 0).lower_ == "in":
        return Status.PLANNED
    lemma = governor.lemma_.lower()
    kinds = {f"{lemma}.noun"} if governor.pos_ in ("NOUN", "PROPN") else set()
    links = {f"{lemma}+{child.lower_}"} if child.dep_ == "prep" else set()
    if words & _listed("proving") and child.tag_ != "VB":
        return None  # "suggests that they attacked" proposes nothing
    status = _first(words | kinds | links, _table("governs"))
    return Status.PLANNED if status is None and purpose else status


def _support_status(governor: Token, words: Set[str], tree: Tree) -> Status | None:
    return verb_status(governor, tree) if words & SUPPORTING else None


def _first(words: Set[str], table: dict[str, Status]) -> Status | None:
    for word in sorted(words):
        if word in table:
            return table[word]
    return None
