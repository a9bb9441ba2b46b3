"""The columns of the shipped place table, from the packages and our own names."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import chain, pairwise

import numpy as np
import numpy.typing as npt

from tocsin.read.places.folding import fold_lines, fold_name
from tocsin.read.places.own_names import OwnNames, own_names
from tocsin.read.places.prominence import ALIAS_COST, packaged_prominence
from tocsin.read.places.subdivision_names import bare_lines
from tocsin.read.places.table import MOST_CANDIDATES, Column
from training.gazetteer.extents import extents_of
from training.gazetteer.packages import (
    Cities,
    Country,
    Subdivisions,
    country_codes,
    read_cities,
    read_countries,
    read_other_names,
    read_subdivisions,
)
from training.gazetteer.rows import Rows

SUBDIVISION_FEATURES = {0: "ADM1", 1: "ADM1", 2: "ADM2", 3: "ADM3"}
SMALLEST_SPREAD_KM = 8.0
CITY_SPREAD_KM = ((10_000, 3.0), (100_000, 5.0), (1_000_000, 8.0), (10**9, 15.0))
"""Built-up radius by population: a town of 100,000 is some 10 km across."""


def built_columns() -> dict[str, Column]:
    """Return the columns of every place that the packages and our own tables hold.

    `called` is every folded name, sorted, one a line; `bearers` counts the rows that each calls,
    and `entry` holds those rows, the most prominent first.
    """
    with _collector_off():
        rows, own = Rows(), own_names()
        countries, cities, subdivisions = read_countries(), read_cities(), read_subdivisions()
        alpha3 = {country.alpha2: country.alpha3 for country in countries}
        codes = [alpha3.get(code, "") for code in country_codes()]
        _add_countries(rows, countries, own)
        placed = _add_subdivisions(rows, subdivisions, cities, codes, own)
        capitals = {(country.alpha3, fold_name(country.capital)) for country in countries}
        _add_cities(rows, cities, placed, codes, capitals)
        _add_regions(rows, own)
        _add_other_forms(rows, own)
        return {**rows.columns(), **_index(rows)}


@contextmanager
def _collector_off() -> Iterator[None]:
    """Keep the collector from walking a million live objects again and again."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()


def _add_countries(rows: Rows, countries: list[Country], own: OwnNames) -> None:
    for country in countries:
        lon, lat = own.countries[country.alpha3]
        row = rows.add(
            name=country.name,
            lon=lon,
            lat=lat,
            feature="PCLI",
            country=country.alpha3,
            uncertainty_km=max(SMALLEST_SPREAD_KM, (country.area_km2 / np.pi) ** 0.5),
            geonames_id=country.geonames_id,
            population=country.population,
        )
        peoples = own.demonyms.get(country.alpha3, ())
        rows.call(row, country.name, *own.also_called.get(country.alpha3, ()))
        rows.call(row, *peoples, *(f"{people}s" for people in peoples))
        rows.call(row, *country.aliases, alias=True)


def _add_subdivisions(
    rows: Rows, subdivisions: Subdivisions, cities: Cities, codes: list[str], own: OwnNames
) -> npt.NDArray[np.int64]:
    """Return the row of each subdivision by the number that cities count it by, -1 for none."""
    extents = extents_of(cities, len(subdivisions.names))
    placed = np.full(len(subdivisions.names) + 1, -1, dtype=np.int64)
    for index, name in enumerate(subdivisions.names):
        number, geonames_id = index + 1, subdivisions.geonames_ids[index]
        parent = int(placed[subdivisions.parents[index]])
        extent = extents.get(number) or rows.extent(parent)
        if extent is None:
            continue  # nowhere to put it: a code without towns
        middle = own.middles.get(geonames_id, (extent.lon, extent.lat))
        feature = SUBDIVISION_FEATURES[subdivisions.levels[index]]
        placed[number] = rows.add(
            name=name,
            lon=middle[0],
            lat=middle[1],
            feature=feature,
            country=codes[subdivisions.countries[index] - 1],
            uncertainty_km=max(SMALLEST_SPREAD_KM, extent.radius_km),
            geonames_id=geonames_id,
            population=extent.population if number in extents else 0,
            admin1=parent,
        )
    _call_subdivisions(rows, subdivisions, placed)
    return placed


def _call_subdivisions(
    rows: Rows, subdivisions: Subdivisions, placed: npt.NDArray[np.int64]
) -> None:
    found = [(int(row), n) for n, row in enumerate(placed[1:].tolist()) if row >= 0]
    owners = np.array([row for row, _ in found], dtype=np.int32)
    own = fold_lines("\n".join(subdivisions.names[n] for _, n in found))
    rows.call_lines(owners, own)
    rows.call_lines(owners, bare_lines(own))
    pairs = [(row, name) for row, n in found for name in subdivisions.aliases[n].split("|") if name]
    others = fold_lines("\n".join(name for _, name in pairs))
    owners = np.array([row for row, _ in pairs], dtype=np.int32)
    rows.call_lines(owners, others, alias=True)
    rows.call_lines(owners, bare_lines(others), alias=True)


