"""Lineage of statements: speaker, agency, outlet, and each report that prints them."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Sequence
from itertools import pairwise

from tocsin.core.ids import IncidentId, ReportId, StatementId
from tocsin.core.types import Certainty, EdgeKind, Ledger, Lineage, Reading, Report, Statement
from tocsin.weigh.lineage.drawing import Drawing, Step
from tocsin.weigh.lineage.stops import EARLIEST, OTHER_PRINT, stops_of
from tocsin.weigh.lineage.trail import Printed, Trail
from tocsin.weigh.naming import folded
from tocsin.weigh.origins.credits import agency_of, is_agency_name

SAME_DAY = "several prints bear the earliest day: cannot tell which was first"
UNDATED = "no print bears a day: cannot tell which was first"
WITHDRAWN = "a report that prints it was withdrawn by its publisher"


def lineage(statement: StatementId, readings: Iterable[Reading], ledger: Ledger) -> Lineage:
    """Return the origin graph of a statement that was weighed. Raises: NotWeighed."""
    return lineage_of((statement,), Trail.of(readings, ledger))


def lineage_of(statements: Sequence[StatementId], trail: Trail) -> Lineage:
    """Return the one origin graph of the statements; time is linear in what it holds.

    Outlets that a statement leans on are followed to what their own reports say of the same
    incident. Raises: NotWeighed.
    """
    drawing = Drawing(trail=trail)
    waiting = deque(statements)
    done: set[StatementId] = set()
    followed: set[tuple[IncidentId, str]] = set()
    while waiting:
        one = waiting.popleft()
        if one in done:
            continue
        done.add(one)
        for printed in _draw(trail.statement(one), drawing):
            if (printed.incident, printed.publisher) not in followed:
                followed.add((printed.incident, printed.publisher))
                waiting.extend(printed.statements)
    return drawing.finished(statements)


def _draw(statement: Statement, drawing: Drawing) -> list[Printed]:
    """Draw the way of one statement; return what the outlets that it leans on say themselves."""
    trail = drawing.trail
    prints = [trail.readings[report].report for report in trail.prints_of(statement.report)]
    agency = next(filter(None, map(agency_of, prints)), None)
    stops = stops_of(statement, prints[0], agency, drawing)
    for one, other in pairwise(stops):
        drawing.edge(one.node, other.node, one.onward)
    if prints[0].id not in drawing.drawn:
        drawing.drawn.add(prints[0].id)
        _draw_prints(prints, agency, drawing)
    return [own for stop in stops for own in stop.own]


def _draw_prints(prints: Sequence[Report], agency: str | None, drawing: Drawing) -> None:
    """Draw each report that prints the text, with its outlet, author, agency or what it copies."""
    copied = _copied_from(prints)
    withdrawn: set[ReportId] = set(drawing.trail.ledger.retractions)
    if withdrawn.intersection(report.id for report in prints):
        drawing.note(WITHDRAWN)
    for number, report in enumerate(prints):
        page = drawing.report(report)
        if report.byline and not is_agency_name(report.byline):
            drawing.edge(drawing.author(report), page, Step(EdgeKind.WRITTEN_BY))
        if report.outlet and number:
            drawing.edge(drawing.publisher(report.outlet), page, Step(EdgeKind.CARRIED_BY))
        if agency and number:
            _draw_agency(agency, report, drawing)
        elif number:
            drawing.edge(drawing.report(prints[0]), page, copied)


def _draw_agency(agency: str, report: Report, drawing: Drawing) -> None:
    step = Step(EdgeKind.CARRIED_BY)
    if not agency_of(report):
        step = Step(EdgeKind.CARRIED_BY, Certainty.PROPOSED, OTHER_PRINT)
    own = not report.outlet or folded(report.outlet) == folded(agency)
    below = drawing.report(report) if own else drawing.publisher(report.outlet or "")
    drawing.edge(drawing.publisher(agency), below, step)


def _copied_from(prints: Sequence[Report]) -> Step:
    """Return the step from the earliest print to a copy: proposed at most."""
    earliest = prints[0].published
    copied = Step(EdgeKind.COPIED_FROM, Certainty.PROPOSED, EARLIEST)
    if earliest is None:
        return Step(EdgeKind.COPIED_FROM).unsure(UNDATED)
    if len(prints) > 1 and prints[1].published == earliest:
        return Step(EdgeKind.COPIED_FROM).unsure(SAME_DAY)
    return copied
