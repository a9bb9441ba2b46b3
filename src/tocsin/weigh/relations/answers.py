"""Answers: what a later telling of one matter does to an earlier one."""

from __future__ import annotations

from collections.abc import Callable

from tocsin.core.types import ContradictionKind, Count
from tocsin.ontology.relating import relating_words
from tocsin.weigh.counts.headcounts import clashing
from tocsin.weigh.relations.doers import actor_fit, are_reversed
from tocsin.weigh.relations.grain import Fit
from tocsin.weigh.relations.likeness import Likeness
from tocsin.weigh.relations.relation import UNRELATED, Relation, contradiction, support, update
from tocsin.weigh.relations.sameness import Sameness
from tocsin.weigh.relations.sequels import (
    became,
    carries_on,
    later_day,
    opening,
    rejects,
    same_source,
)
from tocsin.weigh.relations.tellings import Telling

Answer = Callable[[Telling, Telling, Sameness], Relation | None]


def answer(earlier: Telling, later: Telling, same: Sameness) -> Relation | None:
    """Return what the later telling is to the earlier; None where it leaves it as it is."""
    for rule in RULES:
        found = rule(earlier, later, same)
        if found is not None:
            return found
    if earlier.phase == "real" != later.phase:
        return UNRELATED
    return support("; ".join(same.reasons))


def _corrected(earlier: Telling, later: Telling, same: Sameness) -> Relation | None:
    del same
    cue = relating_words().corrects.search(opening(later.reading))
    if cue and same_source(earlier.reading, later.reading):
        return update(f"corrected by its own source: “{cue[0]}”")
    return None


def _denied(earlier: Telling, later: Telling, same: Sameness) -> Relation | None:
    opposed = same.likeness is Likeness.AGAINST
    against = _speaks_against(earlier) != _speaks_against(later)
    if same.likeness is Likeness.FOLLOWS:
        return None
    if earlier.phase != later.phase:
        return update("it did not come about") if against else None
    if against == opposed:
        return None
    if opposed:
        return contradiction(
            ContradictionKind.STATUS, f"{earlier.event.type} against {later.event.type}"
        )
    who = later if _speaks_against(later) else earlier
    return contradiction(ContradictionKind.DENIAL, f"{who.voice or 'one'} denies it")


def _speaks_against(telling: Telling) -> bool:
    return telling.denied or rejects(telling.reading)


def _staged(earlier: Telling, later: Telling, same: Sameness) -> Relation | None:
    if earlier.phase != "real" and later.phase == "real":
        return update(f"what was {earlier.event.status} came about")
    if earlier.phase == later.phase and same.likeness is Likeness.FOLLOWS:
        ordered = (earlier.event.type, later.event.type) in relating_words().follows
        return update(f"{earlier.event.type}, then {later.event.type}") if ordered else None
    return None


def _recounted(earlier: Telling, later: Telling, same: Sameness) -> Relation | None:
    del same
    for what, old, new in clashing(earlier.toll, later.toll):
        words = f"{what}: “{old.as_reported}”, then “{new.as_reported}”"
        if same_source(earlier.reading, later.reading) and later_day(
            earlier.reading, later.reading
        ):
            return update(words)
        if _is_rise(earlier, later, old, new):
            return update(words)
        return contradiction(ContradictionKind.TOLL, words.replace(", then", " against"))
    return None


def _is_rise(earlier: Telling, later: Telling, old: Count, new: Count) -> bool:
    """Return whether a count grew with the days; a count of nobody is a denial."""
    grew = (new.low or 0) > (old.high or 0) > 0
    return grew and later_day(earlier.reading, later.reading)


def _attributed(earlier: Telling, later: Telling, same: Sameness) -> Relation | None:
    if are_reversed(earlier, later):
        return contradiction(ContradictionKind.ACTOR, "each names the other as the actor")
    partisan = earlier.partisan or later.partisan
    if same.place is Fit.SAME and partisan and actor_fit(earlier, later) is Fit.APART:
        mine, theirs = (min(telling.actors, default="") for telling in (earlier, later))
        return contradiction(ContradictionKind.ACTOR, f"“{mine}” against “{theirs}”")
    return None


def _carried_on(earlier: Telling, later: Telling, same: Sameness) -> Relation | None:
    del same
    cue = carries_on(earlier.reading, later.reading) or became(earlier.reading, later.reading)
    if cue:
        return update(f"carried on: “{cue}”")
    told_later = same_source(earlier.reading, later.reading) and later_day(
        earlier.reading, later.reading
    )
    if told_later and earlier.toll.is_empty and not later.toll.is_empty:
        return update("counted since")
    return None


RULES: tuple[Answer, ...] = (_corrected, _denied, _staged, _attributed, _recounted, _carried_on)
