"""Accounts: one statement's say on one incident, with its voice."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from tocsin.core.ids import ReportId, StatementId
from tocsin.core.types import Event, Polarity, Stance, Statement
from tocsin.weigh.origins.voices import Voice


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """What one statement says of an incident.

    `denies` is set where it denies the event, or its report takes it back. `origin` is the
    index of its origin among the incident's; `seen_at` is when the event is said to have been.
    """

    event: Event
    statement: Statement
    report: ReportId
    published: date | None
    seen_at: datetime
    voice: Voice
    denies: bool
    origin: int = -1

    @property
    def id(self) -> StatementId:
        """Return the statement's id."""
        return self.statement.id


def is_denial(event: Event, statement: Statement, *, taken_back: bool) -> bool:
    """Return whether the statement speaks against the event."""
    denied = event.polarity is Polarity.DENIED or statement.stance is Stance.DENIES
    return denied or taken_back
