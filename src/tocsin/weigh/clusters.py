"""Clusters of sightings: one for each incident, whatever the order of the reports."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import timedelta

from tocsin.weigh.grouping import Grouping
from tocsin.weigh.matching import (
    POINTS_NEEDED,
    are_incompatible,
    days_between,
    points_for,
)
from tocsin.weigh.sightings import Sighting

COMPARED_IN_BLOCK = 10  # neighbours in time within a block: bounds the work on 50,000 statements
CHECKED_MEMBERS = 12  # of a cluster, before a sighting that fits one member joins all

Pair = tuple[int, int, timedelta, str, str]


def cluster_sightings(sightings: Sequence[Sighting]) -> list[list[Sighting]]:
    """Return the sightings grouped by incident; the order they come in does not matter.

    Pairs are joined the strongest first, of equals those of one report and place, then the nearest
    in time, and only where no member of the one cluster is ruled out by a member of the other.
    """
    ordered = sorted(sightings, key=_order)
    heads, twins = _fold_copies(ordered)
    by_id = {sighting.event.id: sighting for sighting in heads}
    clusters = {str(sighting.event.id): [sighting] for sighting in heads}
    joined: Grouping[str] = Grouping(clusters)
    for *_, one, other in sorted(set(_pairs(heads)), key=lambda pair: (-pair[0], *pair[1:])):
        left, right = joined.root(one), joined.root(other)
        if left != right and _fit(clusters[left], clusters[right]):
            joined.join(left, right)
            clusters[left] = clusters[left] + clusters.pop(right)
    return [
        [twin for head in members for twin in twins[by_id[head.event.id].event.id]]
        for members in clusters.values()
    ]


def _fold_copies(ordered: Sequence[Sighting]) -> tuple[list[Sighting], dict[str, list[Sighting]]]:
    """Return one sighting for each event of a text, and with each all that print it."""
    heads: dict[object, Sighting] = {}
    twins: dict[str, list[Sighting]] = defaultdict(list)
    for sighting in ordered:
        event = sighting.event
        alike = (sighting.text, event.type, event.status, event.polarity, sighting.words)
        head = heads.setdefault((alike, event.trigger if not sighting.words else None), sighting)
        twins[head.event.id].append(sighting)
    return list(heads.values()), twins


def _pairs(sightings: Sequence[Sighting]) -> Iterator[Pair]:
    blocks: dict[tuple[str, ...], list[Sighting]] = defaultdict(list)
    for sighting in sightings:
        for key in _block_keys(sighting):
            block = blocks[key]
            for earlier in block[-COMPARED_IN_BLOCK:]:
                points = points_for(earlier, sighting)
                if points >= POINTS_NEEDED:
                    yield (
                        points,
                        _distance(earlier, sighting),
                        days_between(earlier, sighting),
                        str(earlier.event.id),
                        str(sighting.event.id),
                    )
            block.append(sighting)


def _distance(one: Sighting, other: Sighting) -> int:
    """Return 0 for two sightings of one report at one place, up to 2 where both differ."""
    return (one.report != other.report) + (one.place_name != other.place_name)


def _block_keys(sighting: Sighting) -> Iterator[tuple[str, ...]]:
    for family in sorted(sighting.families):
        kind = (family, sighting.phase)
        yield (*kind, "report", sighting.report)
        if sighting.place_name:
            yield (*kind, "place", sighting.place_name)
        for person in sorted(sighting.persons):
            yield (*kind, "person", person)
        if sighting.place is not None:
            yield (*kind, "cell", str(round(sighting.place.lon)), str(round(sighting.place.lat)))
        for bearer in sorted(sighting.actors | sighting.targets):
            yield (*kind, "bearer", bearer)


def _fit(ones: Sequence[Sighting], others: Sequence[Sighting]) -> bool:
    return not any(
        are_incompatible(one, other)
        for one in ones[:CHECKED_MEMBERS]
        for other in others[:CHECKED_MEMBERS]
    )


def _order(sighting: Sighting) -> tuple[object, ...]:
    return (sighting.start, sighting.end, str(sighting.event.id))
