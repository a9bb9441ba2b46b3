"""The statement that carries a sentence."""

from __future__ import annotations

from collections.abc import Sequence

from tocsin.core.ids import EventId
from tocsin.core.types import Evidence, Reading, Span, Stance, Statement, narration_of


def carrier_of(reading: Reading, sentence: Span, found: Span) -> Statement:
    """Return the innermost statement whose content holds the words found, else the narration.

    A narration that the reader had no event for is made by the reader's own rule, so that its
    id is the one that any other part of Tocsin gives the sentence.
    """
    holding = [
        statement
        for statement in reading.statements
        if any(span.covers(found) for span in statement.content_spans)
    ]
    if holding:
        return min(holding, key=lambda statement: (_length(statement), statement.id))
    return narration_of(reading.report, sentence)


def evidence_at(
    reading: Reading, sentence: Span, statement: Statement, event: EventId | None = None
) -> Evidence:
    """Return the evidence that the sentence gives, carried by the statement."""
    return Evidence(
        statement=statement.id,
        report=reading.report.id,
        span=sentence,
        quote=" ".join(sentence.within(reading.report.text).split()),
        event=event,
    )


def is_denied_by(statement: Statement) -> bool:
    """Return whether the statement denies what it tells of."""
    return statement.stance is Stance.DENIES


def is_wish(statement: Statement) -> bool:
    """Return whether the statement asks or promises: what it names is not said to be so."""
    return statement.stance in (Stance.APPEALS, Stance.DEMANDS, Stance.PROMISES)


def _length(statement: Statement) -> int:
    spans: Sequence[Span] = statement.content_spans
    return sum(span.end - span.start for span in spans)
