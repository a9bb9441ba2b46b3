"""Groups at risk in fictional reports."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parsed_scene import parsed, places_of
from tocsin.core.types import GroupAtRisk
from tocsin.read.groups import find_groups
from tocsin.read.groups.sizes import count_of

CAMP = (
    "Some 2,600 displaced Mirrun people, 800 of them children, live in Lindral Camp. "
    "The Tarvenian army has surrounded the camp. The residents fear an attack. "
    "Guards beat several residents of Lindral Camp on Monday."
)


def groups_in(text: str) -> tuple[GroupAtRisk, ...]:
    return find_groups(parsed(text), events=(), places=places_of(text))


def test_the_names_of_one_camp_make_one_group() -> None:
    assert len(groups_in(CAMP)) == 1


def test_a_group_has_its_size_place_and_parts_as_reported() -> None:
    group = groups_in(CAMP)[0]
    assert (group.low, group.high, group.as_reported) == (2600, 2600, "Some 2,600")
    assert group.place == "Lindral Camp"
    assert [(part.name, part.low) for part in group.of_which] == [("children", 800)]
    assert "Mirrun" in group.name
    assert "Lindral Camp" in group.name


def test_spans_hold_the_words_of_each_mention() -> None:
    words = [span.within(CAMP) for span in groups_in(CAMP)[0].spans]
    assert "residents" in words
    assert "residents of Lindral Camp" in words


def test_families_leave_the_number_of_people_unknown() -> None:
    group = groups_in("About 3,000 families trapped in Halvik starve as the siege goes on.")[0]
    assert (group.low, group.high) == (None, None)
    assert group.as_reported == "About 3,000 families"


@pytest.mark.parametrize(
    "text",
    [
        "More than 5,000 fans attended the match in Velmora. Students cheered the players.",
        "At least 12 people were killed in Halvik on Monday.",
        "Residents of Halvik bought bread. Prices rose by two per cent.",
        "Oren Sall, a refugee, was beaten.",
        "Velmora beat the students of the Technical College 3-0 in Halvik.",
        "",
    ],
)
def test_people_not_in_danger_are_no_group_at_risk(text: str) -> None:
    assert groups_in(text) == ()


def test_two_communities_stay_two_groups() -> None:
    text = (
        "About 300 Mirrun refugees in Brenmark fear expulsion. "
        "About 900 Sendi refugees in Halvik fear expulsion."
    )
    assert {group.low for group in groups_in(text)} == {300, 900}


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [
        ("3,400", 3400, 3400),
        ("about 3,400", 3400, 3400),
        ("at least 12", 12, None),
        ("up to 500", None, 500),
        ("2,000 to 3,000", 2000, 3000),
        ("between 2,000 and 3,000", 2000, 3000),
        ("dozens", 24, None),
        ("tens of thousands", 20000, None),
        ("two hundred and forty", 240, 240),
        ("1.5 million", 1500000, 1500000),
    ],
)
def test_a_size_is_read_as_worded(words: str, low: int | None, high: int | None) -> None:
    count = count_of(words)
    assert count is not None
    assert (count.low, count.high, count.as_reported) == (low, high, words)


def test_words_without_a_number_give_no_size() -> None:
    assert count_of("the frightened") is None


@given(st.integers(min_value=0, max_value=9_999_999))
def test_a_figure_with_separators_is_read_back(number: int) -> None:
    count = count_of(f"{number:,}")
    assert count is not None
    assert count.point == number


@settings(max_examples=25, deadline=None)
@given(st.text(alphabet="AaBb “”'’()-.,\n\x00‮1 residents of Lindral Camp fear 3,400", max_size=200))
def test_any_text_yields_groups_within_it(text: str) -> None:
    for group in groups_in(text):
        assert all(0 <= span.start < span.end <= len(text) for span in group.spans)


def test_a_camp_to_be_closed_endangers_whoever_lives_there() -> None:
    text = (
        "The ministry put off the closure of Lindral Camp. "
        "Residents of Lindral Camp met the news without relief."
    )
    assert [group.place for group in groups_in(text)] == ["Lindral Camp"]


def test_the_dead_are_not_counted_as_a_group() -> None:
    text = "It counted the bodies of twelve people killed. Residents of Halvik fear a massacre."
    assert 12 not in {group.low for group in groups_in(text)}


def test_the_camp_is_the_one_camp_named() -> None:
    text = "The army besieges Lindral Camp. About 2,200 people remain in the camp."
    assert [(group.low, group.place) for group in groups_in(text)] == [(2200, "Lindral Camp")]


def test_a_bare_group_is_named_by_its_camp() -> None:
    text = (
        "Trucks stand near Lindral Camp. The people in the camp are afraid. "
        "Mara Kett speaks for the residents."
    )
    [group] = groups_in(text)
    assert (group.name, group.place) == ("residents of Lindral Camp", "Lindral Camp")


def test_families_met_in_town_stay_those_of_their_camp() -> None:
    text = (
        "Gunmen attacked displaced Mirrun families at the bus halt in Halvik. "
        "The families had left Lindral Camp at dawn."
    )
    [group] = groups_in(text)
    assert ("Mirrun families" in group.name, group.place) == (True, "Lindral Camp")


def test_victims_who_lived_in_a_camp_leave_a_group_at_risk() -> None:
    [group] = groups_in("All the victims were residents of Lindral Camp.")
    assert group.name == "residents of Lindral Camp"


def test_the_members_of_a_people_are_its_number() -> None:
    [group] = groups_in(
        "Some 2,600 members of the Mirrun minority, among them 800 children, remain trapped "
        "in Lindral Camp, their council said."
    )
    assert (group.low, group.of_which[0].low) == (2600, 800)
    assert "Mirrun minority" in group.name


@pytest.mark.parametrize(
    ("text", "words", "low", "high"),
    [
        ("Some 640 Mirrun are sheltering in a school without food.", "640 Mirrun", 640, 640),
        ("There are 310 of us in the school, and the Guard has cut the water.", "310", 310, 310),
        ("We fear for about 180 people who cannot leave Halvik.", "180 people", 180, 180),
        ("Up to 2,500 people are hiding in the caves without water.", "2,500", None, 2500),
    ],
)
def test_people_counted_in_danger_are_a_group(
    text: str, words: str, low: int | None, high: int | None
) -> None:
    [group] = groups_in(text)
    assert any(words in span.within(text) for span in group.spans)
    assert (group.low, group.high) == (low, high)


@pytest.mark.parametrize(
    "text",
    [
        "Armed men surrounded the school and cut the water.",
        "Some forty men of the Interior Guard hold the camp gate without food.",
        "Herders attacked the villages at dawn.",
    ],
)
def test_those_who_do_harm_are_no_group_at_risk(text: str) -> None:
    assert groups_in(text) == ()


def test_those_joined_by_and_are_one_group() -> None:
    text = "Soldiers drove the displaced women and children out of the school."
    [group] = groups_in(text)
    assert [span.within(text) for span in group.spans] == ["displaced women and children"]


def test_a_second_opinion_tips_doubtful_people_and_strikes_out_likely_ones() -> None:
    doubtful = parsed("The weavers came home late.")
    likely = parsed("Besieged villagers in Sorrel Crossing have no water.")
    assert find_groups(doubtful, events=(), places=()) == ()
    assert find_groups(doubtful, events=(), places=(), opinion=lambda words: 6.0)
    assert find_groups(likely, events=(), places=(), opinion=lambda words: -9.0) == ()
