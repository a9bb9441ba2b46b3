import gzip
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest

from place_reports import gazetteer, with_tarvenia
from tocsin.core.errors import BadConfig
from tocsin.read.places import shipped
from tocsin.read.places.gazetteer import open_gazetteer, packaged_table, table_at, table_file_name
from tocsin.read.places.own_names import own_names
from tocsin.read.places.shipped import shipped_countries, shipped_table
from tocsin.read.places.table import MOST_CANDIDATES, BrokenTable, open_table, save_table


def test_every_country_is_found_by_each_of_its_names_and_has_a_position() -> None:
    for country in shipped_countries():
        for name in country.names:
            places = gazetteer().candidates(name)
            assert country.alpha3 in {place.country for place in places if place.feature == "PCLI"}
        assert country.alpha3 in own_names().countries


@pytest.mark.parametrize(
    ("form", "country"),
    [
        ("Norwegian", "NOR"),
        ("French", "FRA"),
        ("U.S.", "USA"),
        ("UK", "GBR"),
        ("Ivory Coast", "CIV"),
        ("Burma", "MMR"),
        ("Czech Republic", "CZE"),
        ("DRC", "COD"),
        ("North Korea", "PRK"),
        ("Sri Lankan", "LKA"),
        ("Ceylon", "LKA"),
        ("Rhodesia", "ZWE"),
        ("Kirghizia", "KGZ"),
        ("South-West Africa", "NAM"),
    ],
)
def test_nations_are_found_by_other_names_and_adjectives(form: str, country: str) -> None:
    assert gazetteer().candidates(form)[0].country == country


@pytest.mark.parametrize(
    ("name", "feature", "country"),
    [
        ("Madaba Governorate", "ADM1", "JOR"),
        ("Friesland", "ADM1", "NLD"),
        ("Calif.", "ADM1", "USA"),
        ("Laurel County", "ADM2", "USA"),
        ("Queensland", "ADM1", "AUS"),
        ("Sahel", "RGN", None),
        ("Scandinavia", "RGN", None),
        ("D.C.", "PPLC", "USA"),
        ("Me.", "ADM1", "USA"),
        ("Nfld.", "ADM1", "CAN"),
        ("Hodeidah", "PPL", "YEM"),
        ("Danube", "STM", None),
        ("Lake Kivu", "LK", None),
        ("Bab al-Mandab", "STRT", None),
        ("Hindu Kush", "MTS", None),
        ("Kordofan", "RGN", "SDN"),
    ],
)
def test_subdivisions_and_regions_are_found(name: str, feature: str, country: str | None) -> None:
    place = gazetteer().candidates(name)[0]
    assert (place.feature, place.country) == (feature, country)
    assert place.uncertainty_km > 0


def test_the_most_prominent_bearer_of_a_name_comes_first() -> None:
    paris = gazetteer().candidates("Paris")
    assert (paris[0].country, paris[0].feature) == ("FRA", "PPLC")
    assert any(place.admin1 == "Texas" for place in paris)


def test_saint_and_st_are_one_spelling() -> None:
    names = {place.country for place in gazetteer().candidates("St. Petersburg")}
    assert {"RUS", "USA"} <= names


def test_an_unknown_or_empty_name_has_no_candidates() -> None:
    assert gazetteer().candidates("Sorrel Crossing of Nowhere") == ()
    assert gazetteer().candidates("") == ()
    assert gazetteer().candidates("…") == ()


