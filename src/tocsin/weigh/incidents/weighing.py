"""What every incident of one run is made from."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from tocsin.core.ids import EventId, ReportId, StatementId
from tocsin.core.types import Reading, Statement
from tocsin.weigh.origins.voices import Voice


@dataclass(frozen=True, slots=True)
class Weighing:
    """The readings of a run with what is known across them.

    `voice` gives the root of a statement, `taken_back_in` the sentences that take something back,
    `denials` the statements in which an attributed actor denies its part in an event.
    """

    readings: Mapping[ReportId, Reading]
    statements: Mapping[StatementId, Statement]
    voice: Callable[[Statement, Reading], Voice]
    taken_back_in: frozenset[tuple[ReportId, int]]
    withdrawn: frozenset[ReportId]
    denials: Mapping[EventId, tuple[Statement, ...]]
