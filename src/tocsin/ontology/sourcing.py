"""The words that tell where a report comes from, read from YAML."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from tocsin.ontology.tables import read_table

LOOKED_UP = frozenset(
    {"unnamed_speakers", "unnamed_papers", "unnamed_crowds", "institutions", "common_in_names"}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SourcingWords:
    """Word lists of the weighing rules, as written in `sourcing.yaml`."""

    agencies: tuple[str, ...]
    agency_heads: tuple[str, ...]
    outlet_heads: tuple[str, ...]
    credits: tuple[str, ...]
    unnamed_speakers: frozenset[str]
    unnamed_papers: frozenset[str]
    unnamed_crowds: frozenset[str]
    institutions: frozenset[str]
    common_in_names: frozenset[str]
    speaks_for: tuple[str, ...]
    belongs_to: tuple[str, ...]
    withdraws: tuple[str, ...]


@cache
def sourcing_words() -> SourcingWords:
    """Return the word lists that ship with Tocsin."""
    lists: dict[str, Any] = {
        name: frozenset(words) if name in LOOKED_UP else tuple(words)
        for name, words in read_table("sourcing").items()
    }
    return SourcingWords(**lists)
