"""Confidence: how well supported. docs/assessment.md states each rule by its id."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tocsin.core.types import (
    Confidence,
    Contradiction,
    ContradictionKind,
    Incident,
    Origin,
    Standing,
)

CORROBORATED_ORIGINS = 2  # Source: Admiralty scale, "confirmed by other independent sources"
WELL_CORROBORATED_ORIGINS = 3
OF_THE_EVENT = frozenset({ContradictionKind.DENIAL, ContradictionKind.ACTOR})
"""Where two differ on the day, the place, the outcome or how many, the event itself stands."""


@dataclass(frozen=True, slots=True)
class ConfidenceFinding:
    """The confidence, the rule that gave it, and the incident it was given for."""

    confidence: Confidence
    rule: str
    text: str
    incident: Incident | None


def find_confidence(incidents: Sequence[Incident]) -> ConfidenceFinding:
    """Return how well the best supported of the deciding incidents is supported."""
    found = [_of_incident(incident) for incident in incidents]
    rank = list(Confidence)
    return max(
        found,
        key=lambda finding: rank.index(finding.confidence),
        default=ConfidenceFinding(
            Confidence.LOW, "confidence.low.none", "Nothing is reported.", None
        ),
    )


def supporting_origins(incident: Incident) -> list[Origin]:
    """Return the origins that affirm the incident, those that cannot be told included."""
    supports = set(incident.supports)
    return [origin for origin in incident.origins if supports & set(origin.statements)]


def counted_origins(incident: Incident) -> list[Origin]:
    """Return the independent origins that affirm the incident."""
    return [origin for origin in supporting_origins(incident) if origin.certain]


def _of_incident(incident: Incident) -> ConfidenceFinding:
    """Return the confidence by its origins, or by an analyst's word where that gives more."""
    found = _by_origins(incident)
    if found.confidence is Confidence.LOW and incident.standing is Standing.CONFIRMED:
        text = f"An analyst confirmed it. By its origins alone: {found.text}"
        return ConfidenceFinding(
            Confidence.MODERATE, "confidence.moderate.confirmed", text, incident
        )
    return found


def _by_origins(incident: Incident) -> ConfidenceFinding:
    counted = counted_origins(incident)
    outside = [origin for origin in counted if not origin.party]
    number = _origins(len(counted))
    if not counted:
        rule, text = "untraced", "No independent origin can be told behind it."
    elif not outside:
        rule, text = "parties", f"Only {number}, taking part in the dispute."
    elif len(counted) < CORROBORATED_ORIGINS:
        rule, text = "single", "Only one independent origin."
    elif any(_is_of_the_event(pair, incident) for pair in incident.contradicts):
        rule, text = "contradicted", f"{number} affirm it, but it is contradicted."
    else:
        return _corroborated(incident, counted, outside)
    return ConfidenceFinding(Confidence.LOW, f"confidence.low.{rule}", text, incident)


def _is_of_the_event(pair: Contradiction, incident: Incident) -> bool:
    """Return whether two statements differ on whether it happened and by whom.

    Who counts nobody says that it did not.
    """
    if pair.kind is not ContradictionKind.TOLL:
        return pair.kind in OF_THE_EVENT
    tolls = (one.toll for one in incident.tolls if one.statement in (pair.statement, pair.against))
    counts = (count for toll in tolls for count in (toll.killed, toll.injured))
    return any(count is not None and count.high == 0 for count in counts)


def _corroborated(
    incident: Incident, counted: Sequence[Origin], outside: Sequence[Origin]
) -> ConfidenceFinding:
    specific = incident.place is not None and incident.time is not None
    texts = {origin.earliest for origin in counted}
    many = (
        len(counted) >= WELL_CORROBORATED_ORIGINS
        and min(len(outside), len(texts)) >= CORROBORATED_ORIGINS
    )
    number = _origins(len(counted))
    if many and specific and not incident.contradicts:
        text = f"{number} affirm it with place and time; none denies it."
        return ConfidenceFinding(Confidence.HIGH, "confidence.high", text, incident)
    differ = "; they differ on its details" if incident.contradicts else ""
    text = f"{number} affirm it, at least one of them outside the dispute{differ}."
    return ConfidenceFinding(Confidence.MODERATE, "confidence.moderate", text, incident)


def _origins(number: int) -> str:
    return "one independent origin" if number == 1 else f"{number} independent origins"
