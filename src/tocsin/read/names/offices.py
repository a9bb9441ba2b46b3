"""Offices that a report ties to their holder: "President Anton Vessel … the president said"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc

from tocsin.core.types import NameKind
from tocsin.ontology.name_words import name_words
from tocsin.read.names.candidate import Candidate
from tocsin.read.names.heads import singular

MAX_TITLE_WORDS = 5
Held = tuple[frozenset[str], Candidate]


def with_holders(candidates: Sequence[Candidate], doc: Doc) -> Iterator[Candidate]:
    """Yield the candidates, each office under its holder's name where the report has one holder."""
    held = _held(candidates, doc)
    for candidate in candidates:
        if candidate.kind is NameKind.OFFICE and candidate.canonical is None:
            holder = _holder(candidate, held, doc)
            if holder is not None:
                candidate = replace(
                    candidate,
                    canonical=holder.canonical,
                    country=candidate.country or holder.country,
                )
        yield candidate


def _held(candidates: Iterable[Candidate], doc: Doc) -> dict[str, list[Held]]:
    held: dict[str, list[Held]] = defaultdict(list)
    for candidate in candidates:
        if candidate.kind is NameKind.PERSON and candidate.public:
            words = title_words(candidate.start, doc)
            if words:
                held[words[-1]].append((frozenset(words), candidate))
    return held


def title_words(start: int, doc: Doc) -> tuple[str, ...]:
    """Return the words of the title right before a person's name, in lower case."""
    titles = name_words().public_titles
    if start == 0 or singular(doc[start - 1], titles) is None:
        return ()
    first = start - 1
    while first > max(0, start - MAX_TITLE_WORDS) and doc[first - 1].pos_ in ("NOUN", "PROPN"):
        first -= 1
    return tuple(token.lower_ for token in doc[first:start])


def _holder(office: Candidate, held: dict[str, list[Held]], doc: Doc) -> Candidate | None:
    words = {token.lower_ for token in office.phrase(doc)}
    holders = [holder for title, holder in held.get(doc[office.head].lower_, ()) if words <= title]
    names = {holder.canonical for holder in holders}
    return holders[0] if len(names) == 1 else None
