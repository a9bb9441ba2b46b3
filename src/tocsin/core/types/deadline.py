"""Deadline: a coming date that matters, and why."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from enum import StrEnum

from tocsin.core.ids import StatementId
from tocsin.core.time import Precision
from tocsin.core.types.span import Span


class DeadlineKind(StrEnum):
    """Why the date matters: something is due by it, or it may set something off."""

    DUE = "due"
    TRIGGER = "trigger"


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline:
    """A date ahead of the report; `date` is the last day of the interval named.

    `moved_from` is the date that it replaces, and `statements` are those that name it: both are
    told once reports are taken together.
    """

    date: datetime.date
    precision: Precision
    kind: DeadlineKind
    what: str
    span: Span
    sentence: int
    moved_from: datetime.date | None = None
    statements: tuple[StatementId, ...] = ()
