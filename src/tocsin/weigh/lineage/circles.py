"""Circles: outlets that cite one another for one and the same thing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from tocsin.core.ids import StatementId
from tocsin.core.types import Incident, Reading, Statement
from tocsin.weigh.lineage.rings import rings_of
from tocsin.weigh.naming import folded
from tocsin.weigh.origins.bodies import speaker_of
from tocsin.weigh.origins.credits import agency_of, credited_outlet, is_outlet_name

Citation = tuple[str, str]
"""Who cites, and who is cited: folded names of outlets."""


def citations_by_statement(
    readings: Iterable[Reading],
) -> Mapping[StatementId, tuple[Citation, ...]]:
    """Return the outlets that each statement leans on, with the outlet that prints it."""
    found: dict[StatementId, tuple[Citation, ...]] = {}
    for reading in readings:
        outlet = folded(agency_of(reading.report) or reading.report.outlet or "")
        if not outlet:
            continue
        for statement in reading.all_statements:
            cited = {folded(name) for name in _cited(statement, reading)} - {outlet}
            if cited:
                found[statement.id] = tuple((outlet, other) for other in sorted(cited))
    return found


def circles_in(
    incident: Incident, citations: Mapping[StatementId, Iterable[Citation]]
) -> tuple[tuple[str, ...], ...]:
    """Return the sets of outlets that cite one another in a ring about the incident."""
    cites: dict[str, set[str]] = defaultdict(set)
    for origin in incident.origins:
        for statement in origin.statements:
            for outlet, other in citations.get(statement, ()):
                cites[outlet].add(other)
    return tuple(sorted(tuple(sorted(ring)) for ring in rings_of(cites)))


def _cited(statement: Statement, reading: Reading) -> Iterator[str]:
    if not statement.narration:
        named = (speaker_of(statement, reading), *statement.chain[1:])
        yield from (name for name in named if name and is_outlet_name(name))
        return
    for span in statement.content_spans:
        credit = credited_outlet(reading, span.within(reading.report.text))
        if credit:
            yield credit
