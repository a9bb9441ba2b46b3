"""Looking a token up among the head nouns."""

from __future__ import annotations

from collections.abc import Container

from spacy.tokens import Token

from tocsin.ontology.name_words import Head, NameWords


def head_of(token: Token, words: NameWords) -> Head | None:
    """Return what the token says as a head noun, None if it is none."""
    lemma = singular(token, words.heads)
    return words.heads[lemma] if lemma is not None else None


def facility_word(token: Token, words: NameWords) -> bool:
    """Return whether the token is a noun for a building or site."""
    return singular(token, words.facilities) is not None


def singular(token: Token, among: Container[str]) -> str | None:
    """Return the form of the token that the list holds: as written, its lemma, or singular.

    The model leaves proper plurals as they are ("Forces"), so they are cut by rule.
    """
    word = token.lower_
    for form in (word, token.lemma_.lower(), *_cut(word)):
        if form in among:
            return form
    return None


def _cut(word: str) -> tuple[str, ...]:
    if word.endswith("ies"):
        return (word[:-3] + "y",)
    if word.endswith("men"):
        return (word[:-3] + "man",)
    if word.endswith("es"):
        return (word[:-1], word[:-2])
    return (word[:-1],) if word.endswith("s") else ()
