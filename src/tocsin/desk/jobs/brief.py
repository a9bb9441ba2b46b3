"""Readings weighed and assessed into one brief."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime

from tocsin.assess import assess
from tocsin.core.types import Brief, Reading, Rejected
from tocsin.desk.jobs.ledger import ledger_job
from tocsin.warn.drafts import draft_warning


def brief_job(
    items: Iterable[Reading | Rejected], *, as_of: date | None = None, now: datetime
) -> Brief:
    """Return the brief over the readings, with whatever was rejected on the way.

    It looks from the day that `ledger_job` says.
    """
    weighed = ledger_job(items, as_of=as_of, now=now)
    situations = assess(weighed.readings, weighed.ledger, as_of=weighed.as_of)
    drafts = map(draft_warning, situations)
    return replace(
        weighed,
        situations=situations,
        warnings=tuple(draft for draft in drafts if draft is not None),
    )
