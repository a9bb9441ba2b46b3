"""The stretch of a report that a query is about."""

from __future__ import annotations

import re

from tocsin.store.folding import folded, search_phrases

SNIPPET_CHARACTERS = 200
BEFORE_HIT_CHARACTERS = 60

WORD = re.compile(r"\w+")


def snippet(text: str, query: str) -> str:
    """Return about 200 characters around the first word that the query holds, on one line.

    The start of the text where no word of it is the query's (the title or outlet matched).

    >>> snippet("Trucks came at dawn. The camp was sealed.", "CAMP")
    'Trucks came at dawn. The camp was sealed.'
    """
    wanted = {word for phrase in search_phrases(query) for word in WORD.findall(phrase)}
    start = 0
    for match in WORD.finditer(text):
        if not wanted.isdisjoint(WORD.findall(folded(match[0]))):
            start = max(0, match.start() - BEFORE_HIT_CHARACTERS)
            break
    while 0 < start < len(text) and not text[start - 1].isspace() and start % SNIPPET_CHARACTERS:
        start -= 1  # to the start of a word, or so far that there seems to be none
    stretch = " ".join(text[start : start + SNIPPET_CHARACTERS].split())
    return ("… " if start else "") + stretch
