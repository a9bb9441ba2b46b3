"""A brief as its JSON object."""

from __future__ import annotations

from collections.abc import Iterator

from tocsin.core.ids import StatementId
from tocsin.core.types import (
    Brief,
    Evidence,
    LitIndicator,
    Reading,
    Reason,
    Rejected,
    Situation,
    Warning,
)
from tocsin.desk.jobs.ledger import grades_by_statement
from tocsin.desk.wire.incident import copies_json, incident_json, notice_json
from tocsin.desk.wire.line import SCHEMA, Json, known
from tocsin.desk.wire.parts import (
    deadline_json,
    group_json,
    instant_json,
    request_json,
    span_json,
)
from tocsin.desk.wire.references import PublicIds, statements_used
from tocsin.desk.wire.source import silence_json, source_json
from tocsin.desk.wire.statement import grade_json, statement_row
from tocsin.warn.redaction import quote_of


def brief_json(brief: Brief) -> Json:
    """Return the brief in the form of docs/interfaces.md. Mask it first.

    Every `report` in it is the public id of a reading; every statement id is a key of
    `statements`.
    """
    ids = PublicIds.of(brief.readings)
    return {
        "schema": SCHEMA,
        "as_of": instant_json(brief.as_of),
        "readings": [_reading_line(reading) for reading in brief.readings],
        "sources": [source_json(source) for source in brief.ledger.sources],
        "copies": copies_json(brief.ledger, ids),
        "retractions": ids.all_of(brief.ledger.retractions),
        "notices": [notice_json(notice, ids) for notice in brief.ledger.notices],
        "silences": [silence_json(silence) for silence in brief.ledger.silences],
        "incidents": [incident_json(incident, ids) for incident in brief.ledger.incidents],
        "situations": [_situation_json(situation, ids) for situation in brief.situations],
        "statements": dict(_statements_json(brief, statements_used(brief))),
        "warnings": [_warning_json(warning) for warning in brief.warnings],
        "rejected": [rejected_json(rejected) for rejected in brief.rejected],
    }


def rejected_json(rejected: Rejected) -> Json:
    """Return the rejected item, why, and its facts."""
    return {"id": rejected.id, "code": rejected.code, "detail": rejected.detail}


def _reading_line(reading: Reading) -> Json:
    report = reading.report
    return {
        "id": report.public_id,
        "title": report.title,
        "outlet": report.outlet,
        "published": report.published.isoformat() if report.published else None,
        "sha256": report.sha256,
        "language": report.language,
        "unread": reading.unread,
    }


def _situation_json(situation: Situation, ids: PublicIds) -> Json:
    assessment = situation.assessment
    return {
        "id": situation.id,
        "title": situation.title,
        "group": group_json(situation.group) if situation.group else None,
        "place": situation.place,
        "country": situation.country,
        "threatened_by": list(situation.threatened_by),
        "reports": ids.all_of(situation.reports),
        "incidents": list(situation.incidents),
        "indicators": [_indicator_json(indicator, ids) for indicator in situation.indicators],
        "level": assessment.level.value,
        "confidence": assessment.confidence.value,
        "why": [_reason_json(reason) for reason in assessment.why],
        "gaps": [_reason_json(gap) for gap in assessment.gaps],
        "would_change": list(assessment.would_change),
        "deadlines": [deadline_json(deadline) for deadline in situation.deadlines],
        "requests": [request_json(request) for request in situation.requests],
    }


def _indicator_json(indicator: LitIndicator, ids: PublicIds) -> Json:
    return {
        "id": indicator.id,
        "label": indicator.label,
        "factor": indicator.factor,
        "factor_title": indicator.factor_title,
        "statements": list(indicator.statements),
        "evidence": [_evidence_json(evidence, ids) for evidence in indicator.evidence],
        "denied": [_evidence_json(evidence, ids) for evidence in indicator.denied],
    }


def _evidence_json(evidence: Evidence, ids: PublicIds) -> Json:
    return {
        "statement": evidence.statement,
        "report": ids.of_report(evidence.report),
        "span": span_json(evidence.span),
        "quote": evidence.quote,
        **known(event=evidence.event),
    }


def _reason_json(reason: Reason) -> Json:
    return {"text": reason.text, "rule": reason.rule, "statements": list(reason.statements)}


def _warning_json(warning: Warning) -> Json:
    return {
        "situation": warning.situation,
        "state": warning.state.value,
        "reviewer": warning.reviewer,
        "sentences": [
            {"text": sentence.text, "statements": list(sentence.statements)}
            for sentence in warning.sentences
        ],
    }


def _statements_json(brief: Brief, used: frozenset[StatementId]) -> Iterator[tuple[str, Json]]:
    grades = grades_by_statement(brief.ledger.grades)
    for reading in brief.readings:
        for statement in reading.statements_among(used):
            row = statement_row(
                statement,
                reading.report.public_id,
                " … ".join(quote_of(reading, span) for span in statement.content_spans),
            )
            yield statement.id, {**row, **known(grade=grade_json(grades.get(statement.id)))}
