"""What lights each indicator of the Framework, read from YAML."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from tocsin.core.errors import BadConfig
from tocsin.ontology.event_types import event_types
from tocsin.ontology.framework import indicators_by_id
from tocsin.ontology.tables import read_table

KEYS = frozenset({"cues", "types", "when", "words", "about", "actor", "old", "only_cues"})
ALL_KEYS = KEYS | {"example", "wish"}
WHEN = frozenset({"real", "ahead", "any"})


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorRule:
    """The conditions of one indicator; `indicator_rules.yaml` explains each."""

    id: str
    cues: tuple[str, ...]
    types: frozenset[str]
    when: str
    words: tuple[str, ...]
    about_group: bool
    actor: str | None
    old: bool
    wish: bool
    example: str


@cache
def indicator_rules() -> Mapping[str, IndicatorRule]:
    """Return the rule of every indicator. Raises: BadConfig on an unknown key or number."""
    rows: Mapping[str, Mapping[str, Any]] = read_table("indicator_rules")
    by_types = _types_by_indicator()
    return {number: _rule(number, row, by_types) for number, row in rows.items()}


def _rule(
    number: str, row: Mapping[str, Any], by_types: Mapping[str, frozenset[str]]
) -> IndicatorRule:
    unknown = sorted(set(row) - ALL_KEYS)
    if unknown or number not in indicators_by_id() or row.get("when", "real") not in WHEN:
        raise BadConfig(f"indicator {number}", reason=f"unknown number or key {unknown}")
    types = frozenset(row.get("types", ())) | by_types.get(number, frozenset())
    return IndicatorRule(
        id=number,
        cues=tuple(row.get("cues", ())),
        types=frozenset() if row.get("only_cues") else types,
        when=row.get("when", "real"),
        words=tuple(row.get("words", ())),
        about_group=row.get("about") == "group",
        actor=row.get("actor"),
        old=bool(row.get("old", False)),
        wish=bool(row.get("wish", False)),
        example=row["example"],
    )


def _types_by_indicator() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for name, event_type in event_types().items():
        for number in event_type.indicators:
            found.setdefault(number, set()).add(name)
    return {number: frozenset(names) for number, names in found.items()}
