"""Who acts and who suffers, brought together with the spans that the model marks.

Grammar finds the parties of each event; the model, trained on thousands of coded sentences and
reports, knows where a party's phrase ends, which phrases are parties at all, and finds some that
grammar cannot reach. A short report is read as CAMEO's coders read a sentence; a longer one as
MUC-4's analysts read a report, by the roles of its incidents.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from spacy.tokens import Token

from tocsin.core.types import Event, Instrument, NameKind, Participant, Polarity, Span
from tocsin.ontology.event_types import event_types
from tocsin.read.document import Document
from tocsin.read.encoder.schema import OUTSIDE, ROLES
from tocsin.read.encoder.spans import Marked, role_spans
from tocsin.read.events.clause import Tree
from tocsin.read.events.mentions import Mentions
from tocsin.read.events.participants import participant
from tocsin.read.events.passage_codes import is_short
from tocsin.read.span_index import SpanIndex

LIKELY_PARTY: Final = 0.5
POSSIBLE_PARTY: Final = 0.03  # below, grammar's parties of long reports are mostly noise
LONG_REPORT: Final = 8  # sentences; the roles were learnt from whole articles
WHOLE_PHRASE: Final = 0.1  # words beside a likely one that are this likely belong to its phrase
NEAR_SENTENCES: Final = 2  # farther from a marked party there is no event to give it to
ACTING: Final = ("perp_individual", "perp_organisation")
SUFFERING: Final = ("victim", "target")
ACTORS, TARGETS = "actors", "targets"  # the sides of an event
LINK: Final = re.compile(r"(?:and|or|of|by|against|from|to|in|with|for|at|near)\s+", re.IGNORECASE)
BODIES: Final = frozenset({NameKind.ORGANISATION, NameKind.FORCE, NameKind.OFFICE})
THINGS: Final = frozenset({NameKind.FACILITY, NameKind.ORGANISATION})


@dataclass(frozen=True, slots=True)
class Party:
    """A span that the model marks in a role of an event."""

    marked: Marked
    role: str

    @property
    def span(self) -> Span:
        """The characters."""
        return self.marked.span


@dataclass(frozen=True, slots=True)
class Casting:
    """What gives marked spans their place among the parties of events."""

    document: Document
    tree: Tree
    mentions: Mentions

    @property
    def is_passage(self) -> bool:
        """Whether the report is so short that it is coded as one passage."""
        return is_short(self.document)

    def recast(self, events: Sequence[Event]) -> tuple[Event, ...]:
        """Return the events with the parties that grammar and model find together."""
        if self.is_passage:
            return self._recast(events, events, ("event_source",), ("event_target",))
        violent = [
            event
            for event in events
            if event_types()[event.type].violent and event.polarity is Polarity.AFFIRMED
        ]
        return self._recast(events, violent, ACTING, SUFFERING)

    def _recast(
        self,
        events: Sequence[Event],
        open_to_parties: Sequence[Event],
        acting: Sequence[str],
        suffering: Sequence[str],
    ) -> tuple[Event, ...]:
        actors, targets = self._parties(acting), self._parties(suffering)
        acts, suffers = _index(actors), _index(targets)
        changed: dict[str, Event] = {}
        for event in open_to_parties:
            changed[event.id] = replace(
                event,
                actors=tuple(self._kept(event.actors, actors, acts, acting)),
                targets=tuple(self._kept(event.targets, targets, suffers, suffering)),
            )
        self._hand_out(changed, actors, ACTORS)
        self._hand_out(changed, targets, TARGETS)
        self._arm(changed)
        return tuple(changed.get(event.id, event) for event in events)

    def _parties(self, roles: Iterable[str]) -> list[Party]:
        return [
            Party(_without_link(marked, self.mentions.text), role)
            for role in roles
            for marked in role_spans(self.document.marks, role, LIKELY_PARTY, WHOLE_PHRASE)
            if self.document.sentence_of(marked.span.start) is not None
        ]

    def _kept(
        self,
        members: Iterable[Participant],
        own: Sequence[Party],
        where: SpanIndex,
        roles: Sequence[str],
    ) -> Iterator[Participant]:
        """Yield the members on one side of an event, in the model's bounds where it marks them.

        In a passage, members that the model does not mark give way to those that it does; in a
        longer report grammar's members stay, of an article unless the model holds them most
        unlikely.
        """
        for member in members:
            match = next(iter(where.touching(member.span)), None)
            if match is not None:
                yield self._as(member, own[match])
            elif not own if self.is_passage else self._is_possible(member.span, roles):
                yield member

    def _is_possible(self, span: Span, roles: Sequence[str]) -> bool:
        """Return whether some word of the span is not most unlikely to be in one of the roles."""
        if len(self.document.sentences) < LONG_REPORT:
            return True
        marks = self.document.marks
        columns = [ROLES.index(role) for role in roles]
        inside = 1 - marks.roles[marks.pieces_in(span)][:, columns, OUTSIDE]
        return bool(inside.size) and float(inside.max()) >= POSSIBLE_PARTY

    def _as(self, member: Participant, party: Party) -> Participant:
        """Return the member in the party's bounds; the name it goes by stays."""
        span = party.span
        return replace(
            member,
            span=span,
            text=span.within(self.mentions.text),
            kind=_kind_in_role(member.kind, party.role),
        )

    def _hand_out(self, events: dict[str, Event], parties: Sequence[Party], side: str) -> None:
        """Give each party that no event has to the likeliest event beside it."""
        likeliest = Beside(events.values())
        taken = SpanIndex(
            (0, (member.span,))
            for event in events.values()
            for member in (*event.actors, *event.targets)
        )
        for party in parties:
            if taken.touching(party.span):
                continue
            nearest = likeliest.nearest(self.document.sentence_of(party.span.start))
            member = self._participant(party)
            if nearest is not None and member is not None and self._takes(events[nearest], side):
                events[nearest] = _joined_by(events[nearest], member, side)
                taken.add(0, (member.span,))

    def _takes(self, event: Event, side: str) -> bool:
        """Return whether a party that grammar did not give the event may be given to it."""
        members = event.actors if side == ACTORS else event.targets
        return event.polarity is Polarity.AFFIRMED and not (self.is_passage and members)

    def _participant(self, party: Party) -> Participant | None:
        phrase = self.document.doc.char_span(
            party.span.start, party.span.end, alignment_mode="expand"
        )
        if phrase is None or (party.role in ACTING and self._is_place(phrase.root)):
            return None
        text = party.span.within(self.mentions.text)
        found = participant(phrase.root, self.tree, self.mentions)
        if found is not None:
            return self._as(found, party)
        kind = _kind_in_role(NameKind.GROUP, party.role)
        return Participant(span=party.span, text=text, kind=kind, canonical=text)

    def _is_place(self, head: Token) -> bool:
        """Return whether the head only says where: no place acts."""
        return head.i in self.mentions.places and head.i not in self.mentions.names

    def _arm(self, events: dict[str, Event]) -> None:
        """Give marked weapons to events that have none."""
        bare = Beside(event for event in events.values() if event.instrument is None)
        held = SpanIndex(
            (0, (event.instrument.span,)) for event in events.values() if event.instrument
        )
        for weapon in self._parties(("weapon",)):
            nearest = bare.nearest(self.document.sentence_of(weapon.span.start))
            if nearest is None or held.touching(weapon.span):
                continue
            text = weapon.span.within(self.mentions.text)
            instrument = Instrument(span=weapon.span, text=text)
            events[nearest] = replace(events[nearest], instrument=instrument)
            bare.remove(nearest)


