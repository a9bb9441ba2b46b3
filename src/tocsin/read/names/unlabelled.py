"""Persons whom the model missed, told by what the clause does with them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from spacy.tokens import Token

from tocsin.ontology.name_words import NameWords, name_words
from tocsin.ontology.tables import read_table
from tocsin.read.document import Document
from tocsin.read.names.grounds import Grounds
from tocsin.read.names.heads import facility_word, head_of, singular

LONGEST = 3  # words of a name; longer runs of capitals are titles and headlines
KIN = frozenset({"brother", "sister", "son", "daughter", "mother", "father", "wife", "husband"})
RELATIVES = KIN | {"widow", "neighbour", "cousin", "uncle", "aunt", "body", "home", "house"}
# what a person's possessive stands before


def unlabelled_persons(document: Document, grounds: Grounds) -> Iterator[tuple[int, int]]:
    """Yield the tokens of each two- or three-word name that its clause treats as a person."""
    words = name_words()
    for phrase in document.phrases:
        for token in phrase:
            if not _ends_a_name(token, words):
                continue
            start = _start(token, phrase.start, grounds, words)
            if 2 <= token.i + 1 - start <= LONGEST and _treated_as_person(token, words):
                yield start, token.i + 1


def _ends_a_name(token: Token, words: NameWords) -> bool:
    if token.pos_ != "PROPN" or token.dep_ == "compound" or token.ent_type_ in ("PERSON", "DATE"):
        return False
    return _is_word_of_name(token, words)


def _is_word_of_name(token: Token, words: NameWords) -> bool:
    return (
        token.is_title
        and token.is_alpha
        and token.ent_type_ not in ("DATE", "TIME", "EVENT", "NORP", "LAW")
        and head_of(token, words) is None
        and not facility_word(token, words)
        and token.lower_ not in words.titles
    )


def _start(last: Token, first: int, grounds: Grounds, words: NameWords) -> int:
    start = last.i
    if grounds.holds(start):
        return start
    while start > first:
        before = last.doc[start - 1]
        joined = before.pos_ == "PROPN" and before.dep_ == "compound" and before.head.i >= start
        if not joined or grounds.holds(before.i) or not _is_word_of_name(before, words):
            break
        start -= 1
    article = start > first and last.doc[start - 1].lower_ in ("the", "a", "an")
    return last.i if article else start


def _treated_as_person(token: Token, words: NameWords) -> bool:
    verb = token.head
    if token.dep_ == "nsubj" and verb.lemma_.lower() in _speech_verbs():
        return token.ent_type_ not in ("ORG", "FAC")
    if token.dep_ in ("dobj", "nsubjpass") and verb.lemma_ in words.done_to_persons:
        return True
    if token.dep_ == "poss" and verb.lower_ in RELATIVES:
        return True
    return any(_is_person_noun(kid, words) for kid in token.rights if kid.dep_ == "appos") or (
        token.dep_ == "appos" and _is_person_noun(verb, words)
    )


def _is_person_noun(noun: Token, words: NameWords) -> bool:
    """Return whether a common noun names one person: "the spokesman", "a nurse"."""
    if noun.pos_ != "NOUN" or noun.tag_ != "NN":
        return False
    return noun.lower_ in words.titles or singular(noun, _person_nouns()) is not None


@cache
def _speech_verbs() -> frozenset[str]:
    return frozenset(read_table("cues")["speech_verbs"])


@cache
def _person_nouns() -> frozenset[str]:
    return frozenset(read_table("event_participants")["person"])
