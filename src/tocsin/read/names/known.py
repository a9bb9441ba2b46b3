"""Names of the actor table, found in a report."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from spacy.tokens import Doc

from tocsin.ontology.actors import Actor, known_actors
from tocsin.read.document import Document
from tocsin.read.language_model import english
from tocsin.read.names.candidate import Candidate, Rank

Spelling = tuple[tuple[str, ...], str, Actor]


def find_known(document: Document) -> Iterator[Candidate]:
    """Yield the stretches that spell an actor of the table, the longest at each token."""
    table = _spellings_by_first_word()
    doc = document.doc
    for phrase in document.phrases:
        for token in phrase:
            for words, spelling, actor in table.get(token.lower_, ()):
                end = token.i + len(words)
                if end <= phrase.end and _spells(doc, token.i, words, spelling):
                    yield _candidate(token.i, end, actor)
                    break


def _candidate(start: int, end: int, actor: Actor) -> Candidate:
    return Candidate(
        start=start,
        end=end,
        head=end - 1,
        kind=actor.kind,
        rank=Rank.KNOWN,
        canonical=actor.name,
        country=actor.country,
        sector=actor.sector,
        public=actor.public,
    )


def _spells(doc: Doc, start: int, words: tuple[str, ...], spelling: str) -> bool:
    if any(doc[start + offset].lower_ != word for offset, word in enumerate(words)):
        return False
    first = doc[start].text
    return first.isupper() if spelling.isupper() else first[:1].isupper()


@cache
def _spellings_by_first_word() -> dict[str, list[Spelling]]:
    tokenizer = english().tokenizer
    table: dict[str, list[Spelling]] = {}
    for actor in known_actors():
        for spelling in actor.spellings:
            words = tuple(token.lower_ for token in tokenizer(spelling))
            table.setdefault(words[0], []).append((words, spelling, actor))
    for entries in table.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return table
