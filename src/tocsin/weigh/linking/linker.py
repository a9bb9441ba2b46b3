"""Linker: which sightings tell of one incident, kept up to date as reports come and go.

Sightings that could be of one incident form components; only the components that a change
touches are clustered anew. So a report joins in the time its own surroundings take, and what
comes out depends on the reports alone, not on the order they came in.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta
from typing import Final
from zlib import crc32

from tocsin.weigh.judged.constraints import NO_CONSTRAINTS, Constraints
from tocsin.weigh.linking.blocks import Blocks, Member, Neighbours, Pair
from tocsin.weigh.linking.clusters import Cluster, Edge, Order, cluster_component
from tocsin.weigh.linking.matching import POINTS_NEEDED, days_between, points_for
from tocsin.weigh.linking.sightings import Sighting

TOWNS_COMPARED: Final = 12  # of a report that lists more no town says where its event was
COMPARED_IN_BLOCK: Final = 10  # neighbours in time: bounds the work on 50,000 statements


class Linker:
    """All sightings with the clusters they form under an analyst's constraints."""

    def __init__(self, constraints: Constraints = NO_CONSTRAINTS) -> None:
        self._constraints = constraints
        self._bound = _partners(constraints)
        self._sightings: dict[str, Sighting] = {}
        self._twins: dict[object, list[Member]] = {}
        self._blocks = Blocks(Neighbours(COMPARED_IN_BLOCK))
        self._edges: dict[Pair, Edge] = {}
        self._near: defaultdict[str, set[str]] = defaultdict(set)
        self._clusters: dict[str, Cluster] = {}
        self._cluster_of: dict[str, str] = {}
        self._dirty: set[str] = set()

    def __contains__(self, event: str) -> bool:
        """Return whether a sighting of the event is in."""
        return event in self._sightings

    def add(self, sighting: Sighting) -> None:
        """Put a sighting in; one that is in already stays."""
        name = str(sighting.event.id)
        if name in self._sightings:
            return
        self._sightings[name] = sighting
        row = self._twins.setdefault(self._twin_key(sighting), [])
        before = row[0] if row else None
        insort(row, _member(sighting))
        self._change_head(before, row[0])
        self._dirty.add(row[0][1])

    def remove(self, event: str) -> None:
        """Take a sighting out."""
        sighting = self._sightings[event]
        key = self._twin_key(sighting)
        row = self._twins[key]
        before = row[0]
        del row[bisect_left(row, _member(sighting))]
        self._change_head(before, row[0] if row else None)
        if row:
            self._dirty.add(row[0][1])
        else:
            del self._twins[key]
        del self._sightings[event]

    def clusters(self) -> list[Cluster]:
        """Return every cluster, copies of one text unfolded."""
        self._settle()
        return [self._unfolded(cluster) for cluster in self._clusters.values()]

    def cluster_with(self, event: str) -> Cluster:
        """Return the cluster that holds the event. Raises: KeyError."""
        self._settle()
        head = self._head_of(event)
        return self._unfolded(self._clusters[self._cluster_of[head]])

    def _change_head(self, before: Member | None, after: Member | None) -> None:
        """Let one of a row of copies stand for all of them in the blocks."""
        if before == after:
            return
        if before is not None:
            self._leave(before)
        if after is not None:
            sighting = self._sightings[after[1]]
            self._note(*self._blocks.insert(after, _block_keys(sighting)))

    def _leave(self, member: Member) -> None:
        name = member[1]
        self._note(*self._blocks.remove(member, _block_keys(self._sightings[name])))
        cluster = self._clusters.pop(self._cluster_of.pop(name, ""), None)
        if cluster is not None:
            self._dirty.update(str(head.event.id) for head in cluster.heads)
        self._dirty.discard(name)

    def _note(self, came: Sequence[Pair], gone: Sequence[Pair]) -> None:
        for one, other in gone:
            if self._edges.pop((one, other), None) is not None:
                self._near[one].discard(other)
                self._near[other].discard(one)
                self._dirty.update((one, other))
        for one, other in came:
            edge = _edge(self._sightings[one], self._sightings[other])
            if edge is not None:
                self._edges[one, other] = edge
                self._near[one].add(other)
                self._near[other].add(one)
                self._dirty.update((one, other))

    def _settle(self) -> None:
        """Cluster every component anew that something changed in."""
        waiting = {name for name in self._dirty if self._is_head(name)}
        self._dirty.clear()
        while waiting:
            component = self._component(waiting.pop())
            waiting -= component
            for name in component:
                self._clusters.pop(self._cluster_of.pop(name, ""), None)
            for cluster in self._clustered(component):
                first = str(cluster.heads[0].event.id)
                self._clusters[first] = cluster
                self._cluster_of.update((str(head.event.id), first) for head in cluster.heads)

    def _component(self, start: str) -> set[str]:
        found, stack = {start}, [start]
        while stack:
            for name in self._beside(stack.pop()):
                if name not in found:
                    found.add(name)
                    stack.append(name)
        return found

    def _beside(self, head: str) -> Iterator[str]:
        yield from self._near.get(head, ())
        if self._bound:
            for twin in self._row(head):
                yield from self._partners_of(twin[1])

    def _partners_of(self, event: str) -> Iterator[str]:
        for partner in self._bound.get(event, ()):
            if partner in self._sightings:
                yield self._head_of(partner)

    def _clustered(self, component: set[str]) -> list[Cluster]:
        heads = sorted((self._sightings[name] for name in component), key=_order)
        edges = [
            self._edges[pair]
            for name in component
            for other in self._near.get(name, ())
            if (pair := (name, other)) in self._edges
        ]
        bound = [
            (name, partner)
            for name in component
            if self._bound
            for twin in self._row(name)
            for partner in self._partners_of(twin[1])
        ]
        return cluster_component(heads, edges, bound, self._constraints)

    def _unfolded(self, cluster: Cluster) -> Cluster:
        members = [
            self._sightings[twin[1]]
            for head in cluster.heads
            for twin in self._row(str(head.event.id))
        ]
        return Cluster(cluster.heads, tuple(members), cluster.links)

    def _row(self, event: str) -> list[Member]:
        return self._twins[self._twin_key(self._sightings[event])]

    def _head_of(self, event: str) -> str:
        return self._row(event)[0][1]

    def _is_head(self, event: str) -> bool:
        return event in self._sightings and self._head_of(event) == event

    def _twin_key(self, sighting: Sighting) -> object:
        """Return what all sightings of one event in copies of one text have in common."""
        event = sighting.event
        alone = event.trigger if not sighting.words else None
        marks = self._constraints.marks(event.id)
        return (
            sighting.text,
            event.type,
            event.status,
            event.polarity,
            sighting.words,
            alone,
            marks,
        )


