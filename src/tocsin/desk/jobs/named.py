"""What an id means among the things that were weighed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tocsin.core.errors import AmbiguousId, NotWeighed
from tocsin.core.types import Brief

SHOWN_IDS = 3  # of several that an id's start fits


def id_called(name: str, ids: Iterable[str]) -> str:
    """Return the one id that is the name or starts with it. Raises: NotWeighed, AmbiguousId.

    >>> id_called("inc_3f", ["inc_3f9c", "inc_77e0"])
    'inc_3f9c'
    """
    found = sorted({one for one in ids if one.startswith(name)}) if name else []
    if name in found:
        return name
    if len(found) > 1:
        raise AmbiguousId(name, number=len(found), some=", ".join(found[:SHOWN_IDS]))
    if not found:
        raise NotWeighed(name)
    return found[0]


def incident_or_statement(name: str, brief: Brief) -> str:
    """Return the id of the incident or statement that is meant; an event means its incident."""
    incidents = brief.ledger.incidents
    of_event = {str(event): str(incident.id) for incident in incidents for event in incident.events}
    ids = [*(incident.id for incident in incidents), *of_event, *_statements(brief)]
    found = id_called(name, ids)
    return of_event.get(found, found)


def report_statement_or_source(name: str, brief: Brief) -> str:
    """Return the id of the report, statement or source; a report also by the id it came with."""
    given = {reading.report.public_id: str(reading.report.id) for reading in brief.readings}
    if name in given:
        return given[name]
    sources = (str(source.id) for source in brief.ledger.sources)
    return id_called(name, [*given.values(), *_statements(brief), *sources])


def _statements(brief: Brief) -> Iterator[str]:
    return (one.id for reading in brief.readings for one in reading.all_statements)
