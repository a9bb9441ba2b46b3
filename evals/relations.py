"""What one report is to another, on our own fictional pairs (`gold/pairs_test.jsonl`)."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from evals.figure import Figure, ReadReports
from evals.pairs import SIDES, Pair, read_pairs, report_in
from evals.scores import class_scores
from tocsin.weigh.relations.reports import relation

TASK = "relations"
TEST = Path(__file__).parent.parent / "gold" / "pairs_test.jsonl"


def evaluate(gold: Path, read: ReadReports) -> list[Figure]:  # noqa: ARG001  (one shape for all)
    """Return F1 of support, update, contradiction and unrelated, and their mean."""
    return figures_of(read_pairs(TEST), read)


def figures_of(pairs: Sequence[Pair], read: ReadReports) -> list[Figure]:
    """Return the macro-F1 of the pairs' labels, then the F1 of each."""
    readings = list(read([report_in(pair, side) for pair in pairs for side in SIDES]))
    given = [relation(*both).kind for both in zip(readings[::2], readings[1::2], strict=True)]
    scores = class_scores([(pair["label"], kind) for pair, kind in zip(pairs, given, strict=True)])
    macro = sum(scores.values()) / max(len(scores), 1)
    values = {"macro_f1": macro} | {f"{label}_f1": value for label, value in scores.items()}
    return [
        Figure(task=TASK, metric=metric, value=value, items=len(pairs))
        for metric, value in values.items()
    ]
