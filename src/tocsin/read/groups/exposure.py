"""Signs that the people of a mention are in danger."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from tocsin.core.types import Event, Polarity, Span
from tocsin.ontology.exposure import exposure_words
from tocsin.read.document import Document

HARMFUL = frozenset({"ASSAULT", "FIGHT", "COERCE", "THREATEN", "MOBILIZE", "SANCTION"})
MENACES = frozenset(
    {"kill", "massacre", "wound", "armed_attack", "abduct", "detain", "besiege_or_deny_aid",
     "obstruct_protection", "close_or_evict", "arm_or_recruit", "threaten"}
)  # fmt: skip  # what puts a camp in danger wherever in its report it is told
TARGETED = 3  # the target of a harmful event
BY_NATURE = 1  # "refugees", "the minority", whoever lives in a camp
BY_DESCRIPTION = 1  # "besieged", "displaced"
BY_FATE = 1  # "families fled", "are held"
BY_SENTENCE = 1  # the sentence speaks of harm
SCORE = re.compile(r"\b(?:beat|beats|drew|draw|won|lost|defeated)\b.{0,80}?\b\d{1,3}[-–]\d{1,3}\b")
DEADLY = frozenset({"kill", "die", "murder", "wound", "injure", "massacre", "slaughter", "behead"})


@dataclass(frozen=True, slots=True)
class Danger:
    """Where a report speaks of harm: its targets, and its sentences."""

    targets: tuple[Span, ...]
    harmful_sentences: frozenset[int]
    names_near_harm: frozenset[str]
    games: frozenset[int]
    menacing: bool = False

    @classmethod
    def of(cls, document: Document, events: Sequence[Event]) -> Danger:
        """Return the danger that the events and the sentences of the report tell of."""
        harm = exposure_words().harm
        sentences = {
            index
            for index, phrase in enumerate(document.phrases)
            if any(token.lemma_.lower() in harm for token in phrase)
        }
        games = {
            index for index, phrase in enumerate(document.phrases) if SCORE.search(phrase.text)
        }
        harmful = [event for event in events if event.codes.plover in HARMFUL]
        affirmed = [event for event in harmful if event.polarity is Polarity.AFFIRMED]
        targets = {target.span for event in affirmed for target in event.targets}
        named = {
            token.lower_
            for index in sentences
            for token in document.phrases[index]
            if token.pos_ == "PROPN"
        }
        menacing = any(event.type in MENACES for event in affirmed)
        return cls(
            tuple(sorted(targets)),
            frozenset(sentences),
            frozenset(named),
            frozenset(games),
            menacing,
        )

    def to(self, head: Token, span: Span, sentence: int, place: str | None) -> int:
        """Return how strongly the mention is exposed; 0 where nothing tells of danger."""
        words = exposure_words()
        if sentence in self.games:
            return 0
        exposure = TARGETED if self._is_target(span) else 0
        place_words = set((place or "").casefold().split())
        sheltered = bool(place_words & words.shelters)
        shelter_in_danger = sheltered and bool(
            (place_words - words.shelters) & self.names_near_harm
        )
        if head.lemma_.lower() in words.exposed_nouns or sheltered:
            exposure += BY_NATURE
        if _shares_fate(head):
            exposure += BY_FATE
        described = (*head.lefts, *head.rights)
        if any(word.lower_ in words.exposed_adjectives for word in described):
            exposure += BY_DESCRIPTION
        menaced = sheltered and self.menacing
        if sentence in self.harmful_sentences or shelter_in_danger or menaced:
            exposure += BY_SENTENCE
        return exposure

    def killed(self, head: Token) -> bool:
        """Return whether the people are those counted as killed or hurt."""
        behind = head.doc[head.i + 1 : head.i + 2]
        if any(token.lemma_.lower() in DEADLY for token in behind):
            return True
        counted = _counted(head)
        if counted.dep_ in ("nsubjpass", "nsubj", "dobj"):
            verb = counted.head.lemma_.lower()
            return verb in DEADLY and (counted.dep_ != "nsubj" or verb == "die")
        return any(
            child.dep_ in ("acl", "amod") and child.lemma_.lower() in ("kill", "wound", "dead")
            for child in head.children
        )

    def _is_target(self, span: Span) -> bool:
        index = bisect_left(self.targets, Span(span.end, span.end))
        near = self.targets[max(0, index - 3) : index + 1]
        return any(target.overlaps(span) for target in near)


def _shares_fate(head: Token) -> bool:
    """Return whether the people flee, or something is done to them."""
    fates = exposure_words().fates
    counted = _counted(head)
    if counted.dep_ not in ("nsubjpass", "dobj", "nsubj"):
        return any(child.lemma_.lower() in fates for child in head.rights)
    verb = counted.head.lemma_.lower()
    return verb == "flee" or (counted.dep_ != "nsubj" and verb in fates)


def _counted(head: Token) -> Token:
    """Return the noun that stands in the clause: "dozens" of "dozens of families"."""
    return head.head.head if head.dep_ == "pobj" and head.head.lower_ == "of" else head
