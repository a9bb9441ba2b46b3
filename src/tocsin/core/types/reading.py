"""Reading: everything read from one report."""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import dataclass

from tocsin.core.ids import StatementId
from tocsin.core.types.deadline import Deadline
from tocsin.core.types.event import Event
from tocsin.core.types.group import GroupAtRisk
from tocsin.core.types.mention import NameMention, PlaceMention, TimeMention
from tocsin.core.types.report import Report
from tocsin.core.types.request import Request
from tocsin.core.types.span import Span
from tocsin.core.types.statement import Statement, narration_of
from tocsin.core.types.toll import NO_TOLL, Toll
from tocsin.core.types.triage import Triage


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A report and what was read from it.

    `statements` are attributed to a speaker; `narration` are those of the report's own voice,
    one for each sentence that carries an event outside any attributed content. `unread` says why
    a report was stored without being read (its language, no text, triage), else None. `triage` is
    None where nobody looked, as at a language that is not read.
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
    triage: Triage | None = None

    @property
    def is_set_aside(self) -> bool:
        """Return whether triage passed the report over, so that nothing was read from it."""
        return self.triage is not None and not self.triage.is_read

    @property
    def all_statements(self) -> tuple[Statement, ...]:
        """Return attributed statements and the report's own, in that order."""
        return self.statements + self.narration

    def statements_among(self, wanted: Container[StatementId]) -> Iterator[Statement]:
        """Yield the statements whose id is wanted, among them the narration of any sentence.

        Assessing may rest on a sentence that carries no event; its narration is made here by the
        rule that gave it its id.
        """
        known = {statement.id for statement in self.all_statements}
        yield from (statement for statement in self.all_statements if statement.id in wanted)
        for sentence in self.sentences:
            narration = narration_of(self.report, sentence)
            if narration.id in wanted and narration.id not in known:
                yield narration
