"""Names with their kinds."""

from __future__ import annotations

from collections.abc import Sequence

from tocsin.core.types import NameMention, PlaceMention
from tocsin.read.document import Document


def find_names(document: Document, places: Sequence[PlaceMention]) -> tuple[NameMention, ...]:
    """Return the named persons and bodies of the prose, in order, joined by canonical name."""
    return ()
