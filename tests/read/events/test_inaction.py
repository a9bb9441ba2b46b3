"""State inaction in the styles of wire, witness, radio and petition, and what is none of it."""

from __future__ import annotations

import pytest

from events_of import events_of
from tocsin.core.types import Event, Polarity, Status

FAILURES = [
    # nouns
    "Survivors spoke of the inaction of the police while Brenmark burned.",
    "The report condemns the failure of the Interior Guard to protect the Mirrun quarter.",
    "The army's failure to stop the killing was noted by monitors.",
    "Residents blamed the passivity of the garrison during the massacre.",
    "A nurse whose ward was looted spoke of the absence of any police response.",
    "There was no response from the police post while the mob set the mill on fire.",
    "Their refusal to intervene let the raiders burn forty huts.",
    "Two warnings of the attack were ignored by the prefecture.",
    # passives
    "Nothing was done by the police to stop the looters.",
    "The villagers were left defenceless when the Black Heron men attacked.",
    "No patrol was sent to the burning quarter.",
    "No help was given to the wounded by the soldiers at the gate.",
    "The attackers were waved through the checkpoint by the Guard.",
    "The families were abandoned by the garrison as the shelling began.",
    "Not one of the raiders was stopped by the troops.",
    "Calls for help to the gendarmerie were ignored as the gang broke down the doors.",
    "Complaints about the threats were left unanswered by the police.",
    # calls and help
    "Gunmen were in the street and calls to the police went unanswered.",
    "We rang the station eleven times while they beat him. Help never came.",
    "The mob broke in at nine. No one picked up at the police station.",
    "We called the police station and it rang and rang while they broke down the door.",
    "No rescue came for those who were drowning.",
    "Nobody came to our aid when the militia attacked.",
    "Reinforcements never arrived, and the village was burned.",
    # presence without deed
    "The patrol watched from across the road as the huts were torched.",
    "Soldiers stood idle while the stalls were looted.",
    "Constables sat in their van as the gang beat a student.",
    "Guards looked on, arms folded, while the mob dragged out a teacher.",
    "The officers remained in their vehicle while the crowd stoned the bus.",
    "Gendarmes filmed the beating on their phones.",
    "A Guard column halted within sight of the burning village and did nothing.",
    "Police stood by as looters emptied shops.",
    "Cops watch as mob burns market",
    "Peacekeepers stayed behind their wire as militiamen killed the herders.",
    "The troops kept their distance while the raiders were killing people.",
    # refusal
    "The sentries refused to open the gate to the families fleeing the gunmen.",
    "The sergeant declined to send a patrol while the shop was being robbed.",
    "Police turned away a woman who begged for protection from the gang.",
    "The commander said it was not his job to stop the mob.",
    "The duty officer told callers to ring back in the morning as the attack went on.",
    "The mayor turned a deaf ear to pleas from the besieged quarter.",
    "Officers shut the door on survivors of the raid.",
    # late, gone, withdrawn
    "The police arrived only after the attackers had left.",
    "Soldiers left the checkpoint hours before the raid.",
    "The Guard pulled out its men an hour before the mob attacked.",
    "The escort was withdrawn the night before the convoy was attacked.",
    "By the time troops reached Ninefold, the village was in ashes.",
    "It was three hours before any officer came to the burning school.",
    "Not a single soldier moved to stop the beating.",
    "Neither the police nor the army intervened in the pogrom.",
    "Police made no arrests and did not step in when the mob lynched two men.",
    "Authorities failed to act on warnings of an attack.",
    "The government has done little to protect the displaced people.",
    "The Guard has yet to send anyone to the besieged quarter.",
    "The soldiers never lifted a finger.",
]
OTHERS = [
    # they act
    "Police intervened and drove off the mob.",
    "The patrol came within minutes and the raiders fled.",
    "The gendarmes did not stand by: they fired in the air and the mob dispersed.",
    "Soldiers rescued two families from a burning house.",
    "The police answered every call on the night of the attack.",
    "Guards opened the gate to the fleeing families.",
    "Peacekeepers stood between the mob and the families.",
    # no duty, no danger
    "The villagers stayed indoors while the gunmen passed.",
    "A farmer watched the shelling from his roof.",
    "The residents did nothing to provoke the attack.",
    "The goalkeeper stood idle as the ball rolled past him.",
    "Rain never came to Karsh this spring.",
    "The snowplough arrived three hours late.",
    "The referee did not intervene after the foul.",
    "Officials did not respond to an email seeking comment on the budget.",
    "The minister declined to act on the tax proposal.",
    "Soldiers watched a film in the barracks on Sunday.",
    "The police band did not come to the fair.",
    "The ministry's phone line was busy on the day the exam results came out.",
    "The central bank did not intervene to support the currency.",
    "No officer was injured in the attack.",
    "The army did not shell the town.",
    "Police did not identify the gunman.",
    "The guards did not shoot.",
    "The officer left his post as treasurer of the club in May.",
]


def failures(text: str) -> list[Event]:
    """Return the text's failures to protect."""
    return [event for event in events_of(text) if event.type == "fail_to_protect"]


@pytest.mark.parametrize("text", FAILURES)
def test_whoever_could_act_and_does_not_fails_to_protect(text: str) -> None:
    assert Polarity.AFFIRMED in [event.polarity for event in failures(text)]


@pytest.mark.parametrize("text", OTHERS)
def test_deeds_bystanders_and_quiet_days_are_no_failure_to_protect(text: str) -> None:
    found = failures(text)
    assert [event for event in found if event.polarity is Polarity.AFFIRMED] == []


def test_a_feared_failure_is_feared() -> None:
    text = "Residents fear that the police will stand by while the mob burns their homes."
    assert [event.status for event in failures(text)] == [Status.FEARED]