def test_a_desks_own_list_stands_before_the_packages(tmp_path: Path) -> None:
    known = with_tarvenia(tmp_path)
    halvik = known.candidates("halvik")[0]
    assert (halvik.country, halvik.admin1, halvik.uncertainty_km) == ("TRV", "Karsh", 5.0)
    assert known.candidates("Tarvenian")[0].name == "Tarvenia"
    assert known.candidates("Paris")[0].country == "FRA"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("name,lon\nHalvik,31", "no column lat"),
        ("name,lon,lat\nHalvik,thirty,47", "lon 'thirty' is no number"),
        ("name,lon,lat\nHalvik,31,147", "lat 147 is not within -90 to 90"),
        ("name,lon,lat\nHalvik,31,nan", "lat nan is not within"),
        ("name,lon,lat\n,31,47", "the name is empty"),
        ("name,lon,lat,country\nHalvik,31,47,Tarvenia", "no ISO 3166-1 alpha-3 code"),
        ("name,lon,lat,feature\nHalvik,31,47,a town", "no GeoNames feature code"),
    ],
)
def test_a_bad_row_of_a_local_list_is_named(tmp_path: Path, content: str, said: str) -> None:
    path = tmp_path / "names.csv"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(BadConfig, match=said.replace("(", r"\(")) as caught:
        open_gazetteer([path])
    assert "names.csv" in str(caught.value)


def test_a_local_list_that_is_missing_or_no_text_is_named(tmp_path: Path) -> None:
    binary = tmp_path / "binary.csv"
    binary.write_bytes(b"\xff\xfe\x00\x81")
    for path in (tmp_path / "missing.csv", binary):
        with pytest.raises(BadConfig):
            open_gazetteer([path])


def test_a_table_is_the_same_after_it_was_kept(tmp_path: Path) -> None:
    path = tmp_path / "deep" / table_file_name()
    save_table(packaged_table(), path)
    again = open_table(path)
    assert again.rows_named("Friesland") == packaged_table().rows_named("Friesland")
    assert [file.name for file in path.parent.iterdir()] == [path.name]


@pytest.mark.parametrize("damage", ["empty", "cut", "flipped", "other"])
def test_a_damaged_table_is_unpacked_anew(tmp_path: Path, damage: str) -> None:
    path = tmp_path / "places.bin"
    save_table(packaged_table(), path)
    content = bytearray(path.read_bytes())
    content[-100] ^= 0xFF
    damaged = {
        "empty": b"",
        "cut": bytes(content[:-1000]),
        "flipped": bytes(content),
        "other": b"not a table at all, but long enough to hold a header",
    }[damage]
    path.write_bytes(damaged)
    with pytest.raises(BrokenTable):
        open_table(path)
    assert table_at(path).rows_named("Norway") == packaged_table().rows_named("Norway")
    assert open_table(path).rows_named("Norway")


def test_without_a_folder_to_keep_it_the_table_is_held_in_memory(tmp_path: Path) -> None:
    blocker = tmp_path / "file"
    blocker.write_text("a file where a folder should be", encoding="utf-8")
    table = table_at(blocker / "places.bin")
    assert table.rows_named("Norway") == packaged_table().rows_named("Norway")
    assert blocker.is_file()


def test_two_that_unpack_at_once_both_answer_and_leave_one_good_file(tmp_path: Path) -> None:
    path = tmp_path / "places.bin"
    with ThreadPoolExecutor(2) as both:
        tables = list(both.map(table_at, (path, path)))
    wanted = packaged_table().rows_named("Paris")
    assert [table.rows_named("Paris") for table in tables] == [wanted, wanted]
    assert open_table(path).rows_named("Paris") == wanted
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_of_other_places_than_those_that_ship_is_not_taken_for_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "places.gz").write_bytes(gzip.compress(b"other places"))
    name = table_file_name()
    monkeypatch.setattr(shipped, "DATA", tmp_path)
    assert table_file_name() != name


def test_no_name_calls_more_places_than_are_asked_for_nor_one_twice() -> None:
    columns = shipped_table().columns
    pairs = np.stack([columns["key"], columns["entry"].astype(np.uint64)])
    assert len(np.unique(pairs, axis=1).T) == len(columns["key"])
    assert np.unique(columns["key"], return_counts=True)[1].max() <= MOST_CANDIDATES
