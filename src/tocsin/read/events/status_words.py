"""Word tables of status: which words turn a deed into a plan, a fear or a request."""

from __future__ import annotations

from collections.abc import Set
from functools import cache

from tocsin.core.types import Status
from tocsin.read.events.lexicon import load


@cache
def statuses(section: str) -> dict[str, Status]:
    """Return the status that each word of a section gives."""
    rows = load("event_status")[section]
    return {word: Status(status) for status, words in rows.items() for word in words}


@cache
def listed(section: str) -> frozenset[str]:
    """Return the words of a plain section."""
    return frozenset(load("event_status")[section])


def first_status(words: Set[str], table: dict[str, Status]) -> Status | None:
    """Return the status of the first word, in order of the alphabet, that the table knows."""
    for word in sorted(words):
        if word in table:
            return table[word]
    return None
