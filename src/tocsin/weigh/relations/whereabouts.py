"""Whether two tellings are set in one place: a district supports its village."""

from __future__ import annotations

import re

from tocsin.core.place import distance_km
from tocsin.ontology.relating import relating_words
from tocsin.weigh.copies.shingles import words_of
from tocsin.weigh.relations.grain import Fit
from tocsin.weigh.relations.tellings import Telling

SAME_TOWN_KM = 25.0  # reports of one event name neighbouring places


def place_fit(one: Telling, other: Telling) -> Fit:
    """Return SAME for one fine place, WITHIN where a wide one may hold the other."""
    shared = shared_sites(one, other)
    if shared - one.wide - other.wide:
        return Fit.SAME
    if one.place and other.place and _near(one, other):
        return Fit.SAME
    if shared:
        return Fit.WITHIN
    if not one.sites or not other.sites:
        return Fit.OPEN
    only_wide = one.sites <= one.wide or other.sites <= other.wide
    return Fit.OPEN if only_wide else Fit.APART


def shared_sites(one: Telling, other: Telling) -> set[str]:
    """Return the names of places that both name, whole or by their telling part."""
    return {name for name in one.sites if _is_named(name, other)} | {
        name for name in other.sites if _is_named(name, one)
    }


def _is_named(name: str, telling: Telling) -> bool:
    if f" {name} " in telling.text and not rules_out(name, telling):
        return True
    words = set(words_of(name))
    return any(_is_part(words, set(words_of(site))) for site in telling.sites)


def rules_out(site: str, telling: Telling) -> bool:
    """Return whether the report says that it was not there: "in Orrim, not Suvek"."""
    aside = r"(?:not|never|nowhere near|rather than|instead of)(?: in| at| on| near)?"
    return re.search(rf" {aside} {re.escape(site)} ", telling.text) is not None


def _is_part(one: set[str], other: set[str]) -> bool:
    shorter, longer = sorted((one, other), key=len)
    return shorter <= longer and bool(shorter - relating_words().shared_in_places)


def _near(one: Telling, other: Telling) -> bool:
    if one.place is None or other.place is None:
        return False
    apart = distance_km(one.place.lon, one.place.lat, other.place.lon, other.place.lat)
    return apart <= one.place.uncertainty_km + other.place.uncertainty_km + SAME_TOWN_KM
