"""Drafts of HTML pages: the article without its surroundings, and the page's own metadata."""

from __future__ import annotations

import logging
import re
from functools import cache
from typing import Any

from tocsin.core.errors import BinaryItem, EntityDeclaration, NoReadableText
from tocsin.core.markup import text_of_markup
from tocsin.core.media import binary_kind
from tocsin.core.types import Capture, Known
from tocsin.read.text.dates import is_impossible, parse_day
from tocsin.read.text.draft import Draft, one_line
from tocsin.read.text.encoding import decode, tidy_characters
from tocsin.read.text.page_dates import published_of_page

LARGEST_TREE_CHARACTERS = 5_000_000  # a tree takes about 20 times its characters in memory
MOST_TAGS = 60_000  # both ends counted; long pages have 10,000, and time grows faster than size
MOST_TAGS_FOR_A_SECOND_LOOK = 8_000  # trafilatura's fallbacks are quadratic: 5 s at 10,000
DEEPEST_NESTING = 200  # libxml2 stops at 256; pages people write stay under 60
EARLIEST_DAY, LATEST_DAY = "1900-01-01", "2200-01-01"  # a wide window: no clock decides
PROLOGUE_BYTES = 4_096  # declarations stand before the root element
_ENTITY = re.compile(rb"<!entity", re.IGNORECASE)
_META_CHARSET = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w:.-]{1,40})", re.IGNORECASE
)
_XML_CHARSET = re.compile(
    rb"^\s*<\?xml[^>]{0,100}encoding\s*=\s*[\"']([\w:.-]{1,40})", re.IGNORECASE
)
_LANG = re.compile(r"<html[^>]{0,1000}?\slang\s*=\s*[\"']?([A-Za-z]{2,3})\b", re.IGNORECASE)
_TITLE = re.compile(r"<title[^>]{0,200}>([^<]{1,500})", re.IGNORECASE)
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]{0,15})([^<>]{0,2000}?)(/?)>")
_UNNESTED_TAG = re.compile(
    r"area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr|p|li|d[dt]|option"
)  # elements that are empty, or that the next one closes


def draft_of_html(capture: Capture) -> Draft:
    """Return the draft of a page.

    Raises: BinaryItem, EntityDeclaration, UnreadableEncoding, NoReadableText.
    """
    kind = binary_kind(capture.content)
    if kind:
        raise BinaryItem(capture.obtained_from, kind=kind)
    if _ENTITY.search(capture.content[:PROLOGUE_BYTES]):
        raise EntityDeclaration(capture.obtained_from)
    charset = capture.charset or declared_charset(capture.content)
    decoded, notes = decode(capture.content, charset=charset, subject=capture.obtained_from)
    markup, oddities = tidy_characters(decoded)
    return draft_of_markup(
        markup, url=capture.url, notes=(*notes, *oddities), subject=capture.obtained_from
    )


def draft_of_markup(markup: str, *, url: str | None, notes: tuple[str, ...], subject: str) -> Draft:
    """Return the draft of a page's characters. Raises: NoReadableText."""
    article = _article(markup, url) if is_safe_to_build(markup) else None
    if article is None or not (article.text or "").strip():
        return _bare_draft(markup, url=url, notes=notes, subject=subject)
    published, fault = published_of_page(markup)
    if published is None and fault is None:
        published, fault = parse_day(article.date)
    title = one_line(article.title)
    return Draft(
        text=_with_title(title, article.text.strip()),
        title=title,
        byline=_byline(article.author),
        outlet=one_line(article.sitename),
        published=published,
        published_known=Known.METADATA if published else None,
        refused_day=fault if is_impossible(fault) else None,
        language=_declared_language(markup),
        url=url or article.url,
        notes=(*notes, fault) if fault else notes,
    )


def declared_charset(content: bytes) -> str | None:
    """Return the encoding that the page's head declares (WHATWG: within 1,024 bytes).

    >>> declared_charset(b'<meta charset="windows-1256">')
    'windows-1256'
    """
    match = _XML_CHARSET.search(content[:200]) or _META_CHARSET.search(content[:4096])
    return match.group(1).decode("ascii") if match else None


def is_safe_to_build(markup: str) -> bool:
    """Return whether the page's tree is of a size and depth that parsers handle in good time."""
    return (
        len(markup) <= LARGEST_TREE_CHARACTERS
        and markup.count("<") <= MOST_TAGS
        and nesting_depth(markup) <= DEEPEST_NESTING
    )


def nesting_depth(markup: str) -> int:
    """Return how deep the elements nest, by counting tags.

    >>> nesting_depth("<div><div><b>x</b></div></div>")
    3
    """
    depth = deepest = 0
    for closing, name, _, itself in _TAG.findall(markup):
        if itself or _UNNESTED_TAG.fullmatch(name.lower()):
            continue
        depth = max(0, depth - 1) if closing else depth + 1
        deepest = max(deepest, depth)
    return deepest


def _article(markup: str, url: str | None) -> Any:
    trafilatura = _quiet_trafilatura()
    return trafilatura.bare_extraction(
        markup,
        url=url,
        fast=markup.count("<") > MOST_TAGS_FOR_A_SECOND_LOOK,
        with_metadata=True,
        include_comments=False,
        include_tables=True,
        date_extraction_params={
            "extensive_search": False,
            "original_date": True,
            "min_date": EARLIEST_DAY,
            "max_date": LATEST_DAY,
        },
    )


def _bare_draft(markup: str, *, url: str | None, notes: tuple[str, ...], subject: str) -> Draft:
    text = text_of_markup(markup)
    if not text:
        raise NoReadableText(subject, hint="")
    title = _TITLE.search(markup)
    return Draft(
        text=text,
        title=one_line(text_of_markup(title.group(1))) if title else None,
        language=_declared_language(markup),
        url=url,
        notes=(*notes, "tags stripped; no article structure found"),
    )


def _with_title(title: str | None, text: str) -> str:
    """Return the text under its headline, since a headline is a sentence of the report."""
    if not title or " ".join(text.split()).startswith(title):
        return text
    return f"{title}\n\n{text}"


def _byline(author: str | None) -> str | None:
    return one_line((author or "").replace("; ", ", "))


def _declared_language(markup: str) -> str | None:
    match = _LANG.search(markup[:20_000])
    return match.group(1) if match else None


@cache
def _quiet_trafilatura() -> Any:
    import trafilatura

    # its warnings name pages; what matters of them is in the report's notes
    for name in ("trafilatura", "htmldate", "courlan"):
        logging.getLogger(name).setLevel(logging.CRITICAL)
    return trafilatura
