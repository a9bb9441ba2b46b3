"""Who speaks or holds office in public: the titles around a person's name."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from tocsin.ontology.name_words import NameWords, name_words
from tocsin.read.names.heads import singular

REACH = 8  # tokens between a name and its title: ", the province's acting interior minister"
COPULAS = frozenset({"is", "was", "as", "became"})
SPEAKS_FOR = frozenset({", who speaks for", ", speaking for the", ", who spoke for"})
SKIPPED = frozenset({"DET", "PRON", "ADJ", "NOUN", "PROPN", "NUM", "PART"})
POSSESSIVES = frozenset({"'s", "’s", "'", "’"})


def is_public(doc: Doc, start: int, end: int) -> bool:
    """Return whether a title before or after the name makes its bearer a public person."""
    words = name_words()
    return _announced(doc, start, words) or _explained(doc, end, words)


def _announced(doc: Doc, start: int, words: NameWords) -> bool:
    """Return whether the noun phrase right before the name is a current public title."""
    i = start - 1
    if i > 0 and doc[i].text == ",":  # "its leader, Hanne Voss, said"
        i -= 1
    if i < 0 or not _is_public_title(doc[i], words):
        return False
    while i >= 0 and i > start - REACH and doc[i].pos_ in ("NOUN", "PROPN", "ADJ", "PUNCT"):
        if doc[i].lower_ in words.formerly:
            return False
        i -= 1
    return True


def _explained(doc: Doc, end: int, words: NameWords) -> bool:
    """Return whether what follows the name is a public title: ", the governor of Dessin"."""
    i = end
    if " ".join(token.lower_ for token in doc[end : end + 4]) in SPEAKS_FOR:
        return True
    if i < len(doc) and (doc[i].text == "," or doc[i].lower_ in COPULAS):
        i += 1
    else:
        return False
    last: Token | None = None
    while i < min(end + REACH, len(doc)) and doc[i].pos_ in SKIPPED:
        if doc[i].lower_ in words.formerly:
            return False
        last = doc[i]
        i += 1
    return last is not None and last.lower_ not in POSSESSIVES and _is_public_title(last, words)


def _is_public_title(token: Token, words: NameWords) -> bool:
    return singular(token, words.public_titles) is not None
