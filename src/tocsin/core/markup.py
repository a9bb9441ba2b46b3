"""The bare text of HTML, by one pass over its characters: no tree, so nothing to nest or expand."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

_TAG_NAME = re.compile(r"/?([a-zA-Z][a-zA-Z0-9]{0,15})")
_BLOCK_TAG = re.compile(
    r"address|article|aside|blockquote|body|br|d[dtl]|div|fig(?:caption|ure)|footer|form|h[1-6]|hr"
    r"|header|li|main|nav|[ou]l|option|p|pre|section|t(?:able|body|d|foot|h|head|itle|r)"
)
_UNSEEN_TAGS = frozenset({"script", "style", "noscript", "template", "svg", "head", "textarea"})
_SPACE_RUN = re.compile(r"[ \t\r\f\v\xa0]+")
_LINE_RUN = re.compile(r" ?\n[ \n]*")


def text_of_markup(markup: str) -> str:
    """Return the visible text of HTML, a blank line between blocks.

    >>> text_of_markup("<p>Halvik &amp; Karsh</p><script>x()</script><p>are <b>quiet</b>.")
    'Halvik & Karsh\\n\\nare quiet.'
    """
    joined = "".join(html.unescape(piece) for piece in _visible_pieces(markup))
    return _LINE_RUN.sub("\n\n", _SPACE_RUN.sub(" ", joined)).strip()


def _visible_pieces(markup: str) -> Iterator[str]:
    at = 0
    never_closed: set[str] = set()
    while (opening := markup.find("<", at)) >= 0:
        yield markup[at:opening]
        name = _TAG_NAME.match(markup, opening + 1)
        if name is None and markup[opening + 1 : opening + 2] not in ("!", "?", "/"):
            yield "<"
            at = opening + 1
            continue
        end = _end_of_tag(markup, opening)
        if end < 0:
            return
        tag = name.group(1).lower() if name else ""
        if tag in _UNSEEN_TAGS and not markup.startswith("/", opening + 1):
            closed = None if tag in never_closed else _end_of_element(markup, tag, end)
            end = closed or end
            if closed is None:
                never_closed.add(tag)  # searching again for each would take quadratic time
        if _BLOCK_TAG.fullmatch(tag) or tag in _UNSEEN_TAGS:
            yield "\n"
        at = end
    yield markup[at:]


def _end_of_tag(markup: str, opening: int) -> int:
    """Return the index after the tag, -1 where it never ends."""
    closer = "-->" if markup.startswith("<!--", opening) else ">"
    end = markup.find(closer, opening + 1)
    return end + len(closer) if end >= 0 else -1


def _end_of_element(markup: str, tag: str, start: int) -> int | None:
    """Return the index after the element, None where it is never closed."""
    closing = re.compile(rf"</{tag}[^>]{{0,50}}>", re.IGNORECASE).search(markup, start)
    return closing.end() if closing else None
