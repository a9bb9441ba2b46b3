"""What two sightings have in common, in words that an analyst can check against the reports."""

from __future__ import annotations

from typing import Literal

from tocsin.core.types import Count, Toll
from tocsin.weigh.linking.sightings import Sighting
from tocsin.weigh.naming import telling_words

Ground = Literal[
    "place", "actor", "target", "wording", "report", "back reference", "persons", "towns",
    "day", "toll", "names", "other actors",
]  # fmt: skip

PLAIN = {
    "wording": "told in like words",
    "report": "told in one report",
    "back reference": "one refers back without saying who, where or when",
    "names": "the reports name the same people, places and bodies",
    "other actors": "they name others as those who did it",
}


def in_words(ground: Ground, one: Sighting, other: Sighting) -> str:
    """Return one ground as a phrase; private persons are counted, never named."""
    match ground:
        case "place":
            return _place(one.place_name, other.place_name)
        case "actor":
            return f"the same attributed actor: {_bearer(one.actors, other.actors)}"
        case "target":
            return f"the same target: {_bearer(one.targets, other.targets)}"
        case "persons":
            count = len(one.persons & other.persons)
            return f"both name the same {'person' if count == 1 else f'{count} persons'}"
        case "towns":
            return f"both reports name {', '.join(sorted(one.towns & other.towns))}"
        case "day":
            return _days(one, other)
        case "toll":
            return _toll(one.event.toll, other.event.toll)
        case _:
            return PLAIN[ground]


def _place(mine: str, theirs: str) -> str:
    return f"same place: {mine}" if mine == theirs else f"places side by side: {mine}, {theirs}"


def _bearer(ones: frozenset[str], others: frozenset[str]) -> str:
    """Return the fullest name of one side that shares a telling word with the other."""
    telling = {word for name in others for word in telling_words(name)}
    return max((n for n in ones if telling & telling_words(n)), key=lambda n: (len(n), n))


def _days(one: Sighting, other: Sighting) -> str:
    if max(one.start, other.start) > min(one.end, other.end):
        return f"days close together: {one.start:%Y-%m-%d}, {other.start:%Y-%m-%d}"
    return f"same day: {max(one.start, other.start):%Y-%m-%d}"


def _toll(mine: Toll, theirs: Toll) -> str:
    pairs: tuple[tuple[str, Count | None, Count | None], ...] = (
        ("killed", mine.killed, theirs.killed),
        ("injured", mine.injured, theirs.injured),
        ("detained", mine.detained, theirs.detained),
        ("displaced", mine.displaced, theirs.displaced),
    )
    same = next(
        f"{count.low} {kind}"
        for kind, count, told in pairs
        if count and told and (count.low, count.high) == (told.low, told.high)
    )
    return f"{same} in both"
