"""Whether two tellings are of one matter: what speaks for it, in points and in words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from tocsin.core.types import Status
from tocsin.ontology.event_types import event_types
from tocsin.weigh.counts.headcounts import same_count
from tocsin.weigh.relations.doers import (
    actor_fit,
    are_reversed,
    share_person,
    share_target,
    two_persons,
)
from tocsin.weigh.relations.grain import Fit
from tocsin.weigh.relations.likeness import Likeness, likeness
from tocsin.weigh.relations.tellings import Telling
from tocsin.weigh.relations.whereabouts import place_fit
from tocsin.weigh.relations.windows import time_fit

POINTS_NEEDED = 4  # tuned on gold/pairs_train.jsonl: 3 joins what only shares a town and a kind
DENIAL_SLACK = timedelta(days=4)  # the day read of a denial is often that of the denying
SAME_NIGHT = timedelta(hours=12)  # "the night to Saturday" is Friday's
FOLLOWS_WITHIN = timedelta(days=400)  # prisoners come free, sieges end, within a year or so
CARRIED_OUT_WITHIN = timedelta(days=120)  # after a threat or plan; later deeds have other causes
EARLIER = timedelta(days=2)  # a plan is told when its carrying out has begun
LASTING = frozenset({"besiege_or_deny_aid", "obstruct_protection", "arm_or_recruit", "detain"})
LASTS = timedelta(days=60)
LEAVES_OPEN = frozenset({Status.HYPOTHETICAL})


@dataclass(frozen=True, slots=True, kw_only=True)
class Sameness:
    """What speaks for one matter. No points: something rules it out."""

    points: int
    likeness: Likeness | None = None
    place: Fit = Fit.OPEN
    time: Fit = Fit.OPEN
    reasons: tuple[str, ...] = ()

    @property
    def is_one_matter(self) -> bool:
        """Return whether enough speaks for it."""
        return self.points >= POINTS_NEEDED

    @property
    def is_ruled_out(self) -> bool:
        """Return whether time or place part two events that could be one by their types."""
        return self.likeness is not None and Fit.APART in (self.place, self.time)


NOTHING = Sameness(points=0)


def sameness(one: Telling, other: Telling) -> Sameness:
    """Return what speaks for the two tellings being of one matter; the order does not matter."""
    kind = likeness(one, other)
    if kind is None:
        return NOTHING
    if LEAVES_OPEN & {one.event.status, other.event.status}:
        return Sameness(points=0, likeness=kind, time=Fit.APART)
    place, time = place_fit(one, other), matter_time(one, other, kind)
    if Fit.APART in (place, time):
        return Sameness(points=0, likeness=kind, place=place, time=time)
    reasons = list(_reasons(one, other, kind, place, time))
    anchored = (
        place in (Fit.SAME, Fit.WITHIN)
        or share_target(one, other)
        or (time is Fit.SAME and (same_count(one.toll, other.toll) or _one_actor(one, other)))
    )
    points = sum(points for points, _ in reasons) if anchored else 0
    return Sameness(
        points=points,
        likeness=kind,
        place=place,
        time=time,
        reasons=tuple(words for points, words in reasons if points > 0),
    )


def matter_time(one: Telling, other: Telling, kind: Likeness) -> Fit:
    """Return whether the two can be one time, or follow one another."""
    if one.phase != other.phase:
        real, ahead = (one, other) if one.phase == "real" else (other, one)
        return _carried_out(real, ahead) if real.phase == "real" else _open_if_near(one, other)
    if kind is Likeness.FOLLOWS:
        return _open_if_near(one, other)
    fit = time_fit(one.window, other.window, slack=_slack(one, other))
    if fit is Fit.APART and not (one.window.dated and other.window.dated):
        lasting = one.event.type in LASTING and other.event.type in LASTING
        return time_fit(one.window, other.window, slack=LASTS) if lasting else fit
    return fit


def _slack(one: Telling, other: Telling) -> timedelta:
    if one.phase != "real" and not (one.window.dated and other.window.dated):
        return LASTS
    if one.denied != other.denied and not (one.window.to_day and other.window.to_day):
        return DENIAL_SLACK
    return SAME_NIGHT


def _carried_out(real: Telling, ahead: Telling) -> Fit:
    told = ahead.reading.report.published
    if told is None or not real.window.dated:
        return Fit.OPEN
    days = real.window.end.date() - told
    return Fit.OPEN if -EARLIER <= days <= CARRIED_OUT_WITHIN else Fit.APART


def _open_if_near(one: Telling, other: Telling) -> Fit:
    fit = time_fit(one.window, other.window, slack=FOLLOWS_WITHIN)
    return Fit.APART if fit is Fit.APART else Fit.OPEN


def _one_actor(one: Telling, other: Telling) -> bool:
    return actor_fit(one, other) is Fit.SAME


def _reasons(
    one: Telling, other: Telling, kind: Likeness, place: Fit, time: Fit
) -> list[tuple[int, str]]:
    actors = actor_fit(one, other)
    to_day = one.window.to_day and other.window.to_day
    noun = event_types()[one.event.type].noun
    found = [
        (
            2 if kind is Likeness.SAME else 1,
            f"both speak of a {noun}"
            if kind is Likeness.SAME
            else f"{one.event.type} and {other.event.type} go together",
        ),
        (2 * (place is Fit.SAME), "one place"),
        (1 * (place is Fit.WITHIN), "one place lies in the other"),
        ((1 + to_day) * (time is Fit.SAME), "one day" if to_day else "one time"),
        (share_target(one, other) or share_person(one, other), "one target"),
        (1 * (actors is Fit.SAME), "one actor"),
        (same_count(one.toll, other.toll), "one count"),
        (are_reversed(one, other), "the same two parties"),
        (-2 * two_persons(one, other), ""),
        (-1 * (actors is Fit.APART), ""),
    ]
    return [(int(points), words) for points, words in found]
