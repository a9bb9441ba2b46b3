"""Requests: who asks whom for what."""

from __future__ import annotations

from collections.abc import Sequence

from tocsin.core.types import NameMention, Request, Statement
from tocsin.read.document import Document


def find_requests(
    document: Document, *, names: Sequence[NameMention], statements: Sequence[Statement]
) -> tuple[Request, ...]:
    """Return the requests, in text order."""
    return ()
