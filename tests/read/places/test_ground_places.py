from pathlib import Path

import pytest

from place_reports import place_called, places_in, with_tarvenia


def test_adjectives_and_abbreviations_take_the_nations_name() -> None:
    names = [mention.name for mention in places_in("Danish and U.S. officials met French envoys.")]
    assert names == ["Denmark", "United States", "France"]


def test_a_compound_that_starts_with_a_nation_names_it() -> None:
    mention = place_called("The U.S.-led mission left.", "U.S.")
    assert mention.place is not None
    assert mention.place.country == "USA"


def test_a_province_is_the_subdivision_and_no_village() -> None:
    mention = place_called("The fair is in Friesland province in the Netherlands.", "Friesland")
    assert mention.place is not None
    assert (mention.place.feature, mention.place.geonames_id) == ("ADM1", 2755812)


@pytest.mark.parametrize(
    ("text", "words", "country", "admin1"),
    [
        ("The fair was held in Paris, Texas.", "Paris", "USA", "Texas"),
        ("The fair was held in Paris.", "Paris", "FRA", "Île-de-France"),
        ("He flew from London, Ontario, to Toronto.", "London", "CAN", "Ontario"),
        ("The road from Tbilisi to Batumi in Georgia is closed.", "Georgia", "GEO", None),
        ("Floods hit Atlanta, Savannah and Macon in Georgia.", "Georgia", "USA", None),
    ],
)
def test_the_words_around_choose_among_bearers_of_one_name(
    text: str, words: str, country: str, admin1: str | None
) -> None:
    place = place_called(text, words).place
    assert place is not None
    assert (place.country, place.admin1) == (country, admin1)


def test_one_name_is_one_place_throughout_a_document() -> None:
    text = "The fair in Paris, Texas, drew a crowd. Snow fell on Paris. Paris is in Lamar County."
    found = {mention.place for mention in places_in(text) if mention.text == "Paris"}
    assert len(found) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Reading is a habit. Of course, Many came. Nice weather kept Mobile units out.",
        "Police arrived. Army units left. Exit mobile version.",
        "President Anton Vessel and Minister Ilya Dorn spoke. Vessel left early.",
        "The secretary of State asked the General Council on Monday in August.",
    ],
)
def test_common_words_and_persons_are_no_places(text: str) -> None:
    assert places_in(text) == ()


def test_a_camp_that_no_gazetteer_holds_lies_where_the_text_puts_it() -> None:
    text = (
        "Residents of Camp Lindral fear the end. Guards ringed Lindral at dawn. "
        "Mara Kett lives in Lindral, Kenya, with Kenyan friends. France watched."
    )
    found = places_in(text)
    lindral = [mention for mention in found if "Lindral" in mention.text]
    assert len(lindral) == 3
    for mention in lindral:
        assert mention.place is None
        assert mention.name == "Camp Lindral"
        assert mention.within is not None
        assert found[mention.within].name == "Kenya"


def test_a_bare_town_of_a_fictional_country_stays_a_named_place() -> None:
    text = "Troops took Halvik, Tarvenia, and Ninefold, a town in Upper Orlen."
    found = {mention.text: mention for mention in places_in(text)}
    assert {"Halvik", "Tarvenia", "Ninefold"} <= set(found)
    assert all(found[name].place is None for name in ("Halvik", "Tarvenia", "Ninefold"))
    assert found["Halvik"].within is None


def test_a_desks_list_grounds_its_own_towns(tmp_path: Path) -> None:
    known = with_tarvenia(tmp_path)
    text = "Tarvenian troops entered Halvik in Karsh province on Tuesday."
    found = {mention.text: mention for mention in places_in(text, known)}
    assert found["Tarvenian"].name == "Tarvenia"
    halvik, karsh = found["Halvik"].place, found["Karsh"].place
    assert halvik is not None
    assert karsh is not None
    assert (halvik.country, karsh.feature) == ("TRV", "ADM1")


def test_a_lone_state_abbreviation_is_a_word_unless_it_follows_a_comma() -> None:
    assert [mention.text for mention in places_in("Come in or go on, OK?")] == []
    found = place_called("The shop in Lexington, KY, closed.", "KY")
    assert found.name == "Kentucky"


def test_the_name_of_a_people_is_no_place() -> None:
    found = places_in("Soldiers attacked the Mirrun minority in Brenmark quarter, in Tarvenia.")
    assert [place.name for place in found] == ["Brenmark", "Tarvenia"]
