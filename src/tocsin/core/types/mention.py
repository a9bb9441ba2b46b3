"""What a report names: times, places, and persons or bodies, each at its span."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from tocsin.core.place import Place, distance_km
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


class VicinityKind(StrEnum):
    """How the wording sets what it speaks of beside the place that it names."""

    NEAR = "near"
    OUTSKIRTS = "outskirts"
    OFFSET = "offset"
    BETWEEN = "between"
    PART = "part"


@dataclass(frozen=True, slots=True, kw_only=True)
class Vicinity:
    """The ground that is meant beside a named place: "near Halvik", "20 km north of Halvik".

    Units: `lon`, `lat` in degrees WGS 84, `uncertainty_km` as a place's. `span` covers the words
    that say so. `other` is the index of the second place of "between Halvik and Brenmark".
    """

    kind: VicinityKind
    lon: float
    lat: float
    uncertainty_km: float
    span: Span
    other: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceAlternative:
    """Another place that bears the name, with the probability that it is the one meant."""

    place: Place
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceMention:
    """A toponym or adjectival form.

    `place` is None for a name that no gazetteer holds; `within` then names the grounded place
    (district or country) that the text puts it in, as an index into the reading's places.
    `score` is the probability that the words name this place; `alternatives` are the other
    bearers of the name that come into question, the likeliest first. `vicinity` is where the
    wording means to point where that is not the place itself.
    """

    span: Span
    text: str
    name: str
    place: Place | None = None
    within: int | None = None
    score: float = 0.0
    alternatives: tuple[PlaceAlternative, ...] = ()
    vicinity: Vicinity | None = None

    @property
    def ground(self) -> Place | None:
        """Return the place, moved and widened to where the wording points."""
        around = self.vicinity
        if self.place is None or around is None:
            return self.place
        return replace(
            self.place, lon=around.lon, lat=around.lat, uncertainty_km=around.uncertainty_km
        )

    @property
    def uncertainty_km(self) -> float | None:
        """Return the radius about the place itself within which the wording may point."""
        place, around = self.place, self.vicinity
        if place is None or around is None:
            return place.uncertainty_km if place else None
        apart = distance_km(place.lon, place.lat, around.lon, around.lat)
        return round(max(place.uncertainty_km, apart + around.uncertainty_km), 1)


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
