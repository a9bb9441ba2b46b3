"""Toponyms of a report, grounded."""

from __future__ import annotations

from tocsin.core.ports import Gazetteer
from tocsin.core.types import PlaceMention
from tocsin.read.document import Document


def ground_places(document: Document, gazetteer: Gazetteer) -> tuple[PlaceMention, ...]:
    """Return the toponyms and adjectival forms of the prose, in order, each placed if it can be."""
    return ()
