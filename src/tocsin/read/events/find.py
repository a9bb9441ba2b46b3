"""Events of a report."""

from __future__ import annotations

from collections.abc import Sequence

from tocsin.core.types import Event, NameMention, PlaceMention, Statement, TimeMention
from tocsin.read.document import Document


def find_events(
    document: Document,
    *,
    names: Sequence[NameMention],
    places: Sequence[PlaceMention],
    times: Sequence[TimeMention],
    statements: Sequence[Statement],
) -> tuple[tuple[Event, ...], tuple[Statement, ...]]:
    """Return the events in text order, and the narration statements that carry them.

    An event outside every attributed content belongs to the report's own voice: one narration
    statement for each sentence that holds such an event.
    """
    return (), ()
