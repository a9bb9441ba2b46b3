"""Places of a CSV file: the camps, villages and districts that a desk lists."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import BinaryIO

from tocsin.core.errors import BadGroundRow, NotGround
from tocsin.core.types import Rejected
from tocsin.ontology.tables import read_table
from tocsin.read.places.folding import fold_name
from tocsin.read.places.imported.lines import numbered_lines
from tocsin.read.places.imported.row import (
    MOST_PEOPLE,
    GroundRow,
    alpha3_codes,
    check_position,
    clean,
    countries_by_name,
    degrees,
    name_of,
    number,
)

COLUMNS = {
    "name": ("name", "place", "place name"),
    "lon": ("lon", "longitude", "lng", "long", "x"),
    "lat": ("lat", "latitude", "y"),
    "country": ("country", "iso3", "iso2", "country code", "iso"),
    "feature": ("feature", "kind", "type", "feature code"),
    "population": ("population", "pop", "people"),
    "alternates": (
        "alternates", "alternate names", "alternatenames", "other names", "also known as", "aka",
        "aliases",
    ),
    "admin1": ("admin1", "admin", "province", "state", "governorate", "admin1 name"),
    "uncertainty_km": ("uncertainty km", "uncertainty", "radius km"),
}  # fmt: skip
REQUIRED = ("name", "lon", "lat")
SEPARATORS = ",;\t"
DEFAULT_UNCERTAINTY_KM = 5.0  # a village or a camp with its surroundings
WIDEST_KM = 20_000.0  # half the way round the Earth
_ALPHA3 = re.compile(r"[A-Z]{3}")
_FEATURE = re.compile(r"[A-Z][A-Z0-9]{1,5}")


def csv_rows(stream: BinaryIO, name: str) -> Iterator[GroundRow | Rejected]:
    """Yield the places of the file, a rejection for each bad row.

    Raises: NotGround where the first line lacks a column that every place needs.
    """
    lines = numbered_lines(stream, name)
    head = next(lines, None)
    if head is None or isinstance(head, Rejected):
        raise NotGround(name, reason="no first line with the names of the columns")
    separator = max(SEPARATORS, key=head[1].count)
    columns = columns_of(next(csv.reader([head[1]], delimiter=separator)), name)
    for line in lines:
        if isinstance(line, Rejected):
            yield line
            continue
        where = f"{name}:{line[0]}"
        try:
            yield _row(_fields(line[1], separator, columns, where), where)
        except BadGroundRow as bad:
            yield bad.as_rejected()


def columns_of(head: Sequence[str], name: str) -> Mapping[str, int]:
    """Return the number of each column that is there. Raises: NotGround, naming the missing."""
    said = [" ".join(re.split(r"[\s_-]+", title.strip().lower())) for title in head]
    found = {
        column: said.index(form)
        for column, forms in COLUMNS.items()
        for form in reversed(forms)
        if form in said
    }
    missing = [column for column in REQUIRED if column not in found]
    if missing:
        raise NotGround(name, reason=f"no column {', '.join(missing)}")
    return found


def _fields(line: str, separator: str, columns: Mapping[str, int], where: str) -> dict[str, str]:
    try:
        values = next(csv.reader([line], delimiter=separator, strict=True))
    except csv.Error:
        raise BadGroundRow(where, reason="a quotation mark is not closed on the line") from None
    return {
        column: values[index].strip() if index < len(values) else ""
        for column, index in columns.items()
    }


def _row(fields: Mapping[str, str], where: str) -> GroundRow:
    name = name_of(fields["name"], where)
    lon = degrees(fields["lon"], "lon", 180, where)
    lat = degrees(fields["lat"], "lat", 90, where)
    check_position(lon, lat, where)
    spread = fields.get("uncertainty_km") or str(DEFAULT_UNCERTAINTY_KM)
    people = fields.get("population") or "0"
    also = re.split(r"[|;]", fields.get("alternates", ""))
    return GroundRow(
        where=where,
        name=name,
        lon=lon,
        lat=lat,
        feature=_feature(fields.get("feature", ""), where),
        country=_country(fields.get("country", ""), where),
        population=int(number(people, "population", where, low=0, high=MOST_PEOPLE)),
        uncertainty_km=number(spread, "uncertainty_km", where, low=0, high=WIDEST_KM),
        parent=clean(fields.get("admin1", "")) or None,
        also=tuple(filter(fold_name, map(clean, also))),
    )


def _country(said: str, where: str) -> str:
    """Return the alpha-3 code; a code is taken as it is given, for new and invented countries."""
    known = alpha3_codes().get(said.upper()) or countries_by_name().get(fold_name(said))
    if said and not known and not _ALPHA3.fullmatch(said):
        reason = f"country {said[:40]!r} is no ISO 3166-1 alpha-3 code and no country's name"
        raise BadGroundRow(where, reason=reason)
    return known or said


def _feature(said: str, where: str) -> str:
    if not said:
        return "PPL"
    known = _kinds().get(said.lower())
    if known is None and not _FEATURE.fullmatch(said):
        reason = f"kind {said[:40]!r} is no GeoNames feature code and no known kind"
        raise BadGroundRow(where, reason=reason)
    return known or said


@cache
def _kinds() -> dict[str, str]:
    kinds: dict[str, str] = read_table("ground_kinds")["kinds"]
    return kinds
