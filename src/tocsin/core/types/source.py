"""Source: who publishes or is cited, with an Admiralty reliability grade."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from tocsin.core.ids import SourceId, content_id


class SourceKind(StrEnum):
    """What a source is."""

    OUTLET = "outlet"
    AUTHOR = "author"
    SPEAKER = "speaker"


class Reliability(StrEnum):
    """How far a source can be trusted; F is unknown, not worst. Source: NATO AJP-2.1."""

    A = "A"
    B = "B"
    C = "C"
    D = "D"
    E = "E"
    F = "F"


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """A reason to think that a source takes part in the dispute it speaks of."""

    of: str
    role: str
    evidence: str


class Subject(StrEnum):
    """What a statement speaks about: a source may be right on one and wrong on another."""

    CASUALTIES = "casualties"
    CONDUCT = "conduct"
    INTENT = "intent"


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceRecord:
    """How a source's statements on one subject fared against independent origins.

    `confirmed` and `contradicted` are weighed counts of statements; `reliability` is the grade
    that this record alone gives.
    """

    subject: Subject
    confirmed: float
    contradicted: float
    reliability: Reliability


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """An outlet, author or speaker. `name` may be a private person's: mask it in outputs.

    `reliability` follows from the `records`, or from an analyst's judgement; `reason` says how.
    """

    id: SourceId
    kind: SourceKind
    name: str
    reliability: Reliability
    reason: str
    party: Party | None = None
    private: bool = False
    records: tuple[SourceRecord, ...] = ()


def source_id(kind: SourceKind, name: str) -> SourceId:
    """Return the id of a source; case and spacing of the name do not matter."""
    return SourceId(content_id("src", kind, " ".join(name.casefold().split())))
