"""The words that make a coming date a deadline or a trigger, from `ontology/deadlines.yaml`."""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cache

from tocsin.ontology.exposure import exposure_words
from tocsin.ontology.tables import read_table


@dataclass(frozen=True, slots=True, kw_only=True)
class Cues:
    """Lemmas by the part they play beside a date."""

    due_nouns: frozenset[str]
    due_verbs: frozenset[str]
    dated_verbs: frozenset[str]
    granting_verbs: frozenset[str]
    obligation_words: frozenset[str]
    due_prepositions: frozenset[str]
    trigger_nouns: frozenset[str]
    trigger_verbs: frozenset[str]
    visiting_verbs: frozenset[str]
    visitors: frozenset[str]
    moving_verbs: frozenset[str]
    lapses: frozenset[str]
    calendar: frozenset[str]
    stakes: frozenset[str]
    dreads: frozenset[str]
    phrase_leading: frozenset[str]
    phrase_trailing: frozenset[str]


@cache
def cues() -> Cues:
    """Return the cue words, read once a process."""
    table = read_table("deadlines")
    lists = {field.name: frozenset(table[field.name]) for field in fields(Cues)}
    lists["stakes"] |= exposure_words().harm
    return Cues(**lists)
