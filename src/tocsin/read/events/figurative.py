"""Words of violence that tell of none: sport, stage, trade and history told as history."""

from __future__ import annotations

from collections.abc import Set
from functools import cache
from typing import Final

from spacy.tokens import Span as Phrase
from spacy.tokens import Token

from tocsin.ontology.event_types import event_types
from tocsin.read.events.lexicon import word_class

PLAYFUL: Final = 2  # one word of play may be chance: "a match", "the audience of the king"
CENTURIES: Final = range(1000, 1950)  # years that a report looks back on and does not warn of
DATING: Final = frozenset({"in", "year"})


@cache
def tells_of_violence(type_name: str) -> bool:
    """Return whether sport and stage borrow the words of the type."""
    return event_types()[type_name].violent or type_name in word_class("borrowed_types")


def is_at_play(near: Set[str], scene: Set[str]) -> bool:
    """Return whether the scene is one of play, and nobody near the trigger is at stake."""
    playful = scene & word_class("pastime")
    return len(playful) >= PLAYFUL and near.isdisjoint(word_class("grim"))


def is_history(phrase: Phrase) -> bool:
    """Return whether the sentence is set in a year long past: "in 1611", "the siege of 1694"."""
    return any(_dates_its_sentence(token) for token in phrase if token.i > phrase.start)


def _dates_its_sentence(token: Token) -> bool:
    if not (token.is_digit and len(token.text) == 4 and int(token.text) in CENTURIES):
        return False
    before = token.nbor(-1)
    within = before.head.dep_ == "ROOT" or before.is_sent_start is True
    return before.lower_ == "of" or (before.lower_ in DATING and within)
