"""Namesakes: two publishers under one name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from urllib.parse import urlsplit

from tocsin.core.types import Report
from tocsin.weigh.naming import folded

SHARED_SITES = frozenset(
    {"blogspot", "wordpress", "medium", "substack", "telegram", "t", "facebook", "x", "twitter"}
)  # a site of many publishers tells nothing of who publishes
SECOND_LEVEL = frozenset({"co", "com", "org", "net", "gov", "ac", "edu"})  # before a country's code
MOST_NAMED = 4


def namesakes(reports: Iterable[Report]) -> Mapping[str, tuple[str, ...]]:
    """Return, by folded outlet, the sites of the publishers that go by that one name.

    Sites that are mirrors of one another (the same name under another ending) are one publisher.
    """
    sites: dict[str, dict[str, str]] = defaultdict(dict)
    for report in reports:
        site = _site_of(report.url) if report.url and report.outlet else ""
        if site and report.outlet:
            label = site.split(".")[0]
            if label not in SHARED_SITES:
                known = sites[folded(report.outlet)].get(label, site)
                sites[folded(report.outlet)][label] = min(known, site)
    return {
        outlet: tuple(sorted(found.values())) for outlet, found in sites.items() if len(found) > 1
    }


def namesake_words(outlet: str, sites: Sequence[str]) -> str:
    """Return the note on an outlet's name that several publishers bear."""
    listed = ", ".join(sites[:MOST_NAMED])
    return (
        f"{len(sites)} publishers go by the name of {outlet} ({listed}): they count as one "
        "origin, and their records cannot be told apart"
    )


def _site_of(url: str) -> str:
    """Return the registered part of the address, as well as it can be told without a list.

    >>> _site_of("https://news.halvik.example/a"), _site_of("http://www.halvik.co.tv/")
    ('halvik.example', 'halvik.co.tv')
    """
    try:
        parts = (urlsplit(url).hostname or "").split(".")
    except ValueError:
        return ""
    keep = 3 if len(parts) > 2 and parts[-2] in SECOND_LEVEL else 2
    return ".".join(parts[-keep:]) if len(parts) >= 2 else ""
