"""Plain words for types, statuses and situations."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.assess.names import proper_words
from tocsin.core.time import TimeSpan, day_words
from tocsin.core.types import Count, GroupAtRisk, Incident, Status
from tocsin.ontology.event_types import event_types

SAID = {
    Status.HAPPENED: "reported",
    Status.ONGOING: "said to be going on",
    Status.ATTEMPTED: "said to have been attempted",
    Status.PLANNED: "said to be planned",
    Status.THREATENED: "said to be threatened",
    Status.ORDERED: "said to have been ordered",
    Status.REQUESTED: "said to have been asked for",
    Status.FEARED: "feared",
    Status.CALLED_FOR: "called for",
    Status.HYPOTHETICAL: "spoken of as possible",
}


def act_of(incident: Incident) -> str:
    """Return what the incident is, in plain words: "planned mass killing"."""
    act = event_types()[incident.type].noun
    plain = incident.status in (Status.HAPPENED, Status.ONGOING)
    return act if plain else f"{incident.status.value.replace('_', ' ')} {act}"


def described(incident: Incident) -> str:
    """Return the incident with its place: "planned mass killing (Lindral Camp)"."""
    return f"{act_of(incident)} ({incident.place})" if incident.place else act_of(incident)


def told(incident: Incident) -> str:
    """Return what is reported, as a clause: "20 people reported killed in Halvik on 3 May 2031"."""
    kind = event_types()[incident.type]
    said = SAID[incident.status]
    killed = counted(t.toll.killed for t in incident.tolls if t.toll.killed)
    if killed and incident.status is Status.HAPPENED:
        return f"{killed} reported killed{_where(incident)}{when(incident.time)}"
    whom = " and ".join([target for target in incident.targets if proper_words(target)][:2])
    act = f"{kind.noun} {kind.object} {whom}" if whom and kind.object else kind.noun
    same = proper_words(incident.place) & proper_words(whom)
    place = "" if same else _where(incident)
    day = when(incident.time) if incident.status is Status.HAPPENED else ""
    return f"{act} {said}{place}{day}"


def counted(counts: Iterable[Count]) -> str:
    """Return the counts as one: the number where they agree, else the range.

    >>> at_least = Count(low=12, high=None, as_reported="at least 12")
    >>> exact = Count(low=20, high=20, as_reported="20")
    >>> counted([at_least, exact]), counted([at_least]), counted([])
    ('20 people', 'at least 12 people', '')
    """
    given = [count for count in counts if count.low is not None]
    exact = sorted({count.low for count in given if count.point is not None and count.low})
    if len(exact) > 1:
        return f"{exact[0]:,} to {exact[-1]:,} people"
    most = max((count.low or 0 for count in given), default=0)
    if not most:
        return ""
    noun = "people" if most > 1 else "person"
    if exact and exact[0] == most:
        return f"{most:,} {noun}"
    open_ended = next(count.as_reported for count in given if count.low == most)
    if any(character.isdigit() for character in open_ended):
        return f"{open_ended[:1].lower()}{open_ended[1:]} {noun}"
    return f"at least {most:,} {noun}"


def _where(incident: Incident) -> str:
    return f" in {incident.place}" if incident.place else ""


def when(span: TimeSpan | None) -> str:
    """Return the day or month of an interval with its preposition, "" where it is wider."""
    if span is None or span.earliest is None or span.latest is None:
        return ""
    first, last = span.earliest.date(), span.latest.date()
    if first == last:
        return f" on {day_words(first)}"
    if (first.year, first.month) == (last.year, last.month):
        return f" in {first:%B %Y}"
    return f" in {first.year}" if first.year == last.year else ""


def title_of(group: GroupAtRisk | None, place: str | None) -> str:
    """Return the situation's title.

    >>> title_of(None, "Halvik")
    'Violence against people in Halvik'
    """
    if group is None:
        return f"Violence against people in {place}" if place else "Violence against people"
    name = group.name[:1].upper() + group.name[1:]
    if not group.place or group.place.casefold() in group.name.casefold():
        return name
    return f"{name}, {group.place}" if proper_words(group.name) else f"{name} in {group.place}"
