"""Notices: the ledger's list of what publishers took back or corrected, and its marks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import replace

from tocsin.core.ids import ReportId
from tocsin.core.time import day_words
from tocsin.core.types import Incident, Ledger, Notice, NoticeKind, Reading
from tocsin.weigh.notices.retractions import Retraction

MOST_NOTED = 20  # notes of one incident; the ledger's notices hold them all


def with_notices(
    ledger: Ledger, readings: Sequence[Reading], found: Sequence[Retraction]
) -> Ledger:
    """Return the ledger with its notices, and the incidents of corrected reports marked.

    Of a corrected report the statements stand, with a note; the counts of the report that
    corrects it are updates. Copies of the corrected report are noted with it.
    """
    by_id = {reading.report.id: reading for reading in readings}
    prints = {report: group.reports for group in ledger.copies for report in group.reports}
    noted: dict[ReportId, list[str]] = defaultdict(list)
    correcting: set[ReportId] = set()
    for one in found:
        if one.kind is NoticeKind.CORRECTED:
            correcting.add(one.by)
            meant = one.of or one.by
            for report in {meant, one.by, *prints.get(meant, ())}:
                noted[report].append(_correction_words(one, by_id))
    marked = (_marked(incident, noted, correcting) for incident in ledger.incidents)
    return replace(ledger, incidents=tuple(marked), notices=notices_of(found))


def notices_of(found: Iterable[Retraction]) -> tuple[Notice, ...]:
    """Return the notices, ordered by the report that gives them."""
    notices = {Notice(kind=one.kind, by=one.by, of=one.of) for one in found}
    return tuple(sorted(notices, key=lambda notice: (notice.by, notice.of or "", notice.kind)))


def _marked(
    incident: Incident, noted: Mapping[ReportId, Sequence[str]], correcting: Container[ReportId]
) -> Incident:
    told = {note for report in incident.reports for note in noted.get(report, ())}
    if not told:
        return incident
    counted = (toll.statement for toll in incident.tolls if toll.report in correcting)
    return replace(
        incident,
        notes=tuple(dict.fromkeys((*incident.notes, *sorted(told)[:MOST_NOTED]))),
        updates=tuple(dict.fromkeys((*incident.updates, *counted))),
    )


def _correction_words(one: Retraction, readings: Mapping[ReportId, Reading]) -> str:
    report = readings[one.of or one.by].report
    of = f" of {day_words(report.published)}" if one.of and report.published else ""
    which = f"its report{of}" if one.of else "an earlier report of its own"
    changed = "; ".join(change.words for change in one.changes)
    what = f": {changed}" if changed else ", in words that do not tell what changes"
    return f"{report.outlet or 'its publisher'} corrected {which}{what}"
