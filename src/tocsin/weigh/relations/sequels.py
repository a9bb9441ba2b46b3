"""Sequels: by what a later report answers an earlier one, and whether it is one source's."""

from __future__ import annotations

from tocsin.core.types import Reading
from tocsin.ontology.relating import relating_words
from tocsin.weigh.copies.shingles import words_of
from tocsin.weigh.naming import folded

OPENING_CHARACTERS = 4_000  # a report answers another at its head; bounds the search for cues


def opening(reading: Reading) -> str:
    """Return the head of the report, where it says what it answers."""
    return reading.report.text[:OPENING_CHARACTERS]


def carries_on(earlier: Reading, later: Reading) -> str:
    """Return the words by which only the later report tells of what came after, "" for none."""
    if not later_day(earlier, later):
        return ""
    old = {found.casefold() for found in relating_words().carries_on.findall(opening(earlier))}
    new = relating_words().carries_on.findall(opening(later))
    return next((found for found in new if found.casefold() not in old), "")


def later_day(earlier: Reading, later: Reading) -> bool:
    """Return whether the later report came out on a later day than the earlier."""
    one, other = earlier.report.published, later.report.published
    return one is not None and other is not None and one < other


def same_source(one: Reading, other: Reading) -> bool:
    """Return whether one outlet published both."""
    return bool(one.report.outlet) and folded(one.report.outlet or "") == folded(
        other.report.outlet or ""
    )


def rejects(reading: Reading) -> bool:
    """Return whether a report rejects a story without naming a deed of its own."""
    words, text = relating_words(), opening(reading)
    return words.rejects.search(text) is not None or words.rejecting.search(text) is not None


def became(earlier: Reading, later: Reading) -> str:
    """Return the word by which only the later report says what became of it, "" for none."""
    if not later_day(earlier, later):
        return ""
    types = {event.type for event in earlier.events}
    old, new = set(words_of(opening(earlier))), words_of(opening(later))
    for after, outcome in relating_words().outcomes:
        told = next((word for word in new if word in outcome), "")
        if told and after & types and not outcome & old:
            return told
    return ""
