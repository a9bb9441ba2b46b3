"""Which of its like-named candidates each toponym stands for, judged over the whole document."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from tocsin.core.place import EARTH_RADIUS_KM, Place, distance_km
from tocsin.read.places.folding import fold_name
from tocsin.read.places.toponyms import Toponym

Scores = npt.NDArray[np.float64]

# All weights are in natural-log units of a candidate's odds, swept one by one on half of LGL and
# TR-News and checked on the other half.
DECADE_OF_PEOPLE = 1.2
FEATURE = {
    "PCLI": 6.0,
    "CONT": 6.0,
    "RGN": 5.0,
    "ADM1": 1.0,
    "PPLC": 2.5,
    "ADM2": -1.5,
    "ADM3": -2.0,
}
SMALL_OWN = 7.0  # a place of our own tables or of the desk's lists, whose people are not counted
ALIAS = -3.0  # it bears the name only as another name
SHADOWED = -2.0  # the subdivision around a city of the same name, unless the wording asks for it
WANTED, UNWANTED = 4.0, -1.5  # a generic word beside the name asks for its kind, or another
CONTAINED = 6.0  # ", Dessin" follows and the candidate lies in it
CONTAINS = 5.0  # it is what the wording puts another name in
SAME_COUNTRY = 9.0  # times the share of the document's names that lie in the country
SAME_REGION = 7.0  # times the share that lie in the first-order subdivision
NEARBY = 5.0  # times how many names lie about, each discounted by distance
NEARBY_KM = 60.0
ROUNDS = 3  # the shares settle by the third
MOST_CANDIDATES = 16  # of one name; the 16th bearer of a name is a hamlet
LEAST_SHARE = 0.01  # of 352 right rivals of a wrong choice, 284 lie above, with a fifth of all
MOST_RIVALS = 5  # 274 of those are among the first five
MOST_PLACES = 1_000  # weighed against each other at once: 10^6 distances take 0.1 s and 50 MB
NATIONS = frozenset({"PCLI", "CONT", "RGN", "PCLH", "OCN", "SEA"})
ADMIN = {"ADM1": frozenset({"ADM1"}), "ADM2": frozenset({"ADM2", "ADM3"})}
SAME_TOWN_KM = 120.0
IN_TOWN_KM = 40.0


@dataclass(frozen=True, slots=True)
class Choice:
    """The place chosen, and the probability that the weights give it among its rivals.

    `rivals` are the other candidates that come into question, each with its own probability.
    """

    place: Place
    share: float
    rivals: tuple[tuple[Place, float], ...] = ()


@dataclass(slots=True)
class _Name:
    """All mentions of one key: its candidates, what the wording asks, where it is put."""

    key: str
    places: list[Place]
    prior: Scores
    mentions: int
    first: int  # index of its first candidate among all of the document


def choose_places(toponyms: Sequence[Toponym]) -> Mapping[str, Choice]:
    """Return the place of each key that has candidates; one name is one place in a document."""
    names = _names(toponyms)
    if not names:
        return {}
    places = [place for name in names for place in name.places]
    shares = [_softmax(name.prior) for name in names]
    context = _Context(places, names, toponyms)
    for _ in range(ROUNDS):
        shares = context.shares(shares)
    return {
        name.key: _choice(name.places, share) for name, share in zip(names, shares, strict=True)
    }


def _choice(places: list[Place], shares: Scores) -> Choice:
    ranked = [(places[index], float(shares[index])) for index in np.argsort(-shares, kind="stable")]
    likely = [(place, share) for place, share in ranked[1:] if share >= LEAST_SHARE]
    return Choice(*ranked[0], tuple(likely[:MOST_RIVALS]))


def _names(toponyms: Iterable[Toponym]) -> list[_Name]:
    mentions: defaultdict[str, list[Toponym]] = defaultdict(list)
    for toponym in toponyms:
        if toponym.candidates:
            mentions[toponym.key].append(toponym)
    names, first = [], 0
    most = max(1, min(MOST_CANDIDATES, MOST_PLACES // max(1, len(mentions))))
    for key, group in list(mentions.items())[:MOST_PLACES]:
        places = list(group[0].candidates[:most])
        names.append(_Name(key, places, _prior(key, places, group), len(group), first))
        first += len(places)
    return names


def _prior(key: str, places: list[Place], mentions: list[Toponym]) -> Scores:
    wanted = {toponym.wanted for toponym in mentions if toponym.wanted}
    adjective = mentions[0].adjective
    return np.array([_worth(place, places, key, wanted, adjective=adjective) for place in places])


def _worth(
    place: Place, rivals: list[Place], key: str, wanted: set[str], *, adjective: bool
) -> float:
    worth = DECADE_OF_PEOPLE * math.log10(place.population + 10) + _standing(place)
    bears_it = fold_name(place.name) == key
    worth += 0.0 if bears_it or adjective else ALIAS
    if wanted:
        return worth + (WANTED if _is_kind(place, wanted) else UNWANTED)
    if place.feature.startswith("ADM") and any(_shadows(city, place) for city in rivals):
        worth += SHADOWED
    return worth


def _standing(place: Place) -> float:
    """Return what the place is worth for its kind, and for being listed without a count."""
    if place.bulk:
        return min(FEATURE.get(place.feature, 0.0), FEATURE["PPLC"])
    own = place.population == 0 and not place.feature.startswith("ADM")
    return FEATURE.get(place.feature, 0.0) + (SMALL_OWN if own else 0.0)


def _is_kind(place: Place, wanted: set[str]) -> bool:
    return any(
        place.feature in ADMIN.get(kind, ()) or (kind == "PPL" and place.feature.startswith("PPL"))
        for kind in wanted
    )


def _shadows(city: Place, subdivision: Place) -> bool:
    """Return whether the subdivision is named for the city inside it."""
    if not city.feature.startswith("PPL") or city.country != subdivision.country:
        return False
    apart = distance_km(city.lon, city.lat, subdivision.lon, subdivision.lat)
    return apart < max(SAME_TOWN_KM, subdivision.uncertainty_km)


def lies_in(place: Place, outer: Place) -> bool:
    """Return whether the gazetteer puts the place inside the outer one."""
    if outer.feature == "PCLI" or outer.feature in NATIONS:
        return place.country is not None and place.country == outer.country and place != outer
    if outer.country != place.country or place == outer:
        return False
    if outer.feature == "ADM1":
        return place.admin1 is not None and fold_name(place.admin1) == fold_name(outer.name)
    if place.feature.startswith("ADM"):
        return False
    reach = max(IN_TOWN_KM, outer.uncertainty_km)
    return distance_km(place.lon, place.lat, outer.lon, outer.lat) < reach


class _Context:
    """What the document's other names say for each candidate."""

    def __init__(
        self, places: list[Place], names: list[_Name], toponyms: Sequence[Toponym]
    ) -> None:
        self._places, self._names = places, names
        self._near = _nearness(places)
        self._country = _same(place.country for place in places)
        self._region = _same(
            (place.country, fold_name(place.admin1 or place.name))
            if place.admin1 or place.feature == "ADM1"
            else None
            for place in places
        )
        self._owner = np.repeat(np.arange(len(names)), [len(name.places) for name in names])
        self._stated = list(_stated_pairs(names, toponyms))

    def shares(self, before: list[Scores]) -> list[Scores]:
        """Return each name's candidates weighed anew against the last round's shares."""
        mass = np.concatenate(before) * np.sqrt([self._names[n].mentions for n in self._owner])
        others = self._owner[:, None] != self._owner[None, :]
        total = max(1.0, float(np.sum(np.sqrt([name.mentions for name in self._names]))))
        country = (self._country & others) @ mass / total
        region = (self._region & others) @ mass / total
        near = np.minimum(1.5, (self._near * others) @ mass / 2.0)
        context = SAME_COUNTRY * country + SAME_REGION * region + NEARBY * near
        stated = self._stated_support(before)
        return [
            _softmax(name.prior + (context + stated)[name.first : name.first + len(name.places)])
            for name in self._names
        ]

    def _stated_support(self, before: list[Scores]) -> Scores:
        support = np.zeros(len(self._places))
        for inner, outer, inside in self._stated:
            holder, held = self._names[outer], self._names[inner]
            gains = CONTAINED * np.max(inside * before[outer][None, :], axis=1)
            support[held.first : held.first + len(held.places)] += gains
            gains = CONTAINS * np.max(inside, axis=0)
            support[holder.first : holder.first + len(holder.places)] += gains
        return support


