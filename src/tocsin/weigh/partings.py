"""Partings: which clusters an analyst keeps apart, looked up by event."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from tocsin.core.ids import EventId
from tocsin.weigh.constraints import Constraints, Mark

NO_MARKS: frozenset[Mark] = frozenset()


class Partings:
    """The partings of some constraints: each event bears a mark for each side it is on."""

    def __init__(self, constraints: Constraints) -> None:
        found: defaultdict[EventId, set[Mark]] = defaultdict(set)
        for number, sides in enumerate(constraints.apart):
            for side, events in enumerate(sides):
                for event in events:
                    found[event].add((number, side))
        self._marks = {event: frozenset(marks) for event, marks in found.items()}

    def marks(self, event: EventId) -> frozenset[Mark]:
        """Return the sides that the event is on."""
        return self._marks.get(event, NO_MARKS)

    def part(self, ones: Sequence[EventId], others: Sequence[EventId]) -> bool:
        """Return whether an event of the ones and one of the others are to stay apart."""
        if not self._marks:
            return False
        against = {(number, 1 - side) for number, side in self._all_marks(ones)}
        return not against.isdisjoint(self._all_marks(others))

    def _all_marks(self, events: Iterable[EventId]) -> set[Mark]:
        return {mark for event in events for mark in self.marks(event)}
