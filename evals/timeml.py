"""TimeML documents: their text, the day they were made, and their time expressions."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

TAG = re.compile(r"<[^>]*>")
ATTRIBUTE = re.compile(r'(\w+)\s*=\s*"([^"]*)"')
CREATED = re.compile(r'<DCT>.*?value="([^"]*)"', re.DOTALL)
BODY = re.compile(r"<TEXT>(.*?)</TEXT>", re.DOTALL)
DAY_FIRST = re.compile(r"(\d{2})-(\d{2})-(\d{4})")


@dataclass(frozen=True, slots=True)
class Timex:
    """A time expression: first character, the one after the last, TIMEX3 type and value."""

    start: int
    end: int
    type: str
    value: str


@dataclass(frozen=True, slots=True)
class TimeMLDocument:
    """A document's plain text with its time expressions; offsets count characters of the text."""

    name: str
    text: str
    created: str | None
    timexes: tuple[Timex, ...]


def timeml_documents(folder: Path) -> Iterator[TimeMLDocument]:
    """Yield the documents of a folder in order of their names."""
    for path in sorted(folder.glob("*.tml")):
        yield parse_timeml(path.stem, path.read_text(encoding="utf-8", errors="replace"))


def parse_timeml(name: str, markup: str) -> TimeMLDocument:
    """Return the document. The creation date stands outside the text and is no expression of it.

    >>> page = '<TEXT>in <TIMEX3 type="DATE" value="2031">2031</TIMEX3></TEXT>'
    >>> parse_timeml("a", page).timexes
    (Timex(start=3, end=7, type='DATE', value='2031'),)
    """
    body = BODY.search(markup)
    text, timexes = _plain(body[1] if body else "")
    created = CREATED.search(markup)
    return TimeMLDocument(name, text, _day(created[1]) if created else None, tuple(timexes))


def _day(created: str) -> str | None:
    """Return the creation day as YYYY-MM-DD, None where it is none."""
    if turned := DAY_FIRST.fullmatch(created):
        created = f"{turned[3]}-{turned[2]}-{turned[1]}"
    try:
        return date.fromisoformat(created[:10]).isoformat()
    except ValueError:
        return None


def _plain(body: str) -> tuple[str, list[Timex]]:
    """Return the text without tags, and the expressions that the tags mark in it."""
    pieces: list[str] = []
    open_tags: list[tuple[int, dict[str, str]]] = []
    found: list[tuple[int, int, dict[str, str]]] = []
    length = cursor = 0
    for tag in TAG.finditer(body):
        pieces.append(html.unescape(body[cursor : tag.start()]))
        length += len(pieces[-1])
        cursor = tag.end()
        if tag[0].startswith("<TIMEX3") and not tag[0].endswith("/>"):
            open_tags.append((length, dict(ATTRIBUTE.findall(tag[0]))))
        elif tag[0].startswith("</TIMEX3") and open_tags:
            start, attributes = open_tags.pop()
            found.append((start, length, attributes))
    pieces.append(html.unescape(body[cursor:]))
    text = "".join(pieces)
    return text, sorted(_timexes(text, found), key=lambda timex: (timex.start, -timex.end))


def _timexes(text: str, found: list[tuple[int, int, dict[str, str]]]) -> Iterator[Timex]:
    """Yield the expressions without the white space at their ends."""
    for start, end, attributes in found:
        words = text[start:end]
        first = start + len(words) - len(words.lstrip())
        last = first + len(words.strip())
        if first < last:
            yield Timex(first, last, attributes.get("type", ""), attributes.get("value", ""))
