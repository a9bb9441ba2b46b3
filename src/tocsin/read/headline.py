"""Headlines in title case, set as a sentence would be, so that the parse can tell names."""

from __future__ import annotations

import re
from collections.abc import Callable

from tocsin.core.types import Span

WORD = re.compile(r"[^\W\d_][\w'’-]*")
INSIDE_SENTENCE = re.compile(r"(?<=[a-z,;)] )[A-Z][\w'’-]*")
FEWEST_WORDS = 4  # a shorter line is a name as likely as a headline
TITLE_SHARE = 0.7  # of words of four letters and more; a sentence with many names has about half

IsCommonWord = Callable[[str], bool]


def with_plain_headline(text: str, title: Span | None, is_common: IsCommonWord) -> str:
    """Return the text, its title-case headline in sentence case; every offset stays.

    A word keeps its capital where the body writes it so inside a sentence, and where it is no
    common word: it may then be a name that only the headline holds.

    >>> text = "Army Shells Brenmark Market\\n\\nThe Tarvenian army shelled a market."
    >>> with_plain_headline(text, Span(0, 27), {"army", "shells", "market"}.__contains__)[:27]
    'army shells Brenmark market'
    """
    if title is None or not _is_title_case(title.within(text)):
        return text
    head, body = title.within(text), text[title.end :]
    names = set(INSIDE_SENTENCE.findall(body))
    plain = set(WORD.findall(body)) - names

    def lowered(found: re.Match[str]) -> str:
        word = found.group()
        common = word.lower() in plain or is_common(word.lower())
        lower = word[0].lower() + word[1:]
        return lower if common and word not in names and len(lower) == len(word) else word

    return text[: title.start] + WORD.sub(lowered, head) + body


def _is_title_case(head: str) -> bool:
    words = [word for word in WORD.findall(head) if len(word) > 3 and not word.isupper()]
    capitals = sum(word[0].isupper() for word in words)
    return len(words) >= FEWEST_WORDS and capitals >= TITLE_SHARE * len(words)
