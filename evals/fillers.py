"""Role fillers of MUC-4 templates: how many a reading fills right.

Source: Du, Rush & Cardie 2021 (GRIT), CEAF-REE: a filler is right when its string is a mention of
a gold entity; entities and fillers are matched one to one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from tocsin.core.types import Event, NameKind, Polarity, Reading

ROLES = ("PerpInd", "PerpOrg", "Target", "Victim", "Weapon")
VIOLENT = frozenset(
    {
        "abduct",
        "armed_attack",
        "bombard",
        "clash",
        "destroy_property",
        "expel_or_displace",
        "kill",
        "loot",
        "massacre",
        "sexual_violence",
        "suicide_attack",
        "threaten",
        "torture",
        "wound",
    }
)
BODIES = frozenset({NameKind.ORGANISATION, NameKind.FORCE, NameKind.OFFICE})
THINGS = frozenset({NameKind.FACILITY, NameKind.ORGANISATION})


def filler_counts(templates: Sequence[Mapping[str, Any]], reading: Reading) -> tuple[int, int, int]:
    """Return how many fillers are right, given and true, over all roles."""
    given: dict[str, list[str]] = {role: [] for role in ROLES}
    for role, text in _fillers(reading):
        if text and text not in given[role]:
            given[role].append(text)
    right = predicted = true = 0
    for role in ROLES:
        entities = _entities(templates, role)
        right += _matched(entities, given[role])
        predicted += len(given[role])
        true += len(entities)
    return right, predicted, true


def _fillers(reading: Reading) -> Iterator[tuple[str, str]]:
    for event in reading.events:
        if event.type in VIOLENT and event.polarity is not Polarity.DENIED:
            yield from fillers_of(event, reading.report.text)


def fillers_of(event: Event, text: str) -> Iterator[tuple[str, str]]:
    """Yield the roles that an event fills, each with the words that fill it, in small letters."""
    for actor in event.actors:
        role = "PerpOrg" if actor.kind in BODIES else "PerpInd"
        yield role, actor.span.within(text).strip().lower()
    for target in event.targets:
        role = "Target" if target.kind in THINGS else "Victim"
        yield role, target.span.within(text).strip().lower()
    if event.instrument is not None:
        yield "Weapon", event.instrument.span.within(text).strip().lower()


def _entities(templates: Sequence[Mapping[str, Any]], role: str) -> list[frozenset[str]]:
    found: dict[frozenset[str], None] = {}
    for template in templates:
        for entity in template[role]:
            mentions = (each[0] if isinstance(each, list) else each for each in entity)
            found[frozenset(mentions)] = None
    return list(found)


def _matched(entities: Sequence[frozenset[str]], given: Sequence[str]) -> int:
    """Return the size of the largest one-to-one matching, by augmenting paths."""
    owner: dict[int, int] = {}

    def place(entity: int, tried: set[int]) -> bool:
        for index, text in enumerate(given):
            if text not in entities[entity] or index in tried:
                continue
            tried.add(index)
            if index not in owner or place(owner[index], tried):
                owner[index] = entity
                return True
        return False

    return sum(place(entity, set()) for entity in range(len(entities)))
