"""Why a situation has its level and confidence: what is reported first, then the rule."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from tocsin.assess.confidence import ConfidenceFinding
from tocsin.assess.level import LevelFinding
from tocsin.assess.scopes import Scope
from tocsin.assess.wording import described, told
from tocsin.core.ids import StatementId
from tocsin.core.time import day_words
from tocsin.core.types import Deadline, DeadlineKind, Incident, Polarity, Reason, Status
from tocsin.ontology.gravity import gravity_lists

NAMED_INCIDENTS = 3
NAMED_DATES = 4
STATEMENTS_CITED = 3  # enough to check a sentence; the incidents below it list all
AHEAD = frozenset({Status.PLANNED, Status.THREATENED, Status.ORDERED})


def reasons_why(
    scope: Scope,
    finding: LevelFinding,
    confidence: ConfidenceFinding,
    dates: Sequence[Deadline],
    *,
    as_of: date,
) -> Iterator[Reason]:
    """Yield the reasons: what is reported with the rule it meets, the dates ahead, the support."""
    named = _named_incidents(scope, finding)
    clauses = list(dict.fromkeys(told(incident) for incident in named))
    reported = "; ".join(clauses)
    text = f"{reported[:1].upper()}{reported[1:]}. {finding.text}" if reported else finding.text
    yield Reason(text=text, rule=finding.rule, statements=_statements(named))
    ahead = [one for one in dates if one.date >= as_of][:NAMED_DATES]
    if ahead:
        yield Reason(
            text=f"Dates ahead: {'; '.join(map(date_told, ahead))}.",
            rule="level.dates",
            statements=tuple(dict.fromkeys(s for one in ahead for s in one.statements)),
        )
    if confidence.incident is None:
        yield Reason(text=confidence.text, rule=confidence.rule)
        return
    text = f"{_about(confidence.incident)}: {confidence.text[:1].lower()}{confidence.text[1:]}"
    backing = tuple(confidence.incident.supports[:STATEMENTS_CITED])
    yield Reason(text=text, rule=confidence.rule, statements=backing)


def date_told(deadline: Deadline) -> str:
    """Return a date with what is due and, where it was moved, from when."""
    moved = f", moved from {day_words(deadline.moved_from)}" if deadline.moved_from else ""
    kind = "" if deadline.kind is DeadlineKind.DUE else "may set something off: "
    return f"{day_words(deadline.date)} ({kind}{deadline.what}{moved})"


def _named_incidents(scope: Scope, finding: LevelFinding) -> list[Incident]:
    """Return the incidents that decided, and the gravest thing said to come."""
    deciding = list(finding.incidents[:NAMED_INCIDENTS])
    if any(incident.status in AHEAD for incident in deciding):
        return deciding
    lists = gravity_lists()
    coming = [
        incident
        for incident in scope.incidents
        if incident.type in lists.mass | lists.lethal
        and incident.status in AHEAD
        and incident.polarity is Polarity.AFFIRMED
        and incident.supports
    ]
    coming.sort(key=lambda incident: (incident.type not in lists.mass, incident.id))
    return deciding + coming[:1] if deciding else []


def _statements(incidents: Sequence[Incident]) -> tuple[StatementId, ...]:
    each = (incident.supports[:STATEMENTS_CITED] for incident in incidents)
    return tuple(dict.fromkeys(s for supports in each for s in supports))


def _about(incident: Incident) -> str:
    text = described(incident)
    return f"{text[:1].upper()}{text[1:]}"
