"""Grading words: the steps that lead to a statement's credibility, as an analyst reads them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tocsin.core.types import Credibility, Origin, Reliability, Subject
from tocsin.weigh.grades.credibility import Grounds
from tocsin.weigh.grades.interest import Leaning
from tocsin.weigh.grades.sides import Voices

MEANING = {
    Credibility.CONFIRMED: "confirmed by other sources",
    Credibility.PROBABLE: "probably true",
    Credibility.POSSIBLE: "possibly true",
    Credibility.DOUBTFUL: "doubtful",
    Credibility.IMPROBABLE: "improbable",
    Credibility.UNKNOWN: "its truth cannot be judged",
}  # Source: NATO AJP-2.1
RELIABLE = {
    Reliability.A: "completely reliable",
    Reliability.B: "usually reliable",
    Reliability.C: "fairly reliable",
    Reliability.D: "not usually reliable",
    Reliability.E: "unreliable",
}  # Source: NATO AJP-2.1


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What of the grounds is told in words only."""

    origin: Origin
    affirms: bool
    alike: Voices
    against: Voices
    leaning: Leaning
    subject: Subject
    fits: str
    odd: tuple[str, ...]


def steps_of(grounds: Grounds, told: Told) -> tuple[str, ...]:
    """Return the steps in order: who says it, its record and interest, who else, who denies."""
    return tuple(dict.fromkeys(_steps(grounds, told)))


def grade_words(grade: Credibility) -> str:
    """Return the closing step.

    >>> grade_words(Credibility.PROBABLE)
    'so: 2, probably true'
    """
    return f"so: {grade.value}, {MEANING[grade]}"


def _steps(grounds: Grounds, told: Told) -> Iterator[str]:
    if grounds.withdrawn:
        yield "its publisher withdrew the report"
    if told.origin.certain:
        yield f"comes from {told.origin.name}: {told.origin.reason}"
    elif not grounds.withdrawn:
        yield f"who is behind it cannot be told: {told.origin.reason}"
    if told.leaning.words:
        yield told.leaning.words
    yield _record_words(grounds.reliability, told.subject)
    yield _alike_words(told)
    if told.against.number:
        yield _against_words(told.against)
        yield from (stand.leaning.words for stand in told.against.named if stand.leaning.words)
    if told.fits:
        yield f"others tell such things of {told.fits}"
    yield from told.odd


def _record_words(grade: Reliability, subject: Subject) -> str:
    if grade is Reliability.F:
        return f"other incidents do not tell how reliable its source is on {subject.value}: F"
    return f"by other incidents its source is {RELIABLE[grade]} on {subject.value}: {grade.value}"


def _alike_words(told: Told) -> str:
    one, many = ("affirms", "affirm") if told.affirms else ("denies", "deny")
    if not told.alike.number:
        return f"no other independent origin {one} it"
    if told.alike.number == 1:
        return f"one independent origin {one} it: {_names(told.alike)}"
    return f"{told.alike.number} independent origins {many} it: {_names(told.alike)}"


def _against_words(against: Voices) -> str:
    if against.number == 1:
        return f"one origin contradicts it: {_names(against)}"
    return f"{against.number} origins contradict it: {_names(against)}"


def _names(voices: Voices) -> str:
    names = ", ".join(sorted({stand.origin.name for stand in voices.named}))
    more = voices.number - len(voices.named)
    return f"{names} and {more} more" if more else names
