"""Request: an appeal to named duty-bearers as a report carries it."""

from __future__ import annotations

from dataclasses import dataclass

from tocsin.core.ids import StatementId
from tocsin.core.types.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """Who asks whom for what; `statements` are the statements it was read from."""

    asked_by: str
    asked_of: tuple[str, ...]
    asks: tuple[str, ...]
    span: Span
    statements: tuple[StatementId, ...] = ()
