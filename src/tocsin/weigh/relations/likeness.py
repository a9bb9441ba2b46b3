"""How the types of two events go together."""

from __future__ import annotations

from enum import StrEnum

from tocsin.ontology.relating import relating_words
from tocsin.weigh.families import are_opposed, families_of
from tocsin.weigh.relations.tellings import Telling


class Likeness(StrEnum):
    """How the types of two events go together."""

    SAME = "same"
    ALIKE = "alike"
    FOLLOWS = "follows"
    AGAINST = "against"


def likeness(one: Telling, other: Telling) -> Likeness | None:
    """Return how the two types go together, None where they do not."""
    pair = (one.event.type, other.event.type)
    words = relating_words()
    if pair[0] == pair[1]:
        return Likeness.SAME
    if pair in words.follows or pair[::-1] in words.follows:
        return Likeness.FOLLOWS
    if pair in words.against or are_opposed(*pair):
        return Likeness.AGAINST
    if families_of(pair[0]) & families_of(pair[1]) or pair in words.alike:
        return Likeness.ALIKE
    return None
