"""Relation: what two reports, or two tellings of an event, are to one another."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from tocsin.core.ids import ReportId
from tocsin.core.types import ContradictionKind


class RelationKind(StrEnum):
    """What one report is to another."""

    SUPPORT = "support"
    UPDATE = "update"
    CONTRADICTION = "contradiction"
    UNRELATED = "unrelated"


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """What the two are to one another, and why.

    `of` says what is disputed, `newer` which report carries the other forward.
    """

    kind: RelationKind
    reason: str
    of: ContradictionKind | None = None
    newer: ReportId | None = None


UNRELATED = Relation(
    kind=RelationKind.UNRELATED, reason="nothing shows that they tell of one matter"
)


def support(reason: str) -> Relation:
    """Return that the one bears the other out."""
    return Relation(kind=RelationKind.SUPPORT, reason=reason)


def update(reason: str) -> Relation:
    """Return that the later carries the earlier forward."""
    return Relation(kind=RelationKind.UPDATE, reason=reason)


def contradiction(of: ContradictionKind, reason: str) -> Relation:
    """Return that the two cannot both hold."""
    return Relation(kind=RelationKind.CONTRADICTION, reason=reason, of=of)
