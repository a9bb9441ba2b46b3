"""What of a run is read: each report judged, and those set aside made readings of their own."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Final

from tocsin.core.types import Reading, Report, Triage
from tocsin.read.triage.model import TriageModel, shipped_triage

ADVISED_THRESHOLD: Final = 0.02
READ_ANYWAY: Final = 0.0
"""The threshold that every score reaches."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gate:
    """Lets reports through whose score reaches the threshold; at 0 it lets every one through."""

    threshold: float = READ_ANYWAY
    model: TriageModel = field(default_factory=shipped_triage)

    def judge(self, report: Report) -> Triage:
        """Return what triage makes of the report, headline and all."""
        given = "" if report.title is None or report.title_span is not None else report.title
        score = self.model.score(f"{given}\n{report.text}")
        return Triage(score=score, threshold=self.threshold)


def set_aside(report: Report, triage: Triage) -> Reading:
    """Return the reading of a report that triage passes over: the report, and why no more."""
    note = (
        f"set aside by triage, not read: score {triage.score:.4f} is under the threshold "
        f"{triage.threshold:g}; --no-triage reads it"
    )
    noted = replace(report, notes=(*report.notes, note))
    return Reading(report=noted, unread="set aside by triage", triage=triage)
