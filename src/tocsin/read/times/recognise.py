"""Time expressions of a report."""

from __future__ import annotations

from tocsin.core.types import TimeMention
from tocsin.read.document import Document


def find_times(document: Document) -> tuple[TimeMention, ...]:
    """Return the time expressions of the prose, in order of their start."""
    return ()
