"""Parts of a group: "including 1,000 women", "800 of them children"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span as Phrase
from spacy.tokens import Token

from tocsin.core.types import Part
from tocsin.ontology.exposure import exposure_words
from tocsin.read.groups.sizes import count_of

MAX_REACH = 24  # tokens from the group's noun to its last part
MAX_NUMBER = 5
SKIPPED = frozenset({"of", "them", "whom", "which", "are", "is", "were", "was"})
LINKS = frozenset({"them", "whom", "which"})


def parts_after(head: Token, phrase: Phrase) -> tuple[Part, ...]:
    """Return the parts counted after the group's noun in its sentence."""
    vocabulary = exposure_words()
    stop = min(phrase.end, head.i + MAX_REACH)
    opened = False
    parts = []
    for token in phrase.doc[head.i + 1 : stop]:
        lemma = token.lemma_.lower()
        if token.lower_ in vocabulary.part_openers:
            opened = True
        elif opened and lemma in vocabulary.parts and (part := _part(token, head.i)):
            parts.append(part)
        elif token.lower_ not in LINKS and lemma in vocabulary.people:
            break
    return tuple(parts)


def _part(token: Token, after: int) -> Part | None:
    number = " ".join(reversed(list(_number_before(token, after))))
    count = count_of(number)
    if count is None:
        return None
    return Part(name=_plural(token), low=count.low, high=count.high, as_reported=count.as_reported)


def _number_before(token: Token, after: int) -> Iterator[str]:
    """Yield the words of the number before the noun, the last first."""
    i = token.i - 1
    taken = 0
    while i > after and taken < MAX_NUMBER:
        before = token.doc[i]
        if before.lower_ not in SKIPPED:
            if before.is_punct or (before.pos_ in ("NOUN", "VERB") and not before.like_num):
                return
            if before.lower_ in exposure_words().part_openers:
                return
            taken += 1
            yield before.text
        i -= 1


def _plural(token: Token) -> str:
    return " ".join(token.text.casefold().split())
