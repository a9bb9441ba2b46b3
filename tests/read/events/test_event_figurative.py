"""Words of violence in sport, on stage, in trade and in history raise no violence."""

from __future__ import annotations

import pytest

from events_of import events_of
from tocsin.ontology.event_types import event_types

PLAYFUL = [
    "The midfielder was butchered by the critics after the match. His team had been massacred.",
    "The opera opens with a massacre, and the soprano kills the audience with a look.",
    "Shareholders were ambushed on Tuesday by a takeover bid that killed the merger.",
    "In 1611 the duke's horsemen burned Brenmark and killed the miller.",
    "The siege of 1694 ended when the fleet shelled the fort.",
    "Weeds killed the harvest, and the dog killed three rats.",
    "A landslide killed two hauliers near Halvik.",
]
REAL = [
    "Gunmen attacked a football match in Halvik, killing two spectators, police said.",
    "Soldiers shot an actor outside the theatre in Velmora.",
    "It was the worst massacre in Karsh since 1945.",
]


def violent_types(text: str) -> set[str]:
    """Return the violent types that the text raises."""
    return {event.type for event in events_of(text) if event_types()[event.type].violent}


@pytest.mark.parametrize("text", PLAYFUL)
def test_play_trade_history_and_accident_raise_no_violence(text: str) -> None:
    assert violent_types(text) == set()


@pytest.mark.parametrize("text", REAL)
def test_violence_at_play_is_violence(text: str) -> None:
    assert violent_types(text)
