"""Whose statement an event is: an attributed one, or the report's own voice."""

from __future__ import annotations

from collections.abc import Sequence

from tocsin.core.types import Report, Span, Stance, Statement, statement_id


def innermost(trigger: Span, statements: Sequence[Statement]) -> Statement | None:
    """Return the narrowest statement whose content holds the trigger, None outside all."""
    holding = [
        (content.end - content.start, order)
        for order, statement in enumerate(statements)
        for content in statement.content_spans
        if content.covers(trigger)
    ]
    return statements[min(holding)[1]] if holding else None


def narrate(report: Report, sentence: Span) -> Statement:
    """Return the statement by which the report itself says a sentence."""
    voice = report.byline or report.outlet
    return Statement(
        id=statement_id(report.id, (sentence,), ""),
        report=report.id,
        speaker_spans=(),
        cue_spans=(),
        content_spans=(sentence,),
        stance=Stance.ASSERTS,
        chain=(voice,) if voice else (),
        narration=True,
    )
