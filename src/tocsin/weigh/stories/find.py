"""Stories: reports that by their words and days tell of one affair."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from tocsin.core.ids import ReportId
from tocsin.core.types import Reading
from tocsin.weigh.copies.shingles import prose_text
from tocsin.weigh.stems import content_stems
from tocsin.weigh.stories.linkage import average_linkage
from tocsin.weigh.stories.topicality import Rarity, Vector, cosine

ALIKE_ON_AVERAGE = 0.12  # mean cosine; swept 0.03–0.15 on the train part in evals/ecbplus.py
RARE_COUNTS_MORE = 1.5  # power of the inverse frequency: names of people and places, mostly
STORY_GAP = timedelta(days=14)  # an affair that rests longer is told anew
COMPARED_PER_WORD = 30  # neighbours in time that share a word: bounds the work on common words
TELLING_STEMS = 25  # of a text, the heaviest: what two texts of one story have in common


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What of a report places it in a story: its words, and its day where it has one."""

    report: ReportId
    stems: tuple[str, ...]
    published: date | None


def told_in(reading: Reading) -> Told:
    """Return what of a reading's report places it in a story."""
    report = reading.report
    stems = content_stems(prose_text(report))
    return Told(report=report.id, stems=stems, published=report.published)


def find_stories(tellings: Sequence[Told]) -> dict[ReportId, ReportId]:
    """Return each report's story, named by one of its reports; the order changes nothing.

    Give one report for each text: ten thousand copies would make their own words common ones.
    """
    rarity = Rarity.among([told.stems for told in tellings])
    vectors = {told.report: rarity.vector(told.stems, RARE_COUNTS_MORE) for told in tellings}
    likeness = {
        (one, other): value
        for one, other in set(_neighbours(tellings, vectors))
        if (value := cosine(vectors[one], vectors[other])) > 0
    }
    return average_linkage(vectors, likeness, least=ALIKE_ON_AVERAGE, reach=COMPARED_PER_WORD)


def _neighbours(
    tellings: Sequence[Told], vectors: Mapping[ReportId, Vector]
) -> Iterator[tuple[ReportId, ReportId]]:
    holders: dict[str, list[Told]] = defaultdict(list)
    for told in sorted(tellings, key=lambda told: (told.published or date.max, told.report)):
        vector = vectors[told.report]
        for stem in sorted(vector, key=lambda stem: (-vector[stem], stem))[:TELLING_STEMS]:
            for earlier in holders[stem][-COMPARED_PER_WORD:]:
                if _close_in_time(earlier, told):
                    yield _pair(earlier.report, told.report)
            holders[stem].append(told)


def _close_in_time(one: Told, other: Told) -> bool:
    if one.published is None or other.published is None:
        return True
    return abs(one.published - other.published) <= STORY_GAP


def _pair(one: ReportId, other: ReportId) -> tuple[ReportId, ReportId]:
    return (one, other) if one < other else (other, one)
