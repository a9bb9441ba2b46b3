"""Whether two sightings are of one incident: what rules it out, what speaks for it.

A point for each thing the two have in common; `POINTS_NEEDED` join them, and between reports at
least one must be an anchor: place, actor, target, wording, a private person whom both name, or,
where none of these is told, the towns that the reports name.
"""

from __future__ import annotations

from datetime import timedelta

from tocsin.core.place import distance_km
from tocsin.core.types import Event, Polarity
from tocsin.weigh.linking.link_words import Ground, in_words
from tocsin.weigh.linking.sightings import Sighting, is_wide
from tocsin.weigh.naming import telling_words

POINTS_NEEDED = 2
SAME_TOWN_KM = 25.0  # reports of one event name neighbouring places
ALIKE_WORDS = 0.35  # Jaccard of sentence words: retellings lie above, other events below
SAME_WORDS = 0.7
MOST_FOR_PERSONS = 2  # points for private persons whom both reports name
SHARED_NAMES = 3
SHARED_TOWNS_PART = 0.5  # of the shorter list of towns; without this B³ precision falls by .004
SHARED_NAMES_PART = 0.4  # of the shorter list of names
NONE = timedelta(0)
DENIAL_SLACK = timedelta(days=4)  # the day read of a denial is often that of the denying
FOLLOW_UP = timedelta(days=30)  # weeks later a report names the victims, but no longer the day
SMALL_PLACE = 10_000  # people: two shootings within a month are rare below that
MUTUAL = frozenset({"clash", "riot"})  # both sides act
TELLING_TOLL = 2  # "one killed" is in every second report


def points_for(one: Sighting, other: Sighting) -> int:
    """Return the points that speak for one incident, 0 where something rules it out."""
    if are_incompatible(one, other):
        return 0
    return sum(_points(one, other).values())


def reasons_for(one: Sighting, other: Sighting) -> tuple[str, ...]:
    """Return each thing that speaks for one incident in words, the strongest first."""
    found = sorted(_points(one, other).items(), key=lambda row: -row[1])
    return tuple(in_words(ground, one, other) for ground, points in found if points > 0)


def _points(one: Sighting, other: Sighting) -> dict[Ground, int]:
    """Return the points a ground; between reports none where no anchor holds the two together."""
    anchors: dict[Ground, int] = {
        "place": _same_fine_place(one, other),
        "actor": _share_bearer(one.actors, other.actors),
        "target": _share_bearer(one.targets, other.targets),
        "wording": _alike_wording(one, other),
    }
    if one.report == other.report:
        in_one_plot = one.phase == "ahead"  # a report names several hands behind one plan
        return anchors | {
            "report": 1,
            "back reference": one.is_bare or other.is_bare,
            "toll": _same_toll(one.event, other.event),
            "other actors": -(_different_actors(one, other) and not in_one_plot),
        }
    anchors["persons"] = min(MOST_FOR_PERSONS, len(one.persons & other.persons))
    if not any(anchors.values()):
        anchors["towns"] = _share_towns(one, other)
    if not any(anchors.values()):
        return {}
    return anchors | {
        "day": one.dated and other.dated,
        "toll": _same_toll(one.event, other.event),
        "names": _share_names(one, other),
        "other actors": -_different_actors(one, other),
    }


def are_incompatible(one: Sighting, other: Sighting) -> bool:
    """Return whether type, phase, time or place rule out one incident."""
    if one.phase != other.phase or not one.families & other.families:
        return True
    slack = _slack(one, other)
    if one.start > other.end + slack or other.start > one.end + slack:
        return True
    return _roles_reversed(one, other) or _different_places(one, other)


def _slack(one: Sighting, other: Sighting) -> timedelta:
    """Return by how much the days of two sightings may miss one another."""
    if Polarity.DENIED in (one.event.polarity, other.event.polarity):
        return DENIAL_SLACK
    linked = one.persons & other.persons or _in_one_hamlet(one, other)
    if (one.dated and other.dated) or not linked:
        return NONE
    told_before = (one.dated and other.end < one.start) or (other.dated and one.end < other.start)
    return NONE if told_before else FOLLOW_UP


