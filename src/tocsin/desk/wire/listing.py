"""Lines of a list and hits of a search as JSON."""

from __future__ import annotations

from tocsin.desk.wire.line import SCHEMA, Json
from tocsin.desk.wire.parts import instant_json
from tocsin.store.found import ListedReport


def listed_json(line: ListedReport, *, masks: bool) -> Json:
    """Return what a report of the store says of itself, and how much was read from it."""
    return {
        "schema": SCHEMA,
        "id": line.public_id,
        "title": line.masked_title if masks else line.title,
        "outlet": line.outlet,
        "published": line.published.isoformat() if line.published else None,
        "language": line.language,
        "unread": line.unread,
        "added_at": instant_json(line.added_at),
        "statements": line.statements,
        "events": line.events,
    }


def hit_json(line: ListedReport, snippet: str, *, masks: bool) -> Json:
    """Return the report that a search found, with the stretch that holds a word of the query."""
    return {**listed_json(line, masks=masks), "snippet": snippet}
