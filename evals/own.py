"""Figures on our own fictional test set (`gold/test.jsonl`): all that no other open set marks.

Event figures are in `own_events`, statement figures in `own_statements`; here is what a report
carries besides: groups at risk, deadlines, requests, and whether it matters at all.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from evals.figure import Figure, ReadReports, f1_figure, report_of, share_figure
from evals.matching import best_pairs, sentence_numbers, shared_characters
from evals.own_events import SAME_SENTENCE, event_figures
from evals.own_statements import statement_figures
from evals.passages import Passage, read_passages
from tocsin.core.types import Deadline, GroupAtRisk, Reading, Request, Span
from tocsin.ontology.event_types import event_types
from tocsin.read.triage import ADVISED_THRESHOLD

TASK = "own"
TEST = Path(__file__).parent.parent / "gold" / "test.jsonl"

Read = tuple[Passage, Reading]


def evaluate(gold: Path, read: ReadReports) -> list[Figure]:  # noqa: ARG001  (one shape for all)
    """Return every figure on the test set that lies in the repository."""
    pairs = read_own(read)
    return [
        *event_figures(pairs),
        *statement_figures(pairs),
        *group_figures(pairs),
        deadline_figure(pairs),
        request_figure(pairs),
        *relevance_figures(pairs),
        *triage_figures(pairs),
    ]


def read_own(read: ReadReports) -> list[Read]:
    """Return each passage of the test set with its reading."""
    passages = read_passages(TEST)
    reports = [report_of(p["id"], p["text"], p["published"], p["title"]) for p in passages]
    return list(zip(passages, read(reports), strict=True))


def group_figures(pairs: Sequence[Read]) -> list[Figure]:
    """Return F1 of groups at risk by overlap, and the share of matched sizes that are exact."""
    right = predicted = wanted = 0
    sizes: list[bool] = []
    for passage, reading in pairs:
        gold = passage["groups"]
        matched = best_pairs(gold, reading.groups, _shares_group)
        right += len(matched)
        predicted += len(reading.groups)
        wanted += len(gold)
        for left, got in ((gold[left], reading.groups[index]) for left, index in matched):
            if left["low"] is not None or left["high"] is not None:
                sizes.append((left["low"], left["high"]) == (got.low, got.high))
    return [
        f1_figure(TASK, "group_f1", right, predicted, wanted),
        share_figure(TASK, "group_size_exact_at_found_groups", sizes),
    ]


def _shares_group(wanted: Any, got: GroupAtRisk) -> float:
    return max((shared_characters(Span(*wanted["span"]), span) for span in got.spans), default=0)


def deadline_figure(pairs: Sequence[Read]) -> Figure:
    """Return F1 of deadlines: the day equal, and the spans overlapping or in one sentence."""
    right = predicted = wanted = 0
    for passage, reading in pairs:
        number = sentence_numbers(passage["text"])

        def likeness(gold: Any, got: Deadline, number: Any = number) -> float:
            if got.date != date.fromisoformat(gold["date"]):
                return 0.0
            span = Span(*gold["span"])
            near = SAME_SENTENCE if number(span) == number(got.span) else 0.0
            return max(shared_characters(span, got.span), near)

        right += len(best_pairs(passage["deadlines"], reading.deadlines, likeness))
        predicted += len(reading.deadlines)
        wanted += len(passage["deadlines"])
    return f1_figure(TASK, "deadline_f1", right, predicted, wanted)


def request_figure(pairs: Sequence[Read]) -> Figure:
    """Return F1 of requests by overlap of spans."""

    def likeness(gold: Any, got: Request) -> float:
        return shared_characters(Span(*gold["span"]), got.span)

    right = predicted = wanted = 0
    for passage, reading in pairs:
        right += len(best_pairs(passage["requests"], reading.requests, likeness))
        predicted += len(reading.requests)
        wanted += len(passage["requests"])
    return f1_figure(TASK, "request_f1", right, predicted, wanted)


def relevance_figures(pairs: Sequence[Read]) -> list[Figure]:
    """Return recall of relevant reports, and the share of the others that raise nothing."""
    relevant = [raises(reading) for passage, reading in pairs if passage["relevant"]]
    others = [not raises(reading) for passage, reading in pairs if not passage["relevant"]]
    return [
        share_figure(TASK, "relevance_recall", relevant),
        share_figure(TASK, "relevance_specificity", others),
    ]


def triage_figures(pairs: Sequence[Read]) -> list[Figure]:
    """Return what triage at its advised threshold lets through of what matters, and sets aside."""
    judged = [
        (passage["relevant"], reading.triage.score >= ADVISED_THRESHOLD)
        for passage, reading in pairs
        if reading.triage is not None
    ]
    return [
        share_figure(TASK, "triage_recall", [is_read for relevant, is_read in judged if relevant]),
        share_figure(
            TASK,
            "triage_specificity",
            [not is_read for relevant, is_read in judged if not relevant],
        ),
    ]


def raises(reading: Reading) -> bool:
    """Return whether an assessment could rest on the reading.

    It can on an event of a type that lights an indicator, a group at risk, a deadline, a request.
    """
    kinds = event_types()
    return bool(
        any(kinds[event.type].indicators for event in reading.events)
        or reading.groups
        or reading.deadlines
        or reading.requests
    )
