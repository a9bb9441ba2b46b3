"""Attributed statements of a report."""

from __future__ import annotations

from collections.abc import Sequence

from tocsin.core.types import NameMention, Statement
from tocsin.read.document import Document


def find_statements(document: Document, names: Sequence[NameMention]) -> tuple[Statement, ...]:
    """Return the attributed statements, in text order, outer before inner."""
    return ()
