"""Names of the gazetteer in a sentence: the longest runs of capitalised tokens that it knows."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span as Phrase
from spacy.tokens import Token

from tocsin.core.ports import Gazetteer
from tocsin.read.places.cues import place_cues
from tocsin.read.places.folding import fold_name
from tocsin.read.places.toponyms import Toponym

LONGEST_RUN = 6  # tokens: "Democratic Republic of the Congo" has five, a hyphen counts as one
INNER_WORDS = frozenset(
    {"of", "the", "and", "de", "la", "le", "los", "las", "del", "di", "da", "do", "du", "el", "al",
     "e", "sur", "upon", "on", "-", "–", "’", "'", "ed", "ad", "as"}
)  # fmt: skip
SHORTEST_KEY = 2


def known_names(phrase: Phrase, text: str, gazetteer: Gazetteer) -> Iterator[Toponym]:
    """Yield the longest names that the gazetteer knows, left to right, none overlapping.

    `text` is the report's: a document's own is put together anew each time it is asked for.
    """
    tokens = list(phrase)
    position = 0
    while position < len(tokens):
        found = _name_at(tokens, position, text, gazetteer)
        if found is None:
            position += 1
        else:
            yield found[0]
            position += found[1]


def _name_at(
    tokens: list[Token], start: int, text: str, gazetteer: Gazetteer
) -> tuple[Toponym, int] | None:
    if not may_start_name(tokens[start]):
        return None
    for size in range(_reach(tokens, start), 0, -1):
        first, last = tokens[start], tokens[start + size - 1]
        if not may_end_name(last):
            continue
        key = fold_name(text[first.idx : last.idx + len(last.text)])
        if len(key) < SHORTEST_KEY or key in place_cues().never:
            continue
        candidates = tuple(gazetteer.candidates(key))
        if candidates:
            return Toponym(first=first, last=last, key=key, candidates=candidates), size
    compound = _head_of_compound(tokens[start], gazetteer)
    return (compound, 1) if compound else None


def _head_of_compound(token: Token, gazetteer: Gazetteer) -> Toponym | None:
    """Return the nation that heads a compound token: "U.S." of "U.S.-led"."""
    head, hyphen, _ = token.text.partition("-")
    candidates = tuple(gazetteer.candidates(head)) if hyphen and len(head) > 1 else ()
    if not candidates or candidates[0].feature != "PCLI":
        return None
    return Toponym(
        first=token,
        last=token,
        key=fold_name(head),
        candidates=candidates,
        characters=len(head),
    )


def _reach(tokens: list[Token], start: int) -> int:
    """Return how many tokens from the start could make one name."""
    size = 1
    for token in tokens[start + 1 : start + LONGEST_RUN]:
        if not (is_capitalised(token) or token.lower_ in INNER_WORDS):
            break
        size += 1
    return size


def may_start_name(token: Token) -> bool:
    """Return whether a place name may start here."""
    if token.lower_ == "the":
        return False
    return is_capitalised(token) or (token.lower_ in {"al", "el"} and token.i + 1 < len(token.doc))


def may_end_name(token: Token) -> bool:
    """Return whether a place name may end here."""
    return is_capitalised(token)


def is_capitalised(token: Token) -> bool:
    """Return whether the token starts with a capital letter."""
    return token.text[:1].isupper()
