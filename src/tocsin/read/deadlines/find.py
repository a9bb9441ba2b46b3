"""Deadlines of a report: each coming date that matters to people's safety, and what falls on it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from spacy.tokens import Token

from tocsin.core.time import Precision
from tocsin.core.types import Deadline, DeadlineKind, Span, TimeMention, TimexType
from tocsin.read.deadlines.clause import DatedClause, dated_clause, led_in_by
from tocsin.read.deadlines.coming import Due, coming_day, counts_down, end_of_length, is_conditional
from tocsin.read.deadlines.cues import cues
from tocsin.read.deadlines.judge import Cue, cue_of, is_moved, is_negated, length_cue
from tocsin.read.deadlines.phrase import phrase_around
from tocsin.read.deadlines.same import fuller, one_for_each
from tocsin.read.deadlines.signs import PROTECTING_TIES, Dated, signs_of
from tocsin.read.document import Document
from tocsin.read.evidence import Opinion, chance, kept_from, no_opinion
from tocsin.read.tenor import Tenor

CLOCK_GAP = 5  # characters: " on ", ", "


@dataclass(frozen=True, slots=True)
class Candidate:
    """A coming date: the day it falls on, the signs about it, and how it hangs in its clause."""

    dated: Dated
    precision: Precision
    signs: frozenset[str]
    before: TimeMention | None

    def score(self, opinion: Opinion) -> float:
        """Return how likely the date is a deadline, 0 to 1."""
        return chance("deadlines", self.signs, opinion(self.dated.mention.span))


def find_deadlines(
    document: Document, times: Sequence[TimeMention], *, opinion: Opinion = no_opinion
) -> tuple[Deadline, ...]:
    """Return the deadlines and trigger dates that lie ahead of the report, in text order."""
    likely = (c for c in candidates(document, times) if c.score(opinion) >= kept_from("deadlines"))
    return one_for_each([_deadline(candidate) for candidate in likely], document)


def candidates(document: Document, times: Sequence[TimeMention]) -> Iterator[Candidate]:
    """Yield each date that lies ahead of the report, in text order."""
    tenor = Tenor.of(document)
    days: set[date] = set()
    before: TimeMention | None = None
    for mention, clause, sentence in _expressions(document, times):
        due, cue = _due(mention, clause, document.report.published)
        if due is not None and not _is_put_aside(clause, cue):
            day, precision = due
            dated = Dated(document, mention, clause, cue, sentence, day, day in days)
            yield Candidate(dated, precision, frozenset(signs_of(dated, tenor)), before)
            days.add(day)
        before = mention


def _expressions(
    document: Document, times: Sequence[TimeMention]
) -> Iterator[tuple[TimeMention, DatedClause, int]]:
    """Yield the expressions of prose with their clause and sentence.

    A time of day with its day beside it ("by noon on Tuesday") is one with the day, led in by
    the words before both.
    """
    leading: DatedClause | None = None
    for index, mention in enumerate(times):
        clause = dated_clause(document, mention.span)
        sentence = document.sentence_of(mention.span.start)
        if clause is None or sentence is None:
            continue
        clause = clause if leading is None else led_in_by(leading, clause)
        following = times[index + 1] if index + 1 < len(times) else None
        leading = clause if following is not None and _is_clock_of(mention, following) else None
        if leading is None:
            yield mention, clause, sentence


def _is_clock_of(mention: TimeMention, following: TimeMention) -> bool:
    """Return whether the first is the time of day on the second, told just before it."""
    near = following.span.start - mention.span.end <= CLOCK_GAP
    return near and mention.type is TimexType.TIME and following.value[:10] == mention.value[:10]


def _due(
    mention: TimeMention, clause: DatedClause, published: date | None
) -> tuple[Due | None, Cue | None]:
    """Return the day that the expression falls due on and what makes it matter, None for each."""
    if mention.type is not TimexType.DURATION:
        return coming_day(mention, clause, published), cue_of(clause)
    cue = length_cue(clause)
    runs = cue is not None or counts_down(clause)
    return (end_of_length(mention, published) if runs else None), cue


def _is_put_aside(clause: DatedClause, cue: Cue | None) -> bool:
    """Return whether a deadline is moved away from the date, or will not fall on it."""
    if clause.preposition == "from" and is_moved(clause):
        return True
    if cue is None or clause.preposition in PROTECTING_TIES or is_conditional(clause):
        return False
    return is_negated(clause, cue.word)


def _deadline(candidate: Candidate) -> Deadline:
    dated = candidate.dated
    mention, clause = dated.mention, dated.clause
    cue = dated.cue or Cue(_kind(clause), _word(clause))
    with_date = mention.type is TimexType.DURATION
    what, span = phrase_around(cue.word, clause, mention.span, with_date=with_date)
    what = fuller(what, cue.word, dated.document)
    return Deadline(
        date=candidate.dated.day,
        precision=candidate.precision,
        kind=cue.kind,
        what=what + _moved_from(candidate),
        span=Span(min(span.start, mention.span.start), max(span.end, mention.span.end)),
        sentence=dated.sentence,
    )


def _kind(clause: DatedClause) -> DeadlineKind:
    """Return whether something is due by the date or falls on it, from its preposition."""
    due = clause.preposition in cues().due_prepositions
    return DeadlineKind.DUE if due else DeadlineKind.TRIGGER


def _word(clause: DatedClause) -> Token:
    """Return the word that says what falls on the date: its verb, else what it hangs on."""
    if clause.verb is not None:
        return clause.verb
    return clause.governors[-1] if clause.governors else clause.root


def _moved_from(candidate: Candidate) -> str:
    """Return " (moved from 1 May)" where the clause moves the date, else nothing."""
    dated, earlier = candidate.dated, candidate.before
    if not is_moved(dated.clause):
        return ""
    if earlier is not None and dated.document.sentence_of(earlier.span.start) == dated.sentence:
        left = dated_clause(dated.document, earlier.span)
        if left is not None and left.preposition == "from":
            return f" (moved from {earlier.text})"
    return " (moved)"
