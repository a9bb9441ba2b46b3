"""MUC-4's own keys of 24 slots: what the stage slot is scored on."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from evals.templates import Template, normal

FILES: Final = ("tst1/key-tst1.v7", "tst2/key-tst2.v4")
SLOT: Final = re.compile(r"(\d+)\.\s+[A-Z: ]+?\s{2,}(.*)")
QUOTED: Final = re.compile(r'"((?:\\.|[^"\\])*)"')
MESSAGE, NUMBER, TYPE, STAGE = 0, 1, 4, 5
ROLE_SLOTS: Final = {
    "Weapon": (6,),
    "PerpInd": (9,),
    "PerpOrg": (10,),
    "Target": (12,),
    "Victim": (18, 19),
}
UNFILLED: Final = "*"

Slots = dict[int, list[str]]
"""The lines of each slot, by its number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """A gold template with the stages that it allows; an optional one need not be found."""

    template: Template
    stages: frozenset[str]
    optional: bool


def read_keys(folder: Path) -> Mapping[str, Sequence[Key]]:
    """Return the keys of each message; one without an incident has none."""
    keys: dict[str, list[Key]] = defaultdict(list)
    for name in FILES:
        for slots in slots_of((folder / name).read_text(encoding="utf-8", errors="replace")):
            if slots[STAGE] != [UNFILLED]:
                keys[slots[MESSAGE][0]].append(key_of(slots))
    return keys


def slots_of(text: str) -> Iterator[Slots]:
    """Yield the slots of each template: lines by number, comments left out."""
    slots: Slots = {}
    last = MESSAGE
    for line in text.splitlines():
        if match := SLOT.fullmatch(line.strip()):
            last = int(match[1])
            if last == MESSAGE and slots:
                yield slots
                slots = {}
            slots[last] = [match[2].strip()]
        elif line.strip() and not line.startswith(";") and slots:
            slots[last].append(line.strip())
    if slots:
        yield slots


def key_of(slots: Slots) -> Key:
    """Return the template of the slots."""
    roles = {
        role: [
            entity for slot in numbers for line in slots.get(slot, ()) if (entity := _entity(line))
        ]
        for role, numbers in ROLE_SLOTS.items()
    }
    return Key(
        template=Template(types=_values(slots[TYPE][0].lower()), roles=roles),
        stages=_values(slots[STAGE][0]),
        optional="OPTIONAL" in slots[NUMBER][0],
    )


def _entity(line: str) -> frozenset[str]:
    """Return the names of one entity, told apart by slashes."""
    return frozenset(normal(words) for words in QUOTED.findall(line))


def _values(line: str) -> frozenset[str]:
    return frozenset(line.split(" / "))
