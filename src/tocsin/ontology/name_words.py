"""The words that make a noun phrase a name: heads, modifiers and titles, read from YAML."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from tocsin.core.types import NameKind
from tocsin.ontology.tables import read_table

UNTOLD = "NONE"


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What a head noun says of its phrase. `alone` is False for words too wide by themselves."""

    kind: NameKind
    sector: str | None
    alone: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class NameWords:
    """Word lists of the name rules; every word is in lower case, heads are lemmas."""

    heads: Mapping[str, Head]
    facilities: frozenset[str]
    sector_from_modifier: frozenset[str]
    modifier_sectors: Mapping[str, str]
    transparent: frozenset[str]
    identifying: frozenset[str]
    acts_through: frozenset[str]
    takes_for: frozenset[str]
    addresses: frozenset[str]
    public_titles: frozenset[str]
    private_titles: frozenset[str]
    formerly: frozenset[str]
    done_to_persons: frozenset[str]

    @property
    def titles(self) -> frozenset[str]:
        """Return every word that may stand before a person's name."""
        return self.public_titles | self.private_titles


@cache
def name_words() -> NameWords:
    """Return the word lists that ship with Tocsin."""
    words, titles = read_table("name_heads"), read_table("titles")
    return NameWords(
        heads=_heads(words),
        facilities=frozenset(words["facility"]),
        sector_from_modifier=frozenset(words["sector_from_modifier"]),
        modifier_sectors=_by_word(words["modifier_sectors"]),
        transparent=frozenset(words["transparent"]),
        identifying=frozenset(words["identifying"]),
        acts_through=frozenset(words["acts_through"]),
        takes_for=frozenset(words["takes_for"]),
        addresses=frozenset(words["addresses"]),
        public_titles=frozenset(titles["public"]),
        private_titles=frozenset(titles["private"]),
        formerly=frozenset(titles["formerly"]),
        done_to_persons=frozenset(titles["done_to_persons"]),
    )


def _heads(words: Mapping[str, Any]) -> dict[str, Head]:
    bare_bodies, qualified = set(words["stands_alone"]), set(words["needs_qualifier"])
    heads = {
        lemma: Head(kind=NameKind.GROUP, sector=sector, alone=False)
        for lemma, sector in _by_word(words["only_qualified"]).items()
    }
    for kind in (NameKind.GROUP, NameKind.OFFICE, NameKind.ORGANISATION, NameKind.FORCE):
        for lemma, sector in _by_word(words[kind.value]).items():
            told = None if sector == UNTOLD else sector
            body = kind is NameKind.ORGANISATION
            alone = lemma in bare_bodies if body else lemma not in qualified
            heads[lemma] = Head(kind=kind, sector=told, alone=alone)
    return heads


def _by_word(by_sector: Mapping[str, Sequence[str]]) -> dict[str, str]:
    return {word: sector for sector, words in by_sector.items() for word in words}
