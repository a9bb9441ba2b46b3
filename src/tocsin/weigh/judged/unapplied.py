"""Unapplied judgements: in force, but what they judge is not at hand."""

from __future__ import annotations

from collections.abc import Sequence, Set

from tocsin.core.ids import JudgementId, StatementId
from tocsin.core.types import OF_INCIDENT, Incident, Judgement, Ledger, Reading, Verdict, in_force
from tocsin.weigh.judged.checked import is_usable


def unapplied(
    ledger: Ledger, judgements: Sequence[Judgement], *, readings: Sequence[Reading]
) -> tuple[JudgementId, ...]:
    """Return the judgements in force that nothing was done with, oldest first: they wait.

    `readings` are those before any correction. A judgement that says what cannot be judged so
    is among them too.
    """
    at_hand = ids_at_hand(readings) | {source.id for source in ledger.sources}
    held = {named for incident in ledger.incidents for named in naming_ids(incident)}
    return tuple(
        one.id
        for one in in_force(judgements)
        if not is_applicable(one, held if one.field == OF_INCIDENT else at_hand)
    )


def naming_ids(incident: Incident) -> tuple[str, ...]:
    """Return the ids that name the incident for good: its events, else its statements."""
    return incident.events or statement_ids(incident)


def statement_ids(incident: Incident) -> tuple[StatementId, ...]:
    """Return the statements for and against the incident."""
    against = (end for pair in incident.contradicts for end in (pair.statement, pair.against))
    return tuple(dict.fromkeys((*incident.supports, *against)))


def ids_at_hand(readings: Sequence[Reading]) -> frozenset[str]:
    """Return the ids of the reports, and of what was read from them."""
    found: set[str] = set()
    for reading in readings:
        found.add(reading.report.id)
        found.update(statement.id for statement in reading.all_statements)
        found.update(event.id for event in reading.events)
    return frozenset(found)


def is_applicable(judgement: Judgement, at_hand: Set[str]) -> bool:
    """Return whether enough of what the judgement is about is at hand to do something."""
    if not is_usable(judgement):
        return False
    present = sum(subject in at_hand for subject in dict.fromkeys(judgement.subjects))
    if judgement.verdict is Verdict.LINK:
        return present > 1
    if judgement.verdict is Verdict.SPLIT:
        return present > 0 and any(other in at_hand for other in judgement.apart_from)
    return present > 0
