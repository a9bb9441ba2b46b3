"""The report's own count of people for its main incident."""

from __future__ import annotations

from collections.abc import Sequence

from tocsin.core.types import Event, Toll
from tocsin.core.types.toll import NO_TOLL
from tocsin.read.document import Document


def count_toll(document: Document, events: Sequence[Event]) -> Toll:
    """Return the report's toll for its main incident; nothing counted gives an empty toll."""
    return NO_TOLL
