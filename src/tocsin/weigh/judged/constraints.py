"""Constraints: which events analysts put into one incident, and which they keep apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from tocsin.core.ids import EventId
from tocsin.core.types import Judgement, Verdict, in_force
from tocsin.weigh.grouping import Grouping
from tocsin.weigh.linking.sightings import Sighting

Mark = tuple[int, int]
"""A parting and the side of it: groups that bear both sides of one are apart."""


@dataclass(frozen=True, kw_only=True)
class Constraints:
    """What linking must keep to. No two events of a group in `together` are apart.

    Of each pair in `apart`, no event of the one set is of one incident with an event of the other.
    The ids may be of events that no reading holds now.
    """

    together: tuple[frozenset[EventId], ...] = ()
    apart: tuple[tuple[frozenset[EventId], frozenset[EventId]], ...] = ()

    def marks(self, event: EventId) -> frozenset[Mark]:
        """Return the partings that the event stands in, each with its side."""
        return self._marks.get(event, NO_MARKS)

    def part(self, ones: Iterable[Sighting], others: Iterable[Sighting]) -> bool:
        """Return whether an event of the ones is apart from an event of the others."""
        if not self.apart:
            return False
        marks, opposite = (
            {mark for sighting in side for mark in self.marks(sighting.event.id)}
            for side in (ones, others)
        )
        return any((number, 1 - side) in opposite for number, side in marks)

    @cached_property
    def _marks(self) -> Mapping[EventId, frozenset[Mark]]:
        found: dict[EventId, set[Mark]] = defaultdict(set)
        for number, sides in enumerate(self.apart):
            for side, events in enumerate(sides):
                for event in events:
                    found[event].add((number, side))
        return {event: frozenset(marks) for event, marks in found.items()}


NO_MARKS: Final[frozenset[Mark]] = frozenset()
NO_CONSTRAINTS: Final = Constraints()


def constraints(judgements: Sequence[Judgement]) -> Constraints:
    """Return what the links and splits in force ask for; a later one wins over an earlier one.

    An event that two links hold brings their events together, unless a later split parts them.
    """
    drawn = _Drawn()
    for judgement in reversed(in_force(judgements)):
        events = dict.fromkeys(EventId(subject) for subject in judgement.subjects)
        if judgement.verdict is Verdict.LINK:
            drawn.link(list(events))
        elif judgement.verdict is Verdict.SPLIT:
            others = dict.fromkeys(EventId(subject) for subject in judgement.apart_from)
            drawn.split(list(events), [other for other in others if other not in events])
    return drawn.constraints()


class _Drawn:
    """Constraints drawn so far, the newest judgement first: what they hold is not undone."""

    def __init__(self) -> None:
        self._joined: Grouping[EventId] = Grouping()
        self._marks: dict[EventId, set[Mark]] = defaultdict(set)
        self._left: dict[EventId, int] = defaultdict(int)
        self._partings: list[tuple[frozenset[EventId], frozenset[EventId]]] = []

    def link(self, events: Sequence[EventId]) -> None:
        """Put the events together as far as no parting forbids; who left one comes last."""
        blocks: list[EventId] = []
        for event in sorted(events, key=lambda one: (self._left[one], one)):
            fitting = next((block for block in blocks if not self._are_apart(block, event)), None)
            if fitting is None:
                blocks.append(event)
            else:
                self._join(fitting, event)

    def split(self, leaving: Sequence[EventId], staying: Sequence[EventId]) -> None:
        """Part the events, but for pairs that are together already."""
        for ones, others in self._parted(leaving, staying):
            number = len(self._partings)
            self._partings.append((ones, others))
            for side, events in enumerate((ones, others)):
                for event in events:
                    self._marks[self._joined.root(event)].add((number, side))
            for event in ones:
                self._left[event] += 1

    def constraints(self) -> Constraints:
        """Return the groups of two and more events, and the partings."""
        groups = [frozenset(group) for group in self._joined.groups() if len(group) > 1]
        partings = sorted(self._partings, key=lambda pair: (min(pair[0]), min(pair[1])))
        return Constraints(together=tuple(sorted(groups, key=min)), apart=tuple(partings))

    def _parted(
        self, leaving: Sequence[EventId], staying: Sequence[EventId]
    ) -> Iterator[tuple[frozenset[EventId], frozenset[EventId]]]:
        """Yield the sets that can be parted, by the groups that some who stay share."""
        roots = {self._joined.root(event) for event in staying}
        shared: dict[EventId, list[EventId]] = defaultdict(list)
        free = []
        for event in leaving:
            root = self._joined.root(event)
            if root in roots:
                shared[root].append(event)
            else:
                free.append(event)
        if free and staying:
            yield frozenset(free), frozenset(staying)
        for root, ones in shared.items():
            others = [event for event in staying if self._joined.root(event) != root]
            if others:
                yield frozenset(ones), frozenset(others)

    def _are_apart(self, one: EventId, other: EventId) -> bool:
        marks, others = (self._marks[self._joined.root(event)] for event in (one, other))
        small, large = sorted((marks, others), key=len)
        return any((number, 1 - side) in large for number, side in small)

    def _join(self, one: EventId, other: EventId) -> None:
        roots = [self._joined.root(event) for event in (one, other)]
        if roots[0] == roots[1]:
            return
        marks, others = (self._marks.pop(root, set()) for root in roots)
        small, large = sorted((marks, others), key=len)
        self._joined.join(*roots)
        self._marks[self._joined.root(one)] = large | small
