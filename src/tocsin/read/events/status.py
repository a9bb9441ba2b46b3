"""Status: whether an event is said to have happened, or to be planned, feared, asked for."""

from __future__ import annotations

from collections.abc import Set
from functools import cache

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
from tocsin.read.events.clause import OBJECT, PASSIVE_SUBJECT, SUBJECT, Tree
from tocsin.read.events.commands import commanded, demanded, urged, wished
from tocsin.read.events.frames import word_set
from tocsin.read.events.lexicon import load
from tocsin.read.events.threats import depends, foretold, is_under_a_rule
from tocsin.read.events.triggers import Trigger
from tocsin.read.events.unrealised import is_infinitive, opens_a_condition, reacted_to, unrealised

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
FORESEEN = frozenset({"expect", "expectation", "anticipate", "likely"})
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
        "impose",
        "declare",
        "open",
        "deliver",
        "inflict",
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
    if kind.tone is Tone.COOPERATION and demanded(token, tree):
        return Status.CALLED_FOR
    hostile = kind.tone is Tone.CONFLICT
    own = _own_status(trigger, tree, hostile=hostile)
    if own is not None and own is not Status.ONGOING:
        return own
    spoken = kind.tone is Tone.SPEECH
    governed = _governed_status(token, tree, kind.tone)
    if governed or own or spoken:
        return governed or own or Status.HAPPENED
    return unrealised(token, tree) or _told_status(trigger, tree)


def _told_status(trigger: Trigger, tree: Tree) -> Status:
    """Return whether a deed that nothing holds open is told as present or as past."""
    if not trigger.frame.verbal:
        lasting = trigger.frame.type_name in _listed("lasting")
        return Status.ONGOING if lasting and is_said_to_be(trigger.token, tree) else Status.HAPPENED
    if not is_told_as_present(leading_verb(trigger.token, tree), tree):
        return Status.HAPPENED
    if is_dated(trigger.token, tree):
        return Status.PLANNED
    exercise = trigger.sentence_words & _listed("exercising")
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
    if trigger.first.lower_ in _listed("trying"):
        return Status.ATTEMPTED
    if any(kid.lower_ == "any" for kid in tree.kids(trigger.first, frozenset({"det"}))):
        return None if _is_denied(token, tree) else Status.HYPOTHETICAL
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
    if verb.dep_ in ("advcl", "ccomp") and marks & _listed("conditions"):
        return Status.HYPOTHETICAL
    return None


def _is_denied(noun: Token, tree: Tree) -> bool:
    denying = _listed("negative_governors")
    return any(
        word_set(governor) & denying or tree.kids(governor, frozenset({"neg"}))
        for _, governor in tree.climb(noun)
    )


def _governed_status(token: Token, tree: Tree, tone: Tone) -> Status | None:
    spoken = tone is Tone.SPEECH
    for child, governor in tree.climb(token):
        words = word_set(governor)
        if child.dep_ in SUBJECT | PASSIVE_SUBJECT:
            predicates = tree.kids(governor, frozenset({"acomp", "attr"}))
            words = words.union(
                *(word_set(kid) for kid in predicates), _with_particles(governor, tree)
            )
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
            if child.i == token.i and wished(child, governor, tree):
                return Status.CALLED_FOR
            status = _by_governor(child, governor, tree, tone)
            if status is not None:
                return Status.ATTEMPTED if _came_to_nothing(governor, tree) else status
        if child.dep_ == "advcl" and child.tag_ != "VB":
            return None
        if child.i == token.i and reacted_to(token, governor, tree):
            return None
        if governor.pos_ in ("VERB", "AUX"):
            silent = spoken or child.dep_ in ("ccomp", "parataxis")
            lent = None if silent else _support_status(governor, words, tree)
            if lent is not None:
                return lent
    return None


def _with_particles(verb: Token, tree: Tree) -> Set[str]:
    particles = tree.kids(verb, frozenset({"prt", "advmod", "prep"}))
    return {f"{verb.lemma_.lower()}+{kid.lower_}" for kid in particles}


def _came_to_nothing(noun: Token, tree: Tree) -> bool:
    """Return whether the plan or bid that holds the deed failed: "a plot to … was foiled"."""
    governor = tree.parent(noun)
    if noun.pos_ != "NOUN" or governor is None or governor.pos_ != "VERB":
        return False
    if noun.dep_ not in SUBJECT | PASSIVE_SUBJECT | OBJECT:
        return False
    words = word_set(governor) | _with_particles(governor, tree)
    return any(_table("looms").get(word) is Status.ATTEMPTED for word in words)


def _by_governor(child: Token, governor: Token, tree: Tree, tone: Tone) -> Status | None:
    words = word_set(governor)
    spoken = tone is Tone.SPEECH
    if child.dep_ in LEFT_OF_NOUN and governor.pos_ not in ("NOUN", "PROPN"):
        return None
    purpose = child.dep_ in ("advcl", "acl") and child.tag_ == "VB"
    if purpose and spoken:
        return None
    if governor.lower_ == "order" and governor.nbor(-1 if governor.i else 0).lower_ == "in":
        return Status.PLANNED
    if urged(governor, tree):
        return Status.CALLED_FOR
    if child.tag_ == "VB" and _asks_leave(governor, tree):
        return Status.REQUESTED
    if child.dep_ == "acl" and governor.ent_type_ in ("DATE", "TIME"):
        return None  # "tried for the second time in a week to drag her out"
    lemma = governor.lemma_.lower()
    kinds = {f"{lemma}.noun"} if governor.pos_ in ("NOUN", "PROPN") else {f"{lemma}.verb"}
    links = {f"{lemma}+{child.lower_}"} if child.dep_ == "prep" else set()
    links |= {f"{lemma}:obj"} if child.dep_ in OBJECT else set()
    links |= {f"{lemma}:inf"} if child.tag_ == "VB" else set()
    if tone is Tone.CONFLICT and words & FORESEEN:
        return Status.FEARED
    if words & _listed("proving") and child.tag_ != "VB":
        return None  # "suggests that they attacked" proposes nothing
    status = _first(words | kinds | links, _table("governs"))
    if status is None and purpose and is_infinitive(governor, tree):
        return None  # "to compile a list, to take the cards": the order is farther up
    if status is Status.REQUESTED and _is_granted(governor, tree):
        return Status.PLANNED
    return Status.PLANNED if status is None and purpose else status


def _asks_leave(verb: Token, tree: Tree) -> bool:
    """Return whether the verb seeks a permission: "has sought leave to enter"."""
    objects = tree.objects(verb)
    table = _table("governs")
    asked = any(
        Status.REQUESTED in (table.get(each.lemma_), table.get(f"{each.lemma_}.noun"))
        for each in objects
    )
    return asked and word_set(verb).isdisjoint(_listed("granting"))


def _is_granted(noun: Token, tree: Tree) -> bool:
    """Return whether what was asked for was given: "was granted permission to search"."""
    verb = tree.parent(noun)
    if noun.pos_ != "NOUN" or verb is None or tree.kids(verb, frozenset({"neg"})):
        return False
    return not word_set(verb).isdisjoint(_listed("granting"))


def _support_status(governor: Token, words: Set[str], tree: Tree) -> Status | None:
    return verb_status(governor, tree) if words & SUPPORTING else None


def _first(words: Set[str], table: dict[str, Status]) -> Status | None:
    for word in sorted(words):
        if word in table:
            return table[word]
    return None
