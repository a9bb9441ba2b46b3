"""Status by government: what the words above a deed make of it."""

from __future__ import annotations

from collections.abc import Set

from spacy.tokens import Token

from tocsin.core.types import Status
from tocsin.ontology.event_types import Tone
from tocsin.read.events.clause import OBJECT, PASSIVE_SUBJECT, SUBJECT, Tree
from tocsin.read.events.commands import urged, wished
from tocsin.read.events.frames import word_set
from tocsin.read.events.moods import verb_status
from tocsin.read.events.status_words import first_status, listed, statuses
from tocsin.read.events.unrealised import is_infinitive, reacted_to

STOPS = frozenset({"relcl", "nsubj", "nsubjpass", "csubj", "appos", "parataxis"})
LEFT_OF_NOUN = frozenset({"amod", "compound", "nmod", "nummod"})
FORESEEN = frozenset({"expect", "expectation", "anticipate", "likely"})


def governed_status(token: Token, tree: Tree, tone: Tone) -> Status | None:
    """Return the status that the governing words give, None where they say nothing."""
    spoken = tone is Tone.SPEECH
    for child, governor in tree.climb(token):
        words = word_set(governor)
        if child.dep_ in SUBJECT | PASSIVE_SUBJECT:
            predicates = tree.kids(governor, frozenset({"acomp", "attr"}))
            words = words.union(
                *(word_set(kid) for kid in predicates), _with_particles(governor, tree)
            )
            status = first_status(words, statuses("looms")) or _support_status(
                governor, words, tree
            )
            if status is not None or governor.dep_ != "ccomp":
                return status
            continue
        if child.dep_ in STOPS or words & listed("reporting"):
            return None
        if child.dep_ in ("prep", "agent") and child.lower_ not in listed("leading_on"):
            return None
        if child.dep_ == "prep" and governor.ent_type_ in ("DATE", "TIME"):
            return None  # "on the night of the killings"
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
    return any(statuses("looms").get(word) is Status.ATTEMPTED for word in words)


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
    held = _held_in_object(governor, tree) if child.tag_ == "VB" else None
    if held is not None:
        return held
    if child.dep_ == "acl" and governor.ent_type_ in ("DATE", "TIME"):
        return None  # "tried for the second time in a week to drag her out"
    lemma = governor.lemma_.lower()
    kinds = {f"{lemma}.noun"} if governor.pos_ in ("NOUN", "PROPN") else {f"{lemma}.verb"}
    links = {f"{lemma}+{child.lower_}"} if child.dep_ == "prep" else set()
    links |= {f"{lemma}:obj"} if child.dep_ in OBJECT else set()
    links |= {f"{lemma}:inf"} if child.tag_ == "VB" else set()
    if tone is Tone.CONFLICT and words & FORESEEN:
        return Status.FEARED
    if words & listed("proving") and child.tag_ != "VB":
        return None  # "suggests that they attacked" proposes nothing
    status = first_status(words | kinds | links, statuses("governs"))
    if status is None and purpose and is_infinitive(governor, tree):
        return None  # "to compile a list, to take the cards": the order is farther up
    if status is Status.REQUESTED and _is_granted(governor, tree):
        return Status.PLANNED
    return Status.PLANNED if status is None and purpose else status


def _held_in_object(verb: Token, tree: Tree) -> Status | None:
    """Return the status in the verb's object: "sought leave to enter", "gave the word to fire"."""
    table = statuses("governs")
    if verb.dep_ == "dobj" and f"{verb.lemma_}.noun" in table:
        return table[f"{verb.lemma_}.noun"]  # a noun parsed as a verb: "leave to search"
    for each in tree.objects(verb):
        for word in (f"{each.lemma_}:inf", f"{each.lemma_}.noun", each.lemma_):
            status = table.get(word)
            if status in (Status.ORDERED, Status.REQUESTED):
                granted = status is Status.REQUESTED and _gives(verb)
                return Status.PLANNED if granted else status
    return None


def _gives(verb: Token) -> bool:
    return not word_set(verb).isdisjoint(listed("granting"))


def _is_granted(noun: Token, tree: Tree) -> bool:
    """Return whether what was asked for was given: "was granted permission to search"."""
    verb = tree.parent(noun)
    if noun.pos_ != "NOUN" or verb is None or tree.kids(verb, frozenset({"neg"})):
        return False
    return _gives(verb)


def _support_status(governor: Token, words: Set[str], tree: Tree) -> Status | None:
    return verb_status(governor, tree) if words & listed("supporting") else None