class Beside:
    """Events by the sentence they stand in, the likeliest of each first."""

    def __init__(self, events: Iterable[Event]) -> None:
        """Order the events."""
        self._by_sentence: dict[int, dict[str, None]] = {}
        self._events: dict[str, Event] = {}
        for event in sorted(events, key=lambda event: -event.score):
            self._by_sentence.setdefault(event.sentence, {})[event.id] = None
            self._events[event.id] = event

    def nearest(self, sentence: int | None) -> str | None:
        """Return the id of the likeliest event in or next to the sentence, None if none is."""
        if sentence is None:
            return None
        for distance in range(NEAR_SENTENCES + 1):
            around = {sentence - distance, sentence + distance}
            first = [next(iter(self._by_sentence.get(place, ())), None) for place in sorted(around)]
            found = [event for event in first if event is not None]
            if found:
                return max(found, key=lambda event: self._events[event].score)
        return None

    def remove(self, event: str) -> None:
        """Take an event out."""
        self._by_sentence[self._events[event].sentence].pop(event)


def _index(parties: Iterable[Party]) -> SpanIndex:
    return SpanIndex((number, (party.span,)) for number, party in enumerate(parties))


def _joined_by(event: Event, member: Participant, side: str) -> Event:
    if side == ACTORS:
        return replace(event, actors=(*event.actors, member))
    return replace(event, targets=(*event.targets, member))


def _without_link(marked: Marked, text: str) -> Marked:
    """Return the span without the conjunction or preposition that ties it to its clause."""
    link = LINK.match(text, marked.span.start, marked.span.end)
    if link is None or link.end() >= marked.span.end:
        return marked
    return replace(marked, span=Span(link.end(), marked.span.end))


def _kind_in_role(kind: NameKind, role: str) -> NameKind:
    """Return the kind that the role leaves possible, nearest to the kind it had."""
    if role == "perp_organisation" and kind not in BODIES:
        return NameKind.ORGANISATION
    if role == "perp_individual" and kind in BODIES:
        return NameKind.GROUP
    if role == "victim" and kind in THINGS:
        return NameKind.GROUP
    if role == "target" and kind not in THINGS:
        return NameKind.FACILITY
    return kind
