"""Fictional files of ground: a country that no gazetteer holds."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

from tocsin.core.ports import Gazetteer
from tocsin.core.types import Rejected
from tocsin.read.places.gazetteer import open_gazetteer, packaged_subdivision_names
from tocsin.read.places.imported.grounds import Ground, keep_ground
from tocsin.read.places.imported.importing import GroundImport

CSV = """\
name,lat,lon,country,kind,population,alternate names,admin
Lindral Camp,47.05,31.25,TRV,camp,2600,Camp Lindral|Lindral,Karsh
Ninefold,46.90,31.40,TRV,village,,,Karsh
Sorrel Crossing,47.60,32.10,TRV,border post,,Sorrel,Dessin
"""


def geonames_line(geonames_id: int, name: str, **said: object) -> str:
    """Return a line of a GeoNames dump."""
    fields = {
        "id": geonames_id, "name": name, "ascii": name, "also": "", "lat": 47.0, "lon": 31.0,
        "class": "P", "code": "PPL", "country": "SD", "cc2": "", "admin1": "91", "admin2": "",
        "admin3": "", "admin4": "", "population": 0, "elevation": "", "dem": 400,
        "zone": "Africa/Khartoum", "day": "2031-01-01",
    }  # fmt: skip
    return "\t".join(str(value) for value in {**fields, **said}.values())


DUMP = "\n".join(
    [
        geonames_line(90_000_001, "Upper Orlen Province", **{"class": "A", "code": "ADM1"}),
        geonames_line(90_000_002, "Brenmark", also="Brenmarkt,BRK,Bren-Mark", population=32_000),
        geonames_line(90_000_003, "Halvik", lat=47.4, lon=31.6, admin1=""),
        geonames_line(90_000_004, "Karsh Hills", **{"class": "T", "code": "HLLS"}),
    ]
)


def feature(whosonfirst_id: int, name: str, placetype: str = "locality", **said: Any) -> Any:
    """Return a GeoJSON feature of Who's On First."""
    properties = {
        "wof:id": whosonfirst_id, "wof:name": name, "wof:placetype": placetype,
        "wof:country": "SD", "wof:parent_id": 1_900_000_001, "geom:latitude": 47.0,
        "geom:longitude": 31.0, "geom:bbox": "30.95,46.95,31.05,47.05", "edtf:deprecated": "",
        "edtf:cessation": "uuuu", "wof:superseded_by": [],
    }  # fmt: skip
    return {"type": "Feature", "properties": {**properties, **said}, "geometry": None}


FEATURES = [
    feature(1_900_000_001, "Dessin", "region", **{"wof:parent_id": 85_632_000}),
    feature(1_900_000_002, "Ninefold", **{"name:eng_x_variant": ["Nine Fold", "N9"]}),
    feature(1_900_000_003, "Old Halvik", **{"wof:superseded_by": [1_900_000_004]}),
    feature(1_900_000_005, "Velmora Time", "timezone"),
]


SPR = (
    "id", "parent_id", "name", "placetype", "country", "latitude", "longitude", "min_longitude",
    "min_latitude", "max_longitude", "max_latitude", "is_deprecated", "is_ceased", "is_superseded",
)  # fmt: skip
SPR_ROWS = [
    (1_900_000_001, "Dessin", "region", 47.0, 0),
    (1_900_000_002, "Ninefold", "locality", 47.0, 0),
    (1_900_000_003, "Old Halvik", "locality", 47.0, 1),
    (1_900_000_006, "Nowhere", "locality", 147.0, 0),
]


def write_features(folder: Path) -> Path:
    """Return a folder of GeoJSON files, as a bundle holds them."""
    for one in FEATURES:
        path = folder / "data" / f"{one['properties']['wof:id']}.geojson"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(one), "utf-8")
    return folder


def write_database(path: Path) -> Path:
    """Return a database in the form of the SQLite distribution."""
    with closing(sqlite3.connect(path)) as database, database:
        database.execute(f"CREATE TABLE spr ({', '.join(SPR)})")
        database.execute("CREATE TABLE names (id INTEGER, language TEXT, name TEXT)")
        database.execute("CREATE TABLE concordances (id INTEGER, other_id TEXT, other_source TEXT)")
        for whosonfirst_id, name, placetype, latitude, ended in SPR_ROWS:
            row = (whosonfirst_id, 1_900_000_001, name, placetype, "SD", latitude, 31.0)
            box = (30.95, 46.95, 31.05, 47.05, 0, 0, ended)
            database.execute(f"INSERT INTO spr VALUES ({','.join('?' * 14)})", (*row, *box))  # noqa: S608
        database.execute("INSERT INTO names VALUES (1900000002, 'eng', 'Nine Fold')")
        database.execute("INSERT INTO concordances VALUES (1900000002, '90000002', 'gn')")
    return path


def rejected_of(path: Path, *others: Path) -> list[Rejected]:
    """Return the rejections of an import."""
    return list(GroundImport(path=path, other_names=others).read())


def gazetteer_of(folder: Path, *paths: Path) -> Gazetteer:
    """Return the gazetteer with the files imported into the folder; alternate names last."""
    reading = GroundImport(path=paths[0], other_names=paths[1:])
    rejected = len(list(reading.read()))
    ground = Ground(
        name=paths[0].stem,
        form=reading.form.value,
        file=paths[0].name,
        imported_at="2031-04-12T00:00:00Z",
        places=len(reading.builder),
        names=reading.builder.calls.count,
        left_out=reading.left_out,
        rejected=rejected,
        bulk=reading.is_bulk,
    )
    keep_ground(folder, ground, reading.builder.columns(packaged_subdivision_names().get))
    return open_gazetteer(imported=folder)
