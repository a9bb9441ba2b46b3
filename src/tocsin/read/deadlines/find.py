"""Deadlines of a report: each coming date with a cue, and what falls on it."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from datetime import date

from tocsin.core.time import Precision
from tocsin.core.types import Deadline, Span, TimeMention, TimexType
from tocsin.read.deadlines.clause import DatedClause, dated_clause
from tocsin.read.deadlines.cues import cues
from tocsin.read.deadlines.judge import cue_of, is_moved, is_negated, length_cue
from tocsin.read.deadlines.phrase import phrase_around
from tocsin.read.deadlines.same import fuller, one_for_each
from tocsin.read.document import Document
from tocsin.read.times.anchor import Direction, clause_direction
from tocsin.read.times.calendar import shift

LENGTH = re.compile(r"P(T?)(\d{1,6})(H|D|W|M|Y)")
HOURS_A_DAY = 24
COARSE = frozenset({Precision.DECADE, Precision.CENTURY})


def find_deadlines(document: Document, times: Sequence[TimeMention]) -> tuple[Deadline, ...]:
    """Return the deadlines and trigger dates that lie ahead of the report, in text order."""
    found: list[Deadline] = []
    for index, mention in enumerate(times):
        clause = dated_clause(document, mention.span)
        if clause is None:
            continue
        deadline = _deadline(document, mention, clause, times[max(0, index - 1) : index])
        if deadline is not None:
            found.append(deadline)
    return one_for_each(found, document)


def _deadline(
    document: Document, mention: TimeMention, clause: DatedClause, before: Sequence[TimeMention]
) -> Deadline | None:
    published = document.report.published
    if mention.type is TimexType.DURATION:
        due = _end_of_length(mention, published)
        cue = length_cue(clause)
    else:
        due = _coming_day(mention, clause, published)
        cue = cue_of(clause)
    sentence = document.sentence_of(mention.span.start)
    if due is None or cue is None or sentence is None:
        return None
    if _is_left_behind(clause) or is_negated(clause, cue.word):
        return None
    day, precision = due
    with_date = mention.type is TimexType.DURATION
    what, span = phrase_around(cue.word, clause, mention.span, with_date=with_date)
    what = fuller(what, cue.word, document)
    return Deadline(
        date=day,
        precision=precision,
        kind=cue.kind,
        what=what + _moved_from(document, mention, clause, before),
        span=Span(min(span.start, mention.span.start), max(span.end, mention.span.end)),
        sentence=sentence,
    )


def _coming_day(
    mention: TimeMention, clause: DatedClause, published: date | None
) -> tuple[date, Precision] | None:
    """Return the last day of the interval where it lies ahead of the report."""
    when = mention.when
    if mention.type is TimexType.SET or when is None or when.latest is None:
        return None
    if when.precision in COARSE:
        return None
    last = when.latest.date()
    begun = published is None or when.earliest is None or when.earliest.date() <= published
    if published is not None and last < published:
        return None
    if begun and not _is_presented_as_coming(clause):
        return None
    return last, when.precision


def _is_presented_as_coming(clause: DatedClause) -> bool:
    if clause.preposition in cues().due_prepositions:
        return True
    return clause_direction(clause.start) is Direction.FUTURE


def _end_of_length(mention: TimeMention, published: date | None) -> tuple[date, Precision] | None:
    """Return the day on which a length of time given from the published day runs out."""
    length = LENGTH.fullmatch(mention.value)
    if length is None or published is None:
        return None
    amount, unit = int(length[2]), length[3]
    if length[1]:
        amount, unit = math.ceil(amount / HOURS_A_DAY), "D"
    day = shift(published, amount, unit)
    return (day, Precision.DAY) if day else None


def _is_left_behind(clause: DatedClause) -> bool:
    """Return whether the date is the one a deadline is moved away from."""
    return clause.preposition == "from" and is_moved(clause)


def _moved_from(
    document: Document, mention: TimeMention, clause: DatedClause, before: Sequence[TimeMention]
) -> str:
    """Return " (moved from 1 May)" where the clause moves the date, else nothing."""
    if not is_moved(clause):
        return ""
    for earlier in before:
        left = dated_clause(document, earlier.span)
        same = document.sentence_of(earlier.span.start) == document.sentence_of(mention.span.start)
        if left is not None and same and left.preposition == "from":
            return f" (moved from {earlier.text})"
    return " (moved)"
