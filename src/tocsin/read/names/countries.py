"""Countries that act in a report: "Ostrel warned", "accused Ostrel"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from tocsin.core.types import NameKind
from tocsin.ontology.name_words import NameWords, name_words
from tocsin.read.document import Document
from tocsin.read.names.candidate import Candidate, Rank
from tocsin.read.names.grounds import Grounds

SUBJECTS = ("nsubj", "nsubjpass", "agent")
ACTING_BEHIND = ("by", "with", "between", "against")


def find_acting_countries(document: Document, grounds: Grounds) -> Iterator[Candidate]:
    """Yield names of countries that do something or have something done to them as states."""
    words = name_words()
    for token in document.tokens():
        if grounds.is_country(token.i) and token.pos_ == "PROPN" and _acts(token, words):
            start = token.i
            while start > 0 and grounds.by_token.get(start - 1) is grounds.by_token[token.i]:
                start -= 1
            while document.doc[start].lower_ == "the":
                start += 1
            yield Candidate(
                start=start,
                end=token.i + 1,
                head=token.i,
                kind=NameKind.ORGANISATION,
                rank=Rank.ACTING_COUNTRY,
                country=grounds.country_among((token.i,)),
                sector="GOV",
            )


def _acts(token: Token, words: NameWords) -> bool:
    while token.dep_ == "conj" and token.head.pos_ == "PROPN":
        token = token.head
    if token.dep_ in SUBJECTS:
        return True
    if token.dep_ == "pobj":
        return token.head.lower_ in ACTING_BEHIND
    return token.dep_ == "dobj" and token.head.lemma_ in words.addresses
