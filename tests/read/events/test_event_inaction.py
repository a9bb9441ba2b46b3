"""State inaction: who stands by, in many constructions, and what only looks like it."""

from __future__ import annotations

import pytest

from events_of import events_of
from tocsin.core.types import Event, Polarity, Status

FAILURES = [
    "The gendarmes stood by while the mob burned the stalls.",
    "Two constables looked on as the youths beat a miller.",
    "Officers looked the other way when the gang dragged a teacher out.",
    "The guards did not leave their post while the families screamed.",
    "A patrol car drove past as the crowd beat two boys.",
    "Gunmen were robbing the bakery. The sergeant drove on.",
    "No patrol came while the shops of Brenmark were looted.",
    "Nobody answered the calls for help.",
    "Their calls to the police went unanswered as the men broke down doors.",
    "The raiders were at the door. The duty officer hung up.",
    "The patrol arrived four hours later, when the houses had burned.",
    "Officers turned the fleeing families away at the gate.",
    "The garrison stayed in barracks while the raiders killed the herders.",
    "The soldiers lifted the barrier for the raiders and let the attackers through.",
    "The villagers were left to fend for themselves.",
    "The duty sergeant told the victims to come back tomorrow.",
    "The Guard refused to intervene.",
    "It took the police six hours to respond to the attack.",
    "A boat was sinking. The crew of the cutter sat on their hands.",
    "The mob set fire to the mill. The guards never so much as turned a hose on it.",
]
LOOK_ALIKES = [
    "The police did intervene within minutes.",
    "Police stood by their statement.",
    "The cutter is standing by to escort any vessel that asks.",
    "No soldiers were seen in Brenmark on Sunday.",
    "The ambulance arrived two minutes later.",
    "Nobody came to the concert of the Velmora choir.",
    "The bus arrived four hours late because of snow.",
    "Shoppers looked on as the new clock was unveiled.",
    "The striker stood and watched as the ball crossed the line.",
    "The minister did not respond to a request for comment.",
    "Soldiers watched the border from a tower.",
    "The patrol drove on to Halvik after lunch.",
    "Police should not answer calls that give no name.",
]


def failures(text: str) -> list[Event]:
    """Return the text's failures to protect."""
    return [event for event in events_of(text) if event.type == "fail_to_protect"]


@pytest.mark.parametrize("text", FAILURES)
def test_those_who_could_act_and_do_not_fail_to_protect(text: str) -> None:
    assert [event.polarity for event in failures(text)] == [Polarity.AFFIRMED]


@pytest.mark.parametrize("text", LOOK_ALIKES)
def test_help_delay_and_absence_are_no_failure_to_protect(text: str) -> None:
    assert failures(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "It is untrue that the patrols looked on while the market was looted.",
        "Fears that the police would look away proved groundless.",
        "The commissioner denied that his officers stood by.",
    ],
)
def test_a_failure_that_is_denied_is_marked_as_denied(text: str) -> None:
    assert [event.polarity for event in failures(text)] == [Polarity.DENIED]


def test_an_order_to_stay_in_is_an_ordered_failure() -> None:
    text = "The patrols were ordered to stay in barracks while the raiders burned the mill."
    assert [event.status for event in failures(text)] == [Status.ORDERED]


def test_what_one_guard_does_in_one_breath_is_one_failure() -> None:
    text = "The mob was at the door. The constables leaned on their car, looked on and drove off."
    assert len(failures(text)) == 1
