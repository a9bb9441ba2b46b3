"""Traits of an incident: its type, status, place, time and targets, of what its events give."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from tocsin.core.time import TimeSpan
from tocsin.core.types import Event, Polarity, Status
from tocsin.ontology.gravity import gravity_lists
from tocsin.weigh.families import are_opposed
from tocsin.weigh.incidents.weighing import Weighing
from tocsin.weigh.linking.sightings import Sighting, place_of
from tocsin.weigh.naming import bearer_names, telling_words

LEADING_TO_DEATH = frozenset({"wound", "armed_attack", "clash", "disperse"})
SUREST_FIRST = tuple(Status)  # as the enum lists them: happened, ongoing, attempted, planned, …


def main_type(events: Sequence[Event]) -> str:
    """Return the type most events have, of equals the surest; killing goes before what led to it.

    A type that others oppose gives way to what they affirm.
    """
    affirmed = [event for event in events if event.polarity is Polarity.AFFIRMED] or events
    counted = Counter(event.type for event in affirmed)
    surest: dict[str, int] = {}
    for event in affirmed:
        rank = SUREST_FIRST.index(event.status)
        surest[event.type] = min(rank, surest.get(event.type, rank))
    most = max(counted, key=lambda name: (counted[name], -surest[name], name))
    if most in LEADING_TO_DEATH and counted["kill"]:
        most = "kill"
    opposed = [name for name in counted if are_opposed(name, most)]
    return max([most, *opposed], key=lambda name: (name == "arm_or_recruit", name == most))


def status_of(events: Sequence[Event]) -> Status:
    """Return the surest status; of what is done and what goes on, the one told most plainly."""
    surest = min((event.status for event in events), key=SUREST_FIRST.index)
    if surest is not Status.HAPPENED:
        return surest
    real = [event for event in events if event.status in (Status.HAPPENED, Status.ONGOING)]
    return max(real, key=lambda event: (event.score, event.status is surest)).status


def site_of(members: Sequence[Sighting], weighing: Weighing) -> str | None:
    """Return the place most reports give, the finer of two that are named as often."""
    named: Counter[str] = Counter()
    width: dict[str, float] = defaultdict(float)
    for sighting in members:
        mention = place_of(sighting.event, weighing.readings[sighting.report])
        if mention is not None:
            named[mention.name] += 1
            width[mention.name] = mention.place.uncertainty_km if mention.place else 0.0
    return max(named, key=lambda name: (named[name], -width[name], name), default=None)


def time_of(events: Sequence[Event]) -> TimeSpan | None:
    """Return the narrowest time given for the incident."""
    timed = [e.time for e in events if e.time and e.time.earliest and e.time.latest]
    spans = [(span.latest - span.earliest, str(span.earliest), span.value, span)
             for span in timed if span.latest and span.earliest]  # fmt: skip
    if spans:
        return min(spans, key=lambda row: row[:3])[3]
    return next((event.time for event in events if event.time), None)


def targets_of(events: Sequence[Event], main: str, place: str | None) -> tuple[str, ...]:
    """Return the targets; of harm to people, not the place where they were."""
    named = [one.canonical or one.text for event in events for one in event.targets]
    if main in gravity_lists().to_people:
        site = telling_words(place or "")
        people = [name for name in named if not site or telling_words(name) != site]
        named = people or named
    return bearer_names(named)
