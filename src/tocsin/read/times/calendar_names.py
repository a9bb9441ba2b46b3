"""Names of months and days that take several words or foreign spellings, found in running text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple

from tocsin.ontology.tables import read_table

FIRST_WORD = re.compile(r"[^\W\d_]+")
APOSTROPHES = "['’‘ʼʿʾ`]"
NAME_KINDS = (
    "hijri_month", "hijri_name", "persian_month", "persian_name",
    "hijri_era", "persian_era", "named_day",
)  # fmt: skip


class NamedDay(NamedTuple):
    """How a day with a name is found: the rule, and up to three numbers that the rule takes."""

    rule: str
    numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Names:
    """By the first word of a name in lower case: a pattern of the names, and what they say."""

    patterns: Mapping[str, re.Pattern[str]]
    meanings: Mapping[str, tuple[str, Any]]

    def match(self, text: str, start: int, word: str) -> tuple[re.Match[str], str, Any] | None:
        """Return the longest name at the place, its kind and its value, None for none."""
        pattern = self.patterns.get(word.lower()) if word[0].isupper() else None
        found = pattern.match(text, start) if pattern else None
        return (found, *self.meanings[_key(found[0])]) if found else None


@cache
def calendar_names() -> Names:
    """Return the names of `ontology/calendars.yaml` and `named_days.yaml`, read once a process."""
    meanings: dict[str, tuple[str, Any]] = {}
    spellings: dict[str, list[str]] = {}
    for name, kind, value in (*_months(), *_eras(), *_days()):
        meanings[_key(name)] = (kind, value)
        first = FIRST_WORD.match(name)
        if first:
            spellings.setdefault(first[0].lower(), []).append(name)
    return Names({word: _pattern(names) for word, names in spellings.items()}, meanings)


def _pattern(names: list[str]) -> re.Pattern[str]:
    longest_first = sorted(names, key=len, reverse=True)
    return re.compile(f"(?:{'|'.join(map(_loose, longest_first))})(?!\\w)", re.IGNORECASE)


def _loose(name: str) -> str:
    """Return a pattern of the name with hyphens for spaces and any apostrophe or none."""
    return re.escape(name).replace(r"\ ", r"(?:[ ]|[-‐-–]|[ ]?\n)").replace("'", f"{APOSTROPHES}?")


def _key(name: str) -> str:
    return " ".join(re.sub(APOSTROPHES, "", re.sub(r"[-‐-–\n]", " ", name)).lower().split())


def _months() -> Iterator[tuple[str, str, Any]]:
    table = read_table("calendars")
    for calendar in ("hijri", "persian"):
        for month, names in table[calendar].items():
            for name in names.get("sure", ()):
                yield name, f"{calendar}_month", month
            for name in names.get("doubtful", ()):
                yield name, f"{calendar}_name", month


def _eras() -> Iterator[tuple[str, str, Any]]:
    for calendar, names in read_table("calendars")["eras"].items():
        for name in names:
            yield name, f"{calendar}_era", calendar


def _days() -> Iterator[tuple[str, str, Any]]:
    table = read_table("named_days")
    for rule in ("fixed", "easter", "orthodox_easter", "nth", "hijri", "persian"):
        for numbers, names in table[rule].items():
            for name in names:
                yield name, "named_day", NamedDay(rule, _numbers(numbers))
    for countries, numbers in table["independence"].items():
        for country in countries.split():
            for form in (f"{country} Independence Day", f"{country}'s Independence Day"):
                yield form, "named_day", NamedDay("fixed", _numbers(numbers))


def _numbers(text: str | int) -> tuple[int, ...]:
    """Return the numbers of "5-1--1": a minus after a hyphen belongs to its number.

    >>> _numbers("5-1--1"), _numbers(-47)
    ((5, 1, -1), (-47,))
    """
    return tuple(int(number) for number in re.findall(r"(?:(?<=-)-|^-)?\d+", str(text)))
