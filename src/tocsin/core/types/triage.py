"""Triage: the first, fast look at a report."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Triage:
    """How likely a report concerns violence against people, and whether it was read for it.

    `score` is 0–1. A report is read when its score reaches the `threshold`; at 0 every one is.
    """

    score: float
    threshold: float

    @property
    def is_read(self) -> bool:
        """Return whether the report was read; what is not is kept and can be searched."""
        return self.score >= self.threshold
