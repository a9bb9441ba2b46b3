"""Parts that readings and briefs share: spans, times, counts, groups, deadlines, requests."""

from __future__ import annotations

from datetime import datetime

from tocsin.core.time import TimeSpan
from tocsin.core.types import Count, Deadline, GroupAtRisk, Part, Request, Span, Toll
from tocsin.desk.wire.line import Json, known

TOLL_FIELDS = ("killed", "injured", "detained", "displaced", "at_risk")


def span_json(span: Span) -> list[int]:
    """Return the span as [start, end]."""
    return [span.start, span.end]


def spans_json(spans: tuple[Span, ...]) -> list[list[int]]:
    """Return the spans as [[start, end], …]."""
    return [span_json(span) for span in spans]


def instant_json(instant: datetime | None) -> str | None:
    """Return the instant in ISO 8601, UTC, "Z" for the offset.

    >>> from datetime import UTC
    >>> instant_json(datetime(2031, 3, 4, tzinfo=UTC))
    '2031-03-04T00:00:00Z'
    """
    return instant.isoformat().replace("+00:00", "Z") if instant else None


def time_json(time: TimeSpan) -> Json:
    """Return the interval; an open end is null."""
    return {
        "earliest": instant_json(time.earliest),
        "latest": instant_json(time.latest),
        "precision": time.precision.value,
        "value": time.value,
    }


def toll_json(toll: Toll) -> Json:
    """Return the counts that were given; what was not counted is left out."""
    counts = {name: getattr(toll, name) for name in TOLL_FIELDS}
    return {name: count_json(count) for name, count in counts.items() if count is not None}


def count_json(count: Count | Part | GroupAtRisk) -> Json:
    """Return the low and high number, null where unknown, and the report's own words."""
    return {"low": count.low, "high": count.high, "as_reported": count.as_reported}


def group_json(group: GroupAtRisk) -> Json:
    """Return the group with its size as reported."""
    return {
        "name": group.name,
        "place": group.place,
        **count_json(group),
        "of_which": [{"name": part.name, **count_json(part)} for part in group.of_which],
        "spans": spans_json(group.spans),
        "id": group.id,
    }


def deadline_json(deadline: Deadline) -> Json:
    """Return the date that matters, and why."""
    return {
        "date": deadline.date.isoformat(),
        "precision": deadline.precision.value,
        "what": deadline.what,
        "span": span_json(deadline.span),
        "kind": deadline.kind.value,
        "sentence": deadline.sentence,
        **known(
            moved_from=deadline.moved_from.isoformat() if deadline.moved_from else None,
            statements=list(deadline.statements) or None,
        ),
    }


def request_json(request: Request) -> Json:
    """Return who asks whom for what."""
    return {
        "from": request.asked_by,
        "to": list(request.asked_of),
        "asks": list(request.asks),
        "span": span_json(request.span),
        "statements": list(request.statements),
    }
