"""What speaks for and against a coming date's being a deadline, as names of signs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from spacy.tokens import Token

from tocsin.core.time import Precision
from tocsin.core.types import DeadlineKind, TimeMention, TimexType
from tocsin.read.deadlines.clause import DatedClause, children, words_before
from tocsin.read.deadlines.coming import counts_down, is_told
from tocsin.read.deadlines.cues import cues
from tocsin.read.deadlines.judge import ULTIMATA, Cue
from tocsin.read.document import Document
from tocsin.read.tenor import Tenor, tenor_words

WORDS_BEFORE = 25
WORDS_AFTER = 12
EVENT_LEADS = frozenset({"before", "until", "till", "ahead", "when"})
EVENT_WORDS = 9  # "before the camp's closure by the army on 1 August"
LONG = frozenset({Precision.WEEK, Precision.MONTH, Precision.QUARTER, Precision.SEASON,
                  Precision.YEAR, Precision.VAGUE})  # fmt: skip
TIES = {
    **dict.fromkeys(
        ("by", "before", "within", "nlt", "latest", "no later than", "not later than"), "by"
    ),
    **dict.fromkeys(("until", "till"), "until"),
}
PROTECTING_TIES = frozenset({"before", "until", "till"})  # "shall not be removed before 1 May"
NEAR_DAYS = frozenset({"today", "tonight", "tomorrow", "overnight"})


@dataclass(frozen=True)
class Dated:
    """A coming date with all that its signs are read from."""

    document: Document
    mention: TimeMention
    clause: DatedClause
    cue: Cue | None
    sentence: int
    day: date
    again: bool

    @cached_property
    def near(self) -> list[Token]:
        """Return the words about the date in its sentence."""
        phrase = self.document.phrases[self.sentence]
        first = max(phrase.start, self.clause.start.i - WORDS_BEFORE)
        last = min(phrase.end, self.clause.end.i + 1 + WORDS_AFTER)
        inside = range(self.clause.start.i, self.clause.end.i + 1)
        return [t for t in self.document.doc[first:last] if t.i not in inside]

    @cached_property
    def governing(self) -> list[Token]:
        """Return the words that the date hangs on, with their own."""
        words = [*self.clause.governors, *self.clause.participants()]
        if self.clause.verb is not None:
            words += children(self.clause.verb)
        return words


def signs_of(dated: Dated, tenor: Tenor) -> Iterator[str]:
    """Yield the names of the signs."""
    yield from _wording_signs(dated)
    yield from _clause_signs(dated)
    yield from _word_signs(dated)
    yield from tenor.report_signs()


def _wording_signs(dated: Dated) -> Iterator[str]:
    tie = TIES.get(dated.clause.preposition, "")
    if tie:
        yield tie
    elif _leads_to_event(dated):
        yield "before_event"
    yield _shape(dated)
    if dated.again:
        yield "again"


def _shape(dated: Dated) -> str:
    """Return how the day is told: with its number, by name, as a length, as today."""
    when, text = dated.mention.when, dated.mention.text.lower()
    if dated.mention.type is TimexType.DURATION:
        return "countdown" if counts_down(dated.clause) else "length"
    if when is not None and when.precision in LONG:
        return "long"
    if dated.day == dated.document.report.published:
        return "same_day"
    if set(text.split()) & NEAR_DAYS:
        return "near_day"
    return "numbered_day" if any(c.isdigit() for c in text) else "named_day"


def _leads_to_event(dated: Dated) -> bool:
    """Return whether the date is that of an event before which something is to be done."""
    for token in words_before(dated.clause.start, EVENT_WORDS):
        if token.is_punct:
            return False
        if token.lower_ in EVENT_LEADS:
            return True
    return False


def _clause_signs(dated: Dated) -> Iterator[str]:
    clause, cue = dated.clause, dated.cue
    if cue is not None:
        yield "due_cue" if cue.kind is DeadlineKind.DUE else "trigger_cue"
    if is_told(clause):
        yield "told"
    if cue is not None and cue.word.lemma_.lower() in ULTIMATA:
        yield "ultimatum"


def _word_signs(dated: Dated) -> Iterator[str]:
    words = cues()
    governing = {token.lemma_.lower() for token in dated.governing}
    near = {token.lemma_.lower() for token in dated.near}
    lower = {token.lower_ for token in dated.near}
    if governing & words.stakes:
        yield "stakes_governing"
    elif near & words.stakes:
        yield "stakes_near"
    if governing & tenor_words().idle:
        yield "idle_governing"
    elif near & tenor_words().idle:
        yield "idle_near"
    if governing & words.calendar:
        yield "calendar"
    if near & words.lapses:
        yield "lapse"
    if near & words.dreads:
        yield "dread"
    if lower & {"must", "shall"} or governing & words.obligation_words:
        yield "duty"
    if lower & {"will", "'ll", "’ll", "to"}:
        yield "ahead"
