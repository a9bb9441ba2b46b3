"""The gazetteer as it ships: places and their names, a quarter of the size of the table in use.

`python -m training.gazetteer` writes both files.
"""

from __future__ import annotations

import gzip
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from os import SEEK_END

import numpy as np

from tocsin.read.places.folding import name_keys
from tocsin.read.places.table import Column, PlaceTable, columns_in

DATA = files("tocsin.read.places").joinpath("data")
PLACES, COUNTRIES = "places.gz", "countries.tsv"
COUNTRY_FIELDS = ("alpha2", "alpha3", "names")
NAMES_APART_BY = "|"


@dataclass(frozen=True, slots=True, kw_only=True)
class Country:
    """A country by its ISO 3166-1 codes; the first of its names is the usual one."""

    alpha2: str
    alpha3: str
    names: tuple[str, ...]


@cache
def shipped_countries() -> tuple[Country, ...]:
    """Return the countries that exist."""
    _, *lines = DATA.joinpath(COUNTRIES).read_text(encoding="utf-8").splitlines()
    return tuple(_country(*line.split("\t")) for line in lines)


def _country(alpha2: str, alpha3: str, names: str) -> Country:
    return Country(alpha2=alpha2, alpha3=alpha3, names=tuple(names.split(NAMES_APART_BY)))


def shipped_check() -> str:
    """Return the check sum of the shipped places, without reading them.

    A gzip file ends in the CRC-32 and the size of what it holds. Source: RFC 1952, 2.3.1.
    """
    with DATA.joinpath(PLACES).open("rb") as file:
        file.seek(-8, SEEK_END)
        return file.read().hex()


def shipped_table() -> PlaceTable:
    """Return the table of the shipped places, in memory."""
    with DATA.joinpath(PLACES).open("rb") as file:
        columns = columns_in(gzip.decompress(file.read()), PLACES)
    index = _index(columns.pop("called"), columns.pop("bearers"), columns.pop("entry"))
    return PlaceTable({**columns, **index})


def _index(called: Column, bearers: Column, entry: Column) -> Mapping[str, Column]:
    """Return the rows by the keys of the names that call them; they ship by the names."""
    keys = name_keys(called.tobytes().decode("utf-8"))
    order = np.argsort(keys, kind="stable")
    counts = bearers[order].astype(np.int64)
    firsts = (np.cumsum(bearers, dtype=np.int64) - bearers)[order]
    ends = np.cumsum(counts)
    taken = np.arange(len(entry)) + np.repeat(firsts - (ends - counts), counts)
    return {"key": np.repeat(keys[order], counts), "entry": entry[taken]}
