"""Incidents: the statements of several reports about one event."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from tocsin.core.ids import EventId, IncidentId, ReportId, StatementId, content_id
from tocsin.core.time import TimeSpan
from tocsin.core.types import (
    Contradiction,
    ContradictionKind,
    Event,
    Incident,
    Origin,
    Polarity,
    Reading,
    Statement,
    Status,
)
from tocsin.core.types.toll import NO_TOLL
from tocsin.ontology.gravity import gravity_lists
from tocsin.weigh.accounts import Account, is_denial
from tocsin.weigh.claims import ClaimMade, claim_reports
from tocsin.weigh.contradiction import find_denials, speaks_against
from tocsin.weigh.copies import seniority
from tocsin.weigh.families import are_opposed
from tocsin.weigh.linker import link_all
from tocsin.weigh.naming import bearer_names, telling_words
from tocsin.weigh.origins import fold_origins
from tocsin.weigh.sightings import Sighting, place_of, sightings_of
from tocsin.weigh.tolls import compare_tolls
from tocsin.weigh.voices import Voice

CLAIM_TYPE = "accuse"
LEADING_TO_DEATH = frozenset({"wound", "armed_attack", "clash", "disperse"})

SUREST_FIRST = tuple(Status)  # as the enum lists them: happened, ongoing, attempted, planned, …


@dataclass(frozen=True, slots=True)
class Weighing:
    """What every incident of one run is made from."""

    readings: Mapping[ReportId, Reading]
    statements: Mapping[StatementId, Statement]
    voice: Callable[[Statement, Reading], Voice]
    roots: Mapping[ReportId, ReportId]
    taken_back_in: frozenset[tuple[ReportId, int]]
    withdrawn: frozenset[ReportId]
    denials: Mapping[EventId, tuple[Statement, ...]]


def find_incidents(weighing: Weighing) -> tuple[Incident, ...]:
    """Return the incidents of the readings, in the order of their first reports."""
    sightings = [
        sighting
        for reading in weighing.readings.values()
        for sighting in sightings_of(reading, weighing.roots)
        if sighting.event.statement in weighing.statements
    ]
    incidents = [_incident(cluster.members, weighing) for cluster in link_all(sightings)]
    return sorted_incidents(incidents, weighing)


def claim_incident(group: Sequence[ClaimMade], weighing: Weighing) -> Incident:
    """Return the incident of a claim that some affirm and others deny, without any event."""
    reports = claim_reports(group)
    incident = IncidentId(content_id("inc", "claim", *sorted({c.statement.id for c in group})))
    voices = [weighing.voice(claim.statement, claim.reading) for claim in group]
    retracted = [c.statement.id for c in group if c.statement.report in weighing.withdrawn]
    origins = fold_origins(
        voices, incident=incident, readings=weighing.readings, retracted=frozenset(retracted)
    )
    denied = [claim for claim in group if not claim.affirmed]
    affirmed = [claim for claim in group if claim.affirmed]
    pairs = [(a, d) for a in affirmed for d in denied if a.statement.id != d.statement.id]
    return Incident(
        id=incident,
        type=CLAIM_TYPE,
        status=Status.ONGOING,
        polarity=Polarity.AFFIRMED,
        place=next((g.place for c in group for g in c.reading.groups if g.place), None),
        time=None,
        events=(),
        reports=reports,
        actors=(),
        targets=(),
        origins=origins,
        supports=tuple(dict.fromkeys(claim.statement.id for claim in affirmed)),
        contradicts=tuple(_claim_contradiction(a, d, weighing) for a, d in pairs),
        retracted=tuple(dict.fromkeys(retracted)),
    )


def sorted_incidents(incidents: Sequence[Incident], weighing: Weighing) -> tuple[Incident, ...]:
    """Return the incidents in the order of their first reports, ties by id."""
    return tuple(
        sorted(
            incidents,
            key=lambda i: (min(seniority(weighing.readings[r].report) for r in i.reports), i.id),
        )
    )


def _incident(members: Sequence[Sighting], weighing: Weighing) -> Incident:
    members = sorted(
        members,
        key=lambda s: (seniority(weighing.readings[s.report].report), s.event.trigger, s.event.id),
    )
    events = [sighting.event for sighting in members]
    incident = IncidentId(content_id("inc", *sorted(event.id for event in events)))
    accounts = [_account(sighting, weighing) for sighting in members]
    accounts += [
        denial
        for sighting, account in zip(members, accounts, strict=True)
        for denial in _denials_of_actors(sighting, account, weighing)
    ]
    retracted = tuple(dict.fromkeys(a.id for a in accounts if a.report in weighing.withdrawn))
    origins = fold_origins(
        list({a.id: a.voice for a in accounts}.values()),
        incident=incident, readings=weighing.readings, retracted=frozenset(retracted),
    )  # fmt: skip
    accounts = _with_origins(accounts, origins)
    standing = [a for a in accounts if a.id not in retracted]
    main = _main_type(events)
    affirming = _affirming(standing, main)
    counts = compare_tolls(affirming)
    place = _place(members, weighing)
    return Incident(
        id=incident,
        type=main,
        status=_status(_of_type(main, [a.event for a in affirming] or events)),
        polarity=Polarity.AFFIRMED if affirming else Polarity.DENIED,
        place=place,
        time=_time(events),
        events=tuple(event.id for event in events),
        reports=tuple(dict.fromkeys(sighting.report for sighting in members)),
        actors=bearer_names(one.canonical or one.text for e in events for one in e.actors),
        targets=_targets(events, main, place),
        origins=origins,
        supports=tuple(dict.fromkeys(a.id for a in affirming)),
        contradicts=find_denials(standing, type_name=main) + counts.contradictions,
        tolls=counts.tolls,
        updates=counts.updates,
        retracted=retracted,
    )


def _affirming(accounts: Sequence[Account], main: str) -> list[Account]:
    """Return the accounts that affirm the incident.

    Who denies the killing and tells only of the raid in which it was done does not affirm it.
    """
    denying = {account.origin for account in accounts if speaks_against(account, main)}
    return [
        account
        for account in accounts
        if not speaks_against(account, main)
        and (account.event.type == main or account.origin not in denying)
    ]


def _of_type(main: str, events: Sequence[Event]) -> Sequence[Event]:
    """Return the events of the incident's own type: a raid that happened makes no killing so."""
    return [event for event in events if event.type == main] or events


