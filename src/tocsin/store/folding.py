"""Text folded for search: without case, accents, harakat or the variants of Arabic letters."""

from __future__ import annotations

import re
import unicodedata

LETTERS = str.maketrans(
    {
        "ک": "ك",  # Persian keheh
        "ی": "ي",  # Persian yeh
        "ى": "ي",  # alef maqsura
        "ة": "ه",
        "ە": "ه",
        "ہ": "ه",
        "ھ": "ه",
        "ـ": None,  # tatweel
        "\u200c": None,  # zero-width non-joiner: the two spellings of a Persian compound
        "\u200d": None,
        "\u00ad": None,
        "ı": "i",
        "ł": "l",
        "ø": "o",
        "đ": "d",
        "æ": "ae",
        "œ": "oe",
        **{chr(zero + digit): str(digit) for zero in (0x0660, 0x06F0) for digit in range(10)},
    }
)

# Scripts written without spaces between words: each character becomes a word, and a query a phrase.
UNSPACED = re.compile(
    "([\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\U00020000-\U0003ffff])"
)

QUOTED = re.compile(r'"([^"]*)"')
QUOTES = str.maketrans(dict.fromkeys("“”„‟«»＂", '"'))


def folded(text: str) -> str:
    """Return the text as it is searched.

    >>> folded("Café İstanbul"), folded("کتاب") == folded("كتاب")
    ('cafe istanbul', True)
    """
    if text.isascii():
        return text.replace("\0", " ").casefold()
    decomposed = unicodedata.normalize("NFKD", text.replace("\0", " ")).casefold()
    bare = "".join(char for char in decomposed if not unicodedata.combining(char))
    return UNSPACED.sub(r" \1 ", bare.translate(LETTERS))


def search_phrases(query: str) -> tuple[str, ...]:
    """Return the folded words and quoted phrases of a query; () where it holds no word.

    >>> search_phrases('massacre “Lindral Camp" --')
    ('lindral camp', 'massacre')
    """
    straight = query.translate(QUOTES)
    phrases = [match[1] for match in QUOTED.finditer(straight)]
    words = QUOTED.sub(" ", straight).replace('"', " ").split()
    found = (" ".join(folded(part).replace('"', " ").split()) for part in (*phrases, *words))
    return tuple(dict.fromkeys(phrase for phrase in found if any(map(str.isalnum, phrase))))
