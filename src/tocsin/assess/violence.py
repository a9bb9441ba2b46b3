"""Scopes of violence against people that no report puts a named group to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from tocsin.assess.corpus import Corpus
from tocsin.assess.names import proper_words, words_of_sentence
from tocsin.assess.scopes import Scope
from tocsin.core.ids import ReportId
from tocsin.core.types import Event, Incident, PlaceMention, Polarity, Status
from tocsin.ontology.gravity import gravity_lists

REAL = frozenset({Status.HAPPENED, Status.ONGOING, Status.ATTEMPTED})
COUNTRY_WIDE_KM = 300.0  # "violence in Tarvenia" tells nobody where to look
KILLED_IN_A_COUNTRY = 10  # unless so many died that the country is told at once


def place_scopes(incidents: Sequence[Incident], corpus: Corpus) -> Iterator[Scope]:
    """Yield one scope for each place where people are said to be harmed.

    A report that leads with that place, and tells of harm in no other, is all about it: what
    else it tells (that nobody came, that the network was cut) belongs there too.
    """
    by_place: dict[str, list[Incident]] = defaultdict(list)
    places_of: dict[ReportId, set[str]] = defaultdict(set)
    for incident in incidents:
        if incident.place is not None and harms_people(incident, corpus):
            by_place[incident.place].append(incident)
            for report in incident.reports:
                places_of[report].add(incident.place)
    for place in sorted(by_place):
        held = by_place[place]
        reports = {report for incident in held for report in incident.reports}
        names = proper_words(place)
        leading = {report for report in reports if names & corpus.leads[report]}
        whole = {report for report in leading if len(places_of[report]) == 1}
        beside = (i for i in incidents if i not in held and _is_told_beside(i, whole))
        scope = Scope(
            key=f"place {place}",
            group=None,
            names=names,
            readings=tuple(r for r in corpus.readings if r.report.id in whole),
            shared=frozenset(),
            incidents=(),
            retracted=corpus.retracted,
        )
        every = (r for r in corpus.readings if r.report.id in reports)
        yield scope.holding([*held, *beside], every)


def _is_told_beside(incident: Incident, whole: set[ReportId]) -> bool:
    lists = gravity_lists()
    counts = lists.lethal | lists.removal | lists.coercive
    return incident.type in counts and bool(incident.reports) and whole.issuperset(incident.reports)


def harms_people(incident: Incident, corpus: Corpus) -> bool:
    """Return whether people are said to be harmed in a place that can be told.

    A figure of speech has neither count nor victims; an attack on a country is a war and not
    yet harm to people. What is only planned makes a situation where a group is named.
    """
    lists = gravity_lists()
    if incident.type not in lists.mass | lists.lethal | lists.removal:
        return False
    if incident.polarity is not Polarity.AFFIRMED or not incident.supports:
        return False
    events = [event for id_ in incident.events for event in _event(id_, corpus)]
    if not any(_has_victims(event) for event in events if event.status in REAL):
        return False
    return _is_told_where(incident, corpus) or _killed(incident) >= KILLED_IN_A_COUNTRY


def _event(identity: object, corpus: Corpus) -> Iterator[Event]:
    reading = corpus.reading_of.get(identity)  # type: ignore[call-overload]
    yield from (event for event in reading.events if event.id == identity) if reading else ()


def _has_victims(event: Event) -> bool:
    toll = event.toll
    if any((toll.killed, toll.injured, toll.displaced, toll.detained)):
        return True
    if event.type not in gravity_lists().to_people:
        return False
    return any(
        target.private or words_of_sentence(target.text) & gravity_lists().people_words
        for target in event.targets
    )


def _killed(incident: Incident) -> int:
    return max((t.toll.killed.low or 0 for t in incident.tolls if t.toll.killed), default=0)


def _is_told_where(incident: Incident, corpus: Corpus) -> bool:
    """Return whether the incident's place is narrower than a country."""
    return any(
        mention.name == incident.place and not _is_country(mention)
        for event in incident.events
        if event in corpus.reading_of
        for mention in corpus.reading_of[event].places
    )


def _is_country(mention: PlaceMention) -> bool:
    place = mention.place
    if place is None:
        return False
    return place.feature.startswith(("PCL", "CONT")) or place.uncertainty_km >= COUNTRY_WIDE_KM
