"""The words that tell one group or place from another."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from tocsin.core.types import Reading
from tocsin.ontology.gravity import gravity_lists
from tocsin.ontology.sourcing import sourcing_words

WIDE_KM = 100.0  # a name of a country or province holds too many groups to tell one
WIDE_FEATURES = frozenset({"PCLI", "PCLD", "PCLS", "PCLF", "ADM1", "CONT", "RGN"})

_WORD = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*")


@lru_cache(maxsize=65_536)  # names recur throughout a run
def proper_words(name: str | None) -> frozenset[str]:
    """Return the capitalised words of a name that are no common words for people or places.

    >>> sorted(proper_words("residents of Lindral Camp")), sorted(proper_words("displaced people"))
    (['lindral'], [])
    """
    found = (word for word in _WORD.findall(name or "") if word[:1].isupper())
    folded = {re.sub(r"[’']s$", "", word.lower()) for word in found}
    told = frozenset(folded) - sourcing_words().common_in_names
    return told - gravity_lists().people_words - gravity_lists().place_words


def words_of_sentence(sentence: str) -> frozenset[str]:
    """Return the words of a sentence, folded."""
    return frozenset(re.sub(r"[’']s$", "", word.lower()) for word in _WORD.findall(sentence))


def wide_names(readings: Iterable[Reading]) -> frozenset[str]:
    """Return the words that name countries, provinces and their people in the readings."""
    wide: set[str] = set()
    for reading in readings:
        for mention in reading.places:
            place = mention.place
            if place and (place.uncertainty_km >= WIDE_KM or place.feature in WIDE_FEATURES):
                wide |= proper_words(mention.text) | proper_words(mention.name)
    return frozenset(wide)
