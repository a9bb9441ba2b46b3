"""Local names: the camps and villages a desk adds in CSV files."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from tocsin.core.errors import BadConfig
from tocsin.core.place import Place
from tocsin.read.places.folding import fold_name

LocalNames = Mapping[str, tuple[Place, ...]]
"""Places by folded name."""

REQUIRED = ("name", "lon", "lat")
DEFAULT_UNCERTAINTY_KM = 5.0  # a village or a camp with its surroundings
_ALPHA3 = re.compile(r"[A-Z]{3}")
_FEATURE = re.compile(r"[A-Z][A-Z0-9]{1,4}")


def read_local_names(paths: Sequence[Path]) -> LocalNames:
    """Return the places of the files by folded name, in the order of the files.

    Columns: name, lon, lat, and if wanted country (ISO alpha-3), admin1, feature,
    uncertainty_km, population, alternates (separated by "|"). Raises: BadConfig.
    """
    named: dict[str, tuple[Place, ...]] = {}
    for path in paths:
        for place, names in _places_in(path):
            for folded in dict.fromkeys(filter(None, map(fold_name, names))):
                named[folded] = (*named.get(folded, ()), place)
    return named


def _places_in(path: Path) -> Iterator[tuple[Place, list[str]]]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file)
            missing = [name for name in REQUIRED if name not in (reader.fieldnames or ())]
            if missing:
                raise BadConfig(str(path), reason=f"no column {', '.join(missing)}")
            for row in reader:
                where = f"{path} line {reader.line_num}"
                yield _place(row, where), [row["name"], *(row.get("alternates") or "").split("|")]
    except (OSError, UnicodeDecodeError, csv.Error) as problem:
        raise BadConfig(str(path), reason=str(problem)) from problem


def _place(row: Mapping[str, str | None], where: str) -> Place:
    name = (row.get("name") or "").strip()
    if not fold_name(name):
        raise BadConfig(where, reason="the name is empty")
    country = (row.get("country") or "").strip()
    if country and not _ALPHA3.fullmatch(country):
        raise BadConfig(where, reason=f"country {country!r} is no ISO 3166-1 alpha-3 code")
    feature = (row.get("feature") or "").strip() or "PPL"
    if not _FEATURE.fullmatch(feature):
        raise BadConfig(where, reason=f"feature {feature!r} is no GeoNames feature code")
    return Place(
        name=name,
        lon=_number(row, "lon", where, low=-180.0, high=180.0),
        lat=_number(row, "lat", where, low=-90.0, high=90.0),
        uncertainty_km=_number(
            row, "uncertainty_km", where, low=0.0, high=20_000.0, default=DEFAULT_UNCERTAINTY_KM
        ),
        feature=feature,
        country=country or None,
        admin1=(row.get("admin1") or "").strip() or None,
        population=int(_number(row, "population", where, low=0.0, high=1e11, default=0.0)),
    )


def _number(
    row: Mapping[str, str | None],
    column: str,
    where: str,
    *,
    low: float,
    high: float,
    default: float | None = None,
) -> float:
    text = (row.get(column) or "").strip()
    if not text and default is not None:
        return default
    try:
        value = float(text)
    except ValueError:
        raise BadConfig(where, reason=f"{column} {text!r} is no number") from None
    if not low <= value <= high:
        raise BadConfig(where, reason=f"{column} {text} is not within {low:g} to {high:g}")
    return value
