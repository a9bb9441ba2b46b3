"""What a report names: times, places, and persons or bodies, each at its span."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from tocsin.core.place import Place
from tocsin.core.time import TimeSpan
from tocsin.core.types.span import Span


class TimexType(StrEnum):
    """Kinds of time expression. Source: ISO 24617-1 (TimeML), TIMEX3."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeMention:
    """A time expression with its TIMEX3 value; `when` where it lies on the calendar."""

    span: Span
    text: str
    type: TimexType
    value: str
    when: TimeSpan | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceMention:
    """A toponym or adjectival form.

    `place` is None for a name that no gazetteer holds; `within` then names the grounded place
    (district or country) that the text puts it in, as an index into the reading's places.
    """

    span: Span
    text: str
    name: str
    place: Place | None = None
    within: int | None = None
    score: float = 0.0


class NameKind(StrEnum):
    """What a name stands for."""

    PERSON = "person"
    ORGANISATION = "organisation"
    GROUP = "group"
    FORCE = "force"
    FACILITY = "facility"
    OFFICE = "office"


@dataclass(frozen=True, slots=True, kw_only=True)
class NameMention:
    """A named person or body.

    `canonical` joins mentions of one bearer ("Vessel" → "Anton Vessel"); `country` is ISO
    3166-1 alpha-3; `private` marks persons whose name every output masks by default.
    """

    span: Span
    text: str
    kind: NameKind
    canonical: str
    country: str | None = None
    sector: str | None = None
    private: bool = False
