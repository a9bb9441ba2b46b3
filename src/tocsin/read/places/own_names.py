"""Our own tables: what public gazetteers lack. Those of places are part of the shipped table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from tocsin.ontology.tables import read_table

Position = tuple[float, float]
"""Longitude and latitude in degrees."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Region:
    """A named region; `geonames_id` is 0 where none is known, `country` "" where it spans some."""

    name: str
    position: Position
    uncertainty_km: float
    feature: str
    geonames_id: int
    country: str
    also: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnNames:
    """The tables of `ontology/toponyms.yaml` and `ontology/demonyms.yaml`."""

    countries: Mapping[str, Position]
    also_called: Mapping[str, tuple[str, ...]]
    regions: tuple[Region, ...]
    middles: Mapping[int, Position]
    abbreviations: Mapping[int, tuple[str, ...]]
    cities: Mapping[int, tuple[str, ...]]
    demonyms: Mapping[str, tuple[str, ...]]


@cache
def own_names() -> OwnNames:
    """Return our tables, read once a process."""
    table = read_table("toponyms")
    return OwnNames(
        countries={code: (lon, lat) for code, (lon, lat) in table["countries"].items()},
        also_called=_tuples(table["also_called"]),
        regions=tuple(_region(name, row) for name, row in table["regions"].items()),
        middles={row: (lon, lat) for row, (lon, lat) in table["middles"].items()},
        abbreviations=_tuples(table["abbreviations"]),
        cities=_tuples(table["cities"]),
        demonyms=_tuples(read_table("demonyms")),
    )


def _tuples(table: Mapping[Any, list[str]]) -> dict[Any, tuple[str, ...]]:
    return {key: tuple(values) for key, values in table.items()}


def _region(name: str, row: list[Any]) -> Region:
    lon, lat, uncertainty_km, feature, geonames_id, country, *also = row
    return Region(
        name=name,
        position=(lon, lat),
        uncertainty_km=uncertainty_km,
        feature=feature,
        geonames_id=geonames_id,
        country=country,
        also=tuple(also),
    )
