"""Whose statement an event is: the attributed one whose content holds it most narrowly."""

from __future__ import annotations

from collections.abc import Sequence

from tocsin.core.types import Span, Statement


def innermost(trigger: Span, statements: Sequence[Statement]) -> Statement | None:
    """Return the narrowest statement whose content holds the trigger, None outside all."""
    holding = [
        (content.end - content.start, order)
        for order, statement in enumerate(statements)
        for content in statement.content_spans
        if content.covers(trigger)
    ]
    return statements[min(holding)[1]] if holding else None
