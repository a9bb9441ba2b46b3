"""Level: how grave and how near, if true. docs/assessment.md states each rule by its id."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import IntEnum

from tocsin.assess.scopes import Scope
from tocsin.core.types import Deadline, Incident, Level, Polarity, Reading, Status
from tocsin.ontology.gravity import gravity_lists

NOW_DAYS = 14  # violence this recent is taken to go on
RECENT_DAYS = 90  # a quarter without further news ends a warning
NEAR_DAYS = 45  # time for a warning to be answered, and no more
MASS_TOLL = 10  # killed in one incident
LEAD_SENTENCES = 5  # title and lead; what stands below them undated may be years old


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
    """The level, the rule that gave it and its words, and the incidents it was given for."""

    level: Level
    rule: str
    text: str
    incidents: tuple[Incident, ...]


def find_level(scope: Scope, dates: Sequence[Deadline], *, as_of: datetime) -> LevelFinding:
    """Return the highest level that a rule gives, with that rule.

    The incidents it is given for come the nearest first, then the deadliest.
    """
    near = (as_of + timedelta(days=NEAR_DAYS)).date()
    dated = any(as_of.date() <= one.date <= near for one in dates)
    weights = [_weigh(i, scope, as_of, dated=dated) for i in scope.incidents if _stands(i)]
    for rule in RULES:
        deciding = [w for w in weights if rule.holds(w, scope.group is not None)]
        if deciding:
            deciding.sort(key=lambda w: (-w.nearness, -dead_in(w.incident), w.incident.id))
            incidents = tuple(weight.incident for weight in deciding)
            return LevelFinding(rule.level, rule.id, rule.text_for(deciding[0]), incidents)
    return LevelFinding(Level.NONE, "level.none", "Nothing grave is reported as near.", ())


@dataclass(frozen=True, slots=True)
class LevelRule:
    """A row of the published table; all that it asks must hold of one incident.

    `nearest` gives, for each nearness that meets the rule, the words that say why.
    """

    id: str
    level: Level
    gravity: tuple[Gravity, ...]
    nearest: Mapping[Nearness, str]
    group_needed: bool = True

    def holds(self, weight: Weight, has_group: bool) -> bool:
        """Return whether the incident meets the rule."""
        exposed = has_group or not self.group_needed
        return exposed and weight.gravity in self.gravity and weight.nearness in self.nearest

    def text_for(self, weight: Weight) -> str:
        """Return why the rule holds of the incident."""
        status = weight.incident.status.value.replace("_", " ")
        what = GRAVITY_WORDS[weight.gravity]
        return self.nearest[weight.nearness].format(status=status, what=what)


GRAVITY_WORDS = {
    Gravity.NONE: "Something",
    Gravity.COERCIVE: "Pressure on people",
    Gravity.REMOVAL: "Driving people out or cutting them off",
    Gravity.LETHAL: "Violence against people",
    Gravity.MASS: "Killing on this scale",
}
NOW_TEXT = f"{{what}} within the last {NOW_DAYS} days."
RECENT_TEXT = f"{{what}} within the last {RECENT_DAYS} days."
DATED_TEXT = (
    f"{{what}} is said to be {{status}}, and a date that matters is within {NEAR_DAYS} days."
)
ANNOUNCED_TEXT = f"{{what}} is said to be {{status}}, with no date within {NEAR_DAYS} days."
FEARED_TEXT = "{what} is {status}; nobody says that it is planned."
PAST_TEXT = "{what} lies in the group's past."
AHEAD = {Nearness.DATED: DATED_TEXT, Nearness.ANNOUNCED: ANNOUNCED_TEXT}
REAL = {Nearness.NOW: NOW_TEXT, Nearness.RECENT: RECENT_TEXT}

RULES: Sequence[LevelRule] = (
    LevelRule(
        "level.emergency.mass-now", Level.EMERGENCY, (Gravity.MASS,), {Nearness.NOW: NOW_TEXT}
    ),
    LevelRule(
        "level.emergency.mass-dated", Level.EMERGENCY, (Gravity.MASS,), {Nearness.DATED: DATED_TEXT}
    ),
    LevelRule(
        "level.warning.mass", Level.WARNING, (Gravity.MASS,), REAL | AHEAD, group_needed=False
    ),
    LevelRule(
        "level.warning.lethal", Level.WARNING, (Gravity.LETHAL,), {Nearness.NOW: NOW_TEXT} | AHEAD
    ),
    LevelRule(
        "level.warning.removal", Level.WARNING, (Gravity.REMOVAL,),
        {Nearness.NOW: NOW_TEXT, Nearness.DATED: DATED_TEXT},
    ),
    LevelRule(
        "level.watch.feared-mass", Level.WATCH, (Gravity.MASS,),
        {Nearness.FEARED: FEARED_TEXT, Nearness.PAST: PAST_TEXT},
    ),
    LevelRule(
        "level.watch.group", Level.WATCH, (Gravity.COERCIVE, Gravity.REMOVAL, Gravity.LETHAL),
        REAL | AHEAD | {Nearness.FEARED: FEARED_TEXT},
    ),
    LevelRule(
        "level.watch.place", Level.WATCH, (Gravity.REMOVAL, Gravity.LETHAL), REAL | AHEAD,
        group_needed=False,
    ),
)  # fmt: skip


def _stands(incident: Incident) -> bool:
    return (
        incident.polarity is Polarity.AFFIRMED and bool(incident.supports) and bool(incident.events)
    )


def _weigh(incident: Incident, scope: Scope, as_of: datetime, *, dated: bool) -> Weight:
    return Weight(incident, _gravity(incident), _nearness(incident, scope, as_of, dated=dated))


def _gravity(incident: Incident) -> Gravity:
    lists = gravity_lists()
    many = dead_in(incident) >= MASS_TOLL
    if incident.type in lists.mass or (incident.type in lists.lethal and many):
        return Gravity.MASS
    if incident.type in lists.lethal:
        return Gravity.LETHAL
    if incident.type in lists.removal:
        return Gravity.REMOVAL
    return Gravity.COERCIVE if incident.type in lists.coercive else Gravity.NONE


def dead_in(incident: Incident) -> int:
    """Return the highest number of people that a statement says were killed at least."""
    return max((t.toll.killed.low or 0 for t in incident.tolls if t.toll.killed), default=0)


def _nearness(incident: Incident, scope: Scope, as_of: datetime, *, dated: bool) -> Nearness:
    age = _age_days(incident, scope, as_of)
    if age is None:
        return Nearness.PAST
    if incident.status in (Status.PLANNED, Status.THREATENED, Status.ORDERED):
        if age > RECENT_DAYS:
            return Nearness.PAST
        return Nearness.DATED if dated else Nearness.ANNOUNCED
    if incident.status in (Status.FEARED, Status.CALLED_FOR):
        return Nearness.FEARED if age <= RECENT_DAYS else Nearness.PAST
    if incident.status in (Status.REQUESTED, Status.HYPOTHETICAL):
        return Nearness.PAST
    if age <= NOW_DAYS:
        return Nearness.NOW
    return Nearness.RECENT if age <= RECENT_DAYS else Nearness.PAST


def _age_days(incident: Incident, scope: Scope, as_of: datetime) -> int | None:
    """Return how long ago the incident was, or, undated or ahead, was last reported.

    None for an undated one that only the background of reports on other things mentions.
    """
    told = incident.time.latest if incident.time else None
    if told is not None and told <= as_of and incident.status is not Status.ONGOING:
        return (as_of - told).days
    telling = [r for r in scope.readings if _tells_as_news(r, incident, scope)]
    if not telling:
        return None
    days = [r.report.published for r in telling if r.report.published]
    return max(0, (as_of.date() - max(days)).days) if days else 0


def _tells_as_news(reading: Reading, incident: Incident, scope: Scope) -> bool:
    """Return whether the report is on the situation, or tells the incident in its lead."""
    if reading.report.id not in incident.reports:
        return False
    if reading.report.id not in scope.shared:
        return True
    held = set(incident.events)
    return any(e.id in held and e.sentence < LEAD_SENTENCES for e in reading.events)
