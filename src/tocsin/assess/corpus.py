"""The readings of a run, looked up by what their events name; each reading is walked once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from tocsin.assess.names import proper_words, wide_names, words_of_sentence
from tocsin.core.ids import EventId, ReportId, StatementId
from tocsin.core.types import Event, Incident, Ledger, Reading, Span, Statement, narration_of

TELLING_TITLE = 20  # characters; a shorter title stands in other texts by chance
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
        """The statements of reports that were taken back, and the words that name such a report."""
        gone = [r for r in self.readings if r.report.id in self.ledger.retractions]
        titles = [r.report.title for r in gone if len(r.report.title or "") >= TELLING_TITLE]
        found = {s.id for reading in gone for s in reading.all_statements}
        for reading in self.readings if gone else ():
            for sentence in reading.sentences:
                text = sentence.within(reading.report.text)
                if reading in gone or any(title in text for title in titles if title):
                    found.add(narration_of(reading.report, sentence).id)
                    found.update(s.id for s in reading.all_statements if _lies_in(s, sentence))
        return frozenset(found)

    @cached_property
    def leads(self) -> dict[ReportId, frozenset[str]]:
        """The words of each report's title and first sentences."""
        return {reading.report.id: lead_words(reading) for reading in self.readings}


def lead_words(reading: Reading) -> frozenset[str]:
    """Return the words of the report's title and first sentences, folded."""
    spans = reading.sentences[:LEAD_SENTENCES]
    texts = [span.within(reading.report.text) for span in spans]
    return words_of_sentence(" ".join([reading.report.title or "", *texts]))


def _lies_in(statement: Statement, sentence: Span) -> bool:
    return any(sentence.overlaps(span) for span in statement.content_spans)
