"""What speaks for and against a mention's people being at risk, as names of signs."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from spacy.tokens import Span as Phrase
from spacy.tokens import Token

from tocsin.core.types import Count
from tocsin.ontology.exposure import exposure_words
from tocsin.read.groups.people import PeopleWord

MOST_CHILDREN = 40
NEAR = 14  # tokens on either side
NONE = frozenset({"no", "none", "nobody", "neither"})
DEFINITE = frozenset({"the", "these", "those", "its", "their"})
SUFFERING = frozenset({"nsubjpass", "dobj"})


def signs_of(token: Token, phrase: Phrase, kind: PeopleWord, size: Count | None) -> Iterator[str]:
    """Yield the signs in the words of the mention and in the clause around it."""
    yield kind.value
    words = exposure_words()
    lefts = {child.lower_ for child in islice(token.lefts, MOST_CHILDREN)}
    if size is not None:
        yield "sized"
    if lefts & NONE:
        yield "none"
    if lefts & DEFINITE:
        yield "definite"
    if token.lemma_.lower() in words.units_of_many:
        yield "families"
    if token.lemma_.lower() in words.exposed_nouns or _is_described(token):
        yield "exposed"
    yield from _role_signs(token)
    near = {other.lemma_.lower() for other in _near(token, phrase)}
    if near & words.arms:
        yield "arms_near"
    if near & words.plight:
        yield "plight_near"


def _is_described(token: Token) -> bool:
    """Return whether an adjective tells of their danger: "besieged families"."""
    beside = [*islice(token.lefts, MOST_CHILDREN), *islice(token.rights, MOST_CHILDREN)]
    return any(word.lower_ in exposure_words().exposed_adjectives for word in beside)


def _role_signs(token: Token) -> Iterator[str]:
    """Yield what the people do in their clause, or what is done to them."""
    words = exposure_words()
    noun = token.head.head if token.dep_ == "pobj" and token.head.lower_ == "of" else token
    lemma = noun.head.lemma_.lower()
    if noun.dep_ in SUFFERING:
        if lemma in words.moved:
            yield "moved"
        if lemma in words.harm or lemma in words.fates:
            yield "suffers"
    elif noun.dep_ == "nsubj":
        if lemma in words.dreads:
            yield "dreads"
        elif lemma in words.dwells or lemma in words.shelters_at:
            yield "dwells"
        elif lemma in words.acts or lemma in words.speaks:
            yield "acts"
    elif noun.dep_ == "attr":
        yield "there_are"
    elif noun.dep_ == "pobj" and _is_harm_done_to(noun):
        yield "of_harm"


def _is_harm_done_to(noun: Token) -> bool:
    """Return whether the noun stands in "attack on families", "removal of villagers"."""
    words = exposure_words()
    tied = noun.head.lower_ in ("of", "on", "against", "for")
    return tied and noun.head.head.lemma_.lower() in words.harm | words.moved


def _near(token: Token, phrase: Phrase) -> Phrase:
    """Return the words about the noun in its sentence."""
    first, last = max(phrase.start, token.i - NEAR), min(phrase.end, token.i + NEAR)
    return phrase.doc[first:last]
