"""The day a page says it was published, as its markup states it: never guessed, never repaired."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from html import unescape

from tocsin.read.text.dates import parse_day

HEAD_CHARACTERS = 400_000  # heads with inlined styles and scripts run to 200,000
_META = re.compile(r"<meta\b([^<>]{0,1000})>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"([\w:.-]{1,40})\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))")
_JSON_LD = re.compile(r"\"datePublished\"\s*:\s*\"([^\"]{4,60})\"")
_TIME = re.compile(r"<time\b[^<>]{0,500}?\bdatetime\s*=\s*[\"']?([^\"'<>]{4,60})", re.IGNORECASE)
_META_NAMES = (  # the first that a page has is taken: those that mean publication come first
    "article:published_time",
    "og:published_time",
    "datepublished",
    "citation_publication_date",
    "dc.date.issued",
    "dcterms.issued",
    "dcterms.created",
    "publish-date",
    "publish_date",
    "pubdate",
    "parsely-pub-date",
    "sailthru.date",
    "dc.date",
    "dcterms.date",
    "date",
)


def published_of_page(markup: str) -> tuple[date | None, str | None]:
    """Return the day and the fault found, both None where the markup states none.

    >>> published_of_page('<meta property="article:published_time" content="2031-02-30">')
    (None, 'no such day: 2031-02-30')
    """
    for stated in _stated_days(markup[:HEAD_CHARACTERS]):
        day, fault = parse_day(unescape(stated))
        if day or fault:
            return day, fault
    return None, None


def _stated_days(head: str) -> Iterator[str]:
    named = dict(reversed(list(_named_values(head))))
    yield from (named[name] for name in _META_NAMES if name in named)
    for pattern in (_JSON_LD, _TIME):
        match = pattern.search(head)
        if match:
            yield match.group(1)


def _named_values(head: str) -> Iterator[tuple[str, str]]:
    for meta in _META.finditer(head):
        found = {
            name.lower(): quoted or single or bare
            for name, quoted, single, bare in _ATTRIBUTE.findall(meta.group(1))
        }
        name = found.get("property") or found.get("name") or found.get("itemprop")
        if name and found.get("content"):
            yield name.lower(), found["content"]
