"""Clusters: the sightings of one component grouped by incident."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Final, NamedTuple

from tocsin.weigh.grouping import Grouping
from tocsin.weigh.judged.constraints import Constraints
from tocsin.weigh.linking.matching import are_incompatible
from tocsin.weigh.linking.sightings import Sighting

CHECKED_MEMBERS: Final = 12  # of a cluster, before a sighting that fits one member joins all


Order = tuple[Any, ...]


class Edge(NamedTuple):
    """Two sightings that may be of one incident; sorted, the strongest comes first.

    Of equals those of one report and place go first, then the nearest in time, then as the
    sightings are ordered by what they tell, so that the names of sources decide nothing.
    """

    minus_points: int
    apart: int
    days: timedelta
    first: Order
    second: Order
    one: str
    other: str


@dataclass(frozen=True, slots=True)
class Cluster:
    """The sightings of one incident and the pairs that joined them.

    `heads` are the sightings that were compared, one for each text; `members` are all.
    """

    heads: tuple[Sighting, ...]
    members: tuple[Sighting, ...]
    links: tuple[Edge, ...]


def cluster_component(
    heads: Sequence[Sighting],
    edges: Iterable[Edge],
    bound: Iterable[tuple[str, str]],
    constraints: Constraints,
) -> list[Cluster]:
    """Return the clusters of the sightings, which come in order.

    Those bound by an analyst are joined first, then pairs the strongest first, and only where
    no member of the one cluster is ruled out by a member of the other.
    """
    clusters = {str(head.event.id): [head] for head in heads}
    links: dict[str, list[Edge]] = {name: [] for name in clusters}
    joined: Grouping[str] = Grouping(clusters)

    def join(one: str, other: str, edge: Edge | None) -> None:
        left, right = joined.root(one), joined.root(other)
        if left == right or constraints.part(clusters[left], clusters[right]):
            return
        if edge is None or _fit(clusters[left], clusters[right]):
            joined.join(left, right)
            clusters[left] = clusters[left] + clusters.pop(right)
            links[left] += [*links.pop(right), *([edge] if edge else [])]

    for one, other in sorted(bound):
        join(one, other, None)
    for edge in sorted(edges):
        join(edge.one, edge.other, edge)
    return [
        Cluster(tuple(members), tuple(members), tuple(sorted(links[root])))
        for root, members in clusters.items()
    ]


def _fit(ones: Sequence[Sighting], others: Sequence[Sighting]) -> bool:
    return not any(
        are_incompatible(one, other)
        for one in ones[:CHECKED_MEMBERS]
        for other in others[:CHECKED_MEMBERS]
    )
