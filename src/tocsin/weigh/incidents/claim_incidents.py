"""Incidents of claims: what some affirm and others deny, without any event."""

from __future__ import annotations

from collections.abc import Sequence

from tocsin.core.ids import IncidentId, content_id
from tocsin.core.types import Contradiction, ContradictionKind, Incident, Polarity, Status
from tocsin.weigh.incidents.claims import ClaimMade, claim_reports
from tocsin.weigh.incidents.weighing import Weighing
from tocsin.weigh.origins.fold import fold_origins

CLAIM_TYPE = "accuse"


def claim_incident(group: Sequence[ClaimMade], weighing: Weighing) -> Incident:
    """Return the incident of a claim that some affirm and others deny, without any event."""
    reports = claim_reports(group)
    incident = IncidentId(content_id("inc", "claim", *sorted({c.statement.id for c in group})))
    voices = [weighing.voice(claim.statement, claim.reading) for claim in group]
    retracted = [c.statement.id for c in group if c.statement.report in weighing.withdrawn]
    origins = fold_origins(
        voices, incident=incident, readings=weighing.readings, retracted=frozenset(retracted)
    )
    denied = [claim for claim in group if not claim.affirmed]
    affirmed = [claim for claim in group if claim.affirmed]
    pairs = [(a, d) for a in affirmed for d in denied if a.statement.id != d.statement.id]
    return Incident(
        id=incident,
        type=CLAIM_TYPE,
        status=Status.ONGOING,
        polarity=Polarity.AFFIRMED,
        place=next((g.place for c in group for g in c.reading.groups if g.place), None),
        time=None,
        events=(),
        reports=reports,
        actors=(),
        targets=(),
        origins=origins,
        supports=tuple(dict.fromkeys(claim.statement.id for claim in affirmed)),
        contradicts=tuple(_contradiction(a, d, weighing) for a, d in pairs),
        retracted=tuple(dict.fromkeys(retracted)),
    )


def _contradiction(a: ClaimMade, d: ClaimMade, weighing: Weighing) -> Contradiction:
    by, against = (weighing.voice(claim.statement, claim.reading).name for claim in (a, d))
    return Contradiction(
        kind=ContradictionKind.DENIAL,
        statement=a.statement.id,
        against=d.statement.id,
        reason=f"{a.topic}: {by} affirms it, {against} denies it",
    )
