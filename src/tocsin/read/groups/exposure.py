"""Signs that the people of a mention are in danger."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from tocsin.core.types import Event, Polarity, Span
from tocsin.ontology.exposure import exposure_words
from tocsin.read.document import Document

HARMFUL = frozenset({"ASSAULT", "FIGHT", "COERCE", "THREATEN", "MOBILIZE", "SANCTION"})
TARGETED = 3  # the target of a harmful event
BY_NATURE = 1  # "refugees", "the minority", whoever lives in a camp
BY_DESCRIPTION = 1  # "besieged", "displaced"
BY_FATE = 1  # "families fled", "are held"
BY_SENTENCE = 1  # the sentence speaks of harm
DEADLY = frozenset({"kill", "die", "murder", "wound", "injure", "massacre", "slaughter", "behead"})


@dataclass(frozen=True, slots=True)
class Danger:
    """Where a report speaks of harm: its targets, and its sentences."""

    targets: tuple[Span, ...]
    harmful_sentences: frozenset[int]

    @classmethod
    def of(cls, document: Document, events: Sequence[Event]) -> Danger:
        """Return the danger that the events and the sentences of the report tell of."""
        harm = exposure_words().harm
        sentences = {
            index
            for index, phrase in enumerate(document.phrases)
            if any(token.lemma_.lower() in harm for token in phrase)
        }
        harmful = [event for event in events if event.codes.plover in HARMFUL]
        affirmed = [event for event in harmful if event.polarity is Polarity.AFFIRMED]
        targets = {target.span for event in affirmed for target in event.targets}
        return cls(tuple(sorted(targets)), frozenset(sentences))

    def to(self, head: Token, span: Span, sentence: int, place: str | None) -> int:
        """Return how strongly the mention is exposed; 0 where nothing tells of danger."""
        words = exposure_words()
        exposure = TARGETED if self._is_target(span) else 0
        sheltered = any(word in words.shelters for word in (place or "").casefold().split())
        if head.lemma_.lower() in words.exposed_nouns or sheltered:
            exposure += BY_NATURE
        if _shares_fate(head):
            exposure += BY_FATE
        described = (*head.lefts, *head.rights)
        if any(word.lower_ in words.exposed_adjectives for word in described):
            exposure += BY_DESCRIPTION
        if sentence in self.harmful_sentences:
            exposure += BY_SENTENCE
        return exposure

    def killed(self, head: Token) -> bool:
        """Return whether the people are those counted as killed or hurt."""
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
