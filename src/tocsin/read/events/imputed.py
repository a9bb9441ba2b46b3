"""Plans imputed to the accused: "they say that residents hold weapons and plan to shoot"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tocsin.core.ids import StatementId
from tocsin.core.types import Event, Status
from tocsin.ontology.event_types import event_types

REAL = frozenset({Status.HAPPENED, Status.ONGOING})
IMPUTED = 0.4  # keeps an accusation's plan below every plan that the report itself tells of


def lower_imputed_plans(events: Sequence[Event]) -> list[Event]:
    """Return the events; violence that an accusation says the accused plan gets a low score."""
    accused = {
        (event.statement, target.canonical)
        for event in events
        if event.type == "accuse"
        for target in event.targets
    }
    return [
        replace(event, score=round(event.score * IMPUTED, 4))
        if _is_imputed(event, accused)
        else event
        for event in events
    ]


def _is_imputed(event: Event, accused: set[tuple[StatementId, str]]) -> bool:
    unreal = event.status not in REAL and event_types()[event.type].violent
    return unreal and any((event.statement, actor.canonical) in accused for actor in event.actors)
