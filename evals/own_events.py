"""Event figures on our own test set: triggers, types, status, polarity, inaction, parties, tolls.

Status and polarity stand twice. "At found triggers" asks only where a predicted trigger overlaps
the gold one, so it measures the classing alone; "over all events" counts every gold event and a
missed one as wrong.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from evals.figure import Figure, f1_figure, share_figure
from evals.matching import best_pairs, sentence_numbers, shared_characters
from evals.passages import Passage
from evals.scores import class_scores
from tocsin.core.types import Event, Participant, Reading, Span, Toll

TASK: Final = "own"
INACTION: Final = "fail_to_protect"
SAME_SENTENCE: Final = 0.5  # below any overlap, which counts characters
FOUND: Final = "at_found_triggers"
ALL: Final = "over_all_events"

Gold = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Matched:
    """A passage's gold events, the reading's, and which answers which by its trigger."""

    gold: Sequence[Gold]
    found: Sequence[Event]
    pairs: Sequence[tuple[Gold, Event]]


def event_figures(pairs: Sequence[tuple[Passage, Reading]]) -> list[Figure]:
    """Return the event figures over the passages with their readings."""
    every = [match_events(passage["events"], reading.events) for passage, reading in pairs]
    return [
        *trigger_figures(every),
        *label_figures(every, "status"),
        *label_figures(every, "polarity"),
        inaction_figure(pairs),
        *party_figures(every, "actors"),
        *party_figures(every, "targets"),
        toll_figure(every),
    ]


def match_events(gold: Sequence[Gold], found: Sequence[Event]) -> Matched:
    """Return the events paired one to one by overlap of their triggers."""

    def likeness(wanted: Gold, got: Event) -> float:
        return shared_characters(Span(*wanted["trigger"]), got.trigger)

    pairs = [(gold[left], found[right]) for left, right in best_pairs(gold, found, likeness)]
    return Matched(gold, found, pairs)


def trigger_figures(every: Sequence[Matched]) -> list[Figure]:
    """Return F1 of triggers, of triggers with their type, and how well types are told."""
    pairs = [pair for each in every for pair in each.pairs]
    predicted, wanted = sum(len(e.found) for e in every), sum(len(e.gold) for e in every)
    types = [(gold["type"], got.type) for gold, got in pairs]
    right = [one == other for one, other in types]
    return [
        f1_figure(TASK, "trigger_f1", len(pairs), predicted, wanted),
        f1_figure(TASK, "trigger_and_type_f1", sum(right), predicted, wanted),
        share_figure(TASK, f"type_accuracy_{FOUND}", right),
        _macro(f"type_macro_f1_{FOUND}", types),
    ]


def label_figures(every: Sequence[Matched], label: str) -> list[Figure]:
    """Return accuracy, macro-F1 and each class's F1 of `status` or `polarity`."""
    pairs = [(gold[label], str(getattr(got, label))) for each in every for gold, got in each.pairs]
    right = [one == other for one, other in pairs]
    missed = sum(len(each.gold) for each in every) - len(pairs)
    return [
        share_figure(TASK, f"{label}_accuracy_{FOUND}", right),
        share_figure(TASK, f"{label}_accuracy_{ALL}", [*right, *([False] * missed)]),
        _macro(f"{label}_macro_f1_{FOUND}", pairs),
        *(
            Figure(
                task=TASK,
                metric=f"{label}_{name}_f1_{FOUND}",
                value=value,
                items=sum(gold == name for gold, _ in pairs),
            )
            for name, value in class_scores(pairs).items()
        ),
    ]


def _macro(metric: str, pairs: Sequence[tuple[str, str]]) -> Figure:
    scores = class_scores(pairs)
    macro = sum(scores.values()) / max(len(scores), 1)
    return Figure(task=TASK, metric=metric, value=macro, items=len(pairs))


def inaction_figure(pairs: Sequence[tuple[Passage, Reading]]) -> Figure:
    """Return F1 of state inaction: triggers overlap or stand in one sentence."""
    right = predicted = wanted = 0
    for passage, reading in pairs:
        number = sentence_numbers(passage["text"])

        def likeness(gold: Gold, got: Event, number: Any = number) -> float:
            span = Span(*gold["trigger"])
            near = SAME_SENTENCE if number(span) == number(got.trigger) else 0.0
            return max(shared_characters(span, got.trigger), near)

        gold = [event for event in passage["events"] if event["type"] == INACTION]
        found = [event for event in reading.events if event.type == INACTION]
        right += len(best_pairs(gold, found, likeness))
        predicted += len(found)
        wanted += len(gold)
    return f1_figure(TASK, "inaction_f1", right, predicted, wanted)


def party_figures(every: Sequence[Matched], side: str) -> list[Figure]:
    """Return F1 of actors or targets by overlap, at found triggers and over all events."""
    right = predicted = wanted = 0
    for gold, got in (pair for each in every for pair in each.pairs):
        spans, parties = [Span(*span) for span in gold[side]], getattr(got, side)
        right += len(best_pairs(spans, parties, _overlap))
        predicted += len(parties)
        wanted += len(spans)
    name = side.removesuffix("s")
    all_predicted = sum(len(getattr(got, side)) for each in every for got in each.found)
    all_wanted = sum(len(gold[side]) for each in every for gold in each.gold)
    return [
        f1_figure(TASK, f"{name}_f1_{FOUND}", right, predicted, wanted),
        f1_figure(TASK, f"{name}_f1_{ALL}", right, all_predicted, all_wanted),
    ]


def _overlap(wanted: Span, got: Participant) -> float:
    return shared_characters(wanted, got.span)


def toll_figure(every: Sequence[Matched]) -> Figure:
    """Return the share of matched events with a toll whose every count has its exact bounds."""
    verdicts = [
        {kind: tuple(bounds) for kind, bounds in gold["toll"].items()} == dict(counts(got.toll))
        for each in every
        for gold, got in each.pairs
        if gold["toll"]
    ]
    return share_figure(TASK, f"toll_exact_{FOUND}", verdicts)


def counts(toll: Toll) -> Iterator[tuple[str, tuple[int | None, int | None]]]:
    """Yield the kinds of people counted with their bounds."""
    for kind in ("killed", "injured", "detained", "displaced", "at_risk"):
        count = getattr(toll, kind)
        if count is not None:
            yield kind, (count.low, count.high)
