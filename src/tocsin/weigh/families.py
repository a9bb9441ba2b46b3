"""Which event types may tell of one thing, and which claims speak against one another."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from typing import Any

from tocsin.core.types import Status
from tocsin.ontology.tables import read_table

HAPPENING = frozenset({Status.HAPPENED, Status.ONGOING, Status.ATTEMPTED})


@dataclass(frozen=True, slots=True)
class Claim:
    """What one side affirms and the other denies, told by words."""

    topic: str
    affirmed: tuple[str, ...]
    denied: tuple[str, ...]


def families_of(type_name: str) -> frozenset[str]:
    """Return the families of an event type; a type in none is a family by itself.

    >>> sorted(families_of("disperse")), sorted(families_of("surveil"))
    (['force', 'unrest'], ['surveil'])
    """
    return _families().get(type_name, frozenset({type_name}))


def are_opposed(one: str, other: str) -> bool:
    """Return whether the one type, said of the same people, speaks against the other."""
    return frozenset({one, other}) in _opposed()


def phase_of(status: Status) -> str:
    """Return "real", "ahead" or "asked": a planned event and a happened one are never one.

    >>> phase_of(Status.ONGOING), phase_of(Status.PLANNED), phase_of(Status.REQUESTED)
    ('real', 'ahead', 'asked')
    """
    if status in HAPPENING:
        return "real"
    return "asked" if status is Status.REQUESTED else "ahead"


@cache
def claims() -> tuple[Claim, ...]:
    """Return the claims that are told by words."""
    return tuple(
        Claim(row["topic"], tuple(row["affirmed"]), tuple(row["denied"]))
        for row in _table()["claims"]
    )


@cache
def _families() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for family, types in _table()["families"].items():
        for type_name in types:
            found[type_name].add(family)
    return {type_name: frozenset(families) for type_name, families in found.items()}


@cache
def _opposed() -> frozenset[frozenset[str]]:
    return frozenset(frozenset(pair) for pair in _table()["opposed"])


@cache
def _table() -> dict[str, Any]:
    table: dict[str, Any] = read_table("incident_families")
    return table
