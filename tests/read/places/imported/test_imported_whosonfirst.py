"""Who's On First exports imported: features, bundles, databases."""

from __future__ import annotations

import io
import json
import sqlite3
import tarfile
from contextlib import closing
from pathlib import Path

import pytest

from ground_files import (
    FEATURES,
    feature,
    gazetteer_of,
    rejected_of,
    write_database,
    write_features,
)
from tocsin.core.errors import BadItem, NotGround
from tocsin.read.places.imported.importing import GroundImport


def packed(folder: Path) -> Path:
    path = folder / "bundle.tar.bz2"
    with tarfile.open(path, "w:bz2") as archive:
        for one in FEATURES:
            content = json.dumps(one).encode()
            header = tarfile.TarInfo(f"data/{one['properties']['wof:id']}.geojson")
            header.size = len(content)
            archive.addfile(header, io.BytesIO(content))
    return path


def written(folder: Path, form: str) -> Path:
    if form == "folder":
        return write_features(folder / "wof")
    if form == "bundle":
        return packed(folder)
    if form == "database":
        return write_database(folder / "wof.db")
    collection = {"type": "FeatureCollection", "features": FEATURES}
    texts = {
        "collection": json.dumps(collection, indent=1),
        "lines": "\n".join(map(json.dumps, FEATURES)),
    }
    path = folder / f"{form}.geojson"
    path.write_text(texts[form], "utf-8")
    return path


@pytest.mark.parametrize("form", ["folder", "bundle", "collection", "lines", "database"])
def test_every_form_yields_the_places_of_today(tmp_path: Path, form: str) -> None:
    path = written(tmp_path, form)
    known = gazetteer_of(tmp_path / "kept", path)
    for name in ("Ninefold", "Nine Fold"):
        (place,) = known.candidates(name)
        assert (place.whosonfirst_id, place.admin1, place.country) == (
            1_900_000_002,
            "Dessin",
            "SDN",
        )
        assert place.is_public
    assert known.candidates("N9") == ()
    assert known.candidates("Old Halvik") == ()
    assert known.candidates("Velmora Time") == ()


def test_what_ended_or_is_no_ground_is_counted_as_left_out(tmp_path: Path) -> None:
    reading = GroundImport(path=write_features(tmp_path))
    assert list(reading.read()) == []
    assert (len(reading.builder), reading.left_out) == (2, 2)


def test_a_place_of_the_packages_is_theirs(tmp_path: Path) -> None:
    path = tmp_path / "wof.geojson"
    known_id = {"wof:concordances": {"gn:id": 3161732}, "wof:country": "NO"}
    path.write_text(json.dumps(feature(1_900_000_007, "Bergen", **known_id)), "utf-8")
    plain = gazetteer_of(tmp_path / "kept", path).candidates("Bergen")
    assert [place.source for place in plain if place.geonames_id == 3161732] == [""]
    assert not any(place.whosonfirst_id for place in plain)


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ({"wof:id": None}, "id '' is no number"),
        ({"wof:id": "x"}, "id 'x' is no number"),
        ({"wof:name": ["Karsh"]}, "the name is empty"),
        ({"geom:latitude": 91}, "latitude 91 is not within"),
        ({"geom:latitude": None}, "latitude '' is no number"),
        ({"geom:latitude": 0.0, "geom:longitude": 0}, "stands for an unknown one"),
    ],
)
def test_a_bad_feature_is_told_and_the_rest_is_kept(
    tmp_path: Path, said: dict[str, object], reason: str
) -> None:
    path = tmp_path / "wof.geojson"
    bad = feature(1_900_000_009, "Karsh", **said)
    path.write_text("\n".join(map(json.dumps, [*FEATURES, bad, 7])) + "\n{\n", "utf-8")
    rejected = rejected_of(path)
    assert [one.id for one in rejected] == [f"{path}:{number}" for number in (5, 6, 7)]
    assert reason in rejected[0].detail
    assert "no GeoJSON feature" in rejected[1].detail
    assert "no JSON" in rejected[2].detail


def test_odd_values_of_a_feature_cost_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "wof.geojson"
    odd = {"name:eng_x_preferred": [None, 3, {"a": 1}], "geom:bbox": "a,b", "wof:concordances": 3,
           "wof:parent_id": -4, "wof:country": None}  # fmt: skip
    path.write_text(json.dumps(feature(1_900_000_010, "Karsh", **odd)), "utf-8")
    assert rejected_of(path) == []


def test_a_row_of_a_database_out_of_range_is_told_with_its_number(tmp_path: Path) -> None:
    path = write_database(tmp_path / "wof.db")
    (rejected,) = rejected_of(path)
    assert rejected.id == f"{path}:4"


@pytest.mark.parametrize(
    "schema",
    [
        "CREATE TABLE other (id)",
        "CREATE TABLE spr (id, name)",
        "CREATE VIEW spr AS WITH RECURSIVE n(id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM n) "
        "SELECT id, 0 parent_id, 'Karsh' name, 'locality' placetype, 'SD' country, 47 latitude, "
        "31 longitude FROM n",
    ],
)
def test_a_database_without_the_table_is_refused_and_no_view_is_run(
    tmp_path: Path, schema: str
) -> None:
    path = tmp_path / "other.db"
    with closing(sqlite3.connect(path)) as database, database:
        database.execute(schema)
    with pytest.raises(NotGround, match="no table spr with"):
        rejected_of(path)


def test_a_damaged_database_is_refused(tmp_path: Path) -> None:
    path = write_database(tmp_path / "wof.db")
    content = path.read_bytes()
    path.write_bytes(content[:100] + b"\xff" * (len(content) - 100))
    with pytest.raises(BadItem):
        rejected_of(path)
