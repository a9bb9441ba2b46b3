"""Places of a GeoNames dump (`XX.txt`, `allCountries.txt`) and other names for them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import BinaryIO

from tocsin.core.errors import BadGroundRow
from tocsin.core.types import Rejected
from tocsin.read.places.imported.lines import numbered_lines
from tocsin.read.places.imported.row import (
    MOST_PEOPLE,
    GroundRow,
    alpha3_codes,
    check_position,
    degrees,
    name_of,
    number,
    other_names,
    spread_km,
)

COLUMNS = 19
OTHER_NAME_COLUMNS = range(8, 11)
MOST_ID = 2**32 - 1
NO_NAMES = frozenset(
    {"link", "wkdt", "post", "iata", "icao", "faac", "tcid", "unlc", "abbr", "phon", "piny"}
)
"""What stands for a language where the entry is no name: an address, a code, a transcription."""
UNKNOWN_FEATURE = {"P": "PPL", "A": "ADMD"}
ANY_FEATURE = "LCTY"
_FEATURE = re.compile(r"[A-Z][A-Z0-9]{1,5}")


def geonames_rows(stream: BinaryIO, name: str) -> Iterator[GroundRow | Rejected]:
    """Yield the places of the dump, a rejection for each bad line."""
    for line in numbered_lines(stream, name):
        if isinstance(line, Rejected):
            yield line
            continue
        where = f"{name}:{line[0]}"
        try:
            yield _row(line[1].split("\t"), where)
        except BadGroundRow as bad:
            yield bad.as_rejected()


def _row(fields: list[str], where: str) -> GroundRow:
    if len(fields) != COLUMNS:
        raise BadGroundRow(where, reason=f"{len(fields)} columns, not {COLUMNS}")
    name, lat, lon = name_of(fields[1], where), fields[4], fields[5]
    place_lat, place_lon = (
        degrees(lat, "latitude", 90, where),
        degrees(lon, "longitude", 180, where),
    )
    check_position(place_lon, place_lat, where)
    feature = fields[7] or UNKNOWN_FEATURE.get(fields[6], ANY_FEATURE)
    if not _FEATURE.fullmatch(feature):
        raise BadGroundRow(where, reason=f"{feature[:20]!r} is no feature code")
    population = int(number(fields[14] or "0", "population", where, low=0, high=MOST_PEOPLE))
    subdivision = f"{fields[8]}.{fields[10]}" if fields[10] else None
    return GroundRow(
        where=where,
        name=name,
        lon=place_lon,
        lat=place_lat,
        feature=feature,
        country=alpha3_codes().get(fields[8], ""),
        population=population,
        uncertainty_km=spread_km(feature, population),
        geonames_id=int(number(fields[0], "geonameid", where, low=1, high=MOST_ID)),
        key=subdivision if feature == "ADM1" else None,
        parent=subdivision if feature != "ADM1" else None,
        also=other_names((fields[2], *fields[3].split(",")), name),
    )


def geonames_other_names(
    stream: BinaryIO, name: str, rows: Mapping[int, int]
) -> Iterator[tuple[int, str] | Rejected]:
    """Yield the row of each place that the file has another name for, with that name.

    `rows` gives the row of each GeoNames id; names of other places are passed over.
    """
    for line in numbered_lines(stream, name):
        if isinstance(line, Rejected):
            yield line
            continue
        fields = line[1].split("\t")
        if len(fields) not in OTHER_NAME_COLUMNS or not fields[1].isdecimal():
            where = f"{name}:{line[0]}"
            reason = "not the columns of alternate names"
            yield BadGroundRow(where, reason=reason).as_rejected()
            continue
        row = rows.get(int(fields[1][:12]))
        if row is not None and fields[2] not in NO_NAMES:
            for spoken in other_names((fields[3],), ""):
                yield row, spoken
