"""Which incidents of a ledger are asked for, in which order."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from tocsin.core.types import Incident, Standing


@dataclass(frozen=True, slots=True, kw_only=True)
class WantedIncidents:
    """Which incidents: `since` and `until` are days on which the incident may have been.

    `place` is a part of its place's name. An incident without a known time is among them all.
    """

    types: frozenset[str] = frozenset()
    place: str = ""
    since: date | None = None
    until: date | None = None
    contradicted: bool = False
    standing: Standing | None = None

    def among(self, incidents: Iterable[Incident]) -> list[Incident]:
        """Return the incidents wanted, the latest first, those without a time last."""
        return sorted(filter(self._takes, incidents), key=_latest_first)

    def _takes(self, incident: Incident) -> bool:
        return (
            (not self.types or incident.type in self.types)
            and self.place.casefold() in (incident.place or "").casefold()
            and (not self.contradicted or bool(incident.contradicts))
            and (self.standing is None or incident.standing is self.standing)
            and self._in_time(incident)
        )

    def _in_time(self, incident: Incident) -> bool:
        span = incident.time
        if span is None:
            return True
        too_early = self.since and span.latest and span.latest.date() < self.since
        too_late = self.until and span.earliest and span.earliest.date() > self.until
        return not (too_early or too_late)


def _latest_first(incident: Incident) -> tuple[float, str]:
    span = incident.time
    start = (span.earliest or span.latest) if span else None
    return (-start.timestamp() if start else float("inf"), incident.id)
