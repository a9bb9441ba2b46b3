"""Places of a Who's On First export: GeoJSON features, or the SQLite distribution."""

from __future__ import annotations

import math
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from functools import cache
from pathlib import Path
from typing import Any

import orjson

from tocsin.core.errors import BadGroundRow, NotGround
from tocsin.core.place import distance_km
from tocsin.core.types import Rejected
from tocsin.ontology.tables import read_table
from tocsin.read.places.imported.row import (
    LEFT_OUT,
    MOST_PEOPLE,
    GroundRow,
    LeftOut,
    alpha3_codes,
    check_position,
    degrees,
    name_of,
    number,
    other_names,
    spread_km,
)

MOST_ID = 2**63 - 1
LARGEST_CELL = 1_000_000  # bytes of one value; the longest name has under 200
ENDED = ("is_superseded", "is_deprecated", "is_ceased", "is_alt")
SPR = ("id", "parent_id", "name", "placetype", "country", "latitude", "longitude")
BOX = ("min_longitude", "min_latitude", "max_longitude", "max_latitude")

Fields = Mapping[str, Any]


def feature_rows(
    documents: Iterable[tuple[str, bytes]],
) -> Iterator[GroundRow | LeftOut | Rejected]:
    """Yield the places of GeoJSON documents, each named: features or collections of them."""
    for name, content in documents:
        if not content:
            reason = "empty, or over 64 MiB: import the SQLite distribution"
            yield BadGroundRow(name, reason=reason).as_rejected()
            continue
        try:
            document = orjson.loads(content.removeprefix(b"\xef\xbb\xbf"))
        except orjson.JSONDecodeError as broken:
            yield BadGroundRow(name, reason=f"no JSON: {broken.msg}").as_rejected()
            continue
        features = document.get("features") if isinstance(document, dict) else None
        if not isinstance(features, list):
            yield _read_feature(document, name)
            continue
        for index, feature in enumerate(features, start=1):
            yield _read_feature(feature, f"{name}#{index}")


def _read_feature(feature: object, where: str) -> GroundRow | LeftOut | Rejected:
    properties = feature.get("properties") if isinstance(feature, dict) else None
    try:
        if not isinstance(properties, dict):
            raise BadGroundRow(where, reason="no GeoJSON feature with properties")
        return _row(_fields(properties), where)
    except BadGroundRow as bad:
        return bad.as_rejected()


def _fields(said: Mapping[str, Any]) -> Fields:
    """Return a feature's properties as the columns of the SQLite distribution."""
    known = said.get("wof:concordances")
    concordances = known if isinstance(known, dict) else {}
    names = [
        name for key, forms in said.items() if key.startswith("name:") for name in _list(forms)
    ]
    box = said.get("geom:bbox")
    return {
        "id": said.get("wof:id"),
        "parent_id": said.get("wof:parent_id"),
        "name": said.get("wof:name"),
        "placetype": said.get("wof:placetype"),
        "country": said.get("wof:country"),
        "latitude": said.get("lbl:latitude", said.get("geom:latitude")),
        "longitude": said.get("lbl:longitude", said.get("geom:longitude")),
        **dict(zip(BOX, box.split(",") if isinstance(box, str) else (), strict=False)),
        "is_superseded": bool(_list(said.get("wof:superseded_by"))),
        "is_deprecated": _is_day(said.get("edtf:deprecated")),
        "is_ceased": _is_day(said.get("edtf:cessation")),
        "is_alt": "src:alt_label" in said,
        "geonames_id": concordances.get("gn:id"),
        "population": said.get("wof:population", said.get("gn:population")),
        "names": names,
    }


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _is_day(value: object) -> bool:
    """Return whether an EDTF value is a day, not one of its ways to say "unknown" or "none"."""
    return isinstance(value, str) and value[:4].isdecimal()


