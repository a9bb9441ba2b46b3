"""Those who stand by, and those who keep help away, in many wordings."""

from __future__ import annotations

import pytest

from events_of import events_of, one
from tocsin.core.types import Polarity, Status

STOOD_BY = [
    "Officers looked on as shops were looted.",
    "The Guard did nothing to stop the mob.",
    "No one came to help.",
    "The police did not come.",
    "The police arrived hours later.",
    "The Guard ignored calls for help.",
    "Officials did not respond to calls for help.",
    "The patrol stood at the bridge while the shooting went on.",
    "A patrol was parked at the bridge and did not move.",
    "The soldiers made no attempt to stop the attackers.",
]
KEPT_AWAY = [
    "The Red Cross had been refused access to the hospital.",
    "The army refused the Red Cross access to the camp.",
    "Guards denied journalists access to the camp.",
    "Monitors were denied entry to Lindral Camp.",
    "The Guard refused to let the Red Cross into the camp.",
    "Guards turned away the convoy.",
    "The governor refused access to the monitors.",
    "The militia blocked the aid for three weeks.",
    "The Guard would not let our monitors past the ford.",
    "The ministry has not allowed journalists to travel to Ninefold.",
    "The Guard seized the office of the UN refugee agency.",
]


@pytest.mark.parametrize("text", STOOD_BY)
def test_a_force_that_stands_by_fails_to_protect(text: str) -> None:
    assert one(text, "fail_to_protect").polarity is Polarity.AFFIRMED


@pytest.mark.parametrize("text", KEPT_AWAY)
def test_whoever_keeps_help_away_obstructs_protection(text: str) -> None:
    event = one(text, "obstruct_protection")
    assert (event.status, event.polarity) == (Status.HAPPENED, Polarity.AFFIRMED)


def test_a_plan_imputed_to_the_accused_ranks_below_the_accusation() -> None:
    text = "They said that the residents hold weapons and plan to shoot at forces."
    scores = {event.type: event.score for event in events_of(text)}
    assert scores["armed_attack"] < scores["accuse"] / 2
