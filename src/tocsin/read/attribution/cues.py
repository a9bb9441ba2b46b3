"""The cue list of the ontology: which words carry a statement, in which frame and stance."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any

from tocsin.core.types import Stance
from tocsin.ontology.tables import read_table

SETTINGS = frozenset({"stance", "only", "objects"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """A word that carries statements.

    `frames` maps each kind of complement to its score; `only` are the frames in which the stance
    holds (all if empty); `objects` the only objects it takes as a cue (any if empty).
    """

    lemma: str
    stance: Stance
    frames: Mapping[str, float]
    only: frozenset[str] = frozenset()
    objects: frozenset[str] = frozenset()

    def stance_in(self, frame: str) -> Stance:
        """Return the stance taken with the kind of complement."""
        return self.stance if not self.only or frame in self.only else Stance.ASSERTS


@dataclass(frozen=True, slots=True, kw_only=True)
class CueList:
    """All cues, by lemma and part of speech."""

    verbs: Mapping[str, Cue]
    nouns: Mapping[str, Cue]
    adjectives: Mapping[str, Cue]
    speech_verbs: frozenset[str]
    hostile_verbs: frozenset[str]
    documents: frozenset[str]
    collective_nouns: frozenset[str]
    person_nouns: frozenset[str]
    evidence_nouns: frozenset[str]
    labels: frozenset[str]

    def spoken_stance(self, lemma: str) -> Stance:
        """Return the stance taken by speaking a quotation with the verb."""
        cue = self.verbs.get(lemma)
        return cue.stance_in("that") if cue is not None else Stance.ASSERTS


@cache
def cue_list() -> CueList:
    """Return the cue list, read once a process."""
    data = read_table("cues")
    persons = read_table("event_participants")["person"]
    return CueList(
        verbs=cues_of(data["verbs"]),
        nouns=cues_of(data["nouns"]),
        adjectives=cues_of(data["adjectives"]),
        speech_verbs=frozenset(data["speech_verbs"]),
        hostile_verbs=frozenset(data["hostile_verbs"]),
        documents=frozenset(data["documents"]),
        collective_nouns=frozenset(data["collective_nouns"]),
        person_nouns=frozenset(data["person_nouns"]) | frozenset(persons),
        evidence_nouns=frozenset(data["evidence_nouns"]),
        labels=frozenset(data["labels"]),
    )


def cues_of(rows: Mapping[str, Mapping[str, Any]]) -> Mapping[str, Cue]:
    """Return the cues of one part of speech; a row without stance asserts."""
    return MappingProxyType({lemma: cue_of_row(lemma, row) for lemma, row in rows.items()})


def cue_of_row(lemma: str, row: Mapping[str, Any]) -> Cue:
    """Return one cue; every key but its settings is a frame with its score."""
    frames = {key: float(score) for key, score in row.items() if key not in SETTINGS}
    return Cue(
        lemma=lemma,
        stance=Stance(row.get("stance", "asserts")),
        frames=frames,
        only=frozenset(row.get("only", ())),
        objects=frozenset(row.get("objects", ())),
    )
