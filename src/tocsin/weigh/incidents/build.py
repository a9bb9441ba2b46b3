"""Incidents: the statements of several reports about one event."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from tocsin.core.ids import IncidentId, content_id
from tocsin.core.place import Place
from tocsin.core.types import Event, Incident, Link, Origin, Polarity
from tocsin.core.types.toll import NO_TOLL
from tocsin.weigh.copies.near_copies import seniority
from tocsin.weigh.counts.fusion import fused_counts
from tocsin.weigh.counts.tolls import compare_tolls
from tocsin.weigh.incidents.accounts import Account, is_denial
from tocsin.weigh.incidents.traits import main_type, site_of, status_of, targets_of, time_of
from tocsin.weigh.incidents.weighing import Weighing
from tocsin.weigh.linking.clusters import Cluster
from tocsin.weigh.linking.matching import reasons_for
from tocsin.weigh.linking.sightings import Sighting
from tocsin.weigh.naming import bearer_names, folded
from tocsin.weigh.origins.fold import fold_origins
from tocsin.weigh.relations.contradiction import find_denials, find_disputes, speaks_against


def incident_of(cluster: Cluster, weighing: Weighing) -> Incident:
    """Return the incident that a cluster of sightings tells of."""
    members = sorted(
        cluster.members,
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
    main = main_type(events)
    affirming = _affirming(standing, main)
    counts = compare_tolls(affirming)
    place = site_of(members, weighing)
    return Incident(
        id=incident,
        type=main,
        status=status_of(_of_type(main, [a.event for a in affirming] or events)),
        polarity=Polarity.AFFIRMED if affirming else Polarity.DENIED,
        place=place,
        time=time_of(events),
        events=tuple(event.id for event in events),
        reports=tuple(dict.fromkeys(sighting.report for sighting in members)),
        actors=bearer_names(one.canonical or one.text for e in events for one in e.actors),
        targets=targets_of(events, main, place),
        origins=origins,
        supports=tuple(dict.fromkeys(a.id for a in affirming)),
        contradicts=(
            *find_denials(standing, type_name=main),
            *counts.contradictions,
            *find_disputes(standing, weighing.readings),
        ),
        tolls=counts.tolls,
        updates=counts.updates,
        retracted=retracted,
        links=_links(cluster),
        fused=fused_counts(
            counts.tolls,
            origins=origins,
            published={a.report: a.published for a in standing},
            place=_ground(members, place),
        ),
    )


def _ground(members: Sequence[Sighting], name: str | None) -> Place | None:
    """Return the grounded place of that name, None where no member has it."""
    wanted = folded(name or "")
    return next((one.place for one in members if one.place and one.place_name == wanted), None)


def _links(cluster: Cluster) -> tuple[Link, ...]:
    """Return why the sightings were taken for one incident, the strongest link first."""
    by_id = {str(sighting.event.id): sighting for sighting in cluster.heads}
    return tuple(
        Link(
            event=by_id[edge.one].event.id,
            other=by_id[edge.other].event.id,
            points=-edge.minus_points,
            reasons=reasons_for(by_id[edge.one], by_id[edge.other]),
        )
        for edge in cluster.links
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
