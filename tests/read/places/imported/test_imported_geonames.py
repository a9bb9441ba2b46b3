"""GeoNames dumps imported: places known by every name, bad lines told."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from ground_files import DUMP, gazetteer_of, geonames_line, rejected_of
from place_reports import place_called
from tocsin.core.errors import UnreadableEncoding
from tocsin.read.places.imported.lines import LONGEST_LINE


@pytest.fixture
def dump(tmp_path: Path) -> Path:
    path = tmp_path / "TV.txt"
    path.write_text(DUMP, "utf-8")
    return path


def test_a_place_is_known_by_its_name_and_its_other_names(dump: Path, tmp_path: Path) -> None:
    known = gazetteer_of(tmp_path / "kept", dump)
    for name in ("Brenmark", "BRENMARK", "Brenmarkt", "bren mark"):
        (place,) = known.candidates(name)
        assert (place.name, place.geonames_id, place.population) == ("Brenmark", 90_000_002, 32_000)
        assert (place.country, place.admin1) == ("SDN", "Upper Orlen Province")
        assert (place.source, place.bulk) == ("TV", True)
    assert known.candidates("BRK") == ()


def test_a_subdivision_is_known_without_its_generic_word(dump: Path, tmp_path: Path) -> None:
    known = gazetteer_of(tmp_path / "kept", dump)
    assert known.candidates("Upper Orlen")[0].feature == "ADM1"


def test_what_ships_is_known_as_before(dump: Path, tmp_path: Path) -> None:
    plain = place_called("Snow fell on Bergen.", "Bergen")
    assert place_called("Snow fell on Bergen.", "Bergen", gazetteer_of(tmp_path, dump)) == plain


def test_a_reading_finds_imported_ground(dump: Path, tmp_path: Path) -> None:
    known = gazetteer_of(tmp_path / "kept", dump)
    place = place_called("Families left the town of Brenmark in Sudan.", "Brenmark", known).place
    assert place is not None
    assert (place.geonames_id, place.lon, place.lat) == (90_000_002, 31.0, 47.0)


def test_a_file_of_alternate_names_adds_to_the_dump(dump: Path, tmp_path: Path) -> None:
    names = tmp_path / "alternateNamesV2.txt"
    names.write_text(
        "1\t90000002\ten\tBremark\t\t\t\t\t\t\n"
        "2\t90000002\tlink\thttps://brenmark.example\t\t\t\t\t\t\n"
        "3\t77\ten\tElsewhere\t\t\t\t\t\t\n"
        "oops\n",
        "utf-8",
    )
    assert [one.id for one in rejected_of(dump, names)] == [f"{names}:4"]
    known = gazetteer_of(tmp_path / "kept", dump, names)
    assert known.candidates("Bremark")[0].name == "Brenmark"
    assert known.candidates("Elsewhere") == ()


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (geonames_line(90_000_002, "Karsh"), "the id 90000002 is there already"),
        (geonames_line(90_000_009, "Karsh", lat=97), "latitude 97 is not within -90 to 90"),
        (geonames_line(90_000_009, "Karsh", lon="nan"), "longitude nan is not within"),
        (geonames_line(90_000_009, "Karsh", lon="3_1"), "longitude 3_1 is not within"),
        (geonames_line(90_000_009, "Karsh", lon="east"), "longitude 'east' is no number"),
        (geonames_line(90_000_009, "Karsh", lon=0, lat=0), "0, 0 stands for an unknown one"),
        (geonames_line(90_000_009, "Karsh", population="many"), "population 'many' is no number"),
        (geonames_line(90_000_009, " "), "the name is empty"),
        (geonames_line(90_000_009, "K" * 81), "the name is longer than 80 characters"),
        (geonames_line(90_000_009, "Karsh", code="a hill"), "'a hill' is no feature code"),
        (geonames_line(-1, "Karsh"), "geonameid -1 is not within"),
        ("90000009\tKarsh", "2 columns, not 19"),
        ("Karsh\x00", "the line holds NUL characters"),
    ],
)
def test_a_bad_line_is_told_with_its_number_and_the_rest_is_kept(
    dump: Path, line: str, said: str
) -> None:
    dump.write_text(f"{DUMP}\n{line}\n{geonames_line(90_000_010, 'Velmora')}\n", "utf-8")
    (rejected,) = rejected_of(dump)
    assert (rejected.id, rejected.code) == (f"{dump}:5", "gazetteer.row")
    assert said in rejected.detail


def test_a_line_of_another_encoding_or_without_end_is_told(dump: Path) -> None:
    huge = geonames_line(90_000_011, "Karsh", also="K," * LONGEST_LINE)
    latin = geonames_line(90_000_012, "Ka\xefsh")
    dump.write_bytes(
        b"\n".join([DUMP.encode(), latin.encode("latin-1"), huge.encode(), b"", b"oops"])
    )
    rejected = rejected_of(dump)
    assert [one.id for one in rejected] == [f"{dump}:{number}" for number in (5, 6, 8)]
    assert "not UTF-8" in rejected[0].detail
    assert f"longer than {LONGEST_LINE} bytes" in rejected[1].detail


def test_a_file_in_another_encoding_is_refused_as_a_whole(dump: Path) -> None:
    for encoding in ("utf-16", "utf-16-le"):
        dump.write_text("name,lat,lon\nKarsh,47,31\n", encoding)
        with pytest.raises(UnreadableEncoding):
            rejected_of(dump)


def test_fifty_thousand_rows_take_seconds(tmp_path: Path) -> None:
    path = tmp_path / "TV.txt"
    rows = (
        geonames_line(80_000_000 + n, f"Halvik {n}", also=f"H{n}k,Hal-{n}") for n in range(50_000)
    )
    path.write_text("\n".join(rows), "utf-8")
    started = time.process_time()
    known = gazetteer_of(tmp_path / "kept", path)
    assert time.process_time() - started < 12  # 500,000 within two minutes
    assert known.candidates("Halvik 49999")[0].geonames_id == 80_049_999
