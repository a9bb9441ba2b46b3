"""Believed: readings and incidents without what analysts rejected, to assess situations from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tocsin.core.types import Judgement, Ledger, Reading, Standing
from tocsin.weigh.judged.corrected import corrected


def believed(
    readings: Sequence[Reading], ledger: Ledger, judgements: Sequence[Judgement]
) -> tuple[tuple[Reading, ...], Ledger]:
    """Return the readings as corrected, and the ledger, both without rejected incidents.

    The ledger that is shown keeps them.
    """
    rejected = [one for one in ledger.incidents if one.standing is Standing.REJECTED]
    kept = corrected(readings, judgements)
    if not rejected:
        return kept, ledger
    gone = {event for incident in rejected for event in incident.events}
    standing = tuple(one for one in ledger.incidents if one.standing is not Standing.REJECTED)
    without = tuple(
        replace(reading, events=tuple(e for e in reading.events if e.id not in gone))
        for reading in kept
    )
    return without, replace(ledger, incidents=standing)
