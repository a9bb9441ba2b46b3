"""Disputes over the day or the place of what is otherwise one matter."""

from __future__ import annotations

from datetime import timedelta

from tocsin.core.time import end_of_day
from tocsin.core.types import ContradictionKind
from tocsin.weigh.relations.doers import actor_fit, share_person, share_target
from tocsin.weigh.relations.grain import Fit
from tocsin.weigh.relations.likeness import Likeness
from tocsin.weigh.relations.relation import Relation, contradiction
from tocsin.weigh.relations.sameness import Sameness
from tocsin.weigh.relations.tellings import Telling
from tocsin.weigh.relations.whereabouts import rules_out

DISPUTED_DAYS = timedelta(days=7)  # further apart, two days are two events


def dispute_of_time_or_place(one: Telling, other: Telling, same: Sameness) -> Relation | None:
    """Return the contradiction, None where the two are two matters."""
    if same.likeness not in (Likeness.SAME, Likeness.ALIKE) or one.phase != "real" != other.phase:
        return None
    if same.time is Fit.APART and same.place is Fit.SAME and _is_one_deed_on_two_days(one, other):
        return contradiction(ContradictionKind.TIME, f"{_day(one)} against {_day(other)}")
    if same.place is Fit.APART and (_rules_out(one, other) or _rules_out(other, one)):
        return contradiction(ContradictionKind.PLACE, f"{_site(one)} against {_site(other)}")
    return None


def _is_one_deed_on_two_days(one: Telling, other: Telling) -> bool:
    """Return whether two parties date one deed differently.

    Both must have spoken when either day was past: else each tells the news of its day.
    """
    windows, reports = (one.window, other.window), (one.reading.report, other.reading.report)
    if not all(w.to_day for w in windows) or not (one.partisan or other.partisan):
        return False
    gap = max(windows[0].start - windows[1].end, windows[1].start - windows[0].end)
    told = [end_of_day(report.published) for report in reports if report.published]
    both_past = len(told) == 2 and max(w.start for w in windows) <= min(told)
    named = (
        share_target(one, other) or share_person(one, other) or actor_fit(one, other) is Fit.SAME
    )
    return gap <= DISPUTED_DAYS and both_past and named


def _rules_out(one: Telling, other: Telling) -> bool:
    """Return whether the one says that it was not where the other has it."""
    return any(rules_out(site, one) for site in other.sites)


def _day(telling: Telling) -> str:
    return f"{telling.window.start:%Y-%m-%d}"


def _site(telling: Telling) -> str:
    return f"“{min(telling.sites, default='')}”"