def _in_one_hamlet(one: Sighting, other: Sighting) -> bool:
    """Return whether both are in one place so small that it has not two such events a month."""
    if not one.place_name or one.place_name != other.place_name or one.place is None:
        return False
    return 0 < one.place.population <= SMALL_PLACE or one.place.feature == "CMPRF"


def days_between(one: Sighting, other: Sighting) -> timedelta:
    """Return how far apart the days of two sightings are, nothing where they overlap."""
    return max(NONE, one.start - other.end, other.start - one.end)


def _roles_reversed(one: Sighting, other: Sighting) -> bool:
    """Return whether who acts in the one suffers in the other: two deeds, not one."""
    if one.event.type in MUTUAL or other.event.type in MUTUAL:
        return False
    if one.by_group != other.by_group and "force" in one.families:
        return True
    swapped = one.actors & other.targets or other.actors & one.targets
    return bool(swapped) and not one.actors & other.actors


def _different_places(one: Sighting, other: Sighting) -> bool:
    if not one.place_name or not other.place_name or one.place_name == other.place_name:
        return False
    if one.country and other.country and one.country != other.country:
        return True
    if _contains(one, other) or _contains(other, one):
        return False
    if one.place and other.place:
        reach = one.place.uncertainty_km + other.place.uncertainty_km + SAME_TOWN_KM
        return _apart_km(one, other) > reach
    return not (telling_words(one.place_name) & telling_words(other.place_name))


def _contains(outer: Sighting, inner: Sighting) -> bool:
    if outer.place_name == inner.within:
        return True
    wide = outer.place is not None and is_wide(outer.place)
    return wide and outer.country is not None and outer.country == inner.country


def _same_fine_place(one: Sighting, other: Sighting) -> bool:
    if not one.place_name or not other.place_name:
        return False
    if any(s.place is not None and is_wide(s.place) for s in (one, other)):
        return False
    if one.place_name == other.place_name:
        return True
    return bool(one.place and other.place) and _apart_km(one, other) <= SAME_TOWN_KM


def _share_towns(one: Sighting, other: Sighting) -> bool:
    """Return whether the reports name the same towns, where an event's own place is not told."""
    if all(s.place_name and not (s.place and is_wide(s.place)) for s in (one, other)):
        return False
    shared = len(one.towns & other.towns)
    return shared > 0 and shared >= SHARED_TOWNS_PART * min(len(one.towns), len(other.towns))


def _apart_km(one: Sighting, other: Sighting) -> float:
    if one.place is None or other.place is None:
        return float("inf")
    return distance_km(one.place.lon, one.place.lat, other.place.lon, other.place.lat)


def _share_bearer(ones: frozenset[str], others: frozenset[str]) -> bool:
    telling = {word for name in ones for word in telling_words(name)}
    return any(telling & telling_words(name) for name in others)


def _different_actors(one: Sighting, other: Sighting) -> bool:
    """Return whether both name who did it, and differ; "gunmen" names nobody."""
    named = (any(map(telling_words, sighting.actors)) for sighting in (one, other))
    return all(named) and not _share_bearer(one.actors, other.actors)


def _alike_wording(one: Sighting, other: Sighting) -> int:
    union = len(one.words | other.words)
    index = len(one.words & other.words) / union if union else 0.0
    return (index >= ALIKE_WORDS) + (index >= SAME_WORDS)


def _same_toll(one: Event, other: Event) -> bool:
    for mine, theirs in (
        (one.toll.killed, other.toll.killed),
        (one.toll.injured, other.toll.injured),
        (one.toll.detained, other.toll.detained),
        (one.toll.displaced, other.toll.displaced),
    ):
        if mine and theirs and (mine.low, mine.high) == (theirs.low, theirs.high):
            return (mine.low or 0) >= TELLING_TOLL
    return False


def _share_names(one: Sighting, other: Sighting) -> bool:
    shared = len(one.names & other.names)
    shorter = min(len(one.names), len(other.names))
    return shared >= SHARED_NAMES and shared >= SHARED_NAMES_PART * shorter
