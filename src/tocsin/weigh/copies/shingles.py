"""A report's prose as runs of words, which show what two texts have in common."""

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass

from tocsin.core.ids import ReportId, sha256_hex
from tocsin.core.types import Reading, Report

SHINGLE_WORDS = 4  # three-word runs are shared by unrelated news, five break on each edit
MIN_SENTENCE_WORDS = 8  # shorter sentences ("He was 42.") stand in unrelated reports

_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Prose:
    """What of a report's text is compared with others'.

    `digest` hashes all words; `shingles` and `sentences` hold hashes of runs of words and of
    whole sentences.
    """

    report: ReportId
    digest: str
    shingles: frozenset[int]
    sentences: frozenset[int]


def words_of(text: str) -> list[str]:
    """Return the words of a text, folded for comparison.

    >>> words_of("The Guard's men: 40 of them")
    ['the', 'guard', 's', 'men', '40', 'of', 'them']
    """
    return _WORD.findall(text.casefold())


def prose_text(report: Report) -> str:
    """Return the report's text without dateline and boilerplate."""
    kept, position = [], 0
    for span in sorted(report.skipped):
        kept.append(report.text[position : max(position, span.start)])
        position = max(position, span.end)
    return " ".join([*kept, report.text[position:]])


def prose_of(reading: Reading) -> Prose:
    """Return the comparable prose of a reading's report."""
    report = reading.report
    words = words_of(prose_text(report))
    sentences = (words_of(span.within(report.text)) for span in reading.sentences)
    return Prose(
        report=report.id,
        digest=sha256_hex(" ".join(words).encode("utf-8", "surrogatepass")),
        shingles=shingles_of(words),
        sentences=frozenset(
            _hash(found) for found in sentences if len(found) >= MIN_SENTENCE_WORDS
        ),
    )


def shingles_of(words: list[str]) -> frozenset[int]:
    """Return the hashes of the runs of words; a shorter text is one run."""
    runs = max(1, len(words) - SHINGLE_WORDS + 1) if words else 0
    return frozenset(_hash(words[start : start + SHINGLE_WORDS]) for start in range(runs))


def _hash(words: list[str]) -> int:
    return zlib.crc32(" ".join(words).encode("utf-8", "surrogatepass"))
