"""The ledger of a set of readings."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from tocsin.core.types import Judgement, Ledger, Reading
from tocsin.weigh.weigher import Weigher


def weigh(
    readings: Iterable[Reading],
    *,
    judgements: Sequence[Judgement] = (),
    as_of: date | None = None,
) -> Ledger:
    """Return the incidents, copies and sources of the readings; their order does not matter.

    A report given twice counts once. The analysts' judgements in force are kept to. `as_of` is
    the day from which records and silences are looked at, by default that of the latest report
    with a credible date.
    """
    weigher = Weigher(judgements)
    for reading in readings:
        weigher.add(reading)
    return weigher.ledger(as_of=as_of)
