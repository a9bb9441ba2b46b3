"""Tallies: how many checks a record holds either way, and the grade A–F that they give.

docs/adr/0013-admiralty-grades.md states the formula and where the constants come from.
"""

from __future__ import annotations

from dataclasses import dataclass

from tocsin.core.types import Reliability

PRIOR = 2.0  # of each kind: four checks' worth of doubt; ten clean checks make an A, three a B
ENOUGH_CHECKS = 2.5  # one way: three checks of the last six months; below, no grade but F
DIGITS = 9  # sums of the same checks in another order differ beyond that
FLOORS = (  # of the expected share confirmed; D is "more often than not unreliable"
    (0.85, Reliability.A),
    (0.70, Reliability.B),
    (0.50, Reliability.C),
    (0.25, Reliability.D),
)


@dataclass(frozen=True, slots=True)
class Tally:
    """Weighed counts of checks."""

    confirmed: float = 0.0
    contradicted: float = 0.0

    def without(self, other: Tally) -> Tally:
        """Return the tally as it is without a part of it."""
        return Tally(
            max(0.0, self.confirmed - other.confirmed),
            max(0.0, self.contradicted - other.contradicted),
        )

    @property
    def expected(self) -> float:
        """Return the share of its statements that one expects to be confirmed.

        Source: Jøsang and Ismail 2002, the beta reputation system.
        """
        share = (PRIOR + self.confirmed) / (2 * PRIOR + self.confirmed + self.contradicted)
        return round(share, DIGITS)

    @property
    def reliability(self) -> Reliability:
        """Return the grade; F until enough checks point one way.

        >>> Tally(3.0, 0.0).reliability, Tally(0.0, 3.0).reliability, Tally(2.0, 0.0).reliability
        (<Reliability.B: 'B'>, <Reliability.D: 'D'>, <Reliability.F: 'F'>)
        """
        if round(max(self.confirmed, self.contradicted), DIGITS) < ENOUGH_CHECKS:
            return Reliability.F
        return next((grade for floor, grade in FLOORS if self.expected >= floor), Reliability.E)
