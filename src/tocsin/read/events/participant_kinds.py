"""Kinds of participant: which nouns can act or suffer in an event, and what they stand for."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from spacy.tokens import Token

from tocsin.core.types import NameKind
from tocsin.read.events.frames import word_set
from tocsin.read.events.lexicon import load
from tocsin.read.events.mentions import Mentions

MEASURES = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "ORDINAL"})


@dataclass(frozen=True, slots=True)
class Kind:
    """What a head noun stands for."""

    kind: NameKind
    sector: str | None


@cache
def word_list(name: str) -> frozenset[str]:
    """Return one of the word lists of event_participants.yaml."""
    return frozenset(load("event_participants")[name])


@cache
def _kinds() -> dict[str, Kind]:
    table = load("event_participants")
    kinds = {noun: Kind(NameKind.FACILITY, None) for noun in table["facility"]}
    for name, kind in (
        ("person", NameKind.PERSON),
        ("organisation", NameKind.ORGANISATION),
        ("force", NameKind.FORCE),
    ):
        kinds.update({noun: Kind(kind, sector) for noun, sector in table[name].items()})
    return kinds


def kind_of_noun(token: Token) -> Kind | None:
    """Return the kind of a common noun that can take part in an event, else None."""
    kinds = _kinds()
    for word in (token.lower_, token.lemma_.lower(), *sorted(word_set(token))):
        if word in kinds:
            found = kinds[word]
            if found.kind is NameKind.PERSON and token.tag_ in ("NNS", "NNPS"):
                return Kind(NameKind.GROUP, found.sector)
            return found
    return None


def can_take_part(token: Token, mentions: Mentions) -> bool:
    """Return whether the head names a person, body, place or thing that acts or suffers."""
    if (
        token.lower_ in word_list("pronouns")
        or token.lower_ in word_list("empty")
        or token.ent_type_ in MEASURES
    ):
        return False
    if token.i in mentions.times:
        return False
    if token.i in mentions.names or token.i in mentions.places:
        return True
    return token.pos_ == "PROPN" or kind_of_noun(token) is not None
