"""Status and polarity: what is planned, feared, asked for or denied has not happened."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from events_of import events_of, one, statement_about
from parsed_scene import parsed
from tocsin.core.types import Event, Polarity, Stance, Status
from tocsin.read.events import find_events
from tocsin.read.times import find_times

STATUSES = [
    (
        "General Dorn is planning and preparing for a massacre in Lindral Camp.",
        "massacre",
        "planned",
    ),
    ("The militia plotted to kill the mayor.", "kill", "planned"),
    ("The army will attack the village on Friday.", "armed_attack", "planned"),
    ("The brigade set the stage for a massacre in Karsh.", "massacre", "planned"),
    ("The next attack will come soon.", "armed_attack", "planned"),
    ("The brigade threatened to bomb the bridge.", "bombard", "threatened"),
    ("The minister ordered the Guard to detain the students.", "detain", "ordered"),
    ("The Guard asked the bureau to have agents fly over the camp.", "surveil", "requested"),
    ("Residents fear a massacre.", "massacre", "feared"),
    ("Residents warned of an imminent massacre.", "massacre", "feared"),
    ("The council must act to prevent a massacre.", "massacre", "feared"),
    ("Radio hosts called for the killing of Mirrun farmers.", "kill", "called_for"),
    ("Gunmen tried to kill the mayor.", "kill", "attempted"),
    ("Soldiers could attack the camp.", "armed_attack", "hypothetical"),
    ("Soldiers are shelling Halvik.", "bombard", "ongoing"),
    (
        "They are preventing the registration of refugees by the UN.",
        "obstruct_protection",
        "ongoing",
    ),
    ("Soldiers shelled Halvik.", "bombard", "happened"),
    ("Mara Kett called on the army to release the detainees.", "release", "called_for"),
    ("Officers told the men to kill the prisoners.", "kill", "ordered"),
    ("Did soldiers kill the monks?", "kill", "hypothetical"),
    ("Why did soldiers kill the monks?", "kill", "happened"),
    ("They kept watch in case the militia attacked.", "armed_attack", "hypothetical"),
    ("Had the soldiers attacked, hundreds would have died.", "armed_attack", "hypothetical"),
    ("We fear that the attack is timed for his absence.", "armed_attack", "planned"),
    ("The residents face deportation.", "expel_or_displace", "feared"),
    ("Kett urged the council to investigate the killings.", "kill", "happened"),
    ("The families had to flee.", "expel_or_displace", "happened"),
    ("The rebels managed to kill the mayor.", "kill", "happened"),
    ("The Guard would not let our monitors past the ford.", "obstruct_protection", "happened"),
    ("The army has deployed troops to Karsh.", "deploy_forces", "happened"),
    ("Police searched the camp in order to find weapons.", "search_or_raid", "happened"),
]


@pytest.mark.parametrize(("text", "type_name", "status"), STATUSES)
def test_the_wording_decides_the_status(text: str, type_name: str, status: str) -> None:
    assert one(text, type_name).status is Status(status)


@pytest.mark.parametrize(
    ("text", "type_name"),
    [
        ("Soldiers did not kill the farmers.", "kill"),
        ("No attack took place in Halvik.", "armed_attack"),
        ("The army denied the attack on Halvik.", "armed_attack"),
        ("Nobody was killed in Brenmark.", "kill"),
        ("Soldiers never shelled Halvik.", "bombard"),
        ("There is no evidence that the army shelled Halvik.", "bombard"),
        ("Nothing suggests that soldiers killed the monks.", "kill"),
        ("He said there was no plan to attack.", "armed_attack"),
        ("The minister ruled out an attack on the camp.", "armed_attack"),
        ("No one was hurt.", "wound"),
    ],
)
def test_a_negation_over_the_trigger_denies_the_event(text: str, type_name: str) -> None:
    assert one(text, type_name).polarity is Polarity.DENIED


@pytest.mark.parametrize(
    "text",
    [
        "Soldiers killed not only farmers but their children.",
        "The army did not apologise after soldiers killed two farmers.",
    ],
)
def test_a_negation_elsewhere_leaves_the_killing_affirmed(text: str) -> None:
    assert one(text, "kill").polarity is Polarity.AFFIRMED


def test_the_announcement_of_no_weapons_denies_the_charge_of_bearing_them() -> None:
    charge = one("The minister said that residents of the camp hold weapons.", "accuse")
    denial = one("The Guard announced that there are no weapons in the camp.", "accuse")
    assert (charge.polarity, denial.polarity) == (Polarity.AFFIRMED, Polarity.DENIED)
    assert [target.text for target in charge.targets] == ["residents of the camp"]


def test_an_event_in_a_denied_statement_is_denied() -> None:
    text = "An officer rejected reports that soldiers shelled Halvik."
    statement = statement_about(text, "soldiers shelled Halvik", Stance.DENIES)
    (event,) = [event for event in events_of(text, [statement]) if event.type == "bombard"]
    assert (event.polarity, event.statement) == (Polarity.DENIED, statement.id)


def test_an_offer_of_help_is_coded_as_an_intention() -> None:
    event = one("Ostrel will provide food to the camp.", "aid")
    assert (event.status, event.codes.plover) == (Status.PLANNED, "AGREE")


def test_a_refusal_to_release_is_coded_as_a_rejection() -> None:
    event = one("The Guard did not release the prisoners.", "release")
    assert (event.polarity, event.codes.plover) == (Polarity.DENIED, "REJECT")


def test_a_deed_to_come_does_not_take_the_past_day_of_another_deed() -> None:
    text = "On 2 April the bureau sent agents to Halvik to prepare an attack on the camp."
    sent, attack = dated(text)
    assert (sent.type, attack.type) == ("deploy_forces", "armed_attack")
    assert sent.time is not None
    assert sent.time.value == "2031-04-02"
    assert attack.time is None


def test_a_deed_to_come_keeps_the_day_in_its_own_phrase() -> None:
    [attack] = dated("The militia threatened to attack the camp on 20 June.")
    assert attack.time is not None
    [planned] = dated("The militia planned an attack on 2 April.")
    assert planned.time is not None


def dated(text: str) -> list[Event]:
    """Return the speech-free events of the text as told in a report of 14 May 2031."""
    undated = parsed(text)
    document = replace(undated, report=replace(undated.report, published=date(2031, 5, 14)))
    events, _ = find_events(
        document,
        names=(),
        places=(),
        times=find_times(document),
        statements=(),
    )
    return [event for event in events if event.type != "threaten"]
