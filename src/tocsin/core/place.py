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
