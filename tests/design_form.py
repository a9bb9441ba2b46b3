"""The designed form of a reading's JSON line, as a model that takes nothing else."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field


def ordered(span: tuple[int, int]) -> tuple[int, int]:
    """Return the span. Raises: ValueError where it ends before it starts."""
    if not 0 <= span[0] <= span[1]:
        raise ValueError("a span ends before it starts")
    return span


Offsets = Annotated[tuple[int, int], AfterValidator(ordered)]
Alpha3 = Annotated[str, Field(pattern=r"^[A-Z]{3}$")]
Status = Literal[
    "happened", "ongoing", "attempted", "planned", "threatened",
    "ordered", "requested", "feared", "called_for", "hypothetical",
]  # fmt: skip
Stance = Literal[
    "asserts", "denies", "accuses", "threatens", "demands", "promises", "predicts", "appeals"
]
Kind = Literal["person", "organisation", "group", "force", "facility", "office"]


class Form(BaseModel):
    """An object with these keys and no other."""

    model_config = ConfigDict(extra="forbid")


class Words(Form):
    """A stretch of the text."""

    start: int
    end: int
    text: str


class Count(Form):
    """A number as reported; unknown is null."""

    low: int | None
    high: int | None
    as_reported: str


class Toll(Form):
    """Counts; what was not counted is left out."""

    killed: Count | None = None
    injured: Count | None = None
    detained: Count | None = None
    displaced: Count | None = None
    at_risk: Count | None = None


class Time(Words):
    """A time expression."""

    type: Literal["DATE", "TIME", "DURATION", "SET"]
    value: str
    earliest: datetime | None = None
    latest: datetime | None = None


class Alternative(Form):
    """Another bearer of a toponym."""

    geonames_id: int | None
    name: str
    lon: Annotated[float, Field(ge=-180, le=180)]
    lat: Annotated[float, Field(ge=-90, le=90)]
    country: Alpha3 | None
    score: Annotated[float, Field(ge=0, le=1)]
    admin1: str | None = None
    feature: str
    whosonfirst_id: int | None = None
    source: str | None = None


class Vicinity(Form):
    """The ground that is meant beside a place."""

    kind: Literal["near", "outskirts", "offset", "between", "part"]
    lon: Annotated[float, Field(ge=-180, le=180)]
    lat: Annotated[float, Field(ge=-90, le=90)]
    uncertainty_km: Annotated[float, Field(gt=0)]
    span: Offsets
    other: int | None = None


class Place(Words):
    """A toponym; its position is null where no gazetteer holds it."""

    name: str
    geonames_id: int | None
    lon: Annotated[float, Field(ge=-180, le=180)] | None
    lat: Annotated[float, Field(ge=-90, le=90)] | None
    country: Alpha3 | None
    feature: str | None
    uncertainty_km: Annotated[float, Field(gt=0)] | None
    score: Annotated[float, Field(ge=0, le=1)]
    alternatives: list[Alternative]
    admin1: str | None = None
    within: int | None = None
    vicinity: Vicinity | None = None
    whosonfirst_id: int | None = None
    source: str | None = None


class Name(Words):
    """A named person or body."""

    kind: Kind
    canonical: str
    masked: bool
    country: Alpha3 | None = None
    sector: str | None = None


class Statement(Form):
    """Who says what, through whom."""

    id: str
    speaker: list[Offsets]
    cue: list[Offsets]
    content: list[Offsets]
    stance: Stance
    chain: list[str]
    said_by: str | None = None
    within: str | None = None


class Participant(Words):
    """An attributed actor or a target."""

    kind: Kind
    canonical: str | None = None
    country: Alpha3 | None = None
    sector: str | None = None


class When(Form):
    """The interval of an event."""

    earliest: datetime | None
    latest: datetime | None
    precision: str
    value: str


class Event(Form):
    """One event."""

    id: str
    type: str
    plover: Annotated[str, Field(pattern=r"^[A-Z]+$")]
    cameo: Annotated[str, Field(pattern=r"^\d{2,4}$")]
    acled: str
    ucdp: Literal[1, 2, 3] | None
    status: Status
    polarity: Literal["affirmed", "denied"]
    trigger: Offsets
    sentence: int
    actors: list[Participant]
    targets: list[Participant]
    instrument: Words | None = None
    place: int | None = None
    time: When | None = None
    toll: Toll | None = None
    statement: str
    score: Annotated[float, Field(ge=0, le=1)]


class Part(Count):
    """A part of a group."""

    name: str


class Group(Count):
    """A group at risk."""

    name: str
    place: str | None
    of_which: list[Part]
    spans: list[Offsets]
    id: str


class Deadline(Form):
    """A coming date."""

    date: date
    precision: str
    what: str
    span: Offsets
    kind: Literal["due", "trigger"]
    sentence: int
    moved_from: date | None = None
    statements: list[str] | None = None


class Request(Form):
    """Who asks whom for what."""

    asked_by: Annotated[str, Field(alias="from")]
    to: list[str]
    asks: list[str]
    span: Offsets
    statements: list[str]


class Triage(Form):
    """How likely the report concerns violence, and whether it was read."""

    score: Annotated[float, Field(ge=0, le=1)]
    threshold: Annotated[float, Field(ge=0, le=1)]
    read: bool


class Line(Form):
    """One line of `tocsin read --json`."""

    schema_: Annotated[Literal["tocsin/1"], Field(alias="schema")]
    id: str
    sha256: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
    title: str | None
    outlet: str | None
    byline: str | None
    published: date | None
    language: Annotated[str, Field(pattern=r"^[a-z]{2,3}$")]
    text: str
    sentences: list[Offsets]
    times: list[Time]
    places: list[Place]
    names: list[Name]
    statements: list[Statement]
    narration: list[Statement]
    events: list[Event]
    toll: Toll | None = None
    groups: list[Group]
    deadlines: list[Deadline]
    requests: list[Request]
    url: str | None = None
    published_known: Literal["given", "metadata", "dateline", "guessed"] | None = None
    unread: str | None = None
    notes: list[str] | None = None
    triage: Triage | None = None
