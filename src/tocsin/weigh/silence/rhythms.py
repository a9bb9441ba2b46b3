"""Rhythms: how often a source reports, and how unlikely it is that it merely paused."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from statistics import fmean, pvariance

FEWEST_DAYS = 5  # days with a report: four gaps, below which no rhythm can be told
FEWEST_SPANNED = 14  # days from first to last: five reports of one busy week are an event
PRIOR_GAPS = 1.0  # one gap of the source's own usual length: shrinks short records, is lost in long


@dataclass(frozen=True, slots=True)
class Rhythm:
    """A source's days with a report: how many, the last, the usual and the longest gap in days.

    `burstiness` is the variance of the gaps over that of a steady random flow, at least 1.
    """

    reports: int
    last: date
    usual_days: float
    longest_days: int
    burstiness: float

    def chance_of(self, silent_days: int) -> float:
        """Return how likely a gap of so many days is, as probability 0–1.

        Gaps of a random flow are exponential; with its rate known only from so many gaps, the next
        one has a Lomax tail, which is longer the fewer were seen. Bursts make them count for fewer.
        """
        gaps = (self.reports - 1) / self.burstiness + PRIOR_GAPS
        return float((1 + silent_days / (gaps * self.usual_days)) ** -gaps)


def rhythm_of(days: Sequence[date]) -> Rhythm | None:
    """Return the rhythm of the days with a report, None where they are too few to tell one."""
    distinct = sorted(set(days))
    if len(distinct) < FEWEST_DAYS or (distinct[-1] - distinct[0]).days < FEWEST_SPANNED:
        return None
    gaps = [(b - a).days for a, b in pairwise(distinct)]
    usual = fmean(gaps)
    return Rhythm(
        reports=len(distinct),
        last=distinct[-1],
        usual_days=usual,
        longest_days=max(gaps),
        burstiness=max(1.0, pvariance(gaps, usual) / usual**2),
    )
