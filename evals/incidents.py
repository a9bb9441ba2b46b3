"""Same-incident figures on GVA: which of many articles tell of one shooting."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path

from evals.event_sets import gva_items
from evals.figure import Figure, ReadReports
from tocsin.core.ids import ReportId
from tocsin.core.types import Ledger, Reading
from tocsin.ontology.event_types import event_types
from tocsin.weigh import weigh
from tocsin.weigh.grouping import Grouping


def evaluate(gold: Path, read: ReadReports) -> list[Figure]:
    """Return B-cubed of the clusters of articles, with its precision and recall."""
    items = gva_items(gold)
    readings = list(read([item.report for item in items]))
    truth = {item.report.id: str(item.truth["incident"]) for item in items}
    precision, recall = b_cubed(clusters_of_reports(readings, weigh(readings)), truth)
    both = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return [
        Figure(task="incidents", metric=metric, value=value, items=len(items))
        for metric, value in (
            ("b_cubed_f1", both),
            ("b_cubed_precision", precision),
            ("b_cubed_recall", recall),
        )
    ]


def clusters_of_reports(readings: Sequence[Reading], ledger: Ledger) -> dict[ReportId, str]:
    """Return each report's cluster: reports that share an incident of violence are in one."""
    violent = {name for name, row in event_types().items() if row.violent}
    joined = Grouping([reading.report.id for reading in readings])
    for incident in ledger.incidents:
        if incident.events and incident.type in violent:
            for report in incident.reports[1:]:
                joined.join(incident.reports[0], report)
    return {reading.report.id: joined.root(reading.report.id) for reading in readings}


def b_cubed(given: Mapping[ReportId, str], truth: Mapping[ReportId, str]) -> tuple[float, float]:
    """Return precision and recall. Source: Bagga & Baldwin 1998.

    >>> a, b, c = ReportId("a"), ReportId("b"), ReportId("c")
    >>> b_cubed({a: "1", b: "1", c: "1"}, {a: "x", b: "x", c: "y"})
    (0.5555555555555555, 1.0)
    """
    by_given, by_truth = _members(given), _members(truth)
    shared = {r: len(by_given[given[r]] & by_truth[truth[r]]) for r in given}
    size = max(len(given), 1)
    precision = sum(shared[r] / len(by_given[given[r]]) for r in given) / size
    recall = sum(shared[r] / len(by_truth[truth[r]]) for r in given) / size
    return precision, recall


def _members(clusters: Mapping[ReportId, str]) -> dict[str, set[ReportId]]:
    members: dict[str, set[ReportId]] = defaultdict(set)
    for report, cluster in clusters.items():
        members[cluster].add(report)
    return members
