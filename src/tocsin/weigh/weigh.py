"""The ledger of a set of readings."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from tocsin.core.ids import ReportId, StatementId
from tocsin.core.types import CopyGroup, Ledger, Reading, Source, Statement
from tocsin.weigh.claims import disputed_claims
from tocsin.weigh.copies import fold_copies, seniority
from tocsin.weigh.denials import denials_of_actors
from tocsin.weigh.incidents import Weighing, claim_incident, find_incidents, sorted_incidents
from tocsin.weigh.retractions import Retraction, find_retractions, withdrawn_reports
from tocsin.weigh.sources import Register, register_sources
from tocsin.weigh.texts import Text, texts_by_report
from tocsin.weigh.voices import Voice, voice_of_statement


def weigh(readings: Sequence[Reading]) -> Ledger:
    """Return the incidents, copies and sources of the readings; their order does not matter.

    A report given twice counts once.
    """
    distinct = {reading.report.id: reading for reading in readings}
    ordered = sorted(distinct.values(), key=lambda reading: seniority(reading.report))
    copies = fold_copies(ordered)
    register = register_sources(ordered)
    retractions = find_retractions(ordered)
    withdrawn = withdrawn_reports(retractions, copies)
    weighing = Weighing(
        readings={reading.report.id: reading for reading in ordered},
        statements={s.id: s for reading in ordered for s in reading.all_statements},
        voice=_voicing(texts_by_report(ordered, copies, register), register),
        roots=_roots(copies),
        taken_back_in=_taken_back_in(retractions, distinct),
        withdrawn=frozenset(withdrawn),
        denials=denials_of_actors(ordered),
    )
    claimed = [claim_incident(group, weighing) for group in disputed_claims(ordered)]
    return Ledger(
        incidents=sorted_incidents([*find_incidents(weighing), *claimed], weighing),
        copies=copies,
        sources=_sorted_sources(register),
        retractions=withdrawn,
    )


def _voicing(
    texts: Mapping[ReportId, Text], register: Register
) -> Callable[[Statement, Reading], Voice]:
    """Return the function that gives a statement's voice, each worked out once."""
    known: dict[StatementId, Voice] = {}

    def voice(statement: Statement, reading: Reading) -> Voice:
        if statement.id not in known:
            known[statement.id] = voice_of_statement(
                statement, reading, texts=texts, register=register
            )
        return known[statement.id]

    return voice


def _roots(copies: Sequence[CopyGroup]) -> dict[ReportId, ReportId]:
    return {report: group.earliest for group in copies for report in group.reports}


def _taken_back_in(
    retractions: Sequence[Retraction], readings: Mapping[ReportId, Reading]
) -> frozenset[tuple[ReportId, int]]:
    """Return the sentences that take something back: their events are not affirmed by them."""
    return frozenset(
        (retraction.by, number)
        for retraction in retractions
        for number, sentence in enumerate(readings[retraction.by].sentences)
        if sentence.overlaps(retraction.cue)
    )


def _sorted_sources(register: Register) -> tuple[Source, ...]:
    return tuple(sorted(register.cards.values(), key=lambda s: (s.kind, s.name, s.id)))
