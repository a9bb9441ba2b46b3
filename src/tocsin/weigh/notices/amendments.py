"""Amendments: what a publisher says that an earlier report of its own should have said."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from tocsin.ontology.corrections import correction_words

REACH = 80  # characters between the wrong value and the right one: one or two short clauses
LONGEST = 600  # characters read of one announcement; a correction is a few lines


@dataclass(frozen=True, slots=True)
class Change:
    """A value that an earlier report gave, and the one that replaces it, as worded."""

    wrong: str
    right: str

    @property
    def words(self) -> str:
        """Return the change as a person reads it."""
        return f"“{self.wrong}” became “{self.right}”"


def is_voided(text: str) -> bool:
    """Return whether the words say that nothing of the earlier report stands.

    >>> is_voided("Correction: the raid did not happen."), is_voided("Correction: it was 14.")
    (True, False)
    """
    return _voids().search(text[:LONGEST]) is not None


def changes_in(text: str) -> tuple[Change, ...]:
    """Return what the announcement changes, as far as its wording tells.

    >>> changes_in("An earlier version said 40 people were killed; it was 14.")
    (Change(wrong='40', right='14'),)
    >>> changes_in("CORRECTION: Fourteen people were killed, not forty.")
    (Change(wrong='forty', right='Fourteen'),)
    >>> changes_in("Corrects the toll from 1,200 to 12.")
    (Change(wrong='1,200', right='12'),)
    """
    return tuple(dict.fromkeys(_found(text[:LONGEST])))


def _found(text: str) -> Iterator[Change]:
    """Yield the changes worded in the plainest of the forms that fit."""
    for form in _forms():
        changes = [Change(found["wrong"], found["right"]) for found in form.finditer(text)]
        told = [change for change in changes if change.wrong.casefold() != change.right.casefold()]
        if told:
            yield from told
            return


@cache
def _forms() -> tuple[re.Pattern[str], ...]:
    """Return the wordings, the plainest first.

    Every stretch between two values is bounded, so that time stays linear in the text.
    """
    words = correction_words()
    said, becomes = any_of(words.said), any_of(words.becomes)
    old, new = rf"(?P<wrong>{_value()})", rf"(?P<right>{_value()})"
    clause, sentence = rf"[^.;\n]{{0,{REACH}}}?", rf"[^\n]{{0,{REACH}}}?"
    forms = (
        rf"\bfrom {old} to {new}\b",
        rf"\bnot (?:on |in |by )?{old},? but (?:on |in |by )?{new}\b",
        rf"\b{new}\b{clause},? (?:and )?not (?:on |in |by )?{old}\b",
        rf"\b{new}\b{clause} (?:instead of|rather than) {old}\b",
        rf"\b(?:{said})\b{clause}\b{old}\b{sentence}\b(?:{becomes})\b{clause}\b{new}\b",
    )
    return tuple(re.compile(form, re.IGNORECASE) for form in forms)


@cache
def _value() -> str:
    """Return the pattern of a number in digits or words, or of a day."""
    words = correction_words()
    months, tens, ones = map(any_of, (words.months, words.tens, words.ones))
    return (
        rf"(?:\d{{1,2}} (?:{months})|(?:{months}) \d{{1,2}}|\d[\d,]{{0,12}}(?<!,)"
        rf"|(?:{tens})(?:-(?:{ones}))?|{any_of(words.numbers)}|{ones})"
    )


@cache
def _voids() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{any_of(correction_words().voids)})\b", re.IGNORECASE)


def any_of(phrases: Sequence[str]) -> str:
    """Return the pattern that any of the phrases fits, the longest first."""
    longest_first = sorted(phrases, key=len, reverse=True)
    return "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in longest_first)
