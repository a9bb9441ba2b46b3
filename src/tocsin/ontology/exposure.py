"""The words that show people exposed to harm, and how sizes are worded."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from tocsin.ontology.tables import read_table


@dataclass(frozen=True, slots=True, kw_only=True)
class ExposureWords:
    """Word lists of the group rules, in lower case; nouns and verbs are lemmas."""

    populations: frozenset[str]
    callings: frozenset[str]
    exposed_nouns: frozenset[str]
    exposed_adjectives: frozenset[str]
    harm: frozenset[str]
    fates: frozenset[str]
    dwells: frozenset[str]
    not_people: frozenset[str]
    not_exposed: frozenset[str]
    moved: frozenset[str]
    dreads: frozenset[str]
    speaks: frozenset[str]
    shelters_at: frozenset[str]
    acts: frozenset[str]
    arms: frozenset[str]
    plight: frozenset[str]
    part_openers: frozenset[str]
    parts: frozenset[str]
    shelters: frozenset[str]
    units_of_many: frozenset[str]
    at_least: tuple[str, ...]
    at_most: tuple[str, ...]
    about: tuple[str, ...]
    vague: Mapping[str, int]

    @property
    def people(self) -> frozenset[str]:
        """Return every noun that can head the name of a group."""
        return self.populations | self.callings


@cache
def exposure_words() -> ExposureWords:
    """Return the word lists that ship with Tocsin."""
    words: dict[str, Any] = read_table("exposure")
    ordered = ("at_least", "at_most", "about")
    lists: dict[str, Any] = {
        name: frozenset(words[name]) for name in words.keys() - {"vague", *ordered}
    }
    wordings: dict[str, Any] = {name: tuple(words[name]) for name in ordered}
    return ExposureWords(vague=words["vague"], **wordings, **lists)
