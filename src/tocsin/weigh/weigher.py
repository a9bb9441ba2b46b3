"""Weigher: readings weighed together, kept up to date as reports come and go.

What comes out depends on the readings and judgements alone: in whatever order reports are added,
taken out and added again, the ledger is the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from tocsin.core.ids import EventId, ReportId
from tocsin.core.types import Judgement, Ledger, Reading
from tocsin.weigh.copies.copy_index import CopyIndex
from tocsin.weigh.copies.near_copies import seniority
from tocsin.weigh.grades.grading import with_grades
from tocsin.weigh.incidents.ledger import ledger_of
from tocsin.weigh.judged import correcting, with_judgements
from tocsin.weigh.judged.constraints import constraints
from tocsin.weigh.linking.clusters import Cluster
from tocsin.weigh.linking.linker import Linker
from tocsin.weigh.linking.sightings import sightings_of
from tocsin.weigh.oddities.odd_notes import with_oddities
from tocsin.weigh.silence.silences import silences


class Weigher:
    """All readings with their copies and the clusters that their events form."""

    def __init__(self, judgements: Sequence[Judgement] = ()) -> None:
        self._judgements = tuple(judgements)
        self._correct = correcting(judgements)
        self._given: dict[ReportId, Reading] = {}
        self._readings: dict[ReportId, Reading] = {}
        self._root_used: dict[ReportId, ReportId] = {}
        self._events: dict[ReportId, tuple[EventId, ...]] = {}
        self._copies = CopyIndex()
        self._linker = Linker(constraints(judgements))

    def add(self, reading: Reading) -> None:
        """Put a reading in; a report that is in already stays as it is."""
        report = reading.report.id
        if report in self._readings:
            return
        self._given[report] = reading
        self._readings[report] = self._correct(reading)
        self._copies.add(reading)
        self._relink(self._copies.beside(report))

    def remove(self, report: ReportId) -> None:
        """Take a report out. Raises: KeyError where it is not in."""
        copies = [other for other in self._copies.beside(report) if other != report]
        self._unlink(report)
        self._copies.remove(report)
        del self._readings[report], self._given[report]
        self._relink(copies)

    def joined_by(self, report: ReportId) -> tuple[Cluster, ...]:
        """Return the clusters that the report's events are in. Raises: KeyError."""
        found = (self._linker.cluster_with(event) for event in self._events[report])
        return tuple({cluster.heads[0].event.id: cluster for cluster in found}.values())

    def ledger(self, *, as_of: date | None = None) -> Ledger:
        """Return the incidents, copies and sources as they now stand.

        `as_of` is the day from which records and silences are looked at, by default that of the
        latest report with a credible date.
        """
        readings = sorted(self._readings.values(), key=lambda one: seniority(one.report))
        ledger = ledger_of(readings, self._copies.groups(), self._linker.clusters())
        ledger = with_grades(ledger, readings, as_of=as_of)
        ledger = with_oddities(ledger, readings, as_of=as_of)
        ledger = replace(ledger, silences=silences(readings, as_of=as_of, copies=ledger.copies))
        return with_judgements(ledger, self._judgements, readings=list(self._given.values()))

    def _relink(self, reports: Iterable[ReportId]) -> None:
        """Let the events of reports go by the text that the reports now count as copies of."""
        for report in reports:
            root = self._copies.root(report)
            if self._root_used.get(report) != root:
                self._unlink(report)
                self._link(report, root)

    def _link(self, report: ReportId, root: ReportId) -> None:
        reading = self._readings[report]
        said = {statement.id for statement in reading.all_statements}
        sightings = [
            sighting
            for sighting in sightings_of(reading, {report: root})
            if sighting.event.statement in said
        ]
        for sighting in sightings:
            self._linker.add(sighting)
        self._root_used[report] = root
        self._events[report] = tuple(sighting.event.id for sighting in sightings)

    def _unlink(self, report: ReportId) -> None:
        for event in self._events.pop(report, ()):
            self._linker.remove(event)
        self._root_used.pop(report, None)
