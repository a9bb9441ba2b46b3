"""Direction of a clause in time, and the calendar day that a partial date means in it."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from itertools import islice

from spacy.tokens import Token

from tocsin.read.times.calendar import day_of, shift_days
from tocsin.read.times.lexicon import vocabulary

CLIMB_LIMIT = 12  # heads between an expression and its verb; deeper trees are lists, not clauses
UNTIL_WITHIN = 5  # tokens: "until 9 a.m. local time Friday"
MOST_CHILDREN = 40  # a verb with more is the parse of a list or of noise
FAR_DAYS = 300  # a date without a year is not read so far back when its next turn is near
NEAR_DAYS = 75


class Direction(StrEnum):
    """Which side of the published date a clause speaks of."""

    PAST = "past"
    FUTURE = "future"
    UNSURE = "unsure"


def clause_direction(token: Token) -> Direction:
    """Return which way the clause around the token looks from the published date."""
    leaning = _neighbour_leaning(token)
    if leaning is not Direction.UNSURE:
        return leaning
    for _ in range(CLIMB_LIMIT):
        direction = _verb_direction(token)
        if direction is not Direction.UNSURE or token.head == token:
            return direction
        token = token.head
    return Direction.UNSURE


def _neighbour_leaning(token: Token) -> Direction:
    """Return what the words beside the expression say of its direction before any parse does."""
    before = _neighbour(token, -1)
    if before is not None and before.lower_ == "on":
        before = _neighbour(before, -1)
    if before is not None and (before.lower_ in ("since", "last") or before.tag_ == "VBD"):
        return Direction.PAST
    head = token.head
    until = _until_before(token)
    if until is not None and until.head.lemma_ not in vocabulary().verbs["lasting"]:
        return Direction.FUTURE
    if head.lower_ == "by" and head.head.lemma_ in ("give", "have", "due"):
        return Direction.FUTURE
    after = _neighbour(token, 1)
    if after is not None and after.tag_ == "POS" and not _clause_has_will(token):
        return Direction.PAST
    return Direction.UNSURE


def _until_before(token: Token) -> Token | None:
    """Return the "until" that leads into the date, over a time of day: "until 9 a.m. Friday"."""
    for steps in range(1, UNTIL_WITHIN + 1):
        before = _neighbour(token, -steps)
        if before is None or before.pos_ in ("VERB", "AUX", "PUNCT"):
            return None
        if before.lower_ in ("until", "till"):
            return before
    return None


def _neighbour(token: Token, steps: int) -> Token | None:
    index = token.i + steps
    return token.doc[index] if 0 <= index < len(token.doc) else None


def _clause_has_will(token: Token) -> bool:
    for _ in range(CLIMB_LIMIT):
        if any(
            child.lower_ in ("will", "'ll", "’ll") for child in islice(token.lefts, MOST_CHILDREN)
        ):
            return True
        token = token.head
    return False


def _verb_direction(token: Token) -> Direction:
    """Return the direction of a verb group, UNSURE for what is no verb or leans on a higher one."""
    if token.pos_ not in ("VERB", "AUX"):
        return Direction.UNSURE
    helpers = [
        child for child in islice(token.children, MOST_CHILDREN) if child.dep_ in ("aux", "auxpass")
    ]
    words = {helper.lower_ for helper in helpers}
    if words & {"have", "has", "had", "'ve", "’ve"}:
        return Direction.PAST
    if words & vocabulary().verbs["modal"] or "to" in words:
        return Direction.FUTURE
    if token.tag_ == "VBD":
        return Direction.PAST
    present = any(helper.tag_ in ("VBZ", "VBP") for helper in helpers)
    if token.tag_ == "VBN":
        coming = token.lemma_ in vocabulary().verbs["scheduling"] or (
            present and token.lemma_ not in ("say",)
        )
        return Direction.FUTURE if coming else Direction.PAST
    if token.tag_ == "VBG":
        if not helpers:
            return Direction.UNSURE
        return Direction.FUTURE if present else Direction.PAST
    if token.tag_ in ("VBZ", "VBP", "VB"):
        return Direction.FUTURE
    return Direction.UNSURE


def nearest_year(published: date, month: int, day: int | None, direction: Direction) -> int:
    """Return the year that a date without one means; a near turn beats the tense of a far one."""
    on = day or (published.day if month == published.month else 15)
    turns = [turn for year in (-1, 0, 1) if (turn := day_of(published.year + year, month, on))]
    if day is None and month == published.month and direction is not Direction.UNSURE:
        return published.year
    past = max((turn for turn in turns if turn <= published), default=None)
    coming = min((turn for turn in turns if turn >= published), default=None)
    if past is None or coming is None:
        return (past or coming or published).year
    gone, ahead = (published - past).days, (coming - published).days
    if direction is Direction.PAST and not (day and gone > FAR_DAYS and ahead < NEAR_DAYS):
        return past.year
    if direction is Direction.FUTURE and not (day and ahead > FAR_DAYS and gone < NEAR_DAYS):
        return coming.year
    return past.year if gone <= ahead else coming.year


def weekday_near(published: date, weekday: int, direction: Direction) -> date | None:
    """Return the day: the coming one in a clause that looks ahead, else the last one."""
    if direction is Direction.FUTURE:
        return shift_days(published, (weekday - published.isoweekday()) % 7)
    return shift_days(published, -((published.isoweekday() - weekday) % 7))