def _partners(constraints: Constraints) -> dict[str, list[str]]:
    """Return, by event, those that an analyst put in one incident with it."""
    found: dict[str, list[str]] = {}
    for group in constraints.together:
        names = sorted(map(str, group))
        for name in names:
            found.setdefault(name, []).extend(other for other in names if other != name)
    return found


def _edge(one: Sighting, other: Sighting) -> Edge | None:
    """Return what speaks for one incident, None where it is too little."""
    points = points_for(one, other)
    if points < POINTS_NEEDED:
        return None
    apart = (one.report != other.report) + (one.place_name != other.place_name)
    days: timedelta = days_between(one, other)
    names = str(one.event.id), str(other.event.id)
    return Edge(-points, apart, days, _order(one)[:-1], _order(other)[:-1], *names)


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
        for town in sorted(sighting.towns)[:TOWNS_COMPARED]:
            yield (*kind, "town", town)


def _order(sighting: Sighting) -> Order:
    """Return the key that sorts sightings by time, then by what is told, whoever tells it."""
    told = crc32(" ".join(sorted(sighting.words)).encode("utf-8", "surrogatepass"))
    event = sighting.event
    return (sighting.start, sighting.end, told, event.type, event.trigger.start, str(event.id))


def _member(sighting: Sighting) -> Member:
    return (_order(sighting), str(sighting.event.id))


def link_all(
    sightings: Iterable[Sighting], constraints: Constraints = NO_CONSTRAINTS
) -> list[Cluster]:
    """Return the clusters that the sightings form; the order they come in does not matter."""
    linker = Linker(constraints)
    for sighting in sightings:
        linker.add(sighting)
    return linker.clusters()