def _account(sighting: Sighting, weighing: Weighing) -> Account:
    event, reading = sighting.event, weighing.readings[sighting.report]
    statement = weighing.statements[event.statement]
    taken_back = (sighting.report, event.sentence) in weighing.taken_back_in
    return Account(
        event=event,
        statement=statement,
        report=sighting.report,
        published=reading.report.published,
        seen_at=sighting.start,
        voice=weighing.voice(statement, reading),
        denies=is_denial(event, statement, taken_back=taken_back),
    )


def _denials_of_actors(
    sighting: Sighting, account: Account, weighing: Weighing
) -> Iterator[Account]:
    """Yield what the attributed actors say against their part in the event."""
    reading = weighing.readings[sighting.report]
    for statement in weighing.denials.get(sighting.event.id, ()):
        yield replace(
            account,
            event=replace(sighting.event, toll=NO_TOLL),
            statement=statement,
            voice=weighing.voice(statement, reading),
            denies=True,
        )


def _with_origins(accounts: Sequence[Account], origins: Sequence[Origin]) -> list[Account]:
    index = {
        statement: number
        for number, origin in enumerate(origins)
        for statement in origin.statements
    }
    return [replace(account, origin=index[account.id]) for account in accounts]


def _main_type(events: Sequence[Event]) -> str:
    """Return the type most events have, of equals the surest; killing goes before what led to it.

    A type that others oppose gives way to what they affirm.
    """
    affirmed = [event for event in events if event.polarity is Polarity.AFFIRMED] or events
    counted = Counter(event.type for event in affirmed)
    surest: dict[str, int] = {}
    for event in affirmed:
        rank = SUREST_FIRST.index(event.status)
        surest[event.type] = min(rank, surest.get(event.type, rank))
    most = max(counted, key=lambda name: (counted[name], -surest[name], name))
    if most in LEADING_TO_DEATH and counted["kill"]:
        most = "kill"
    opposed = [name for name in counted if are_opposed(name, most)]
    return max([most, *opposed], key=lambda name: (name == "arm_or_recruit", name == most))


def _status(events: Sequence[Event]) -> Status:
    """Return the surest status; of what is done and what goes on, the one told most plainly."""
    surest = min((event.status for event in events), key=SUREST_FIRST.index)
    if surest is not Status.HAPPENED:
        return surest
    real = [event for event in events if event.status in (Status.HAPPENED, Status.ONGOING)]
    return max(real, key=lambda event: (event.score, event.status is surest)).status


def _place(members: Sequence[Sighting], weighing: Weighing) -> str | None:
    """Return the place most reports give, the finer of two that are named as often."""
    named: Counter[str] = Counter()
    width: dict[str, float] = defaultdict(float)
    for sighting in members:
        mention = place_of(sighting.event, weighing.readings[sighting.report])
        if mention is not None:
            named[mention.name] += 1
            width[mention.name] = mention.place.uncertainty_km if mention.place else 0.0
    return max(named, key=lambda name: (named[name], -width[name], name), default=None)


def _time(events: Sequence[Event]) -> TimeSpan | None:
    """Return the narrowest time given for the incident."""
    timed = [e.time for e in events if e.time and e.time.earliest and e.time.latest]
    spans = [(span.latest - span.earliest, str(span.earliest), span.value, span)
             for span in timed if span.latest and span.earliest]  # fmt: skip
    if spans:
        return min(spans, key=lambda row: row[:3])[3]
    return next((event.time for event in events if event.time), None)


def _targets(events: Sequence[Event], main: str, place: str | None) -> tuple[str, ...]:
    """Return the targets; of harm to people, not the place where they were."""
    named = [one.canonical or one.text for event in events for one in event.targets]
    if main in gravity_lists().to_people:
        site = telling_words(place or "")
        people = [name for name in named if not site or telling_words(name) != site]
        named = people or named
    return bearer_names(named)


def _claim_contradiction(a: ClaimMade, d: ClaimMade, weighing: Weighing) -> Contradiction:
    by, against = (weighing.voice(claim.statement, claim.reading).name for claim in (a, d))
    return Contradiction(
        kind=ContradictionKind.DENIAL,
        statement=a.statement.id,
        against=d.statement.id,
        reason=f"{a.topic}: {by} affirms it, {against} denies it",
    )
