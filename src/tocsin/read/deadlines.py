"""Coming dates that matter: what is due, and what may set something off."""

from __future__ import annotations

from collections.abc import Sequence

from tocsin.core.types import Deadline, TimeMention
from tocsin.read.document import Document


def find_deadlines(document: Document, times: Sequence[TimeMention]) -> tuple[Deadline, ...]:
    """Return the deadlines and trigger dates that lie ahead of the report, in text order."""
    return ()
