"""Credibility: a statement's grade 1–6 from what is said for and against it, step by step.

docs/adr/0013-admiralty-grades.md states the rules. Source of the grades: NATO AJP-2.1.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from tocsin.core.types import Credibility, Reliability

CONFIRMING = 2.0  # two other origins: that two papers share an unnamed handout cannot be ruled out
PROBABLE_LEAD = 3.0  # times what speaks against it: a contested statement is never better than 2
IMPROBABLE_LEAD = 3.0  # times what speaks for it
UNTRACED_WEIGHT = 0.5  # set against a denial: somebody said it, though not known who
ADMISSION_BONUS = (
    1.0  # speaking against one's own interest is as good as one voice beside one's own
)
TRUST = {
    Reliability.A: 1.0,
    Reliability.B: 1.0,
    Reliability.C: 1.0,
    Reliability.D: 0.5,
    Reliability.E: 0.25,
    Reliability.F: 1.0,
}
"""What a voice counts by its source's record: a good one earns no extra vote, a bad one less."""

WORST_LAST = (
    Credibility.CONFIRMED,
    Credibility.PROBABLE,
    Credibility.POSSIBLE,
    Credibility.DOUBTFUL,
    Credibility.IMPROBABLE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Grounds:
    """All that bears on one statement.

    `own` is the weight of its own origin, `support` and `against` those of the others on its side
    and on the other. `certain` says that its own origin can be told, `admits` that it speaks
    against its own interest. `reliability` is its source's on the subject. `fits` says that others
    tell such things of the same actor or place. `at_best` bounds the grade for what looks wrong.
    """

    own: float
    support: float
    against: float
    certain: bool
    admits: bool = False
    reliability: Reliability = Reliability.F
    fits: bool = False
    withdrawn: bool = False
    at_best: Credibility = Credibility.CONFIRMED
    steps: tuple[str, ...] = field(default=())


def credibility_of(grounds: Grounds) -> Credibility:
    """Return the grade that the grounds give.

    >>> credibility_of(Grounds(own=1, support=2, against=0, certain=True))
    <Credibility.CONFIRMED: '1'>
    >>> credibility_of(Grounds(own=1, support=0, against=0, certain=True))
    <Credibility.UNKNOWN: '6'>
    """
    if grounds.withdrawn:
        return Credibility.DOUBTFUL if grounds.support >= 1 else Credibility.IMPROBABLE
    found = _contested(grounds) if grounds.against > 0 else _uncontested(grounds)
    if found is Credibility.UNKNOWN:
        unsound = grounds.at_best in (Credibility.DOUBTFUL, Credibility.IMPROBABLE)
        return grounds.at_best if unsound else found
    return worse(found, grounds.at_best)


def worse(one: Credibility, other: Credibility) -> Credibility:
    """Return the worse of two grades; 6 is no grade and gives way.

    >>> worse(Credibility.PROBABLE, Credibility.UNKNOWN)
    <Credibility.PROBABLE: '2'>
    """
    judged = [grade for grade in (one, other) if grade is not Credibility.UNKNOWN]
    return max(judged, key=WORST_LAST.index, default=Credibility.UNKNOWN)


def _uncontested(grounds: Grounds) -> Credibility:
    support = grounds.support + (ADMISSION_BONUS if grounds.admits else 0.0)
    if not grounds.certain:
        return _untraced(support)
    if support >= CONFIRMING:
        return Credibility.CONFIRMED
    if support >= 1:
        return Credibility.PROBABLE
    return Credibility.POSSIBLE if support > 0 else _alone(grounds)


def _untraced(support: float) -> Credibility:
    """Return the grade of what others affirm though it may stem from them: one step lower."""
    if support >= CONFIRMING:
        return Credibility.PROBABLE
    return Credibility.POSSIBLE if support >= 1 else Credibility.UNKNOWN


def _alone(grounds: Grounds) -> Credibility:
    """Return the grade of what one origin says and nobody else affirms or denies."""
    if grounds.reliability in (Reliability.A, Reliability.B):
        return Credibility.PROBABLE
    if grounds.reliability in (Reliability.D, Reliability.E):
        return Credibility.DOUBTFUL
    known = grounds.fits or grounds.reliability is Reliability.C
    return Credibility.POSSIBLE if known else Credibility.UNKNOWN


def _contested(grounds: Grounds) -> Credibility:
    own = grounds.own * TRUST[grounds.reliability] if grounds.certain else UNTRACED_WEIGHT
    mine = own + grounds.support
    if mine >= PROBABLE_LEAD * grounds.against:
        return Credibility.PROBABLE
    if mine > grounds.against:
        return Credibility.POSSIBLE
    improbable = grounds.against >= IMPROBABLE_LEAD * mine
    return Credibility.IMPROBABLE if improbable else Credibility.DOUBTFUL
