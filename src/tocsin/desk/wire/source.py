"""Sources as JSON: cards, records by subject, silences."""

from __future__ import annotations

from collections.abc import Sequence

from tocsin.core.types import Silence, Source, SourceRecord
from tocsin.desk.wire.line import SCHEMA, Json


def source_json(source: Source) -> Json:
    """Return the source's card."""
    party = source.party
    return {
        "id": source.id,
        "name": source.name,
        "kind": source.kind.value,
        "reliability": source.reliability.value,
        "reason": source.reason,
        "party": {"of": party.of, "role": party.role, "evidence": party.evidence}
        if party
        else None,
        "records": [_record_json(record) for record in source.records],
    }


def listed_source_json(source: Source, silences: Sequence[Silence]) -> Json:
    """Return the line of a source in a list: its card, and where it fell silent."""
    return {
        "schema": SCHEMA,
        **source_json(source),
        "private": source.private,
        "silences": [silence_json(silence) for silence in silences],
    }


def silence_json(silence: Silence) -> Json:
    """Return since when a source is silent, and how odd that is."""
    return {
        "source": silence.source,
        "place": silence.place,
        "last": silence.last.isoformat(),
        "silent_days": silence.silent_days,
        "usual_days": silence.usual_days,
        "reports": silence.reports,
        "chance": silence.chance,
        "reason": silence.reason,
    }


def _record_json(record: SourceRecord) -> Json:
    return {
        "subject": record.subject.value,
        "confirmed": round(record.confirmed, 4),
        "contradicted": round(record.contradicted, 4),
        "reliability": record.reliability.value,
    }
