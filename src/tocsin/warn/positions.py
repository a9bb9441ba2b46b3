"""Positions as public outputs give them: a town's as it is, a camp's or a desk's own coarsened."""

from __future__ import annotations

import dataclasses

from tocsin.core.place import Place
from tocsin.core.types import PlaceMention, Vicinity, VicinityKind

PUBLIC_FEATURES = ("PPL", "ADM", "PCL", "RGN", "CONT")
"""GeoNames features that any map shows: populated places, districts, countries, regions."""

POINTING = frozenset({VicinityKind.OFFSET, VicinityKind.BETWEEN})
"""Wordings that lead to a spot where no town is: to a camp, a grave, a house."""

COARSE_DEGREES = 0.1  # some 11 km of latitude: finds the district, not the fence
COARSE_UNCERTAINTY_KM = 15.0  # a cell's diagonal at the equator, so that the circle covers it


def with_coarse_position(mention: PlaceMention) -> PlaceMention:
    """Return the mention, its position coarsened where people at risk could be found by it.

    That is every place that no public gazetteer holds (the desk's own lists), every site
    (camps, schools, hospitals, crossings) and every spot told by its distance from a place.
    Coarsening twice changes nothing more.
    """
    if mention.place is None:
        return mention
    place, around = _coarse_place(mention.place), mention.vicinity
    others = tuple(
        dataclasses.replace(other, place=_coarse_place(other.place))
        for other in mention.alternatives
    )
    if around and (place is not mention.place or around.kind in POINTING):
        around = _coarse_vicinity(around)
    return dataclasses.replace(mention, place=place, alternatives=others, vicinity=around)


def _coarse_place(place: Place) -> Place:
    if place.is_public and place.feature.startswith(PUBLIC_FEATURES):
        return place
    return dataclasses.replace(
        place,
        lon=_on_grid(place.lon),
        lat=_on_grid(place.lat),
        uncertainty_km=max(place.uncertainty_km, COARSE_UNCERTAINTY_KM),
    )


def _coarse_vicinity(around: Vicinity) -> Vicinity:
    return dataclasses.replace(
        around,
        lon=_on_grid(around.lon),
        lat=_on_grid(around.lat),
        uncertainty_km=max(around.uncertainty_km, COARSE_UNCERTAINTY_KM),
    )


def _on_grid(degrees: float) -> float:
    return round(round(degrees / COARSE_DEGREES) * COARSE_DEGREES, 6)
