"""Groups at risk: who is exposed to harm, how many, where."""

from __future__ import annotations

from collections.abc import Sequence

from tocsin.core.types import Event, GroupAtRisk, PlaceMention
from tocsin.read.document import Document


def find_groups(
    document: Document, *, events: Sequence[Event], places: Sequence[PlaceMention]
) -> tuple[GroupAtRisk, ...]:
    """Return the groups at risk, the most exposed first."""
    return ()
