"""Captures from RSS and Atom feeds: one for each entry, in the designed JSON form.

An entry's link is kept as its address and never fetched.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping
from typing import Any

from tocsin.collect.item import Item, read_whole
from tocsin.core.errors import EmptyItem, EntityDeclaration, NoReadableText, NotAFeed
from tocsin.core.markup import text_of_markup
from tocsin.core.media import MediaType
from tocsin.core.types import Capture, Rejected

_ENTITY = re.compile(rb"<!entity", re.IGNORECASE)


def captures_of_feed(item: Item, *, limit_bytes: int) -> Iterator[Capture | Rejected]:
    """Yield a capture for each entry that holds text, a rejection for each other.

    Raises: EmptyItem, ItemTooLarge, EntityDeclaration, NotAFeed.
    """
    import orjson

    feed = _parse(read_whole(item, limit_bytes=limit_bytes), item.name)
    if not feed.entries:
        raise EmptyItem(item.name)
    for number, entry in enumerate(feed.entries, start=1):
        fields = report_fields(entry, feed.feed)
        if "text" not in fields:
            yield NoReadableText(f"{item.name}#{number}", hint="").as_rejected()
            continue
        line = orjson.dumps(fields, option=orjson.OPT_SORT_KEYS)
        yield item.part(f"#{number}", line, MediaType.REPORT_JSON)


def report_fields(entry: Mapping[str, Any], feed: Mapping[str, Any]) -> dict[str, str]:
    """Return the entry's fields under the names of the designed JSON form, empty ones left out."""
    fields = {
        "id": entry.get("id"),
        "text": _text(entry),
        "title": text_of_markup(entry.get("title") or ""),
        "published": _day(entry),
        "outlet": text_of_markup(feed.get("title") or ""),
        "byline": entry.get("author"),
        "url": entry.get("link"),
        "language": feed.get("language"),
    }
    return {name: value for name, value in fields.items() if value}


def _parse(content: bytes, subject: str) -> Any:
    # without NULs, UTF-16 reads as ASCII too
    if _ENTITY.search(content.replace(b"\x00", b"")):
        raise EntityDeclaration(subject)
    import feedparser

    feed = feedparser.parse(io.BytesIO(content), resolve_relative_uris=False, sanitize_html=False)
    if not feed.version:
        raise NotAFeed(subject, reason="neither an RSS nor an Atom version is recognised")
    return feed


def _text(entry: Mapping[str, Any]) -> str:
    """Return the longest of the entry's texts: a summary may be a teaser, or the whole."""
    texts = [part.get("value") or "" for part in entry.get("content") or ()]
    texts.append(entry.get("summary") or "")
    return max(map(text_of_markup, texts), key=len)


def _day(entry: Mapping[str, Any]) -> str | None:
    parsed = entry.get("published_parsed") or entry.get("updated_parsed")
    if parsed:
        return f"{parsed.tm_year:04d}-{parsed.tm_mon:02d}-{parsed.tm_mday:02d}"
    written: str | None = entry.get("published") or entry.get("updated")
    return written
