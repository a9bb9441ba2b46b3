"""Expected calibration error of the scores that a reading gives: low is good.

Each set is the development part of its task. A score says how likely the item is right:
a statement where its content and source match a gold one, an event where its trigger and type do,
a place where it lies within 161 km of the gold one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Final

from evals.attribution import (
    attribution_of,
    gold_attributions,
    matches,
    polnear_items,
    same_source,
    words_of,
)
from evals.figure import Figure, ReadReports
from evals.matching import best_pairs, shared_characters
from evals.own import read_own
from evals.own_events import match_events
from evals.places import SETS, gold_pins, is_near, pins_of, place_items

TASK: Final = "calibration"
BINS: Final = 10

Scored = tuple[float, bool]
"""A score, and whether what it stands at is right."""


def evaluate(gold: Path, read: ReadReports) -> list[Figure]:
    """Return the errors of statements, events and places."""
    figures = [
        error_figure("statement_ece", list(scored_statements(gold, read))),
        error_figure("event_ece", list(scored_events(read))),
    ]
    for name in SETS:
        scored = list(scored_places(gold, name, read))
        figures.append(error_figure(f"place_ece_{name}", scored))
    return figures


def error_figure(metric: str, scored: Sequence[Scored]) -> Figure:
    """Return the calibration error as a figure that should be low."""
    return Figure(
        task=TASK,
        metric=metric,
        value=calibration_error(scored),
        items=len(scored),
        lower_is_better=True,
    )


def calibration_error(scored: Sequence[Scored]) -> float:
    """Return the mean gap between score and share right over bins of equal mass.

    Source: Guo et al. 2017, eq. 3, with bins of equal mass in place of equal width, so that
    scores crowded at one end do not share a bin.

    >>> calibration_error([(0.75, True), (0.75, True), (0.75, True), (0.75, False)])
    0.0
    """
    gaps = (abs(sum(right - score for score, right in each)) for each in bins_of(scored))
    return sum(gaps) / max(len(scored), 1)


def bins_of(scored: Sequence[Scored]) -> list[list[Scored]]:
    """Return the items in at most ten bins by score; equal scores are never parted."""
    bins: list[list[Scored]] = [[]]
    for _, tied in groupby(sorted(scored), key=itemgetter(0)):
        if len(bins[-1]) * BINS >= len(scored):
            bins.append([])
        bins[-1].extend(tied)
    return bins


def scored_statements(gold: Path, read: ReadReports) -> Iterator[Scored]:
    """Yield PolNeAR's statements as read."""
    items = polnear_items(gold)
    for item, reading in zip(items, read([item.report for item in items]), strict=True):
        words = words_of(item.report.text)
        wanted = gold_attributions(item.truth, words)
        found = [attribution_of(statement, words) for statement in reading.statements]
        right = {n for left, n in matches(wanted, found) if same_source(wanted[left], found[n])}
        yield from ((each.score, n in right) for n, each in enumerate(reading.statements))


def scored_events(read: ReadReports) -> Iterator[Scored]:
    """Yield the events read from our own test set."""
    for passage, reading in read_own(read):
        pairs = match_events(passage["events"], reading.events).pairs
        right = {event.id for gold, event in pairs if event.type == gold["type"]}
        yield from ((event.score, event.id in right) for event in reading.events)


def scored_places(gold: Path, name: str, read: ReadReports) -> Iterator[Scored]:
    """Yield the places that were located, but those whose gold toponym has no position."""
    items = place_items(gold, name)
    for item, reading in zip(items, read([item.report for item in items]), strict=True):
        wanted, found = gold_pins(item.truth), pins_of(reading.places)
        answers = {got: left for left, got in best_pairs(wanted, found, shared_characters)}
        for n, mention in enumerate(reading.places):
            pin = wanted[answers[n]] if n in answers else None
            if mention.place is not None and (pin is None or pin.position is not None):
                yield mention.score, pin is not None and is_near(pin, found[n])
