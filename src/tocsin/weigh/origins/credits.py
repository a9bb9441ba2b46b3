"""The news agency or outlet that a report credits."""

from __future__ import annotations

import re
from functools import cache

from tocsin.core.types import Reading, Report
from tocsin.ontology.sourcing import sourcing_words
from tocsin.weigh.naming import folded

EDGE_CHARACTERS = 400  # an agency's credit stands in the dateline or in the last line

_NAME = r"(?:the\s+)?((?:[A-Z][\w’'&-]*\s+){1,4}?(?:%s)|%s)\b"


def agency_of(report: Report) -> str | None:
    """Return the news agency that the report prints under its own byline, outlet or dateline."""
    for name in (report.outlet, report.byline):
        if name and _agency().fullmatch(name.strip()):
            return name.strip()
    edges = f"{report.text[:EDGE_CHARACTERS]}\n{report.text[-EDGE_CHARACTERS:]}"
    printed = _bracketed_agency().search(edges)
    return printed.group(1).strip() if printed else None


def credited_outlet(reading: Reading, sentence_text: str) -> str | None:
    """Return the outlet that the sentence leans on ("reported by …", "told …"), if another's."""
    found = _credit().search(sentence_text)
    if found is None:
        return None
    own = folded(reading.report.outlet or "")
    return None if folded(found.group(1)) == own else found.group(1)


def is_outlet_name(name: str) -> bool:
    """Return whether the name is an outlet's or agency's by its form.

    >>> is_outlet_name("Halvik Radio"), is_outlet_name("Mara Kett")
    (True, False)
    """
    return _outlet().fullmatch(name.strip()) is not None


def is_agency_name(name: str) -> bool:
    """Return whether the name is a news agency's by its form.

    >>> is_agency_name("Northern Wire"), is_agency_name("Halvik Radio")
    (True, False)
    """
    return _agency().fullmatch(name.strip()) is not None


@cache
def _agency() -> re.Pattern[str]:
    words = sourcing_words()
    return re.compile(_NAME % (_any_of(words.agency_heads), _any_of(words.agencies)))


@cache
def _bracketed_agency() -> re.Pattern[str]:
    return re.compile(rf"[(\[—–-]\s*{_agency().pattern}\s*[)\]—–-]")


@cache
def _outlet() -> re.Pattern[str]:
    words = sourcing_words()
    heads = (*words.agency_heads, *words.outlet_heads)
    return re.compile(_NAME % (_any_of(heads), _any_of(words.agencies)))


@cache
def _credit() -> re.Pattern[str]:
    return re.compile(rf"\b(?i:{_any_of(sourcing_words().credits)})\s+{_outlet().pattern}")


def _any_of(phrases: tuple[str, ...]) -> str:
    longest_first = sorted(phrases, key=len, reverse=True)
    return "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in longest_first)
