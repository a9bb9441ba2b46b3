"""Sightings: what one event of one report gives to match it with others."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from tocsin.core.ids import ReportId
from tocsin.core.place import Place
from tocsin.core.time import Precision, end_of_day, start_of_day
from tocsin.core.types import Event, NameKind, Participant, PlaceMention, Reading
from tocsin.ontology.sourcing import sourcing_words
from tocsin.weigh.copies.shingles import words_of
from tocsin.weigh.families import families_of, phase_of
from tocsin.weigh.naming import folded, telling_words

NEWS_DELAY_DAYS = 5  # news of an undated event; swept 3–10 on evals/incidents.py
FINE_PLACE_KM = 100.0  # a wider place (province, country) is shared by many incidents
PLAN_REACH_DAYS = 45  # two reports of an undated plan speak of one plan if this close
DAY_OR_FINER = frozenset(
    {Precision.SECOND, Precision.MINUTE, Precision.HOUR, Precision.PART_OF_DAY, Precision.DAY}
)
BEGINNING = datetime(1, 1, 15, tzinfo=UTC)  # away from the ends, so that days can be added
END = datetime(9999, 9, 15, tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sighting:
    """One event with what its report knows of when, where and who, folded for comparison.

    `start`–`end` is when it may have been; `dated` says that the text itself gives the day.
    `names` are all names of the report, `persons` its private persons, `words` those of the
    event's sentence. `text` is the root of the copies that print the report. `by_group` marks
    what a group at risk itself is said to do. `towns` are the fine places the report names.
    """

    event: Event
    report: ReportId
    text: ReportId
    families: frozenset[str]
    phase: str
    start: datetime
    end: datetime
    dated: bool
    place_name: str
    place: Place | None
    country: str | None
    within: str
    actors: frozenset[str]
    targets: frozenset[str]
    words: frozenset[str]
    names: frozenset[str]
    persons: frozenset[str]
    by_group: bool
    towns: frozenset[str] = frozenset()

    @property
    def is_bare(self) -> bool:
        """Return whether the event refers back without saying who, where or when."""
        return not (self.actors or self.targets or self.place_name or self.dated)


def sightings_of(reading: Reading, roots: Mapping[ReportId, ReportId]) -> list[Sighting]:
    """Return a sighting for each event of the reading, in text order."""
    report = reading.report
    names = frozenset(_report_names(reading))
    sites = _sites(reading)
    persons = frozenset(_private_persons(reading))
    towns = frozenset(_towns(reading))
    return [
        replace(
            _sighting(event, reading, roots.get(report.id, report.id), names, persons, sites),
            towns=towns,
        )
        for event in reading.events
    ]


def is_wide(place: Place) -> bool:
    """Return whether the place is shared by many incidents: a country, a province."""
    return place.uncertainty_km >= FINE_PLACE_KM or place.feature.startswith(("PCL", "ADM1"))


def place_of(event: Event, reading: Reading) -> PlaceMention | None:
    """Return where the event is said to be, None where the text does not say."""
    if event.place is None or event.place >= len(reading.places):
        return None
    return reading.places[event.place]


def _sighting(
    event: Event,
    reading: Reading,
    text: ReportId,
    names: frozenset[str],
    persons: frozenset[str],
    sites: Mapping[str, str],
) -> Sighting:
    mention = place_of(event, reading)
    outer = _outer_place(mention, reading)
    start, end, dated = _when(event, reading)
    known = mention.ground if mention else None
    return Sighting(
        event=event,
        report=reading.report.id,
        text=text,
        families=families_of(event.type),
        phase=phase_of(event.status),
        start=start,
        end=end,
        dated=dated,
        place_name=folded(mention.name) if mention else "",
        place=known,
        country=(known or outer).country if known or outer else None,  # type: ignore[union-attr]
        within=folded((known.admin1 or "") if known else outer.name if outer else ""),
        actors=_bearers(event.actors),
        targets=frozenset(sites.get(target, target) for target in _bearers(event.targets)),
        words=_sentence_words(event, reading),
        names=names,
        persons=persons,
        by_group=_is_by_group(event, reading),
    )


def _outer_place(mention: PlaceMention | None, reading: Reading) -> Place | None:
    if mention is None or mention.within is None or mention.within >= len(reading.places):
        return None
    return reading.places[mention.within].place


def _when(event: Event, reading: Reading) -> tuple[datetime, datetime, bool]:
    time = event.time
    if time is not None and (time.earliest or time.latest):
        dated = time.precision in DAY_OR_FINER and time.earliest is not None
        return max(time.earliest or BEGINNING, BEGINNING), min(time.latest or END, END), dated
    published = reading.report.published
    if published is None or not BEGINNING.date() < published < END.date():
        return BEGINNING, END, False
    if phase_of(event.status) == "real":
        return (
            start_of_day(published) - timedelta(days=NEWS_DELAY_DAYS),
            end_of_day(published),
            False,
        )
    reach = timedelta(days=PLAN_REACH_DAYS)
    return start_of_day(published) - reach, end_of_day(published) + reach, False


def _bearers(participants: Iterable[Participant]) -> frozenset[str]:
    return frozenset(filter(None, (folded(one.canonical or one.text) for one in participants)))


def _sites(reading: Reading) -> dict[str, str]:
    """Return the one named site that a word for its kind means: "camp", "village"."""
    meant: dict[str, set[str]] = {}
    for name in (*(p.name for p in reading.places), *(g.place or "" for g in reading.groups)):
        words = words_of(name)
        if words[-1:] and not telling_words(words[-1]) and telling_words(name):
            meant.setdefault(words[-1], set()).add(folded(name))
    return {word: next(iter(names)) for word, names in meant.items() if len(names) == 1}


def _sentence_words(event: Event, reading: Reading) -> frozenset[str]:
    if event.sentence >= len(reading.sentences):
        return frozenset()
    words = words_of(reading.sentences[event.sentence].within(reading.report.text))
    common = sourcing_words().common_in_names
    return frozenset(word for word in words if len(word) > 2 and word not in common)


def _is_by_group(event: Event, reading: Reading) -> bool:
    """Return whether a group at risk of the report is itself said to act."""
    groups = {word for group in reading.groups for word in telling_words(group.name)}
    for mention in reading.places:
        if mention.place is not None and mention.place.feature.startswith("PCL"):
            groups -= telling_words(mention.text)
    return any(telling_words(actor.canonical) & groups for actor in event.actors)


def _private_persons(reading: Reading) -> Iterable[str]:
    """Yield the full names of private persons: few reports but those of one event share them."""
    for mention in reading.names:
        name = folded(mention.canonical)
        if mention.kind is NameKind.PERSON and mention.private and " " in name:
            yield name


def _towns(reading: Reading) -> Iterable[str]:
    for mention in reading.places:
        if mention.place is not None and not is_wide(mention.place):
            yield folded(mention.name)


def _report_names(reading: Reading) -> Iterable[str]:
    named = (NameKind.PERSON, NameKind.FACILITY, NameKind.ORGANISATION, NameKind.FORCE)
    for mention in reading.names:
        if mention.kind in named:
            yield from telling_words(mention.canonical)
    for place in reading.places:
        yield from telling_words(place.name)
