"""One place of an imported file, checked."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from functools import cache

from tocsin.core.errors import BadGroundRow
from tocsin.ontology.tables import read_table
from tocsin.read.places.folding import LONGEST_NAME, fold_name
from tocsin.read.places.shipped import shipped_countries

MOST_PEOPLE = 2**32 - 1  # what the table's column holds; nobody counts so many
MOST_OTHER_NAMES = 300  # of one place; London has under that
DEFAULT_SPREAD_KM = 3.0


@dataclass(frozen=True, slots=True, kw_only=True)
class GroundRow:
    """A place as its file gives it; `where` names the line.

    `key` is what other rows call it by as their `parent`, where the file links them; the first
    parent of feature ADM1 up the chain is the place's subdivision.
    """

    name: str
    lon: float
    lat: float
    feature: str
    country: str = ""
    population: int = 0
    uncertainty_km: float = DEFAULT_SPREAD_KM
    geonames_id: int = 0
    whosonfirst_id: int = 0
    key: Hashable = None
    parent: Hashable = None
    also: tuple[str, ...] = ()
    where: str = ""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A row that is right but no ground of today: replaced, ended, or no kind of place."""


LEFT_OUT = LeftOut()


def name_of(text: str, where: str) -> str:
    """Return the name on one line, without invisible characters. Raises: BadGroundRow."""
    name = clean(text)
    if not fold_name(name):
        raise BadGroundRow(where, reason="the name is empty")
    if len(name) > LONGEST_NAME:
        raise BadGroundRow(where, reason=f"the name is longer than {LONGEST_NAME} characters")
    return name


def clean(text: str) -> str:
    """Return the words on one line, without control and format characters."""
    line = " ".join(text.split())
    return line if line.isprintable() else "".join(filter(str.isprintable, line)).strip()


def degrees(text: str, what: str, limit: float, where: str) -> float:
    """Return the coordinate. Raises: BadGroundRow."""
    return number(text, what, where, low=-limit, high=limit)


def number(text: str, what: str, where: str, *, low: float, high: float) -> float:
    """Return the number, within its bounds. Raises: BadGroundRow."""
    try:
        value = float(text)
    except ValueError:
        raise BadGroundRow(where, reason=f"{what} {text[:20]!r} is no number") from None
    if "_" in text or not low <= value <= high:
        raise BadGroundRow(where, reason=f"{what} {text[:20]} is not within {low:g} to {high:g}")
    return value


def check_position(lon: float, lat: float, where: str) -> None:
    """Raise BadGroundRow for the spot off Africa where files put what they cannot place."""
    if lon == 0.0 and lat == 0.0:
        raise BadGroundRow(where, reason="the position 0, 0 stands for an unknown one")


def other_names(names: Iterable[str], own: str) -> tuple[str, ...]:
    """Return the names that a text may use: no codes, no addresses, none twice."""
    found = dict.fromkeys(clean(name) for name in names)
    found.pop(own, None)
    return tuple(name for name in found if _is_spoken(name))[:MOST_OTHER_NAMES]


def _is_spoken(name: str) -> bool:
    if not 1 < len(name) <= LONGEST_NAME or "://" in name:
        return False
    return not name.isascii() or any(map(str.islower, name))  # "KRT", "SD01": a code


def spread_km(feature: str, population: int = 0) -> float:
    """Return half the breadth of such a place, for want of a measured one."""
    if feature.startswith("PPL") and feature != "PPLX" and population >= 10_000:
        return 5.0 if population < 100_000 else 8.0 if population < 1_000_000 else 15.0
    spreads = _spreads()
    return spreads.get(feature) or spreads.get(feature[:3]) or DEFAULT_SPREAD_KM


@cache
def _spreads() -> dict[str, float]:
    table = read_table("ground_kinds")["spread_km"]
    return {feature: float(km) for feature, km in table.items()}


@cache
def alpha3_codes() -> dict[str, str]:
    """Return the alpha-3 code of each country by its alpha-2 code."""
    return {country.alpha2: country.alpha3 for country in shipped_countries()}


@cache
def countries_by_name() -> dict[str, str]:
    """Return the alpha-3 code of each country by its folded names."""
    return {
        fold_name(name): country.alpha3 for country in shipped_countries() for name in country.names
    }
