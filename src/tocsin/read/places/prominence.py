"""How well known a place is among those of its name, in decades of population."""

from __future__ import annotations

import math

from tocsin.core.place import Place
from tocsin.read.places.folding import fold_name

PROMINENCE = {"PCLI": 6.0, "ADM1": 2.0, "ADM2": -1.0, "ADM3": -2.0, "PPLC": 1.0, "PPL": 0.0}
"""Decades of population that a feature is worth in news: a nation is meant before a town."""
REGION_PROMINENCE = 9.5  # our own regions are listed for being known, and their people not counted
OTHER_PROMINENCE = -2.0  # an imported hill, school or stream
ALIAS_COST = 1.5  # decades: a place called so only by some stands behind one that bears the name


def packaged_prominence(feature: str) -> float:
    """Return what a feature of the shipped places is worth."""
    return PROMINENCE.get(feature, REGION_PROMINENCE)


def imported_prominence(feature: str) -> float:
    """Return what a feature of imported ground is worth."""
    if feature.startswith("PPL"):
        return PROMINENCE["PPLC" if feature == "PPLC" else "PPL"]
    return PROMINENCE.get(feature, OTHER_PROMINENCE)


def standing(place: Place, folded: str) -> float:
    """Return how well known the place is by the name."""
    known = imported_prominence if place.bulk else packaged_prominence
    cost = 0.0 if fold_name(place.name) == folded else ALIAS_COST
    return known(place.feature) + math.log10(place.population + 1.0) - cost
