"""The readings of a run, looked up by what their events name; each reading is walked once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from tocsin.assess.names import proper_words, wide_names, words_of_sentence
from tocsin.core.ids import EventId, ReportId, StatementId
from tocsin.core.types import Event, Incident, Ledger, Reading

LEAD_SENTENCES = 3  # what a report is about stands in its title and its first sentences


@dataclass(frozen=True)
class Corpus:
    """Readings with their ledger."""

    readings: Sequence[Reading]
    ledger: Ledger

    @cached_property
    def wide(self) -> frozenset[str]:
        """The words that name countries and provinces."""
        return wide_names(self.readings)

    @cached_property
    def reading_of(self) -> dict[EventId, Reading]:
        """The reading of each event."""
        return {event.id: reading for reading in self.readings for event in reading.events}

    @cached_property
    def events_on(self) -> dict[str, list[Event]]:
        """The events by each word that tells a target of theirs."""
        found: dict[str, list[Event]] = defaultdict(list)
        for reading in self.readings:
            for event in reading.events:
                words = {w for target in event.targets for w in proper_words(target.canonical)}
                for word in words:
                    found[word].append(event)
        return found

    @cached_property
    def incident_of(self) -> dict[EventId, Incident]:
        """The incident of each event."""
        return {event: incident for incident in self.ledger.incidents for event in incident.events}

    @cached_property
    def claims(self) -> list[Incident]:
        """The incidents that no event carries: claims told by words."""
        return [incident for incident in self.ledger.incidents if not incident.events]

    @cached_property
    def retracted(self) -> frozenset[StatementId]:
        """The statements whose publisher took them back."""
        return frozenset(s for incident in self.ledger.incidents for s in incident.retracted)

    @cached_property
    def leads(self) -> dict[ReportId, frozenset[str]]:
        """The words of each report's title and first sentences."""
        return {reading.report.id: lead_words(reading) for reading in self.readings}


def lead_words(reading: Reading) -> frozenset[str]:
    """Return the words of the report's title and first sentences, folded."""
    spans = reading.sentences[:LEAD_SENTENCES]
    texts = [span.within(reading.report.text) for span in spans]
    return words_of_sentence(" ".join([reading.report.title or "", *texts]))
