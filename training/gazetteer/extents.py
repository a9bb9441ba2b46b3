"""Where subdivisions lie, from the towns in them: the packages give no coordinates for them."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from tocsin.core.place import distance_km
from training.gazetteer.packages import Cities

OUTLIERS = 50  # one town in fifty may lie astray (an exclave, a wrong code) on each side
LONE_TOWN_KM = 25.0  # a county with one town on the map reaches about this far


@dataclass(frozen=True, slots=True)
class Extent:
    """The middle of the box around a subdivision's towns, its half diagonal and its people."""

    lon: float
    lat: float
    radius_km: float
    population: int = 0


def extents_of(cities: Cities, most: int) -> dict[int, Extent]:
    """Return the extent of each subdivision, up to number `most`, that has a town."""
    texts = [text.split("|") if text else [] for text in cities.subdivisions]
    inside = np.array([int(number) for text in texts for number in text], dtype=np.int64)
    city = np.repeat(np.arange(len(texts)), np.array(list(map(len, texts)), dtype=np.int64))
    lons, lats, people = cities.lons[city], cities.lats[city], cities.populations[city]
    bounds = np.searchsorted(np.sort(inside), np.arange(most + 2))
    by_lon = lons[np.lexsort((lons, inside))]
    by_lat = lats[np.lexsort((lats, inside))]
    totals = np.bincount(inside, weights=people, minlength=most + 1)
    return {
        number: _extent(by_lon[first:end], by_lat[first:end], int(totals[number]))
        for number, (first, end) in enumerate(pairwise(bounds.tolist()))
        if end > first
    }


def _extent(
    lons: np.typing.NDArray[np.float64], lats: np.typing.NDArray[np.float64], people: int
) -> Extent:
    count = len(lons)
    cut = count // OUTLIERS
    west, east = float(lons[cut]), float(lons[count - 1 - cut])
    south, north = float(lats[cut]), float(lats[count - 1 - cut])
    if count == 1:
        return Extent(west, south, LONE_TOWN_KM, people)
    radius = distance_km(west, south, east, north) / 2
    if east - west > 180.0:  # astride the date line: the box would span the globe
        return Extent(float(lons[count // 2]), float(lats[count // 2]), radius, people)
    return Extent((west + east) / 2, (south + north) / 2, radius, people)
