"""Scopes: what belongs to one situation, before it is assessed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from tocsin.assess.names import proper_words, words_of_sentence
from tocsin.core.ids import EventId, ReportId, StatementId
from tocsin.core.types import Event, GroupAtRisk, Incident, Participant, Reading, Span
from tocsin.ontology.gravity import gravity_lists


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """The group or place of one situation, its reports, and the incidents that concern it.

    `names` are the words that tell it from others. `shared` are the reports that tell of other
    things too: there a sentence must name this group or place, or carry one of the events `told`,
    those of the incidents. `retracted` statements count for nothing. `group_spans` are where each
    report speaks of the group, by whatever name.
    """

    key: str
    group: GroupAtRisk | None
    names: frozenset[str]
    readings: tuple[Reading, ...]
    shared: frozenset[str]
    incidents: tuple[Incident, ...]
    retracted: frozenset[StatementId]
    told: frozenset[EventId] = frozenset()
    group_spans: Mapping[ReportId, tuple[Span, ...]] = field(default_factory=dict)

    def concerns(self, event: Event, reading: Reading) -> bool:
        """Return whether an event of one of the scope's reports is about the situation."""
        if reading.report.id not in self.shared or event.id in self.told:
            return True
        involved = (proper_words(one.canonical) for one in event.actors + event.targets)
        if any(words & self.names for words in involved):
            return True
        return self.names_itself(sentence_of(event, reading), generic=False)

    def holding(self, incidents: Iterable[Incident], readings: Iterable[Reading]) -> Scope:
        """Return the scope with these incidents and readings; new readings are shared ones."""
        held, read = tuple(incidents), tuple(readings)
        own = {reading.report.id for reading in self.readings}
        return replace(
            self,
            incidents=held,
            readings=read,
            shared=self.shared | frozenset(r.report.id for r in read if r.report.id not in own),
            told=frozenset(event for incident in held for event in incident.events),
        )

    def is_by_group(self, event: Event, reading: Reading) -> bool:
        """Return whether the group is said to do violence to others: no threat to the group."""
        if self.group is None or event.type not in gravity_lists().hostile:
            return False
        spans = self.group_spans.get(reading.report.id, ())
        by_group = any(self._is_group(actor, spans) for actor in event.actors)
        return by_group and not any(self._is_group(target, spans) for target in event.targets)

    def _is_group(self, one: Participant, spans: tuple[Span, ...]) -> bool:
        named = bool(proper_words(one.canonical) & self.names)
        return named or any(one.span.overlaps(span) for span in spans)

    def names_itself(self, sentence: str, *, generic: bool) -> bool:
        """Return whether a sentence names the group or place, or, if `generic`, people at all."""
        words = words_of_sentence(sentence)
        return bool(words & self.names) or (generic and bool(words & gravity_lists().people_words))


def sentence_of(event: Event, reading: Reading) -> str:
    """Return the sentence that carries the event, "" where there is none."""
    if event.sentence >= len(reading.sentences):
        return ""
    return reading.sentences[event.sentence].within(reading.report.text)
