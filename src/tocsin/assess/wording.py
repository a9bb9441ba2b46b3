"""Plain words for types, statuses and situations."""

from __future__ import annotations

from tocsin.core.types import GroupAtRisk, Incident, Status

ACTS = {
    "kill": "killing", "massacre": "massacre", "wound": "wounding", "armed_attack": "armed attack",
    "bombard": "bombardment", "suicide_attack": "suicide attack", "abduct": "abduction",
    "detain": "detention", "expel_or_displace": "expulsion",
    "close_or_evict": "closure or eviction",
    "besiege_or_deny_aid": "siege or denial of aid", "set_deadline": "deadline",
    "deploy_forces": "sending of forces", "search_or_raid": "search", "threaten": "threat",
    "arm_or_recruit": "arming", "obstruct_protection": "obstruction of protection",
    "incite_or_dehumanise": "incitement", "accuse": "accusation", "strip_status": "loss of status",
}  # fmt: skip


def act_of(incident: Incident) -> str:
    """Return what the incident is, in plain words: "planned massacre"."""
    act = ACTS.get(incident.type, incident.type.replace("_", " "))
    plain = incident.status in (Status.HAPPENED, Status.ONGOING)
    return act if plain else f"{incident.status.value.replace('_', ' ')} {act}"


def described(incident: Incident) -> str:
    """Return the incident with its place: "planned massacre (Lindral Camp)"."""
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
