"""Each type's own example is read as that type, and ordinary news raises no violence."""

from __future__ import annotations

import pytest

from events_of import events_of, top_of
from tocsin.ontology.event_types import event_types

ORDINARY = [
    "The striker killed the match with a late goal for Velmora.",
    "Parliament killed the bill on fishing quotas.",
    "The opposition attacked the proposal to raise bus fares.",
    "A Halvik director shot a film about the harvest.",
    "Podcasts have exploded in popularity in Brenmark.",
    "The budget took a hit from low grain prices.",
    "Heavy rain is expected in Karsh on Friday.",
    "Halvik beat Brenmark 3-1 and fired three shots on goal in the second half of the match.",
    "The festival will open on Saturday with a concert by the Velmora choir.",
    "Bakers fought over the price of flour at the trade fair.",
    "The minister shot down the idea of a new tax.",
    "Shares in the mill struck a record high.",
]
ALIASES = [
    (
        "massacre",
        "The army is said to have carried out a massacre of villagers at Sorrel Crossing.",
    ),
    ("kill", "The killing of three monks by soldiers shocked Velmora."),
    ("kill", "Gunmen Kill 12 Villagers in Karsh"),
    ("kill", "At least four farmers were shot dead by militiamen near Halvik."),
    ("fail_to_protect", "Soldiers did not intervene as the houses burned."),
    ("fail_to_protect", "Police stood by."),
    ("fail_to_protect", "No one came to help the families in Ninefold."),
    ("obstruct_protection", "The ministry blocked UN monitors from entering Lindral Camp."),
    ("strip_status", "The council stripped the Mirrun people of their citizenship."),
    ("armed_attack", "Gunmen opened fire on a bus near Brenmark."),
    ("bombard", "A drone strike hit a market in Halvik."),
    ("besiege_or_deny_aid", "Troops cut off water to the camp."),
    ("close_or_evict", "The closure of the camp was carried out by the Interior Guard."),
    ("set_deadline", "The governor gave residents a deadline."),
    ("surveil", "Helicopters flew over Lindral Camp."),
    ("expel_or_displace", "Hundreds of families fled their homes in Dessin."),
    ("abduct", "Fighters took three teachers hostage in Karsh."),
]


@pytest.mark.parametrize("name", event_types())
def test_a_type_reads_its_own_example(name: str) -> None:
    assert top_of(event_types()[name].example).type == name


@pytest.mark.parametrize(("name", "text"), ALIASES)
def test_other_wordings_raise_the_same_type(name: str, text: str) -> None:
    assert name in {event.type for event in events_of(text)}


@pytest.mark.parametrize("text", ORDINARY)
def test_ordinary_news_raises_no_violence(text: str) -> None:
    violent = {event.type for event in events_of(text) if event_types()[event.type].violent}
    assert violent == set()
