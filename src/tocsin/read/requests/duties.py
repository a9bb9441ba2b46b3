"""The request lists of the ontology: who bears a duty, and what is an operation instead."""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cache

from tocsin.ontology.tables import read_table


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestLists:
    """Words, by lemma, that decide whether something asked is a request for protection."""

    asking: frozenset[str]
    pleading: frozenset[str]
    wishing: frozenset[str]
    asking_nouns: frozenset[str]
    openers: frozenset[str]
    protective: frozenset[str]
    duty_bearers: frozenset[str]
    no_duty_bearers: frozenset[str]
    armed_bodies: frozenset[str]
    operations: frozenset[str]
    offices: frozenset[str]


@cache
def request_lists() -> RequestLists:
    """Return the lists, read once a process."""
    data = read_table("requests")
    return RequestLists(**{part.name: frozenset(data[part.name]) for part in fields(RequestLists)})
