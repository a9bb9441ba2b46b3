"""Peoples that no list knows, told by a report's own words: "Mirrun families … the Mirrun fled"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from tocsin.core.types import NameKind
from tocsin.ontology.name_words import NameWords, name_words
from tocsin.read.document import Document
from tocsin.read.names.candidate import Candidate, Rank
from tocsin.read.names.grounds import Grounds
from tocsin.read.names.heads import singular

FAMILY_TOO = frozenset({"brother", "sister", "boy", "girl"})  # also follow a family name
SHARED = frozenset({"minority", "community", "population", "tribe", "clan", "people"})
PLURAL = frozenset({"NNS", "NNPS"})
INSIDE = frozenset({"compound", "amod", "nmod"})


def find_peoples(document: Document, grounds: Grounds) -> Iterator[Candidate]:
    """Yield "the Mirrun" as a group where the report speaks of Mirrun traders or villagers."""
    names = _names_of_peoples(document, grounds)
    if not names:
        return
    for token in document.tokens():
        if token.text in names and token.dep_ not in INSIDE and _is_the_people(token):
            yield Candidate(
                start=token.i,
                end=token.i + 1,
                head=token.i,
                kind=NameKind.GROUP,
                rank=Rank.PERSON,
                sector="CVL",
            )


def _is_the_people(token: Token) -> bool:
    return token.i > 0 and token.nbor(-1).lower_ in ("the", "many", "most", "all", "of")


def _names_of_peoples(document: Document, grounds: Grounds) -> frozenset[str]:
    words = name_words()
    return frozenset(
        token.text
        for token in document.tokens()
        if token.is_title and token.is_alpha and _describes_people(token, grounds, words)
    )


def _describes_people(token: Token, grounds: Grounds, words: NameWords) -> bool:
    noun = token.head
    if token.dep_ not in INSIDE or noun.i != token.i + 1 or grounds.holds(token.i):
        return False
    lemma = singular(noun, words.heads)
    if lemma is None or lemma in FAMILY_TOO or (token.is_sent_start and token.pos_ != "PROPN"):
        return False
    many = noun.tag_ in PLURAL or lemma in SHARED
    named = not token.is_sent_start and token.nbor(-1).pos_ == "PROPN"  # "Oren Sall supporters"
    return many and not named and words.heads[lemma].kind is NameKind.GROUP
