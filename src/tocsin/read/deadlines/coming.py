"""The day that a time expression falls due on, where that lies ahead of the report."""

from __future__ import annotations

import math
import re
from datetime import date

from spacy.tokens import Token

from tocsin.core.time import Precision
from tocsin.core.types import TimeMention, TimexType
from tocsin.read.deadlines.clause import DatedClause, children, words_before
from tocsin.read.deadlines.cues import cues
from tocsin.read.times.anchor import clause_direction
from tocsin.read.times.calendar import day_of, shift, shift_days, shift_months
from tocsin.read.times.tense import Direction

LENGTH = re.compile(r"P(T?)(\d{1,6})(H|D|W|M|Y)")
DAY_VALUE = re.compile(r"\d{4}-\d{2}-\d{2}(?=$|T)")
BARE_WEEKDAY = re.compile(r"(?:early |late )?(?:mon|tues|wednes|thurs|fri|satur|sun)day(?: \w+)?")
BARE_DAY = re.compile(r"(?:the \w+ of )?the [\w-]+(?:st|nd|rd|th)")
HOURS_A_DAY = 24
DAYS_A_WEEK = 7
COARSE = frozenset({Precision.DECADE, Precision.CENTURY})
AHEAD_WITHIN = 30  # tokens before a date in which "will", "must" or "unless" says it is to come
MODALS = frozenset({"will", "shall", "must", "would", "should", "'ll", "’ll", "may", "to"})
CONDITIONS = frozenset({"if", "unless", "should", "would", "until", "till"})

Due = tuple[date, Precision]


def coming_day(mention: TimeMention, clause: DatedClause, published: date | None) -> Due | None:
    """Return the last day of the interval where it lies ahead of the report."""
    when = mention.when
    if mention.type is TimexType.SET or when is None or when.latest is None:
        return None
    if when.precision in COARSE:
        return None
    last = _day_named(mention) or when.latest.date()
    if published is not None and last < published:
        turn = _next_turn(mention.text.lower(), last, published)
        return (turn, when.precision) if turn and _was_meant_ahead(clause) else None
    begun = published is None or when.earliest is None or when.earliest.date() <= published
    if begun and not is_presented_as_coming(clause):
        return None
    return last, when.precision


def end_of_length(mention: TimeMention, published: date | None) -> Due | None:
    """Return the day on which a length of time given from the published day runs out."""
    length = LENGTH.fullmatch(mention.value)
    if length is None or published is None:
        return None
    amount, unit = int(length[2]), length[3]
    if length[1]:
        amount, unit = math.ceil(amount / HOURS_A_DAY), "D"
    day = shift(published, amount, unit)
    return (day, Precision.DAY) if day else None


def counts_down(clause: DatedClause) -> bool:
    """Return whether a length runs from now: "in two days they will", "two days until they"."""
    doc, after = clause.end.doc, clause.end.i + 1
    if after < len(doc) and doc[after].lower_ in ("until", "till", "before", "left"):
        return not is_told(clause)
    opens = clause.preposition in ("in", "within")
    return opens and clause_direction(clause.start) is Direction.FUTURE


def is_presented_as_coming(clause: DatedClause) -> bool:
    """Return whether the wording sets the date ahead of the report."""
    if clause.preposition in cues().due_prepositions:
        return True
    return clause_direction(clause.start) is Direction.FUTURE


def is_conditional(clause: DatedClause) -> bool:
    """Return whether the date stands in a condition: "if they are not freed by Friday"."""
    return bool(_lower_before(clause.start) & {"if", "unless"})


def is_told(clause: DatedClause) -> bool:
    """Return whether the date's verb is in the past: "left on Friday", "had been shut by then"."""
    verb = clause.verb
    if verb is None or _lower_before(clause.start) & CONDITIONS:
        return False
    helpers = [child for child in children(verb) if child.dep_ in ("aux", "auxpass")]
    if any(helper.tag_ in ("MD", "TO") for helper in helpers):
        return False
    return verb.tag_ == "VBD" or any(_is_past(helper) for helper in helpers)


def _is_past(helper: Token) -> bool:
    """Return whether the helper puts its verb in the past: "was", "has"."""
    return helper.tag_ == "VBD" or helper.lemma_ == "have"


def _was_meant_ahead(clause: DatedClause) -> bool:
    """Return whether the wording speaks of the coming Sunday where times took the last."""
    if is_told(clause) or (_follows_past(clause.start) and not is_conditional(clause)):
        return False
    before = _lower_before(clause.start)
    return clause.preposition in cues().due_prepositions or bool(before & (MODALS | CONDITIONS))


def _follows_past(start: Token) -> bool:
    """Return whether a past form stands right before the date: "resolved on Tuesday"."""
    beside = words_before(start, 2)
    if beside and beside[0].lower_ == "on":
        beside = beside[1:]
    return bool(beside) and beside[0].tag_ in ("VBD", "VBN")


def _lower_before(start: Token) -> set[str]:
    """Return the words before the date in its sentence, in lower case."""
    return {token.lower_ for token in words_before(start, AHEAD_WITHIN)}


def _day_named(mention: TimeMention) -> date | None:
    """Return the day of "the night of 6 December": the night's end lies in the next."""
    day = DAY_VALUE.match(mention.value)
    return date.fromisoformat(day[0]) if day and mention.type is TimexType.TIME else None


def _next_turn(wording: str, last: date, published: date) -> date | None:
    """Return the coming Sunday, or 27th, of one that was taken for the last; None for others."""
    if BARE_WEEKDAY.fullmatch(wording):
        turn = shift_days(last, DAYS_A_WEEK)
        return turn if turn is not None and turn > published else None
    if BARE_DAY.fullmatch(wording):
        ahead = 0 if last.day > published.day else 1
        month = shift_months(published.replace(day=1), ahead)
        return day_of(month.year, month.month, last.day) if month else None
    return None