def _stated_pairs(
    names: list[_Name], toponyms: Sequence[Toponym]
) -> Iterable[tuple[int, int, npt.NDArray[np.bool_]]]:
    index = {name.key: number for number, name in enumerate(names)}
    pairs = {
        (index[toponym.key], index[toponym.container.key])
        for toponym in toponyms
        if toponym.container is not None
        and toponym.key in index
        and toponym.container.key in index
        and toponym.key != toponym.container.key
    }
    for inner, outer in sorted(pairs):
        inside = [
            [lies_in(place, holder) for holder in names[outer].places]
            for place in names[inner].places
        ]
        yield inner, outer, np.array(inside, dtype=np.bool_)


def _nearness(places: list[Place]) -> Scores:
    """Return for each pair 1 at the same spot, falling with distance; 0 where one is a nation."""
    lon = np.radians([place.lon for place in places])
    lat = np.radians([place.lat for place in places])
    chord = (
        np.sin((lat[:, None] - lat[None, :]) / 2) ** 2
        + np.cos(lat)[:, None]
        * np.cos(lat)[None, :]
        * np.sin((lon[:, None] - lon[None, :]) / 2) ** 2
    )
    apart_km = 2 * EARTH_RADIUS_KM * np.arcsin(np.sqrt(np.clip(chord, 0.0, 1.0)))
    small = np.array([place.feature not in NATIONS and place.feature != "ADM1" for place in places])
    near: Scores = np.exp(-apart_km / NEARBY_KM) * (small[:, None] & small[None, :])
    return near


def _same(values: Iterable[object]) -> npt.NDArray[np.bool_]:
    numbers: dict[object, int] = {}
    codes = np.array([-1 if v is None else numbers.setdefault(v, len(numbers)) for v in values])
    same: npt.NDArray[np.bool_] = (codes[:, None] == codes[None, :]) & (codes[:, None] >= 0)
    return same


def _softmax(scores: Scores) -> Scores:
    raised = np.exp(scores - np.max(scores))
    shares: Scores = raised / np.sum(raised)
    return shares
