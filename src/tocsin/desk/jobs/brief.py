"""Readings weighed and assessed into one brief."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime

from tocsin.assess import assess
from tocsin.core.types import Brief, Judgement, Reading, Rejected
from tocsin.desk.jobs.ledger import ledger_job
from tocsin.warn.drafts import draft_warning
from tocsin.weigh.judged.believed import believed


def brief_job(
    items: Iterable[Reading | Rejected],
    *,
    judgements: Sequence[Judgement] = (),
    as_of: date | None = None,
    now: datetime,
) -> Brief:
    """Return the brief over the readings, with whatever was rejected on the way.

    It looks from the day that `ledger_job` says. Situations are assessed from what analysts
    corrected, without what they rejected; `readings` in the brief are as they were read.
    """
    weighed = ledger_job(items, judgements=judgements, as_of=as_of, now=now)
    readings, ledger = believed(weighed.readings, weighed.ledger, judgements)
    situations = assess(readings, ledger, as_of=weighed.as_of)
    drafts = map(draft_warning, situations)
    return replace(
        weighed,
        situations=situations,
        warnings=tuple(draft for draft in drafts if draft is not None),
    )
