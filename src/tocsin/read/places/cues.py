"""The words around a name that tell what it stands for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from tocsin.ontology.tables import read_table
from tocsin.read.places.folding import fold_name
from tocsin.read.places.own_names import own_names


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceCues:
    """The lists of `ontology/place_cues.yaml`; `kinds` gives the feature a generic word asks for.

    `peoples` maps folded demonyms to the country's alpha-3 code; `abbreviated` are the folded
    abbreviations of subdivisions, which are words or initials elsewhere.
    """

    locative: Mapping[str, float]
    kinds: Mapping[str, str]
    sites: frozenset[str]
    leading_sites: frozenset[str]
    beside: frozenset[str]
    inhabited: frozenset[str]
    bearers: frozenset[str]
    titles: frozenset[str]
    person_verbs: frozenset[str]
    homographs: frozenset[str]
    never: frozenset[str]
    adjectives: frozenset[str]
    peoples: frozenset[str]
    abbreviated: frozenset[str]


@cache
def place_cues() -> PlaceCues:
    """Return the cues, read once a process."""
    table, own = read_table("place_cues"), own_names()
    forms = [name for names in own.demonyms.values() for name in names]
    forms += [name for region in own.regions for name in region.also if name.endswith(("n", "ish"))]
    adjectives = frozenset(map(fold_name, forms))
    return PlaceCues(
        locative=table["locative"],
        kinds={word: kind for kind, words in table["kinds"].items() for word in words},
        sites=frozenset(table["sites"]),
        leading_sites=frozenset(table["leading_sites"]),
        beside=frozenset(table["beside"]),
        inhabited=frozenset(table["inhabited"]),
        bearers=frozenset(table["bearers"]),
        titles=frozenset(table["titles"]),
        person_verbs=frozenset(table["person_verbs"]),
        homographs=frozenset(map(str, table["homographs"])),
        never=frozenset(table["never"]),
        adjectives=adjectives,
        peoples=frozenset(f"{name}s" for name in adjectives) - adjectives,
        abbreviated=frozenset(
            fold_name(form) for forms in own.abbreviations.values() for form in forms
        ),
    )
