"""The ledger of a set of readings."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tocsin.core.types import Judgement, Ledger, Reading
from tocsin.weigh.weigher import Weigher


def weigh(readings: Iterable[Reading], *, judgements: Sequence[Judgement] = ()) -> Ledger:
    """Return the incidents, copies and sources of the readings; their order does not matter.

    A report given twice counts once. The analysts' judgements in force are kept to.
    """
    weigher = Weigher(judgements)
    for reading in readings:
        weigher.add(reading)
    return weigher.ledger()
