"""Whether a name in a dateline is an outlet's, by the words that outlets bear."""

from __future__ import annotations

import re
from functools import cache

from tocsin.ontology.tables import read_table


def names_outlet(name: str) -> bool:
    """Return whether the name holds a word of newspapers, stations or organisations.

    >>> names_outlet("Halvik Radio"), names_outlet("Halvik")
    (True, False)
    """
    return _pattern("words", r"\b(?:{})s?\b").search(name) is not None or (
        _pattern("domains", r"\.(?:{})\b").search(name) is not None
    )


def names_agency(name: str) -> bool:
    """Return whether the name is a news agency's own short one."""
    return _pattern("agencies", r"\b(?:{})\b").search(name) is not None


def describes_piece(part: str) -> bool:
    """Return whether the part of a dateline says what kind of piece it is, or whose desk's.

    >>> describes_piece("news desk"), describes_piece("closed since")
    (True, False)
    """
    return _pattern("descriptions", r"\b(?:{})\b").search(part) is not None


@cache
def _pattern(key: str, form: str) -> re.Pattern[str]:
    raw = read_table("outlets")
    return re.compile(form.format("|".join(raw[key].split())), re.IGNORECASE)
