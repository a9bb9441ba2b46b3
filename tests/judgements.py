"""Judgements made by hand, for tests."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from tocsin.core.types import Judgement, Verdict, judgement_id

START = datetime(2031, 5, 1, 9, tzinfo=UTC)
ANALYST = "Tala Orsk"


def judged(
    verdict: Verdict,
    *subjects: str,
    apart_from: Sequence[str] = (),
    field: str = "",
    value: str = "",
    hour: int = 0,
    reason: str = "seen on the ground",
) -> Judgement:
    """Return the judgement that the analyst gave so many hours after the first."""
    at = START + timedelta(hours=hour)
    id_ = judgement_id(
        verdict, subjects, apart_from=apart_from, field=field, value=value, by=ANALYST, at=at
    )
    return Judgement(
        id=id_,
        verdict=verdict,
        subjects=subjects,
        apart_from=tuple(apart_from),
        field=field,
        value=value,
        reason=reason,
        by=ANALYST,
        at=at,
    )
