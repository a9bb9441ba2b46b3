"""Who a group is said to be threatened by."""

from __future__ import annotations

from collections import Counter

from tocsin.assess.names import proper_words
from tocsin.assess.scopes import Scope
from tocsin.core.types import Event, Participant, Polarity, Reading
from tocsin.ontology.gravity import gravity_lists


def threatening_actors(scope: Scope) -> tuple[str, ...]:
    """Return the attributed actors of harm to the group, the most often named first.

    Neither the group itself, nor those asked to help, nor private persons.
    """
    named: Counter[str] = Counter()
    for reading in scope.readings:
        for event in reading.events:
            if _is_hostile(event, reading, scope):
                for actor in event.actors:
                    if _may_threaten(actor, scope):
                        named[actor.canonical] += 1
    return tuple(sorted(named, key=lambda name: (-named[name], name)))


def _is_hostile(event: Event, reading: Reading, scope: Scope) -> bool:
    hostile = event.type in gravity_lists().hostile and event.polarity is Polarity.AFFIRMED
    return hostile and event.statement not in scope.retracted and scope.concerns(event, reading)


def _may_threaten(actor: Participant, scope: Scope) -> bool:
    if actor.private or actor.sector in gravity_lists().helpers:
        return False
    words = proper_words(actor.canonical)
    return bool(words) and not words <= scope.names
