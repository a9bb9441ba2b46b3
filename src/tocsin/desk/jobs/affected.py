"""What a report, statement or source carries, up to the situations that rest on it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from tocsin.core.ids import StatementId
from tocsin.core.types import Brief, Situation
from tocsin.desk.jobs.named import report_statement_or_source
from tocsin.weigh.lineage.affected import Affected, affected_by


def affected_in(name: str, brief: Brief) -> Affected:
    """Return what used the subject that is named, the brief's situations among it.

    Raises: NotWeighed, AmbiguousId.
    """
    subject = report_statement_or_source(name, brief)
    affected = affected_by(subject, brief.readings, brief.ledger)
    used = {*affected.statements, *affected.relying}
    incidents = {change.incident for change in affected.incidents}
    resting = (
        situation.id
        for situation in brief.situations
        if incidents.intersection(situation.incidents)
        or used.intersection(statements_behind(situation))
    )
    return replace(affected, situations=tuple(resting))


def statements_behind(situation: Situation) -> Iterator[StatementId]:
    """Yield the statements that the situation rests on."""
    for indicator in situation.indicators:
        yield from (evidence.statement for evidence in indicator.evidence + indicator.denied)
    for reason in situation.assessment.why + situation.assessment.gaps:
        yield from reason.statements
    for deadline in situation.deadlines:
        yield from deadline.statements
    for request in situation.requests:
        yield from request.statements
