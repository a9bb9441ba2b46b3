"""Distinct texts: the reports that print one text, taken together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tocsin.core.ids import ReportId, SourceId
from tocsin.core.types import CopyGroup, Party, Reading, SourceKind
from tocsin.weigh.copies.near_copies import seniority
from tocsin.weigh.origins.credits import agency_of
from tocsin.weigh.origins.sources import Register, author_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """One text and all that is known of who printed it.

    `traceable` is False where a report that prints it names neither outlet nor author: who
    wrote it first cannot be told. `party` is set where an author takes part in the dispute.
    """

    root: ReportId
    outlets: tuple[str, ...]
    agency: str | None
    authors: tuple[str, ...]
    sources: tuple[SourceId, ...]
    traceable: bool
    party: Party | None
    printed: int


def texts_by_report(
    readings: Sequence[Reading], copies: Sequence[CopyGroup], register: Register
) -> Mapping[ReportId, Text]:
    """Return the text that each report prints."""
    by_id = {reading.report.id: reading for reading in readings}
    grouped = {report for group in copies for report in group.reports}
    alone = [(report,) for report in by_id if report not in grouped]
    members = [group.reports for group in copies] + alone
    texts = (
        (reports, _text([by_id[report] for report in reports], register)) for reports in members
    )
    return {report: text for reports, text in texts for report in reports}


def _text(readings: Sequence[Reading], register: Register) -> Text:
    reports = sorted((reading.report for reading in readings), key=seniority)
    agencies = [agency for agency in map(agency_of, reports) if agency]
    authors = [author_of(report.byline) for report in reports if report.byline]
    outlets = [report.outlet for report in reports if report.outlet]
    named = [(SourceKind.OUTLET, name) for name in agencies + outlets]
    named += [(SourceKind.AUTHOR, name) for name in authors]
    cards = [card for kind, name in named if (card := register.card(kind, name))]
    return Text(
        root=reports[0].id,
        outlets=tuple(dict.fromkeys(outlets)),
        agency=agencies[0] if agencies else None,
        authors=tuple(dict.fromkeys(authors)),
        sources=tuple(dict.fromkeys(card.id for card in cards)),
        traceable=all(report.outlet or report.byline or agency_of(report) for report in reports),
        party=next((card.party for card in cards if card.party), None),
        printed=len(reports),
    )