def _row(fields: Fields, where: str) -> GroundRow | LeftOut:
    feature = _placetypes().get(str(fields["placetype"]))
    if feature is None or any(_is_true(fields.get(mark)) for mark in ENDED):
        return LEFT_OUT
    whosonfirst_id = int(number(_text(fields["id"]), "id", where, low=1, high=MOST_ID))
    name = name_of(_text(fields["name"]), where)
    lat = degrees(_text(fields["latitude"]), "latitude", 90, where)
    lon = degrees(_text(fields["longitude"]), "longitude", 180, where)
    check_position(lon, lat, where)
    people = number(
        _text(fields.get("population")) or "0", "population", where, low=0, high=MOST_PEOPLE
    )
    return GroundRow(
        where=where,
        name=name,
        lon=lon,
        lat=lat,
        feature=feature,
        country=alpha3_codes().get(_text(fields["country"]).upper(), ""),
        population=int(people),
        uncertainty_km=_reach_km(fields) or spread_km(feature, int(people)),
        geonames_id=_geonames_id(fields.get("geonames_id")),
        whosonfirst_id=whosonfirst_id,
        key=whosonfirst_id,
        parent=_parent(fields["parent_id"]),
        also=other_names((_text(form) for form in fields.get("names", ())), name),
    )


def _text(value: object) -> str:
    return "" if value is None or isinstance(value, dict | list | bytes) else str(value)


def _is_true(value: object) -> bool:
    return value is not None and str(value) in {"1", "True"}


def _parent(value: object) -> int | None:
    """Return the parent's id; Who's On First writes negative ones for "unknown"."""
    text = _text(value)
    return int(text) if text.isdecimal() and len(text) < 20 and text != "0" else None


def _geonames_id(value: object) -> int:
    text = _text(value)
    return int(text) if text.isdecimal() and len(text) < 10 else 0


def _reach_km(fields: Fields) -> float:
    """Return half the diagonal of the box around the place, 0 where none is given."""
    try:
        west, south, east, north = (float(_text(fields.get(side))) for side in BOX)
    except ValueError:
        return 0.0
    if not (-180 <= west <= east <= 180 and -90 <= south <= north <= 90):
        return 0.0
    half = distance_km(west, south, east, north) / 2
    return half if math.isfinite(half) and half > 0.5 else 0.0


@cache
def _placetypes() -> Mapping[str, str]:
    kinds: Mapping[str, str] = read_table("ground_kinds")["placetypes"]
    return kinds


def database_rows(path: Path, name: str) -> Iterator[GroundRow | LeftOut | Rejected]:
    """Yield the places of the table `spr`. Raises: NotGround, sqlite3.Error."""
    with closing(_open(path)) as database:
        columns = _columns(database, "spr")
        missing = [column for column in SPR if column not in columns]
        if missing:
            raise NotGround(name, reason=f"no table spr with {', '.join(missing)}")
        geonames = dict(_concordances(database))
        wanted = [column for column in (*SPR, *BOX, *ENDED) if column in columns]
        rows = database.execute(f"SELECT {', '.join(wanted)} FROM spr")  # noqa: S608  (our own names)
        for index, values in enumerate(rows, start=1):
            fields = dict(zip(wanted, values, strict=True))
            known = geonames.get(fields["id"])
            try:
                yield _row({**fields, "geonames_id": known}, f"{name}:{index}")
            except BadGroundRow as bad:
                yield bad.as_rejected()


def database_names(path: Path, rows: Mapping[int, int]) -> Iterator[tuple[int, str]]:
    """Yield the row of each place that the table `names` has a name for, with that name."""
    with closing(_open(path)) as database:
        if not {"id", "name"} <= _columns(database, "names"):
            return
        for whosonfirst_id, said in database.execute("SELECT id, name FROM names"):
            row = rows.get(whosonfirst_id)
            if row is not None:
                for spoken in other_names((_text(said),), ""):
                    yield row, spoken


def _open(path: Path) -> sqlite3.Connection:
    """Return the database, read only, trusting nothing that it defines itself."""
    database = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)
    database.execute("PRAGMA trusted_schema = OFF")
    database.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LARGEST_CELL)
    return database


def _columns(database: sqlite3.Connection, table: str) -> frozenset[str]:
    """Return the columns of a plain table; none for a view, which may compute without end."""
    plain = database.execute(
        "SELECT count(*) FROM sqlite_master WHERE name = ? AND type = 'table' AND rootpage > 0",
        (table,),
    ).fetchone()[0]
    found: Sequence[tuple[Any, ...]] = database.execute(
        "SELECT name FROM pragma_table_info(?)", (table,)
    ).fetchall()
    return frozenset(row[0] for row in found) if plain else frozenset()


def _concordances(database: sqlite3.Connection) -> Iterator[tuple[int, str]]:
    if {"id", "other_id", "other_source"} <= _columns(database, "concordances"):
        yield from database.execute(
            "SELECT id, other_id FROM concordances WHERE other_source IN ('gn', 'gn:id')"
        )
