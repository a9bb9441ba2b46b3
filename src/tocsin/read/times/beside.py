"""What the words beside a match are: names, nouns that a number counts, listed words."""

from __future__ import annotations

from tocsin.read.times.lexicon import Lexeme, vocabulary

NUMBER_KINDS = frozenset({"count", "day_number", "year_number"})
SHORTEST_PLURAL = 4


def lower(lexeme: Lexeme | None) -> str:
    return lexeme.text.lower() if lexeme else ""


def is_in(case: str, lexeme: Lexeme | None) -> bool:
    return lower(lexeme) in vocabulary().neighbours[case]


def is_word(lexeme: Lexeme | None) -> bool:
    """Return whether the lexeme is a word of no class, in small letters."""
    return lexeme is not None and lexeme.kind == "other" and lexeme.text[0].islower()


def is_name(lexeme: Lexeme | None) -> bool:
    """Return whether the lexeme is a word of no class with a capital."""
    if lexeme is None or lexeme.kind != "other" or not lexeme.text[0].isupper():
        return False
    return lexeme.text[-1].isalpha() and not lexeme.text.isupper()


def is_number(lexeme: Lexeme | None) -> bool:
    return lexeme is not None and lexeme.kind in NUMBER_KINDS


def is_counted(lexeme: Lexeme | None) -> bool:
    """Return whether a number before the word would count it: "men", "houses"."""
    if not is_word(lexeme) or is_in("no_noun", lexeme):
        return False
    word = lower(lexeme)
    plural = len(word) >= SHORTEST_PLURAL and word.endswith("s") and not word.endswith("ss")
    return plural or is_in("counted", lexeme)
