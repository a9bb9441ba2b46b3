"""Words brought to one form, and words that tell of one deed, without a parse."""

from __future__ import annotations

from collections import defaultdict
from functools import cache, lru_cache
from typing import Any

from tocsin.ontology.tables import read_table
from tocsin.weigh.copies.shingles import words_of

SHORTEST_STEM = 3  # "red", "sing" and "thing" keep their endings
VOWELS = frozenset("aeiouy")
ENDINGS = ("ations", "ation", "ments", "ment", "ings", "ing", "ions", "ion", "ers", "ed", "es", "s")


@lru_cache(maxsize=100_000)
def stem_of(word: str) -> str:
    """Return a folded word without its ending, the same for a verb and what is made of it.

    >>> [stem_of(word) for word in ("shelling", "shelled", "shells", "shot", "negotiations")]
    ['shell', 'shell', 'shell', 'shoot', 'negotiat']
    >>> stem_of("negotiate"), stem_of("announcement"), stem_of("announced"), stem_of("bus")
    ('negotiat', 'announc', 'announc', 'bus')
    """
    irregular: dict[str, str] = _table()["irregular"]
    return _bare(irregular[word]) if word in irregular else _bare(_without_ending(word))


def is_common(word: str) -> bool:
    """Return whether a folded word says nothing of what a text is about."""
    return word in _common()


def content_stems(text: str) -> tuple[str, ...]:
    """Return the stems of the words that tell what a text is about, in order.

    >>> content_stems("The army has shelled Halvik")
    ('army', 'shell', 'halvik')
    """
    return tuple(stem_of(word) for word in words_of(text) if not is_common(word))


def head_stem(trigger: str) -> str:
    """Return the stem of the word that names the deed.

    >>> head_stem("checked into"), head_stem("took into custody"), head_stem("")
    ('check', 'custody', '')
    """
    words = words_of(trigger)
    particles = _particles()
    telling = [word for word in words if word not in particles] or words
    return stem_of(telling[-1]) if telling else ""


@cache
def deeds_of(stem: str) -> frozenset[int]:
    """Return the numbers of the sets of words for one deed that hold the stem.

    >>> bool(deeds_of(stem_of("explosion")) & deeds_of(stem_of("blast")))
    True
    """
    return _deeds().get(stem, frozenset())


def _without_ending(word: str) -> str:
    if word.endswith(("ies", "ied")) and len(word) > SHORTEST_STEM + 1:
        return word[:-3] + "y"
    for ending in ENDINGS:
        left = word.removesuffix(ending)
        if left == word or len(left) < SHORTEST_STEM or not VOWELS & set(left):
            continue
        if ending == "s" and left[-1] in "sui":
            return word
        if ending == "ation" or ending == "ations":
            return left + "at"
        if (
            ending in ("ing", "ings", "ed", "ers")
            and left[-1] == left[-2]
            and left[-1] not in "lsz"
        ):
            return left[:-1]
        return left
    return word


def _bare(word: str) -> str:
    return word[:-1] if word.endswith("e") and len(word) > SHORTEST_STEM else word


@cache
def _deeds() -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = defaultdict(set)
    for number, words in enumerate(_table()["deeds"]):
        for word in words:
            found[stem_of(word)].add(number)
    return {stem: frozenset(numbers) for stem, numbers in found.items()}


@cache
def _common() -> frozenset[str]:
    return frozenset(_table()["common"])


@cache
def _particles() -> frozenset[str]:
    return frozenset(_table()["particles"])


@cache
def _table() -> dict[str, Any]:
    table: dict[str, Any] = read_table("same_deed")
    return table
