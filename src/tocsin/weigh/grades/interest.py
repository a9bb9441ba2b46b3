"""Interest: whether a party to the dispute speaks for or against its own side.

A party is not thereby a liar. What it says against its own interest is worth more than an
outsider's word, what it says in its interest less.
Source: Federal Rules of Evidence 804(b)(3), statements against interest.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from tocsin.core.types import Event, Incident, NameKind, Party
from tocsin.ontology.gravity import gravity_lists
from tocsin.weigh.naming import folded, telling_words
from tocsin.weigh.origins.parties import DISPUTING_SECTORS, GROUP_ROLE


class Interest(StrEnum):
    """Which way the speaker's own interest pulls."""

    NONE = "none"
    AGAINST = "against"
    IN = "in"
    UNCLEAR = "unclear"


class Camp(StrEnum):
    """The side of the incident that a party stands on."""

    ACTOR = "actor"
    TARGET = "target"
    OTHER = "other"


class CountRank(StrEnum):
    """How a statement's count stands beside those of other origins."""

    LOWEST = "lowest"
    HIGHEST = "highest"
    AMONG = "among"
    ALONE = "alone"


WEIGHT = {
    Interest.NONE: 1.0,
    Interest.AGAINST: 2.0,  # an admission and one outside report confirm one another
    Interest.IN: 0.5,  # two interested voices never make up one outside voice: see the ceiling
    Interest.UNCLEAR: 0.5,  # a party all the same; which way it leans cannot be told
}
"""How much an origin's word counts. Outsiders count one."""


@dataclass(frozen=True, slots=True)
class Leaning:
    """The interest of a speaker in what it says, and the reason in words ("" for outsiders)."""

    interest: Interest
    words: str = ""


OUTSIDER = Leaning(Interest.NONE)


def camp_of(party: Party, incident: Incident) -> Camp:
    """Return the side of the incident on which the party stands."""
    if _is_of(party, incident.actors):
        return Camp.ACTOR
    place = (incident.place,) if incident.place and party.role == GROUP_ROLE else ()
    if _is_of(party, (*incident.targets, *place)):
        return Camp.TARGET
    return Camp.OTHER


def leaning_of(
    party: Party | None,
    incident: Incident,
    *,
    affirms: bool,
    armed_targets: bool = False,
    count: CountRank = CountRank.ALONE,
) -> Leaning:
    """Return which way the interest of the speaker lies in affirming or denying the incident."""
    if party is None:
        return OUTSIDER
    camp = camp_of(party, incident)
    if camp is Camp.OTHER or incident.type not in gravity_lists().hostile:
        return _leans(party, Interest.UNCLEAR, "where its interest lies here cannot be told")
    if camp is Camp.ACTOR:
        return _actor_leaning(party, affirms, armed_targets, count)
    return _target_leaning(party, affirms, count)


def _actor_leaning(party: Party, affirms: bool, armed: bool, count: CountRank) -> Leaning:
    if not affirms:
        return _leans(party, Interest.IN, "and denies its own act")
    if armed:
        return _leans(party, Interest.IN, "and claims a success over an armed opponent")
    if count is CountRank.LOWEST:
        return _leans(party, Interest.IN, "and gives the lowest count of its own act")
    return _leans(party, Interest.AGAINST, "and admits its own act")


def _target_leaning(party: Party, affirms: bool, count: CountRank) -> Leaning:
    if not affirms:
        return _leans(party, Interest.AGAINST, "and denies harm to its own side")
    if count is CountRank.LOWEST:
        return _leans(party, Interest.AGAINST, "and gives the lowest count of its own losses")
    if count is CountRank.HIGHEST:
        return _leans(party, Interest.IN, "and gives the highest count of its own losses")
    return _leans(party, Interest.IN, "and speaks of harm to its own side")


def _leans(party: Party, interest: Interest, what: str) -> Leaning:
    weight = "more" if interest is Interest.AGAINST else "less"
    return Leaning(interest, f"{party.of} is a party {what}: counts for {weight}")


def are_armed(events: Iterable[Event]) -> bool:
    """Return whether a target of the events is a force or an armed group."""
    return any(
        target.kind is NameKind.FORCE or target.sector in DISPUTING_SECTORS - {"GOV", "JUD", "LEG"}
        for event in events
        for target in event.targets
    )


def _is_of(party: Party, names: Iterable[str]) -> bool:
    """Return whether the party is one of those named, or a part of it."""
    own = telling_words(party.of)
    for name in names:
        told = telling_words(name)
        if folded(name) == folded(party.of) or (own and told and (own <= told or told <= own)):
            return True
    return False
