"""Copies: whether two reports print one text, whole or in part, and where to look for such."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from rensa import RMinHash

from tocsin.core.ids import ReportId
from tocsin.core.types import Report
from tocsin.weigh.copies.shingles import Prose

NEAR_COPY_JACCARD = 0.3  # on GVA dev every pair above 0.2 tells one story: evals/copies.py
SHORT_COPY_JACCARD = 0.5  # two briefs of twenty words share stock phrases
PART_CONTAINED = 0.5  # of the shorter text; a report that only quotes the longer stays below
MIN_SHARED_SHINGLES = 16  # about twenty words running: one shared quotation is shorter
SKETCH_SIZE = 128
BAND_ROWS = 2  # finds pairs of Jaccard 0.2 with probability 0.93; unrelated news lies near 0
SKETCH_SEED = 42  # any fixed number: the same sketches on every machine

Key = tuple[str, int] | tuple[int, int, int]


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


def sketch_keys(prose: Prose) -> Iterator[Key]:
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
