"""Reading: everything read from one report."""

from __future__ import annotations

from dataclasses import dataclass

from tocsin.core.types.deadline import Deadline
from tocsin.core.types.event import Event
from tocsin.core.types.group import GroupAtRisk
from tocsin.core.types.mention import NameMention, PlaceMention, TimeMention
from tocsin.core.types.report import Report
from tocsin.core.types.request import Request
from tocsin.core.types.span import Span
from tocsin.core.types.statement import Statement
from tocsin.core.types.toll import NO_TOLL, Toll


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A report and what was read from it.

    `statements` are attributed to a speaker; `narration` are those of the report's own voice,
    one for each sentence that carries an event outside any attributed content. `unread` says why
    a report was stored without being read (its language, no text), else None.
    """

    report: Report
    sentences: tuple[Span, ...] = ()
    times: tuple[TimeMention, ...] = ()
    places: tuple[PlaceMention, ...] = ()
    names: tuple[NameMention, ...] = ()
    statements: tuple[Statement, ...] = ()
    narration: tuple[Statement, ...] = ()
    events: tuple[Event, ...] = ()
    toll: Toll = NO_TOLL
    groups: tuple[GroupAtRisk, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    requests: tuple[Request, ...] = ()
    unread: str | None = None

    @property
    def all_statements(self) -> tuple[Statement, ...]:
        """Return attributed statements and the report's own, in that order."""
        return self.statements + self.narration
