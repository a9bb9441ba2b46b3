"""Plain words for types, statuses and situations."""

from __future__ import annotations

from tocsin.core.types import GroupAtRisk, Incident, Status
from tocsin.ontology.event_types import event_types


def act_of(incident: Incident) -> str:
    """Return what the incident is, in plain words: "planned mass killing"."""
    act = event_types()[incident.type].noun
    plain = incident.status in (Status.HAPPENED, Status.ONGOING)
    return act if plain else f"{incident.status.value.replace('_', ' ')} {act}"


def described(incident: Incident) -> str:
    """Return the incident with its place: "planned mass killing (Lindral Camp)"."""
    return f"{act_of(incident)} ({incident.place})" if incident.place else act_of(incident)


def title_of(group: GroupAtRisk | None, place: str | None) -> str:
    """Return the situation's title.

    >>> title_of(None, "Halvik")
    'Violence against people in Halvik'
    """
    if group is None:
        return f"Violence against people in {place}" if place else "Violence against people"
    if group.place and group.place.casefold() not in group.name.casefold():
        return f"{group.name}, {group.place}"
    return group.name
