"""A desk's own CSV files imported."""

from __future__ import annotations

from pathlib import Path

import pytest

from ground_files import CSV, gazetteer_of, rejected_of
from place_reports import place_called
from tocsin.core.errors import NotGround


@pytest.fixture
def camps(tmp_path: Path) -> Path:
    path = tmp_path / "camps.csv"
    path.write_text(CSV, "utf-8")
    return path


def test_a_camp_is_known_by_each_name_with_its_kind(camps: Path, tmp_path: Path) -> None:
    known = gazetteer_of(tmp_path, camps)
    for name in ("Lindral Camp", "camp lindral", "Lindral"):
        camp = known.candidates(name)[0]
        assert (camp.name, camp.feature, camp.country) == ("Lindral Camp", "CMPRF", "TRV")
        assert (camp.admin1, camp.population, camp.source) == ("Karsh", 2600, "camps")
        assert not camp.is_public
        assert not camp.bulk


def test_a_reading_places_the_camp(camps: Path, tmp_path: Path) -> None:
    known = gazetteer_of(tmp_path, camps)
    mention = place_called("Guards ringed Lindral Camp at dawn.", "Lindral Camp", known)
    assert mention.place is not None
    assert (mention.place.lon, mention.place.lat) == (31.25, 47.05)
    assert mention.score > 0.7


@pytest.mark.parametrize(
    "head",
    [
        "Name;Latitude;Longitude;ISO3\nHalvik;47;31;TRV\n",
        "NAME\tY\tX\tCountry code\nHalvik\t47\t31\tTRV\n",
        '\ufeffplace,lng,lat,country\n"Halvik",31,47,TRV\n',
    ],
)
def test_separators_and_titles_of_columns_may_differ(tmp_path: Path, head: str) -> None:
    path = tmp_path / "towns.csv"
    path.write_text(head, "utf-8")
    (halvik,) = gazetteer_of(tmp_path / "kept", path).candidates("Halvik")
    assert (halvik.lon, halvik.lat, halvik.country, halvik.feature) == (31.0, 47.0, "TRV", "PPL")


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("Halvik,47", "lon '' is no number"),
        ("Halvik,147,31", "lat 147 is not within"),
        ("Halvik,0,0", "stands for an unknown one"),
        ("Halvik,47,31,Tarvenia", "no ISO 3166-1 alpha-3 code"),
        ("Halvik,47,31,TRV,a big town", "no GeoNames feature code and no known kind"),
        ('"Halvik,47,31', "a quotation mark is not closed"),
        ("\u202e,47,31", "the name is empty"),
        ("Ninefold,46.90,31.40", "a place so called is there already"),
    ],
)
def test_a_bad_row_is_told_with_its_line(camps: Path, row: str, said: str) -> None:
    camps.write_text(f"{CSV}{row}\n", "utf-8")
    (rejected,) = rejected_of(camps)
    assert rejected.id == f"{camps}:5"
    assert said in rejected.detail


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("name,lat\nHalvik,47\n", "no column lon"),
        ("Halvik,47,31\n", "no column name, lon, lat"),
        ("name,lat,lon\n", "no row of it is a place"),
    ],
)
def test_a_file_without_places_is_refused(camps: Path, content: str, said: str) -> None:
    camps.write_text(content, "utf-8")
    with pytest.raises(NotGround, match=said):
        rejected_of(camps)


def test_a_long_list_ranks_by_population_and_a_short_one_before_all(tmp_path: Path) -> None:
    short, long = tmp_path / "short.csv", tmp_path / "long.csv"
    short.write_text("name,lat,lon,country\nBergen,47,31,TRV\n", "utf-8")
    rows = "".join(f"Halvik {n},47,31,TRV\n" for n in range(1_000))
    long.write_text(f"name,lat,lon,country\nBergen,47,31,TRV\n{rows}", "utf-8")
    for path, country in ((short, "TRV"), (long, "NOR")):
        known = gazetteer_of(tmp_path / path.stem, path)
        assert known.candidates("Bergen")[0].country == country
        assert "TRV" in {place.country for place in known.candidates("Bergen")}
        place = place_called("It rained in Bergen.", "Bergen", known).place
        assert place is not None
        assert place.country == country
