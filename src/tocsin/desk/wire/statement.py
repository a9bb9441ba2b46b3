"""Statements and their grades as JSON."""

from __future__ import annotations

from tocsin.core.types import Graded, Statement
from tocsin.desk.wire.line import Json, known
from tocsin.desk.wire.parts import spans_json


def statement_row(statement: Statement, report: str, quote: str) -> Json:
    """Return who says it, through whom, in which stance, and in the words of the report."""
    return {
        "report": report,
        "chain": list(statement.chain),
        **known(said_by=statement.speaker or None),
        "stance": statement.stance.value,
        "narration": statement.narration,
        "spans": spans_json(statement.content_spans),
        "quote": quote,
    }


def grade_json(graded: Graded | None) -> Json | None:
    """Return the credibility with the steps that led to it, None where none was given."""
    if graded is None:
        return None
    return {"credibility": graded.credibility.value, "steps": list(graded.steps)}
