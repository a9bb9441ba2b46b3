"""The words by which one report answers another, read from `relations.yaml`."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

from tocsin.ontology.tables import read_table

WORD_LISTS = (
    "shared_in_places",
    "wide_places",
    "vague_actors",
    "state_actors",
    "partisan",
    "plain",
)
Pairs = frozenset[tuple[str, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class RelatingWords:
    """Word lists in lower case, patterns of cues, and pairs of event types.

    `rejecting` is a verb with what it rejects. `outcomes` are types of events with the words for
    what became of it. `follows` is ordered: the first type leads to the second. `against` and
    `alike` hold both orders.
    """

    carries_on: re.Pattern[str]
    corrects: re.Pattern[str]
    rejects: re.Pattern[str]
    about: re.Pattern[str]
    rejecting: re.Pattern[str]
    outcomes: tuple[tuple[frozenset[str], frozenset[str]], ...]
    follows: Pairs
    against: Pairs
    alike: Pairs
    shared_in_places: frozenset[str]
    wide_places: frozenset[str]
    vague_actors: frozenset[str]
    state_actors: frozenset[str]
    partisan: frozenset[str]
    plain: frozenset[str]


@cache
def relating_words() -> RelatingWords:
    """Return the lists that ship with Tocsin."""
    table = read_table("relations")
    cues: dict[str, Any] = {
        name: _any_of(table[name]) for name in ("carries_on", "corrects", "rejects", "about")
    }
    words: dict[str, Any] = {name: frozenset(table[name]) for name in WORD_LISTS}
    return RelatingWords(
        **cues,
        **words,
        rejecting=_rejecting(table["rejecting"], table["rejected"]),
        outcomes=tuple(
            (frozenset(row["after"]), frozenset(row["words"])) for row in table["outcomes"]
        ),
        follows=frozenset((one, other) for one, other in table["follows"]),
        against=_both_ways(table["against"]),
        alike=_both_ways(table["alike"]),
    )


def _any_of(phrases: Iterable[str]) -> re.Pattern[str]:
    ways = (re.escape(phrase).replace(r"\ ", r"\s+") for phrase in phrases)
    return re.compile(rf"(?<!\w)(?:{'|'.join(ways)})(?!\w)", re.IGNORECASE)


def _rejecting(verbs: Iterable[str], nouns: Iterable[str]) -> re.Pattern[str]:
    """Return the pattern of a verb with what it rejects a few words on."""
    either = ("|".join(verbs), "|".join(nouns))
    return re.compile(
        rf"\b(?:{either[0]})\s+(?:[\w’'-]+\s+){{0,3}}?(?:{either[1]})\b", re.IGNORECASE
    )


def _both_ways(pairs: Iterable[tuple[str, str]]) -> Pairs:
    return frozenset(pair for one, other in pairs for pair in ((one, other), (other, one)))
