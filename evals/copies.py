"""Copies on GVA: the groups found against an exhaustive comparison, beside two simpler ways.

The set does not mark which articles copy one another. A pair counts as a copy where at least half
of the shorter text's runs of five words stand in the longer one, every pair compared: whole
copies, edited ones and texts printed in part. Under it a bare MinHash (Jaccard 0.5 estimated by
`rensa`, nothing checked) scores .815 on the dev part and the overlap of headlines .109; a spike
gave .913 and .837 (two libraries) and .105 on the test part without saying what it counted. The
dev part holds 16 such pairs, so one pair more or less moves F1 by .03.
`f1_of_own_rule` says what the index misses of the product's own rule, and
`pairs_of_one_incident` how many pairs tell of one shooting.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from pathlib import Path

from rensa import RMinHash

from evals.event_sets import Item, gva_items
from evals.figure import Figure, ReadReports, f1
from tocsin.core.ids import ReportId
from tocsin.core.types import Reading, Span
from tocsin.weigh.copies.copy_index import fold_copies
from tocsin.weigh.copies.near_copies import is_copy
from tocsin.weigh.copies.shingles import prose_of, words_of
from tocsin.weigh.grouping import Grouping

Pair = tuple[ReportId, ReportId]

RUN_WORDS = 5
PART_CONTAINED = 0.5
MINHASH_JACCARD = 0.5
HEADLINE_JACCARD = 0.5
SKETCH_SIZE = 128


def evaluate(gold: Path, read: ReadReports) -> list[Figure]:  # noqa: ARG001  (one shape for all)
    """Return F1 of the groups and of two baselines, and the share of pairs of one incident."""
    items = gva_items(gold)
    readings = [Reading(report=item.report, sentences=tuple(_lines(item))) for item in items]
    found = _pairs(group.reports for group in fold_copies(readings))
    wanted = _pairs(_exhaustive(readings))
    texts = {item.report.id: words_of(item.report.text) for item in items}
    contained = set(_contained({report: _runs(words) for report, words in texts.items()}))
    titles = {item.report.id: set(words_of(item.report.text.split(".\n", 1)[0])) for item in items}
    alone, headlines = set(_sketched(texts)), set(_alike(titles, HEADLINE_JACCARD))
    incident = {item.report.id: item.truth["incident"] for item in items}
    same = sum(incident[one] == incident[other] for one, other in found)
    return [
        _f1("f1_of_exhaustive", found, contained),
        _f1("minhash_alone_f1", alone, contained),
        _f1("headlines_f1", headlines, contained),
        _f1("f1_of_own_rule", found, wanted),
        Figure(
            task="copies",
            metric="pairs_of_one_incident",
            value=same / max(len(found), 1),
            items=len(found),
        ),
    ]


def _f1(metric: str, found: set[Pair], wanted: set[Pair]) -> Figure:
    value = f1(len(found & wanted), len(found), len(wanted))
    return Figure(task="copies", metric=metric, value=value, items=len(wanted))


def _runs(words: Sequence[str]) -> set[int]:
    last = max(1, len(words) - RUN_WORDS + 1)
    return {hash(tuple(words[start : start + RUN_WORDS])) for start in range(last)}


def _contained(runs: Mapping[ReportId, set[int]]) -> Iterator[Pair]:
    for one, other in combinations(sorted(runs), 2):
        shared = len(runs[one] & runs[other])
        if shared >= PART_CONTAINED * min(len(runs[one]), len(runs[other])):
            yield one, other


def _sketched(texts: Mapping[ReportId, Sequence[str]]) -> Iterator[Pair]:
    """Yield the pairs that a sketch of the five-word runs alone puts at the threshold."""
    sketches = {}
    for report, words in texts.items():
        sketches[report] = RMinHash(num_perm=SKETCH_SIZE, seed=1)
        last = max(1, len(words) - RUN_WORDS + 1)
        sketches[report].update([" ".join(words[at : at + RUN_WORDS]) for at in range(last)])
    for one, other in combinations(sorted(sketches), 2):
        if sketches[one].jaccard(sketches[other]) >= MINHASH_JACCARD:
            yield one, other


def _alike(titles: Mapping[ReportId, set[str]], least: float) -> Iterator[Pair]:
    for one, other in combinations(sorted(titles), 2):
        union = len(titles[one] | titles[other])
        if union and len(titles[one] & titles[other]) >= least * union:
            yield one, other


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
