"""The ledger made from readings, the copies among them and the clusters of their events."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from tocsin.core.ids import ReportId, StatementId
from tocsin.core.types import CopyGroup, Incident, Ledger, NoticeKind, Reading, Source, Statement
from tocsin.weigh.copies.near_copies import seniority
from tocsin.weigh.incidents.build import incident_of
from tocsin.weigh.incidents.claim_incidents import claim_incident
from tocsin.weigh.incidents.claims import disputed_claims
from tocsin.weigh.incidents.denials import denials_of_actors
from tocsin.weigh.incidents.weighing import Weighing
from tocsin.weigh.linking.clusters import Cluster
from tocsin.weigh.notices.marking import with_notices
from tocsin.weigh.notices.retractions import Retraction, find_notices, withdrawn_reports
from tocsin.weigh.origins.sources import Register, register_sources
from tocsin.weigh.origins.texts import Text, texts_by_report
from tocsin.weigh.origins.voices import Voice, voice_of_statement


def ledger_of(
    readings: Iterable[Reading], copies: Sequence[CopyGroup], clusters: Iterable[Cluster]
) -> Ledger:
    """Return the incidents, copies and sources of the readings; their order does not matter."""
    ordered = sorted(readings, key=lambda reading: seniority(reading.report))
    by_id = {reading.report.id: reading for reading in ordered}
    register = register_sources(ordered)
    notices = find_notices(ordered)
    retractions = [notice for notice in notices if notice.kind is NoticeKind.WITHDRAWN]
    withdrawn = withdrawn_reports(retractions, copies)
    weighing = Weighing(
        readings=by_id,
        statements={s.id: s for reading in ordered for s in reading.all_statements},
        voice=_voicing(texts_by_report(ordered, copies, register), register),
        taken_back_in=_taken_back_in(retractions, by_id),
        withdrawn=frozenset(withdrawn),
        denials=denials_of_actors(ordered),
    )
    incidents = [incident_of(cluster, weighing) for cluster in clusters]
    incidents += [claim_incident(group, weighing) for group in disputed_claims(ordered)]
    ledger = Ledger(
        incidents=_sorted_incidents(incidents, by_id),
        copies=tuple(copies),
        sources=_sorted_sources(register),
        retractions=withdrawn,
    )
    return with_notices(ledger, ordered, notices)


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


def _sorted_incidents(
    incidents: Iterable[Incident], readings: Mapping[ReportId, Reading]
) -> tuple[Incident, ...]:
    """Return the incidents in the order of their first reports, ties by id."""
    return tuple(
        sorted(
            incidents,
            key=lambda i: (min(seniority(readings[r].report) for r in i.reports), i.id),
        )
    )


def _sorted_sources(register: Register) -> tuple[Source, ...]:
    return tuple(sorted(register.cards.values(), key=lambda s: (s.kind, s.name, s.id)))
