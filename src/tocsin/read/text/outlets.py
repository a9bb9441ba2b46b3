"""Whether a name in a dateline is an outlet's, by the words that outlets bear."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

import yaml


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


@cache
def _pattern(key: str, form: str) -> re.Pattern[str]:
    raw = yaml.safe_load(files("tocsin.ontology").joinpath("outlets.yaml").read_text("utf-8"))
    return re.compile(form.format("|".join(raw[key].split())), re.IGNORECASE)
