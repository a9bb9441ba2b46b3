"""Group at risk: people exposed to harm, counted as reported, never listed by name."""

from __future__ import annotations

from dataclasses import dataclass

from tocsin.core.ids import GroupId, ReportId, content_id
from tocsin.core.types.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A part of a group: "of whom 1,000 women"."""

    name: str
    low: int | None
    high: int | None
    as_reported: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupAtRisk:
    """A group with its size as reported; `place` is the place's name in the report."""

    id: GroupId
    name: str
    place: str | None
    low: int | None
    high: int | None
    as_reported: str
    of_which: tuple[Part, ...]
    spans: tuple[Span, ...]


def group_id(report: ReportId, name: str) -> GroupId:
    """Return the id of a group as one report names it."""
    return GroupId(content_id("grp", report, " ".join(name.casefold().split())))
