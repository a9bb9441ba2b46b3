"""A draft: the text of one capture with what its carrier says of it, before facts are read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tocsin.core.types import Known


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """Text whose offsets are final, and the facts that came with it (not read from the prose)."""

    text: str
    title: str | None = None
    byline: str | None = None
    outlet: str | None = None
    published: date | None = None
    published_known: Known | None = None
    refused_day: str | None = None
    language: str | None = None
    url: str | None = None
    given_id: str | None = None
    notes: tuple[str, ...] = ()


def one_line(value: str | None, *, longest: int = 300) -> str | None:
    """Return the value on one line without outer space, None where nothing is left.

    >>> one_line("  Halvik \\n Radio "), one_line(" ")
    ('Halvik Radio', None)
    """
    joined = " ".join((value or "").split())
    return joined[:longest].rstrip() or None
