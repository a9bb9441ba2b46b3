"""Copies on GVA: what the sketches find against comparing every pair, and whether it is right.

The set does not mark which articles copy one another, so no F1 against marked copies can be
given. Two figures stand in: how much of what an exhaustive comparison calls copies the MinHash
index finds, and how many of the pairs folded together tell of one shooting.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations
from pathlib import Path

from evals.event_sets import Item, gva_items
from evals.figure import Figure, ReadReports, f1
from tocsin.core.ids import ReportId
from tocsin.core.types import Reading, Span
from tocsin.weigh.copies import is_copy
from tocsin.weigh.copy_index import fold_copies
from tocsin.weigh.grouping import Grouping
from tocsin.weigh.shingles import prose_of

Pair = tuple[ReportId, ReportId]


def evaluate(gold: Path, read: ReadReports) -> list[Figure]:  # noqa: ARG001  (one shape for all)
    """Return F1 against exhaustive comparison, and the share of pairs of one incident."""
    items = gva_items(gold)
    readings = [Reading(report=item.report, sentences=tuple(_lines(item))) for item in items]
    found = _pairs(group.reports for group in fold_copies(readings))
    wanted = _pairs(_exhaustive(readings))
    incident = {item.report.id: item.truth["incident"] for item in items}
    same = sum(incident[one] == incident[other] for one, other in found)
    return [
        Figure(
            task="copies",
            metric="f1_of_exhaustive",
            value=f1(len(found & wanted), len(found), len(wanted)),
            items=len(wanted),
        ),
        Figure(
            task="copies",
            metric="pairs_of_one_incident",
            value=same / max(len(found), 1),
            items=len(found),
        ),
    ]


def _lines(item: Item) -> Iterable[Span]:
    """Yield the lines of the text: sentences enough to be found by, without a parse."""
    start = 0
    for line in item.report.text.splitlines(keepends=True):
        yield Span(start, start + len(line.rstrip()))
        start += len(line)


def _exhaustive(readings: Sequence[Reading]) -> list[list[ReportId]]:
    proses = [prose_of(reading) for reading in readings]
    joined = Grouping([prose.report for prose in proses])
    for one, other in combinations(proses, 2):
        if not one.shingles.isdisjoint(other.shingles) and is_copy(one, other):
            joined.join(one.report, other.report)
    return joined.groups()


def _pairs(groups: Iterable[Sequence[ReportId]]) -> set[Pair]:
    return {
        (min(one, other), max(one, other))
        for group in groups
        for one, other in combinations(group, 2)
    }