def _add_cities(
    rows: Rows,
    cities: Cities,
    placed: npt.NDArray[np.int64],
    codes: list[str],
    capitals: set[tuple[str, str]],
) -> None:
    folded = fold_lines("\n".join(cities.names))
    countries = [codes[number - 1] for number in cities.countries]
    features = ["PPL"] * len(cities.names)
    for index in _largest_bearers(
        zip(countries, folded.split("\n"), strict=True), cities, capitals
    ):
        features[index] = "PPLC"
    firsts = [int(text.partition("|")[0] or 0) for text in cities.subdivisions]
    owners = rows.extend(
        names=cities.names,
        lons=cities.lons,
        lats=cities.lats,
        features=features,
        countries=countries,
        uncertainties_km=_city_spread(cities.populations),
        geonames_ids=cities.geonames_ids,
        populations=cities.populations,
        admin1s=placed[np.array(firsts, dtype=np.int64)],
    )
    rows.call_lines(owners, folded)
    _call_cities(rows, cities.geonames_ids, owners)


def _call_cities(rows: Rows, ids: list[int], owners: npt.NDArray[np.int32]) -> None:
    names = read_other_names()
    known = [names.get(geonames_id, []) for geonames_id in ids]
    lines = b"\n".join([name for found in known for name in found]).decode("ascii")
    repeated = np.repeat(owners, np.fromiter(map(len, known), dtype=np.int64, count=len(known)))
    rows.call_lines(repeated, fold_lines(lines), alias=True)


def _largest_bearers(
    named: Iterable[tuple[str, str]], cities: Cities, capitals: set[tuple[str, str]]
) -> list[int]:
    """Return, for each capital, the largest city of its country that bears its name."""
    largest: dict[tuple[str, str], int] = {}
    for index, key in enumerate(named):
        if key in capitals:
            rival = largest.get(key, index)
            if cities.populations[index] >= cities.populations[rival]:
                largest[key] = index
    return list(largest.values())


def _city_spread(populations: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    limits = np.array([limit for limit, _ in CITY_SPREAD_KM])
    spreads = np.array([spread for _, spread in CITY_SPREAD_KM])
    spread: npt.NDArray[np.float64] = spreads[np.searchsorted(limits, populations, side="right")]
    return spread


def _add_regions(rows: Rows, own: OwnNames) -> None:
    by_id = rows.by_geonames_id({region.geonames_id for region in own.regions} - {0})
    for region in own.regions:
        lon, lat = region.position
        row = by_id.get(region.geonames_id)
        if row is None:
            row = rows.add(
                name=region.name,
                lon=lon,
                lat=lat,
                feature=region.feature,
                country=region.country,
                uncertainty_km=region.uncertainty_km,
                geonames_id=region.geonames_id,
            )
        else:
            rows.move(row, region.name, lon, lat, region.uncertainty_km)
        rows.call(row, region.name, *region.also, *(f"{name}s" for name in region.also))


def _add_other_forms(rows: Rows, own: OwnNames) -> None:
    forms = {**own.abbreviations, **own.cities}
    by_id = rows.by_geonames_id(set(forms))
    for geonames_id, names in forms.items():
        if geonames_id in by_id:
            rows.call(by_id[geonames_id], *names)


def _index(rows: Rows) -> dict[str, Column]:
    """Return the names and who bears them, no more bearers of one than are ever asked for."""
    names = [name for call in rows.calls for name in call.lines.split("\n")]
    called = sorted(set(names) - {""})  # an empty name calls nothing
    number = {name: index for index, name in enumerate(called)} | {"": -1}
    numbers = np.fromiter(map(number.__getitem__, names), dtype=np.int64, count=len(names))
    owners = np.concatenate([call.rows for call in rows.calls])
    order = np.lexsort((-_worth(rows, owners), numbers))
    firsts = np.searchsorted(numbers[order], np.arange(len(called) + 1))
    ranked = owners[order].tolist()
    bearers = [
        list(dict.fromkeys(ranked[first : min(end, first + MOST_CANDIDATES)]))
        for first, end in pairwise(firsts.tolist())
    ]
    return {
        "called": np.frombuffer("\n".join(called).encode("utf-8", "replace"), dtype="u1"),
        "bearers": np.array(list(map(len, bearers)), dtype="u1"),
        "entry": np.fromiter(chain.from_iterable(bearers), dtype="<i4"),
    }


def _worth(rows: Rows, owners: npt.NDArray[np.int32]) -> npt.NDArray[np.float64]:
    """Return how well known each called row is by the name that calls it, in decades."""
    costs = [np.full(len(call.rows), ALIAS_COST if call.alias else 0.0) for call in rows.calls]
    worth: npt.NDArray[np.float64] = _prominence(rows)[owners] - np.concatenate(costs)
    return worth


def _prominence(rows: Rows) -> npt.NDArray[np.float64]:
    features = np.array(list(map(packaged_prominence, rows.feature)))
    decades: npt.NDArray[np.float64] = features + np.log10(np.array(rows.population) + 1.0)
    return decades
