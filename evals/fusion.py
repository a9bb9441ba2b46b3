"""Fused counts on GVA: of several outlets' counts of one shooting, is the estimate exact?

Each article's count is the report's own for its main incident; one publisher, and one text in
several papers, are one origin. The first figures group articles by the marked incident, the
others by ours: the predicted incident that holds most of the marked one's articles. `simple_*`
are the estimates that each simple rule would give in place of ours, `tdh_*` truth discovery.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from statistics import median, median_low

from evals.event_sets import gva_items, rows_of
from evals.figure import Figure, ReadReports
from evals.incidents import clusters_of_reports
from evals.tolls import point
from tocsin.core.ids import OriginId, ReportId, SourceId, StatementId
from tocsin.core.types import Count, Origin, Reading, ReportedToll
from tocsin.weigh import weigh
from tocsin.weigh.counts.fusion import fused_counts
from tocsin.weigh.grouping import Grouping
from tocsin.weigh.truth.claims import Claim, best_values, tabulate
from tocsin.weigh.truth.tdh import NUMBERS, tdh

KINDS = ("killed", "injured")
Stated = Sequence[tuple[str, int]]
"""The day and the number of each article that gives one, in order of the days."""
SIMPLE: dict[str, Callable[[Stated], float]] = {
    "median": lambda stated: median(number for _, number in stated),
    "lower_median": lambda stated: median_low(number for _, number in stated),
    "latest": lambda stated: stated[-1][1],
    "greatest": lambda stated: max(number for _, number in stated),
    "vote": lambda stated: Counter(sorted(n for _, n in stated)).most_common(1)[0][0],
}


def evaluate(gold: Path, read: ReadReports) -> list[Figure]:
    """Return the share of incidents with two outlets or more whose fused counts are exact."""
    items = gva_items(gold)
    readings = {r.report.id: r for r in read([item.report for item in items])}
    rows = rows_of(gold / "gva" / "articles_dev_0.jsonl")
    outlet = {i.report.id: r["publisher"] for i, r in zip(items, rows, strict=True)}
    marked: dict[str, list[ReportId]] = defaultdict(list)
    truth = {item.truth["incident"]: item.truth for item in items}
    for item in items:
        marked[item.truth["incident"]].append(item.report.id)
    wanted = {
        name: reports
        for name, reports in marked.items()
        if len({outlet[report] for report in reports}) > 1
    }
    ledger = weigh(list(readings.values()))
    copied = [group.reports for group in ledger.copies]
    ours = _predicted(wanted, clusters_of_reports(list(readings.values()), ledger))
    figures = []
    for kind in KINDS:
        right = {name: int(row[f"num_{kind}"]) for name, row in truth.items() if name in wanted}
        found = {
            f"{kind}_exact": _fused(kind, wanted, readings, outlet, copied),
            f"{kind}_exact_own_incidents": _fused(kind, ours, readings, outlet, copied),
            f"{kind}_exact_tdh": _by_tdh(kind, wanted, readings, outlet),
        }
        for rule, fuse in SIMPLE.items():
            found[f"{kind}_exact_simple_{rule}"] = _by_rule(kind, wanted, readings, fuse)
        figures += [_figure(metric, estimates, right) for metric, estimates in found.items()]
    return figures


Groups = Mapping[str, Sequence[ReportId]]


def _figure(metric: str, estimates: Mapping[str, float], right: Mapping[str, int]) -> Figure:
    """Return the share of estimates that round to the true count; none given counts as nobody."""
    exact = sum(round(estimates.get(name, 0)) == count for name, count in right.items())
    return Figure(task="fusion", metric=metric, value=exact / max(len(right), 1), items=len(right))


def _predicted(wanted: Groups, clusters: Mapping[ReportId, str]) -> dict[str, list[ReportId]]:
    """Return, by marked incident, the reports of the predicted one that holds most of its own."""
    members: dict[str, list[ReportId]] = defaultdict(list)
    for report, cluster in clusters.items():
        members[cluster].append(report)
    most = {
        name: max(
            Counter(clusters[report] for report in reports).items(), key=lambda c: (c[1], c[0])
        )
        for name, reports in wanted.items()
    }
    return {name: members[cluster] for name, (cluster, _) in most.items()}


def _fused(
    kind: str,
    groups: Groups,
    readings: Mapping[ReportId, Reading],
    outlet: Mapping[ReportId, str],
    copied: Sequence[Sequence[ReportId]],
) -> dict[str, float]:
    published = {report: reading.report.published for report, reading in readings.items()}
    estimates: dict[str, float] = {}
    for name, reports in groups.items():
        tolls = [_toll(readings[report], outlet[report]) for report in reports]
        origins = _origins(reports, outlet, copied)
        for fused in fused_counts(tolls, origins=origins, published=published):
            if fused.of == kind:
                as_range = Count(low=fused.low, high=fused.high, as_reported="")
                estimates[name] = point(as_range) if fused.best is None else fused.best
    return estimates


def _toll(reading: Reading, outlet: str) -> ReportedToll:
    report = reading.report.id
    return ReportedToll(statement=StatementId(report), report=report, by=outlet, toll=reading.toll)


def _origins(
    reports: Sequence[ReportId],
    outlet: Mapping[ReportId, str],
    copied: Sequence[Sequence[ReportId]],
) -> list[Origin]:
    """Return the origins: reports of one publisher, or of one text, are one."""
    joined: Grouping[str] = Grouping(sorted(reports))
    for report in reports:
        joined.join(f"by {outlet[report]}", report)
    inside = set(reports)
    for group in copied:
        shared = [report for report in group if report in inside]
        for report in shared[1:]:
            joined.join(shared[0], report)
    behind: dict[str, list[ReportId]] = defaultdict(list)
    for report in sorted(reports):
        behind[joined.root(report)].append(report)
    return [
        Origin(
            id=OriginId(root),
            name=outlet[members[0]],
            reports=tuple(members),
            sources=(SourceId(outlet[members[0]]),),
            statements=tuple(StatementId(report) for report in members),
            earliest=members[0],
            certain=True,
            party=False,
            reason="",
        )
        for root, members in behind.items()
    ]


def _stated(kind: str, reports: Sequence[ReportId], readings: Mapping[ReportId, Reading]) -> Stated:
    told = []
    for report in reports:
        count: Count | None = getattr(readings[report].toll, kind)
        if count is not None:
            told.append((str(readings[report].report.published or ""), point(count)))
    return sorted(told)


def _by_rule(
    kind: str,
    groups: Groups,
    readings: Mapping[ReportId, Reading],
    fuse: Callable[[Stated], float],
) -> dict[str, float]:
    stated = {name: _stated(kind, reports, readings) for name, reports in groups.items()}
    return {name: fuse(told) for name, told in stated.items() if told}


def _by_tdh(
    kind: str,
    groups: Groups,
    readings: Mapping[ReportId, Reading],
    outlet: Mapping[ReportId, str],
) -> dict[str, float]:
    claims = [
        Claim(outlet[report], name, point(getattr(readings[report].toll, kind)))
        for name, reports in groups.items()
        for report in reports
        if getattr(readings[report].toll, kind) is not None
    ]
    table = tabulate(claims)
    best = best_values(table, tdh(table, prior=NUMBERS).shares)
    return {name: float(value) for name, value in best.items()}
