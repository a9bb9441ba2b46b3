"""Positions as public outputs give them: a town's as it is, a camp's or a desk's own coarsened."""

from __future__ import annotations

import dataclasses

from tocsin.core.types import PlaceMention

PUBLIC_FEATURES = ("PPL", "ADM", "PCL", "RGN", "CONT")
"""GeoNames features that any map shows: populated places, districts, countries, regions."""

COARSE_DEGREES = 0.1  # some 11 km of latitude: finds the district, not the fence
COARSE_UNCERTAINTY_KM = 15.0  # a cell's diagonal at the equator, so that the circle covers it


def with_coarse_position(mention: PlaceMention) -> PlaceMention:
    """Return the mention, its position coarsened where people at risk could be found by it.

    That is every place that the packages' gazetteer does not hold (the desk's own lists) and
    every site: camps, schools, hospitals, crossings. Coarsening twice changes nothing more.
    """
    place = mention.place
    if place is None or (
        place.geonames_id is not None and place.feature.startswith(PUBLIC_FEATURES)
    ):
        return mention
    coarse = dataclasses.replace(
        place,
        lon=_on_grid(place.lon),
        lat=_on_grid(place.lat),
        uncertainty_km=max(place.uncertainty_km, COARSE_UNCERTAINTY_KM),
    )
    return dataclasses.replace(mention, place=coarse)


def _on_grid(degrees: float) -> float:
    return round(round(degrees / COARSE_DEGREES) * COARSE_DEGREES, 6)
