"""Authorship: whose record a statement counts for, once copies are folded."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from tocsin.core.ids import ReportId, SourceId, StatementId
from tocsin.core.types import (
    CopyGroup,
    Party,
    Reading,
    Report,
    Source,
    SourceKind,
    Statement,
)
from tocsin.weigh.naming import folded, is_unnamed
from tocsin.weigh.origins.bodies import speaker_of
from tocsin.weigh.origins.credits import agency_of, is_outlet_name
from tocsin.weigh.origins.sources import author_of

Sources = frozenset[SourceId]
NOBODY: Sources = frozenset()


@dataclass(frozen=True, slots=True)
class Print:
    """One report as one of the prints of a text.

    `own` are the sources that put the report out; `early` all who printed the text on its first
    day, `first` those of them who had it alone, nobody where that cannot be told; `all` those of
    every print. `day` is the first day, `is_first` whether this report bears it.
    """

    own: Sources
    first: Sources
    early: Sources
    all: Sources
    day: date | None
    is_first: bool


@dataclass(frozen=True)
class Authorship:
    """The sources behind every statement of a set of readings."""

    prints: Mapping[ReportId, Print]
    sources: Mapping[SourceId, Source]
    readings: Mapping[ReportId, Reading]
    named: Mapping[str, tuple[Source, ...]]
    known: dict[StatementId, Sources | None] = field(default_factory=dict)

    def credited(self, statement: Statement) -> Sources:
        """Return whose record gains when the statement is confirmed: never a copyist's."""
        printed = self.prints[statement.report]
        speakers = self.speakers_of(statement)
        if speakers is None:
            return printed.first
        return speakers if printed.is_first else NOBODY

    def answerable(self, statement: Statement) -> Sources:
        """Return whose record suffers when the statement is contradicted: all who printed it."""
        speakers = self.speakers_of(statement)
        if speakers is None:
            return self.prints[statement.report].own
        return speakers if self.prints[statement.report].is_first else NOBODY

    def early(self, statement: Statement) -> Sources:
        """Return who may have said it first: its grade is the grade of the least of them."""
        speakers = self.speakers_of(statement)
        return self.prints[statement.report].early if speakers is None else speakers

    def behind(self, statement: Statement) -> Sources:
        """Return every source that the statement comes from, printers of copies included."""
        speakers = self.speakers_of(statement)
        return self.prints[statement.report].all if speakers is None else speakers

    def party_behind(self, statement: Statement) -> Party | None:
        """Return the party to the dispute whose word the statement is, if it is one's."""
        parties = [one.party for key in self.behind(statement) if (one := self.sources.get(key))]
        told = (party for party in parties if party is not None)
        return min(told, key=lambda party: (party.of, party.role), default=None)

    def speakers_of(self, statement: Statement) -> Sources | None:
        """Return the cards of the one quoted, None where the report itself speaks."""
        if statement.id not in self.known:
            self.known[statement.id] = self._find_speakers(statement)
        return self.known[statement.id]

    def _find_speakers(self, statement: Statement) -> Sources | None:
        speaker = speaker_of(statement, self.readings[statement.report])
        if not speaker:
            return None
        if is_unnamed(speaker):
            return NOBODY
        name = folded(speaker)
        found = self.named.get(name) or self.named.get(name.rpartition(" ")[2], ())
        kind = SourceKind.OUTLET if is_outlet_name(speaker) else SourceKind.SPEAKER
        fitting = [one for one in found if one.kind is kind and _bears(one, name)]
        exact = [one for one in fitting if folded(one.name) == name] or fitting
        return frozenset({exact[0].id}) if len(exact) == 1 else NOBODY


def authorship_of(
    readings: Sequence[Reading], copies: Sequence[CopyGroup], sources: Sequence[Source]
) -> Authorship:
    """Return whose every statement of the readings is."""
    by_id = {reading.report.id: reading for reading in readings}
    cards = {(source.kind, folded(source.name)): source.id for source in sources}
    groups = [[r for r in group.reports if r in by_id] for group in copies]
    grouped = {report for group in groups for report in group}
    groups += [[report] for report in by_id if report not in grouped]
    prints: dict[ReportId, Print] = {}
    for group in filter(None, groups):
        prints |= _prints([by_id[report].report for report in group], cards)
    return Authorship(prints, {one.id: one for one in sources}, by_id, _by_name(sources))


def _prints(
    reports: Sequence[Report], cards: Mapping[tuple[SourceKind, str], SourceId]
) -> dict[ReportId, Print]:
    """Return the prints of one text. An undated one may be the first: nobody is told apart."""
    own = {report.id: _putting_out(report, cards) for report in reports}
    day = min((one.published for one in reports if one.published), default=None)
    first = {one.id for one in reports if one.published in (day, None)}
    shared = frozenset.intersection(*(own[report] for report in first))
    early = frozenset[SourceId]().union(*(own[report] for report in first))
    every = frozenset[SourceId]().union(*own.values())
    return {
        report: Print(sources, shared, early, every, day, report in first)
        for report, sources in own.items()
    }


def _putting_out(report: Report, cards: Mapping[tuple[SourceKind, str], SourceId]) -> Sources:
    """Return the agency or else the outlet of the report, and its author."""
    publisher = agency_of(report) or report.outlet
    named = [(SourceKind.OUTLET, publisher)] if publisher else []
    if report.byline:
        named.append((SourceKind.AUTHOR, author_of(report.byline)))
    keys = ((kind, folded(name)) for kind, name in named)
    return frozenset(cards[key] for key in keys if key in cards)


def _by_name(sources: Iterable[Source]) -> dict[str, tuple[Source, ...]]:
    """Return the speakers and outlets by their whole name and by its last word."""
    found: dict[str, list[Source]] = {}
    for source in sources:
        if source.kind is not SourceKind.AUTHOR:
            name = folded(source.name)
            for key in {name, name.rpartition(" ")[2]}:
                found.setdefault(key, []).append(source)
    return {key: tuple(those) for key, those in found.items()}


def _bears(source: Source, name: str) -> bool:
    own = folded(source.name)
    return own == name or own.endswith(f" {name}")
