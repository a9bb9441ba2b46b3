"""Warning: an assessment on its way to those who can act. A person reviews it before it goes."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from tocsin.core.ids import SituationId, StatementId


class WarningState(StrEnum):
    """Where a warning stands. Only a named reviewer moves it past DRAFT."""

    DRAFT = "draft"
    REVIEWED = "reviewed"
    ISSUED = "issued"
    UPDATED = "updated"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True, kw_only=True)
class WarningSentence:
    """One sentence of a warning's text with the statements it rests on; never without one."""

    text: str
    statements: tuple[StatementId, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Warning:
    """A warning about one situation; `reviewer` is None while it is a draft."""

    situation: SituationId
    state: WarningState
    sentences: tuple[WarningSentence, ...]
    reviewer: str | None = None
