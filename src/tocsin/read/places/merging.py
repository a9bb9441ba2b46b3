"""Places of one name from what ships and from imported ground, each place once."""

from __future__ import annotations

import heapq
from collections.abc import Sequence
from functools import partial

import numpy as np

from tocsin.core.place import Place, distance_km
from tocsin.read.places.prominence import standing
from tocsin.read.places.table import PlaceTable

SAME_TOWN_KM = 15.0  # gazetteers put the middle of one town so far apart


class PlacesById:
    """The shipped places by their GeoNames ids."""

    def __init__(self, table: PlaceTable) -> None:
        self._table = table
        self._order = np.argsort(table.columns["geonames_id"], kind="stable")
        self._ids = table.columns["geonames_id"][self._order]

    def get(self, geonames_id: int | None) -> Place | None:
        """Return the place with the id, None where none of them has it."""
        if geonames_id is None:
            return None
        at = int(np.searchsorted(self._ids, geonames_id))
        if at == len(self._ids) or int(self._ids[at]) != geonames_id:
            return None
        return self._table.place(int(self._order[at]))


def merged(
    folded: str, packaged: Sequence[Place], imported: Sequence[Place], by_id: PlacesById
) -> tuple[Place, ...]:
    """Return the places of the name: a desk's own first, then all by how well known they are.

    Where an imported place also ships, the shipped one stands: its breadth was measured.
    """
    own = [place for place in imported if not place.bulk]
    added: list[Place] = []
    for place in (place for place in imported if place.bulk):
        known = by_id.get(place.geonames_id) or place
        if not any(_is_same(known, other) for other in (*packaged, *added)):
            added.append(known)
    worth = partial(standing, folded=folded)
    added.sort(key=worth, reverse=True)
    return (*own, *heapq.merge(packaged, added, key=worth, reverse=True))


def _is_same(one: Place, other: Place) -> bool:
    if one.geonames_id is not None and other.geonames_id is not None:
        return one.geonames_id == other.geonames_id
    if one.country != other.country:
        return False
    if one.feature.startswith("PPL") and other.feature.startswith("PPL"):
        return distance_km(one.lon, one.lat, other.lon, other.lat) <= SAME_TOWN_KM
    return one.feature == other.feature and one.feature.startswith(("ADM1", "PCL"))
