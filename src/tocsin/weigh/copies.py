"""Copies: reports that print one text, whole or in part."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from rensa import RMinHash

from tocsin.core.ids import ReportId
from tocsin.core.types import CopyGroup, Reading, Report
from tocsin.weigh.grouping import Grouping
from tocsin.weigh.shingles import Prose, prose_of

NEAR_COPY_JACCARD = 0.3  # on GVA dev every pair above 0.2 tells one story: evals/copies.py
SHORT_COPY_JACCARD = 0.5  # two briefs of twenty words share stock phrases
PART_CONTAINED = 0.5  # of the shorter text; a report that only quotes the longer stays below
MIN_SHARED_SHINGLES = 16  # about twenty words running: one shared quotation is shorter
SKETCH_SIZE = 128
BAND_ROWS = 2  # finds pairs of Jaccard 0.2 with probability 0.93; unrelated news lies near 0
COMPARED_PER_KEY = 8  # bounds the work on 10,000 copies of one page
SKETCH_SEED = 42  # any fixed number: the same sketches on every machine

Key = tuple[str, int] | tuple[int, int, int]


def fold_copies(readings: Sequence[Reading]) -> tuple[CopyGroup, ...]:
    """Return the groups of two reports or more that print one text.

    The result does not depend on the order of the readings. The earliest is by published date,
    ties by id, undated last.
    """
    reports = {reading.report.id: reading.report for reading in readings}
    proses = [prose_of(reading) for reading in sorted(readings, key=lambda r: seniority(r.report))]
    same_text = defaultdict(list)
    for prose in proses:
        same_text[prose.digest].append(prose.report)
    distinct = {members[0] for members in same_text.values()}
    links = list(_near_copies([prose for prose in proses if prose.report in distinct]))
    links += [(members[0], copy, 1.0) for members in same_text.values() for copy in members[1:]]
    return _groups(reports, links)


def seniority(report: Report) -> tuple[date, ReportId]:
    """Return the key that sorts reports by published date, undated last, ties by id."""
    return (report.published or date.max, report.id)


def similarity(one: Prose, other: Prose) -> float:
    """Return the Jaccard index of the two texts' runs of words, 0 where both are empty."""
    union = len(one.shingles | other.shingles)
    return len(one.shingles & other.shingles) / union if union else 0.0


def is_copy(one: Prose, other: Prose) -> bool:
    """Return whether one text prints the other, whole, lightly edited or in part."""
    shared = len(one.shingles & other.shingles)
    shorter = min(len(one.shingles), len(other.shingles))
    if not shorter:
        return False
    index = shared / (len(one.shingles) + len(other.shingles) - shared)
    if shared < MIN_SHARED_SHINGLES:
        return index >= SHORT_COPY_JACCARD
    return index >= NEAR_COPY_JACCARD or shared / shorter >= PART_CONTAINED


def _near_copies(proses: Sequence[Prose]) -> Iterator[tuple[ReportId, ReportId, float]]:
    holders: dict[Key, list[Prose]] = defaultdict(list)
    joined = Grouping([prose.report for prose in proses])
    for prose in proses:
        candidates: dict[ReportId, Prose] = {}
        for key in _keys(prose):
            candidates |= {holder.report: holder for holder in holders[key]}
            if len(holders[key]) < COMPARED_PER_KEY:
                holders[key].append(prose)
        for candidate in candidates.values():
            if not joined.together(candidate.report, prose.report) and is_copy(candidate, prose):
                joined.join(candidate.report, prose.report)
                yield candidate.report, prose.report, similarity(candidate, prose)


def _keys(prose: Prose) -> Iterator[Key]:
    """Yield what a copy is likely to share: bands of the MinHash sketch, and whole sentences."""
    if not prose.shingles:
        return
    sketch = RMinHash(num_perm=SKETCH_SIZE, seed=SKETCH_SEED)
    sketch.update([str(shingle) for shingle in prose.shingles])
    digest = sketch.digest()
    for start in range(0, SKETCH_SIZE, BAND_ROWS):
        yield (start, digest[start], digest[start + 1])
    for sentence in sorted(prose.sentences):
        yield ("sentence", sentence)


def _groups(
    reports: Mapping[ReportId, Report], links: Sequence[tuple[ReportId, ReportId, float]]
) -> tuple[CopyGroup, ...]:
    joined: Grouping[ReportId] = Grouping()
    for one, other, _ in links:
        joined.join(one, other)
    lowest: dict[ReportId, float] = {}
    for one, _, value in links:
        root = joined.root(one)
        lowest[root] = min(value, lowest.get(root, 1.0))
    ordered = (
        (joined.root(members[0]), sorted(members, key=lambda report: seniority(reports[report])))
        for members in joined.groups()
    )
    groups = [
        CopyGroup(reports=tuple(members), earliest=members[0], similarity=lowest[root])
        for root, members in ordered
    ]
    return tuple(sorted(groups, key=lambda group: seniority(reports[group.earliest])))
