"""Patterns: what else independent origins tell of the same actors or the same place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from tocsin.core.ids import IncidentId, SourceId
from tocsin.core.types import Incident, Polarity
from tocsin.weigh.families import phase_of
from tocsin.weigh.naming import folded, telling_words

Sources = frozenset[SourceId]
Key = tuple[str, str, str]
LOOKED_AT = 1_000  # sets of sources a key: nearly any of them fits, being another's


class Patterns:
    """Which incidents of a kind are told of an actor or a place, and by whom."""

    def __init__(self, incidents: Iterable[Incident]) -> None:
        self._told: dict[Key, dict[Sources, set[IncidentId]]] = defaultdict(
            lambda: defaultdict(set)
        )
        for incident in incidents:
            for key in _keys(incident):
                for origin in _affirming(incident):
                    held = self._told[key][origin]
                    if len(held) < 2:  # one that is not the incident asked about is enough
                        held.add(incident.id)

    def fit(self, incident: Incident, own: Sources) -> str:
        """Return whom or what place others tell such things of, "" where none does.

        `own` are the sources of the statement that asks: their other stories do not count.
        """
        for key in _keys(incident):
            told = self._told.get(key, {})
            if any(
                not sources & own and incidents - {incident.id}
                for sources, incidents in islice(told.items(), LOOKED_AT)
            ):
                return next(n for n in _names(incident) if folded(n) == key[2])
        return ""


def _keys(incident: Incident) -> Iterator[Key]:
    for name in _names(incident):
        if telling_words(name):
            yield (incident.type, phase_of(incident.status), folded(name))


def _names(incident: Incident) -> Sequence[str]:
    return (*sorted(incident.actors), *((incident.place,) if incident.place else ()))


def _affirming(incident: Incident) -> Iterator[Sources]:
    """Yield the sources of each certain origin outside the dispute that affirms the incident."""
    if incident.polarity is not Polarity.AFFIRMED:
        return
    supports = set(incident.supports)
    for origin in incident.origins:
        if origin.certain and not origin.party and not supports.isdisjoint(origin.statements):
            yield frozenset(origin.sources)
