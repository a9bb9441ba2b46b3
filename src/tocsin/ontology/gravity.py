"""How grave each type of event is, read from YAML."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml


@dataclass(frozen=True, slots=True, kw_only=True)
class GravityLists:
    """The lists of `level_rules.yaml`."""

    mass: frozenset[str]
    lethal: frozenset[str]
    removal: frozenset[str]
    coercive: frozenset[str]
    hostile: frozenset[str]
    helpers: frozenset[str]
    people_words: frozenset[str]
    negators: frozenset[str]


@cache
def gravity_lists() -> GravityLists:
    """Return the lists that ship with Tocsin."""
    text = files("tocsin.ontology").joinpath("level_rules.yaml").read_text(encoding="utf-8")
    return GravityLists(**{name: frozenset(words) for name, words in yaml.safe_load(text).items()})
