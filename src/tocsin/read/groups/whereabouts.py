"""Where people are, and which proper names tell one group from another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Span as Phrase
from spacy.tokens import Token

from tocsin.core.types import PlaceMention
from tocsin.ontology.exposure import exposure_words
from tocsin.read.document import Document
from tocsin.read.names.grounds import Grounds

MAX_REACH = 16  # tokens from the people to their place: "displaced people living near Halvik"
LOCATING = frozenset({"in", "at", "of", "inside", "from", "near", "around", "outside", "to"})
LEAVING = frozenset({"flee", "leave", "escape"})
WORDS_IN_NAMES = frozenset({"the", "of", "upper", "lower", "north", "south", "east", "west"})


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """The places of a report by token; `shelter` is the one camp or shelter it names, if one."""

    grounds: Grounds
    shelter: str | None = None

    @classmethod
    def of(cls, document: Document, places: Sequence[PlaceMention]) -> Whereabouts:
        """Return the whereabouts that the place mentions give."""
        there = cls(Grounds.of(document, places))
        named = {
            fold: name
            for phrase in document.phrases
            for token in phrase
            if there._is_local(token) and _names_shelter(name := there.name_at(token, phrase))
            if (fold := frozenset(name.casefold().split()))
        }
        return cls(there.grounds, next(iter(named.values())) if len(named) == 1 else None)

    def holds(self, token: int) -> bool:
        """Return whether the token stands in a place name."""
        return self.grounds.holds(token)

    def is_grounded(self, token: int) -> bool:
        """Return whether the token stands in the name of a place that a gazetteer holds."""
        mention = self.grounds.by_token.get(token)
        return mention is not None and mention.place is not None

    def in_name(self, token: Token) -> bool:
        """Return whether the token may stand inside a place's name."""
        proper = token.pos_ == "PROPN" and token.text[:1].isupper()
        return proper or self.holds(token.i) or _is_shelter(token) or token.lower_ == "the"

    def keys(self, phrase: Phrase, head: Token) -> tuple[frozenset[str], frozenset[str]]:
        """Return the names that identify the group and those of countries alone."""
        keys: set[str] = set()
        nations: set[str] = set()
        for token in phrase:
            if token.i == head.i or not token.text[:1].isupper() or _is_shelter(token):
                continue
            if token.lower_ in WORDS_IN_NAMES or not (self._proper(token)):
                continue
            (nations if self._is_nation(token) else keys).add(token.lower_)
        return frozenset(keys), frozenset(nations)

    def place_of(self, head: Token, end: int, phrase: Phrase) -> str | None:
        """Return the name of the place that the people are put in, None where none is near."""
        doc = phrase.doc
        for i in range(head.i - 1, max(phrase.start, head.i - 4) - 1, -1):
            if self._is_local(doc[i]) and doc[i].head.i <= head.i and doc[i].head.i > i:
                return self.name_at(doc[i], phrase)
        located = False
        for i in range(head.i + 1, min(phrase.end, end + MAX_REACH)):
            token = doc[i]
            if located and self._is_local(token):
                return self.name_at(token, phrase)
            if located and _is_shelter(token) and doc[i - 1].lower_ == "the":
                return self.shelter or self._shelter_in(head, phrase)
            if token.lower_ in LOCATING or token.lemma_.lower() in LEAVING:
                located = True
            elif _ends_search(token):
                break
        return self._holder(head, phrase) or self._shelter_in(head, phrase)

    def name_at(self, token: Token, phrase: Phrase) -> str:
        """Return the place's name with the shelter word that belongs to it."""
        start, end = token.i, token.i + 1
        while start > phrase.start and self._continues(phrase.doc[start - 1]):
            start -= 1
        while end < phrase.end and self._continues(phrase.doc[end]):
            end += 1
        if end < phrase.end and _is_shelter(phrase.doc[end]):
            end += 1
        return " ".join(phrase.doc[start:end].text.split())

    def _continues(self, token: Token) -> bool:
        capital = token.text[:1].isupper() and token.pos_ == "PROPN"
        return (capital and (self.holds(token.i) or _is_shelter(token))) or (
            self.holds(token.i) and self._is_local(token)
        )

    def _holder(self, head: Token, phrase: Phrase) -> str | None:
        """Return the place that is said to hold the people: "Lindral Camp holds 2,600 people"."""
        if head.dep_ != "dobj" and head.head.lower_ not in ("to", "of"):
            return None
        for token in phrase.doc[max(phrase.start, head.i - MAX_REACH) : head.i]:
            if self._is_local(token) and _is_subject(token):
                return self.name_at(token, phrase)
        return None

    def _shelter_in(self, head: Token, phrase: Phrase) -> str | None:
        """Return the one camp or shelter that stands near the people in their sentence."""
        near = phrase.doc[
            max(phrase.start, head.i - 2 * MAX_REACH) : min(phrase.end, head.i + 2 * MAX_REACH)
        ]
        named = {
            self.name_at(token, phrase)
            for token in near
            if self._is_local(token) and _names_shelter(self.name_at(token, phrase))
        }
        return named.pop() if len(named) == 1 else None

    def _is_local(self, token: Token) -> bool:
        if self.holds(token.i):
            return not self.grounds.is_country(token.i) and not self._is_nation(token)
        neighbours = (token.doc[i] for i in (token.i - 1, token.i + 1) if 0 <= i < len(token.doc))
        named = token.pos_ == "PROPN" and token.text[:1].isupper() and not _is_shelter(token)
        return named and any(_is_shelter(other) for other in neighbours)

    def _proper(self, token: Token) -> bool:
        return token.pos_ == "PROPN" or self.holds(token.i) or token.ent_type_ == "NORP"

    def _is_nation(self, token: Token) -> bool:
        mention = self.grounds.by_token.get(token.i)
        if mention is None:
            return False
        return self.grounds.is_country(token.i)


def _names_shelter(name: str) -> bool:
    return any(word in exposure_words().shelters for word in name.casefold().split())


def _is_shelter(token: Token) -> bool:
    return token.lemma_.lower() in exposure_words().shelters


def _ends_search(token: Token) -> bool:
    """Return whether a new clause begins that is not about where the people are."""
    finite = token.pos_ == "VERB" and token.tag_ not in ("VBG", "VBN")
    return finite and token.lemma_.lower() not in exposure_words().dwells


def _is_subject(token: Token) -> bool:
    while token.dep_ in ("compound", "nmod", "poss") and token.head.i > token.i:
        token = token.head
    return token.dep_ in ("nsubj", "nsubjpass")
