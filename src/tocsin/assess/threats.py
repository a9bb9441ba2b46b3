"""Who a group is said to be threatened by."""

from __future__ import annotations

from collections import Counter

from tocsin.assess.names import proper_words
from tocsin.assess.scopes import Scope
from tocsin.core.types import Event, NameKind, Participant, Polarity, Reading, Status
from tocsin.ontology.gravity import gravity_lists

ASKING = frozenset({"appeal"})
SOUGHT = frozenset({Status.REQUESTED, Status.PLANNED, Status.ORDERED})
ARMED = frozenset({"MIL", "COP", "SPY", "PAR", "REB", "UAF", "GOV"})


def threatening_actors(scope: Scope) -> tuple[str, ...]:
    """Return the attributed actors of harm to the group, the most often named first.

    Neither the group itself, nor those asked to help, nor private persons.
    """
    named: Counter[str] = Counter()
    for reading in scope.readings:
        for event in reading.events:
            armed_only = event.type in ASKING and _asks_for_harm(event, reading, scope)
            if armed_only or _is_hostile(event, reading, scope):
                for actor in event.actors:
                    if _may_threaten(actor, reading, scope) and (
                        not armed_only or actor.sector in ARMED
                    ):
                        named[actor.canonical] += 1
    folded = _folded_into_bodies(named)
    return tuple(sorted(folded, key=lambda name: (-folded[name], name)))


def _folded_into_bodies(named: Counter[str]) -> Counter[str]:
    """Return the counts with "gunmen of the X brigade" counted as the X brigade."""
    folded: Counter[str] = Counter()
    for name, times in named.items():
        bodies = [other for other in named if " " in other and name.endswith(f" {other}")]
        folded[min(bodies, key=len, default=name)] += times
    return folded


def _asks_for_harm(asking: Event, reading: Reading, scope: Scope) -> bool:
    """Return whether an order or request asks for harm: who sends others threatens too."""
    return any(
        event.sentence == asking.sentence
        and event.status in SOUGHT
        and event.trigger.start > asking.trigger.start
        and _is_hostile(event, reading, scope)
        for event in reading.events
    )


def _is_hostile(event: Event, reading: Reading, scope: Scope) -> bool:
    hostile = event.type in gravity_lists().hostile and event.polarity is Polarity.AFFIRMED
    return hostile and event.statement not in scope.retracted and scope.concerns(event, reading)


def _may_threaten(actor: Participant, reading: Reading, scope: Scope) -> bool:
    if actor.private or actor.sector in gravity_lists().helpers:
        return False
    if actor.sector is None and any(actor.span.overlaps(place.span) for place in reading.places):
        return actor.kind is NameKind.FORCE
    words = proper_words(actor.canonical)
    return bool(words) and not words <= scope.names
