"""Positions on the ground: WGS 84, longitude first, with their uncertainty."""

from __future__ import annotations

import math
from dataclasses import dataclass

EARTH_RADIUS_KM = 6371.0088  # IUGG mean radius R1


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A gazetteer entry.

    Units: `lon`, `lat` in degrees WGS 84; `uncertainty_km` is the radius within which the
    wording may lie (a country's is hundreds of km). `country` is ISO 3166-1 alpha-3;
    `admin1` the name of the first-order subdivision; `feature` a GeoNames feature code.
    `source` names the imported ground that holds it, "" for what ships with Tocsin and for the
    CSV files of the settings. `bulk` marks a place that came in with thousands of others, so
    that being listed says nothing of its note.
    """

    name: str
    lon: float
    lat: float
    uncertainty_km: float
    feature: str
    country: str | None = None
    admin1: str | None = None
    geonames_id: int | None = None
    population: int = 0
    whosonfirst_id: int | None = None
    source: str = ""
    bulk: bool = False

    @property
    def is_public(self) -> bool:
        """Return whether a public gazetteer holds it."""
        return self.geonames_id is not None or self.whosonfirst_id is not None

    @property
    def is_picked(self) -> bool:
        """Return whether it is listed by hand: by us for being known, or by the desk."""
        return not self.is_public and not self.bulk


def distance_km(lon_a: float, lat_a: float, lon_b: float, lat_b: float) -> float:
    """Return the great-circle distance in km (haversine).

    >>> round(distance_km(0.0, 0.0, 0.0, 1.0))
    111
    """
    phi_a, phi_b = math.radians(lat_a), math.radians(lat_b)
    half_phi = math.sin((phi_b - phi_a) / 2) ** 2
    half_lambda = math.sin(math.radians(lon_b - lon_a) / 2) ** 2
    chord = half_phi + math.cos(phi_a) * math.cos(phi_b) * half_lambda
    return 2 * EARTH_RADIUS_KM * math.asin(min(1.0, math.sqrt(chord)))


def moved(lon: float, lat: float, *, bearing_degrees: float, by_km: float) -> tuple[float, float]:
    """Return the longitude and latitude so many km away on a great circle.

    The bearing is clockwise from north at the start.

    >>> lon, lat = moved(0.0, 0.0, bearing_degrees=90.0, by_km=111.195)
    >>> round(lon, 3), round(lat, 3)
    (1.0, 0.0)
    """
    turn, bearing = by_km / EARTH_RADIUS_KM, math.radians(bearing_degrees)
    phi = math.radians(lat)
    sine = math.sin(phi) * math.cos(turn) + math.cos(phi) * math.sin(turn) * math.cos(bearing)
    new_phi = math.asin(max(-1.0, min(1.0, sine)))
    east = math.sin(bearing) * math.sin(turn) * math.cos(phi)
    new_lon = lon + math.degrees(math.atan2(east, math.cos(turn) - math.sin(phi) * sine))
    return (new_lon + 540.0) % 360.0 - 180.0, math.degrees(new_phi)


def midway(one: tuple[float, float], other: tuple[float, float]) -> tuple[float, float]:
    """Return the longitude and latitude halfway between two on the great circle.

    >>> [round(degrees, 3) for degrees in midway((0.0, 0.0), (10.0, 0.0))]
    [5.0, 0.0]
    """
    corners = [_on_sphere(*position) for position in (one, other)]
    x, y, z = (sum(axis) for axis in zip(*corners, strict=True))
    return math.degrees(math.atan2(y, x)), math.degrees(math.atan2(z, math.hypot(x, y)))


def _on_sphere(lon: float, lat: float) -> tuple[float, float, float]:
    phi, turn = math.radians(lat), math.radians(lon)
    return math.cos(phi) * math.cos(turn), math.cos(phi) * math.sin(turn), math.sin(phi)
