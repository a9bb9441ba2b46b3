"""Judgement: an analyst's word on a machine reading. Never changed, only undone by a later one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from tocsin.core.ids import JudgementId, content_id


class Verdict(StrEnum):
    """What an analyst does with a machine reading."""

    CONFIRM = "confirm"
    CORRECT = "correct"
    REJECT = "reject"
    LINK = "link"
    SPLIT = "split"
    GRADE = "grade"
    UNDO = "undo"


OF_INCIDENT = "incident"


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """Who judged what, when and why.

    `subjects` are ids of events, statements, sources or reports (an incident is named by its
    events, whose ids outlast it), or of the one judgement that is undone. `link`: the subjects
    are of one incident. `split`: the subjects are not of one incident with `apart_from`.
    `correct`: `field` of the subject is `value`. `grade`: `value` is A–F for a source, 1–6 for a
    statement. `confirm` and `reject` with the field `OF_INCIDENT` are of the incident that holds
    the subjects, its events or, where it has none, its statements.
    """

    id: JudgementId
    verdict: Verdict
    subjects: tuple[str, ...]
    apart_from: tuple[str, ...] = ()
    field: str = ""
    value: str = ""
    reason: str
    by: str
    at: datetime


def judgement_id(
    verdict: Verdict,
    subjects: Sequence[str],
    *,
    apart_from: Sequence[str] = (),
    field: str = "",
    value: str = "",
    by: str,
    at: datetime,
) -> JudgementId:
    """Return the id of a judgement: the same word given twice at one instant is one judgement."""
    parts = (verdict, "|".join(subjects), "|".join(apart_from), field, value, by, at.isoformat())
    return JudgementId(content_id("jdg", *parts))


def oldest_first(judgements: Sequence[Judgement]) -> tuple[Judgement, ...]:
    """Return the judgements in the order they were given."""
    return tuple(sorted(judgements, key=lambda one: (one.at, one.id)))


def undone(judgements: Sequence[Judgement]) -> frozenset[str]:
    """Return the ids of the judgements that are undone; who undoes an undoing restores."""
    found: set[str] = set()
    for one in reversed(oldest_first(judgements)):
        if one.verdict is Verdict.UNDO and one.id not in found:
            found.update(one.subjects)
    return frozenset(found)


def in_force(judgements: Sequence[Judgement]) -> tuple[Judgement, ...]:
    """Return the judgements that stand, oldest first."""
    gone = undone(judgements)
    return tuple(
        one
        for one in oldest_first(judgements)
        if one.id not in gone and one.verdict is not Verdict.UNDO
    )
