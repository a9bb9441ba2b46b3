"""Stops: who a statement came through, from the innermost speaker to the first page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from tocsin.core.ids import NodeId
from tocsin.core.types import Certainty, EdgeKind, Report, Statement
from tocsin.weigh.lineage.drawing import Drawing, Step
from tocsin.weigh.lineage.trail import Printed
from tocsin.weigh.naming import folded, is_unnamed
from tocsin.weigh.origins.credits import agency_of
from tocsin.weigh.origins.voices import CREDIT_ONLY, NO_OUTLET, RELAYED, THROUGH_UNNAMED, UNNAMED

EARLIEST = "the earliest print is proposed as the first, never asserted"
OTHER_PRINT = "another print of the same text credits it"
LATER = "credited to it; its report at hand is of a later day"


@dataclass(frozen=True, slots=True)
class Stop:
    """A node on the way, and how it goes on from there.

    `own` is what an outlet that is leant on says of the incident in its own reports.
    """

    node: NodeId
    onward: Step
    own: tuple[Printed, ...] = ()


def stops_of(
    statement: Statement, first: Report, agency: str | None, drawing: Drawing
) -> list[Stop]:
    """Return the stops, innermost first, the last one the report that first printed the text."""
    told = list(_told(statement, drawing))
    leans = any(stop.onward.kind is not EdgeKind.SAID_TO for stop in told)
    if leans and _told_before(statement, first, drawing):
        carried: list[Stop] = []  # the citing report has it from there, its outlet has not
    else:
        carried = list(_carried(first, agency, drawing))
    if told and not leans and not agency and len(drawing.trail.prints_of(first.id)) > 1:
        told[-1] = _with_step(told[-1], Step(EdgeKind.SAID_TO, Certainty.PROPOSED, EARLIEST))
    if not (first.outlet or first.byline or agency):
        told[-1:] = [replace(stop, onward=stop.onward.unsure(NO_OUTLET)) for stop in told[-1:]]
        drawing.note(NO_OUTLET)
    return [*told, *carried, Stop(drawing.report(first), Step(EdgeKind.CARRIED_BY))]


def _with_step(stop: Stop, step: Step) -> Stop:
    """Return the stop with the step; a reason that it cannot be told stands."""
    return stop if stop.onward.reason else replace(stop, onward=step)


def _told(statement: Statement, drawing: Drawing) -> Iterator[Stop]:
    """Yield speakers and the outlets that are quoted, the innermost first, then who is credited."""
    trail = drawing.trail
    names = trail.speakers_of(statement)
    own = trail.publishers_of(trail.readings[statement.report].report)
    relayed = trail.doubt_of(statement.id) == RELAYED
    for number, name in enumerate(names):
        if not trail.is_publisher(name):
            after = names[number + 1] if number + 1 < len(names) else ""
            step = _spoken(name, after, relayed=relayed and not after)
            yield Stop(drawing.speaker(name, statement), step)
        elif folded(name) not in own:
            yield _leant_on(name, EdgeKind.QUOTED_FROM, statement, drawing)
    credit = trail.credit_of(statement)
    if credit and folded(credit) not in {folded(name) for name in names}:
        yield _leant_on(credit, EdgeKind.CREDITED_TO, statement, drawing)


def _spoken(name: str, after: str, *, relayed: bool) -> Step:
    said = Step(EdgeKind.SAID_TO)
    if is_unnamed(name):
        return said.unsure(UNNAMED)
    if after and is_unnamed(after):
        return said.unsure(THROUGH_UNNAMED)
    return said.unsure(RELAYED) if relayed else said


def _leant_on(name: str, kind: EdgeKind, statement: Statement, drawing: Drawing) -> Stop:
    """Return the stop of an outlet that is leant on, with its own reports on the incident."""
    trail = drawing.trail
    own = trail.printed_beside(statement, name)
    day = trail.published(statement.id)
    step = Step(kind)
    if not own:
        step = step.unsure(CREDIT_ONLY)
    elif day is not None and all(printed.first > day for printed in own):
        step = step.unsure(LATER)
    return Stop(drawing.publisher(name), step, tuple(own))


def _told_before(statement: Statement, first: Report, drawing: Drawing) -> bool:
    """Return whether the outlet had told of the incident before, without leaning on anybody."""
    if first.published is None or not first.outlet:
        return False
    printed = drawing.trail.printed_beside(statement, first.outlet)
    return any(one.first_alone and one.first_alone < first.published for one in printed)


def _carried(first: Report, agency: str | None, drawing: Drawing) -> Iterator[Stop]:
    """Yield the agency and the outlet, else the author, that brought it to the page."""
    carried = Step(EdgeKind.CARRIED_BY)
    if agency:
        doubt = Step(EdgeKind.CARRIED_BY, Certainty.PROPOSED, OTHER_PRINT)
        yield Stop(drawing.publisher(agency), carried if agency_of(first) else doubt)
    if first.outlet and folded(first.outlet) != folded(agency or ""):
        yield Stop(drawing.publisher(first.outlet), carried)
    elif first.byline and not agency:
        yield Stop(drawing.author(first), Step(EdgeKind.WRITTEN_BY))
