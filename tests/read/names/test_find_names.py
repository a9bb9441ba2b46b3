"""Names of the fictional world: kinds, bearers, countries, privacy."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parsed_scene import named, names_in
from tocsin.core.types import NameKind


@pytest.mark.parametrize(
    ("text", "mention", "kind", "sector"),
    [
        ("The Interior Guard shot at them.", "Interior Guard", NameKind.FORCE, "COP"),
        ("The Tarvenian army left.", "Tarvenian army", NameKind.FORCE, "MIL"),
        ("The minister sent the 4th Brigade.", "4th Brigade", NameKind.FORCE, "MIL"),
        ("Two of the 9th Battalion fled.", "9th Battalion", NameKind.FORCE, "MIL"),
        ("Rebel forces took the town.", "Rebel forces", NameKind.FORCE, "REB"),
        ("It blamed the Ministry of Health.", "Ministry of Health", NameKind.ORGANISATION, "GOV"),
        ("She met the Interior Minister.", "Interior Minister", NameKind.OFFICE, "GOV"),
        (
            "They beat residents of Lindral Camp.",
            "residents of Lindral Camp",
            NameKind.GROUP,
            "CVL",
        ),
        ("Guards closed Lindral Camp.", "Lindral Camp", NameKind.FACILITY, None),
        ("It asked the UN Security Council.", "UN Security Council", NameKind.ORGANISATION, "IGO"),
    ],
)
def test_a_head_noun_tells_the_kind_of_an_invented_name(
    text: str, mention: str, kind: NameKind, sector: str | None
) -> None:
    name = named(text, mention)
    assert (name.kind, name.sector) == (kind, sector)


def test_judging_adjectives_and_articles_are_no_part_of_a_name() -> None:
    assert named("They beat the defenceless Mirrun people.", "Mirrun people").text


def test_a_body_takes_the_country_of_its_adjective() -> None:
    assert named("Ostreli officials denied it.", "Ostreli officials").country == "XOS"


def test_an_international_office_for_a_country_is_not_of_that_country() -> None:
    text = "He wrote to the UN Special Representative for Tarvenia."
    name = named(text, "UN Special Representative for Tarvenia")
    assert (name.country, name.sector) == (None, "IGO")


def test_a_country_that_accuses_is_a_body() -> None:
    name = named("Ostrel accused Tarvenia of shelling a village.", "Ostrel")
    assert (name.kind, name.country, name.sector) == (NameKind.ORGANISATION, "XOS", "GOV")


def test_a_country_that_is_visited_is_a_place_alone() -> None:
    assert "Ostrel" not in [name.text for name in names_in("She will travel to Ostrel in May.")]


def test_a_family_name_is_joined_to_the_full_name() -> None:
    text = "Mara Kett spoke in Velmora. Later Kett said that nobody came."
    assert {name.canonical for name in names_in(text) if name.kind is NameKind.PERSON} == {
        "Mara Kett"
    }


def test_two_of_one_family_stay_two_persons() -> None:
    text = "Mara Kett wept. Her brother Tomas Kett was beaten."
    assert named(text, "Tomas Kett").canonical == "Tomas Kett"


def test_an_acronym_in_brackets_stands_for_the_words_before_it() -> None:
    text = "The Tarvenian Human Rights Committee (THRC) protested. The THRC waited."
    canonical = {name.canonical for name in names_in(text) if name.text == "THRC"}
    assert canonical == {"Tarvenian Human Rights Committee"}


def test_an_acronym_that_does_not_fit_the_words_is_the_name() -> None:
    text = "The governor's intelligence (BDX) asked for a list. The governor's intelligence left."
    assert {n.canonical for n in names_in(text) if "intelligence" in n.text} == {"BDX"}


def test_a_bare_noun_takes_up_the_full_name() -> None:
    text = "The Interior Ministry denied it. Later the ministry fell silent."
    assert named(text, "ministry").canonical == "Interior Ministry"


def test_a_bare_noun_with_nothing_to_take_up_is_no_name() -> None:
    assert not [name for name in names_in("The committee met.") if name.text == "committee"]


def test_an_office_goes_under_its_holder() -> None:
    text = "President Anton Vessel arrived. The president will stay."
    assert named(text, "president").canonical == "Anton Vessel"


@pytest.mark.parametrize(
    "text",
    [
        "President Anton Vessel arrived.",
        "Anton Vessel, the president, arrived.",
        "Police said that Gen. Anton Vessel arrived.",
        "Anton Vessel is the governor.",
    ],
)
def test_who_holds_office_in_public_may_be_named(text: str) -> None:
    assert not named(text, "Anton Vessel").private


@pytest.mark.parametrize(
    "text",
    [
        "Oren Sall, a teacher, saw it.",
        "Police detained Oren Sall in Halvik.",
        "Oren Sall, the president's brother, fled.",
        "Oren Sall, the former governor, fled.",
        "Mr. Oren Sall fled.",
    ],
)
def test_whoever_holds_no_office_stays_private(text: str) -> None:
    assert named(text, "Oren Sall").private


def test_an_author_publishes_under_their_name() -> None:
    assert not named("Oren Sall lives in Halvik.", "Oren Sall", byline="Oren Sall").private


def test_a_place_is_no_person() -> None:
    kinds = {name.kind for name in names_in("Halvik fell. Brenmark burned. Lindral waited.")}
    assert NameKind.PERSON not in kinds


@settings(max_examples=25, deadline=None)
@given(st.text(alphabet="AaBb “”'’()-.,\n\x00‮1 Guard army President Kett", max_size=200))
def test_any_text_yields_names_in_order_at_their_spans(text: str) -> None:
    names = names_in(text)
    assert all(name.span.within(text) == name.text and name.canonical for name in names)
    ends = [name.span.end for name in names]
    assert all(end <= name.span.start for end, name in zip(ends, names[1:], strict=False))


@pytest.mark.parametrize(
    "text",
    [
        "Its leader, Hanne Voss, rejected the plan.",
        "Nobody came, said Hanne Voss, their spokeswoman.",
        "Hanne Voss, who speaks for the residents, waited.",
    ],
)
def test_a_leader_and_a_spokeswoman_may_be_named(text: str) -> None:
    assert not named(text, "Hanne Voss").private


def test_a_road_is_no_person() -> None:
    names = names_in("Trucks gathered on the Orlen road.")
    assert not [name for name in names if name.kind is NameKind.PERSON]


def test_a_brigade_called_a_militia_is_one_throughout() -> None:
    text = "The Black Heron brigade, a militia, came. Later the Black Heron brigade left."
    assert {name.sector for name in names_in(text) if "Heron" in name.text} == {"PAR"}


def test_officers_of_a_guard_are_of_its_sector() -> None:
    name = named("It sent officers of the Interior Guard.", "officers of the Interior Guard")
    assert (name.kind, name.sector) == (NameKind.FORCE, "COP")


def test_a_town_is_no_facility() -> None:
    names = names_in("They burned stalls in Sorrel Crossing.")
    assert NameKind.FACILITY not in {name.kind for name in names}


@pytest.mark.parametrize(
    ("text", "mention", "private"),
    [
        ("Pavel Orrin, the spokesman, told reporters that it was late.", "Pavel Orrin", False),
        ("The miller, Joren Pask, saw it.", "Joren Pask", True),
        ("Joren Pask, a miller, saw it.", "Joren Pask", True),
        ("They burned Joren Pask's house.", "Joren Pask", True),
    ],
)
def test_a_name_treated_as_a_persons_is_one(text: str, mention: str, private: bool) -> None:
    name = named(text, mention)
    assert (name.kind, name.private) == (NameKind.PERSON, private)


def test_a_name_explained_as_a_body_is_no_person() -> None:
    names = names_in("Green Harvest, a charity, left Karsh.")
    assert NameKind.PERSON not in {name.kind for name in names if "Green" in name.text}


def test_a_people_is_known_by_the_families_that_bear_its_name() -> None:
    text = "In Karsh they beat Mirrun families. The Mirrun fled."
    mentions = [name for name in names_in(text) if name.text == "Mirrun"]
    assert [name.kind for name in mentions] == [NameKind.GROUP]


def test_a_family_name_two_bear_is_whoever_was_named_first() -> None:
    text = "Senator Tam Cordell spoke. His wife, Hilda Cordell, wept. Cordell left."
    bearers = [(name.canonical, name.private) for name in names_in(text)]
    assert bearers == [("Tam Cordell", False), ("Hilda Cordell", True), ("Tam Cordell", False)]


def test_a_unit_keeps_its_ordinal_in_its_canonical_name() -> None:
    assert named(
        "The 2nd Infantry Division shelled Halvik.", "2nd Infantry Division"
    ).canonical == ("2nd Infantry Division")
    assert named("The fourth Brigade left Halvik.", "Brigade").canonical == "Brigade"
