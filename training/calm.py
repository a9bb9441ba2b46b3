"""Stretches of news in which nobody is harmed or threatened, as far as can be told without people.

Two witnesses must agree: a list of words, and the events that the reader finds (`training.harm`).
What either doubts is left out altogether.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

import yaml

from tocsin.ontology.event_types import event_types
from tocsin.read.triage.model import WINDOW_WORDS
from training.harm import HARMLESS_TYPES, Harm

WORDS: Final = Path(__file__).with_name("violence_words.yaml")
FEWEST_WORDS: Final = 40  # of a stretch taken by itself; shorter ends of articles are left out
_TOKEN = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class DoubtfulWords:
    """What each list of `violence_words.yaml` matches."""

    strong: re.Pattern[str]
    weak: re.Pattern[str]


@cache
def doubtful_words() -> DoubtfulWords:
    """Return the lists as patterns, loaded once."""
    lists = yaml.safe_load(WORDS.read_text(encoding="utf-8"))
    return DoubtfulWords(**{name: _any_of(words.split()) for name, words in lists.items()})


def is_calm(text: str, harm: Harm) -> bool:
    """Return whether neither witness finds harm anywhere in the text."""
    return not harm and not doubtful_words().strong.search(text)


def calm_stretches(text: str, harm: Harm) -> Iterator[str]:
    """Yield the stretches of a window's length in which neither finds harm or talk near it."""
    lists = doubtful_words()
    doubtful = [*harm, *(match.span() for match in lists.strong.finditer(text))]
    doubtful += [match.span() for match in lists.weak.finditer(text)]
    tokens = [match.span() for match in _TOKEN.finditer(text)]
    for first in range(0, len(tokens) - FEWEST_WORDS, WINDOW_WORDS):
        last = min(first + WINDOW_WORDS, len(tokens)) - 1
        start, end = tokens[first][0], tokens[last][1]
        if not any(low < end and start < high for low, high in doubtful):
            yield text[start:end]


def harmful_event_examples() -> Iterator[str]:
    """Yield the ontology's example of each type of event that is harm or a threat of it."""
    for kind in event_types().values():
        if kind.name not in HARMLESS_TYPES:
            yield kind.example


def _any_of(words: Iterable[str]) -> re.Pattern[str]:
    stems = (re.escape(word).replace(r"\*", r"\w*") for word in words)
    return re.compile(rf"\b(?:{'|'.join(stems)})\b", re.IGNORECASE)
