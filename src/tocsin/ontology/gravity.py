"""How grave each type of event is, read from YAML."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from tocsin.ontology.tables import read_table


@dataclass(frozen=True, slots=True, kw_only=True)
class GravityLists:
    """The lists of `level_rules.yaml`."""

    mass: frozenset[str]
    lethal: frozenset[str]
    removal: frozenset[str]
    coercive: frozenset[str]
    hostile: frozenset[str]
    to_people: frozenset[str]
    helpers: frozenset[str]
    people_words: frozenset[str]
    place_words: frozenset[str]
    negators: frozenset[str]


@cache
def gravity_lists() -> GravityLists:
    """Return the lists that ship with Tocsin."""
    lists = read_table("level_rules")
    return GravityLists(**{name: frozenset(words) for name, words in lists.items()})
