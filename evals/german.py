"""Quotations in German Wikinews (development part): tokens of each role.

Zero-shot: nothing in Tocsin is trained on German, and a reader that does not read the language
scores 0, because a report stored unread carries no statements.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from evals.attribution import attribution_of, covered, tokens, words_of
from evals.event_sets import rows_of
from evals.figure import Figure, ReadReports, f1_figure, report_of
from tocsin.core.types import Reading, Span

TASK: Final = "german_quotes"
ROLES: Final = {"quote": "content", "speaker": "source", "cue": "cue"}


def evaluate(gold: Path, read: ReadReports) -> list[Figure]:
    """Return token F1 of quotes, speakers and cues."""
    rows = list(rows_of(gold / "german_wikinews_quotes" / "dev_0.jsonl"))
    readings = read([report_of(row["id"], row["text"]) for row in rows])
    return figures(list(zip(rows, readings, strict=True)))


def figures(pairs: Sequence[tuple[Mapping[str, Any], Reading]]) -> list[Figure]:
    """Return the figures over articles."""
    counts = {role: [0, 0, 0] for role in ROLES}
    for row, reading in pairs:
        words = words_of(row["text"])
        statements = [attribution_of(each, words) for each in reading.statements]
        for role, ours in ROLES.items():
            spans = [Span(*pair) for quote in row["quotes"] for pair in quote[role]]
            wanted, given = tokens(words, spans), covered(statements, ours)
            for place, amount in enumerate((wanted & given, given, wanted)):
                counts[role][place] += len(amount)
    return [f1_figure(TASK, f"{role}_tokens_f1", *counts[role]) for role in ROLES]
