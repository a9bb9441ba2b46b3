"""Level: how grave and how near, if true. docs/assessment.md states each rule by its id."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import IntEnum

from tocsin.assess.scopes import Scope
from tocsin.core.time import end_of_day
from tocsin.core.types import Event, Incident, Level, Polarity, Reading, Status
from tocsin.ontology.gravity import gravity_lists

NOW_DAYS = 14  # violence this recent is taken to go on
RECENT_DAYS = 90  # a quarter without further news ends a warning
NEAR_DAYS = 45  # time for a warning to be answered, and no more
MASS_TOLL = 10  # killed in one incident


class Gravity(IntEnum):
    """How grave an incident is, by its type and toll."""

    NONE = 0
    COERCIVE = 1
    REMOVAL = 2
    LETHAL = 3
    MASS = 4


class Nearness(IntEnum):
    """How near an incident is: past, feared, announced, announced for a coming date, now."""

    PAST = 0
    FEARED = 1
    RECENT = 2
    ANNOUNCED = 3
    DATED = 4
    NOW = 5


@dataclass(frozen=True, slots=True)
class Weight:
    """An incident with its gravity and nearness."""

    incident: Incident
    gravity: Gravity
    nearness: Nearness


@dataclass(frozen=True, slots=True)
class LevelFinding:
    """The level, the rule that gave it, and the incidents it was given for."""

    level: Level
    rule: str
    text: str
    incidents: tuple[Incident, ...]


def find_level(scope: Scope, *, as_of: datetime) -> LevelFinding:
    """Return the highest level that a rule gives, with that rule."""
    weights = [_weigh(i, scope, as_of) for i in scope.incidents if _stands(i)]
    for rule in RULES:
        deciding = [w.incident for w in weights if rule.holds(w, scope.group is not None)]
        if deciding:
            return LevelFinding(rule.level, rule.id, rule.text, tuple(deciding))
    return LevelFinding(Level.NONE, "level.none", "Nothing grave is reported as near.", ())


@dataclass(frozen=True, slots=True)
class LevelRule:
    """A row of the published table; all that it asks must hold of one incident."""

    id: str
    level: Level
    text: str
    gravity: tuple[Gravity, ...]
    nearest: tuple[Nearness, ...]
    group_needed: bool = True

    def holds(self, weight: Weight, has_group: bool) -> bool:
        """Return whether the incident meets the rule."""
        exposed = has_group or not self.group_needed
        return exposed and weight.gravity in self.gravity and weight.nearness in self.nearest


RULES: Sequence[LevelRule] = (
    LevelRule(
        "level.emergency.mass-now", Level.EMERGENCY,
        "Mass killing of the group is reported as going on or just done.",
        (Gravity.MASS,), (Nearness.NOW,),
    ),
    LevelRule(
        "level.emergency.mass-dated", Level.EMERGENCY,
        f"Mass killing of the group is said to be planned, threatened or ordered, and a date that "
        f"matters comes within {NEAR_DAYS} days.",
        (Gravity.MASS,), (Nearness.DATED,),
    ),
    LevelRule(
        "level.warning.mass", Level.WARNING,
        "Mass killing is said to be planned, threatened or ordered, or was reported lately.",
        (Gravity.MASS,), (Nearness.ANNOUNCED, Nearness.DATED, Nearness.RECENT, Nearness.NOW),
        group_needed=False,
    ),
    LevelRule(
        "level.warning.lethal", Level.WARNING,
        "Killing or maiming of the group is reported as going on, just done or announced.",
        (Gravity.LETHAL,), (Nearness.NOW, Nearness.DATED, Nearness.ANNOUNCED),
    ),
    LevelRule(
        "level.warning.removal", Level.WARNING,
        f"The group is being driven out or cut off, or is to be within {NEAR_DAYS} days.",
        (Gravity.REMOVAL,), (Nearness.NOW, Nearness.DATED),
    ),
    LevelRule(
        "level.watch.feared-mass", Level.WATCH,
        "Mass killing is feared or lies in the past of the group.",
        (Gravity.MASS,), (Nearness.FEARED, Nearness.PAST),
    ),
    LevelRule(
        "level.watch.group", Level.WATCH,
        "Violence, removal or pressure against the group is reported, announced or feared.",
        (Gravity.COERCIVE, Gravity.REMOVAL, Gravity.LETHAL),
        (Nearness.NOW, Nearness.DATED, Nearness.ANNOUNCED, Nearness.RECENT, Nearness.FEARED),
    ),
    LevelRule(
        "level.watch.place", Level.WATCH,
        "Violence against people is reported lately or announced; no group at risk is named.",
        (Gravity.REMOVAL, Gravity.LETHAL),
        (Nearness.NOW, Nearness.DATED, Nearness.ANNOUNCED, Nearness.RECENT),
        group_needed=False,
    ),
)  # fmt: skip


def coming_dates(scope: Scope, as_of: datetime) -> list[date]:
    """Return the deadlines and trigger dates of the situation that are not past, in order."""
    days = {d.date for reading in scope.readings for d in reading.deadlines}
    return sorted(day for day in days if day >= as_of.date())


def _stands(incident: Incident) -> bool:
    return (
        incident.polarity is Polarity.AFFIRMED and bool(incident.supports) and bool(incident.events)
    )


def _weigh(incident: Incident, scope: Scope, as_of: datetime) -> Weight:
    return Weight(incident, _gravity(incident), _nearness(incident, scope, as_of))


def _gravity(incident: Incident) -> Gravity:
    lists = gravity_lists()
    dead = max((t.toll.killed.low or 0 for t in incident.tolls if t.toll.killed), default=0)
    if incident.type in lists.mass or (incident.type in lists.lethal and dead >= MASS_TOLL):
        return Gravity.MASS
    if incident.type in lists.lethal:
        return Gravity.LETHAL
    if incident.type in lists.removal:
        return Gravity.REMOVAL
    return Gravity.COERCIVE if incident.type in lists.coercive else Gravity.NONE


def _nearness(incident: Incident, scope: Scope, as_of: datetime) -> Nearness:
    age = _age_days(incident, scope, as_of)
    if incident.status in (Status.PLANNED, Status.THREATENED, Status.ORDERED):
        if age > RECENT_DAYS:
            return Nearness.PAST
        near = as_of + timedelta(days=NEAR_DAYS)
        dated = any(end_of_day(day) <= near for day in coming_dates(scope, as_of))
        return Nearness.DATED if dated else Nearness.ANNOUNCED
    if incident.status in (Status.FEARED, Status.CALLED_FOR):
        return Nearness.FEARED if age <= RECENT_DAYS else Nearness.PAST
    if incident.status in (Status.REQUESTED, Status.HYPOTHETICAL):
        return Nearness.PAST
    if age <= NOW_DAYS:
        return Nearness.NOW
    return Nearness.RECENT if age <= RECENT_DAYS else Nearness.PAST


def _age_days(incident: Incident, scope: Scope, as_of: datetime) -> int:
    """Return how long ago the incident was, or, undated or ahead, was last reported."""
    told = incident.time.latest if incident.time else None
    if told is not None and told <= as_of and incident.status is not Status.ONGOING:
        return (as_of - told).days
    reports = set(incident.reports)
    days = [r.report.published for r in scope.readings if r.report.id in reports]
    known = [day for day in days if day is not None]
    return max(0, (as_of.date() - max(known)).days) if known else 0


def events_of(incidents: Sequence[Incident], readings: Sequence[Reading]) -> list[Event]:
    """Return the events of the incidents, in text order."""
    wanted = {event for incident in incidents for event in incident.events}
    return [event for reading in readings for event in reading.events if event.id in wanted]
