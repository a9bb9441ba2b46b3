"""Acronyms in brackets right after what they stand for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from spacy.tokens import Doc

from tocsin.core.types import NameKind
from tocsin.read.names.candidate import Candidate

MAX_LETTERS = 8
SMALL_WORDS = frozenset({"of", "for", "the", "and", "in", "on", "'s", "’s", "'", "’", "-", "&"})


def with_acronyms(candidates: Iterable[Candidate], doc: Doc) -> tuple[Candidate, ...]:
    """Return the candidates, each bracketed acronym added as a mention of the same body.

    The longer form is the canonical name; where the letters do not fit it, the acronym is.
    """
    candidates = list(candidates)
    found = {c.start: acronym for c in candidates if (acronym := _acronym_after(c, doc))}
    named = {doc[a.start].text: a for a in found.values()}
    named.update({c.phrase(doc).text: found[c.start] for c in candidates if c.start in found})
    spoken_for = {a.start for a in found.values()}
    bodies = [_named(c, named, doc) for c in candidates if c.start not in spoken_for]
    return tuple(sorted([*bodies, *found.values()], key=lambda candidate: candidate.start))


def _named(candidate: Candidate, named: dict[str, Candidate], doc: Doc) -> Candidate:
    body = named.get(candidate.phrase(doc).text)
    if body is None or candidate.canonical is not None:
        return candidate
    return replace(
        candidate,
        canonical=body.canonical,
        kind=body.kind,
        sector=body.sector,
        country=candidate.country or body.country,
        bare=False,
    )


def _acronym_after(body: Candidate, doc: Doc) -> Candidate | None:
    end = body.end
    if body.kind is NameKind.PERSON or end + 2 >= len(doc):
        return None
    if doc[end].text != "(" or doc[end + 2].text != ")":
        return None
    acronym = doc[end + 1].text
    if not (2 <= len(acronym) <= MAX_LETTERS and acronym.isupper() and acronym[0].isalpha()):
        return None
    long_form = " ".join(body.phrase(doc).text.split())
    name = body.canonical or (long_form if _fits(acronym, body, doc) else acronym)
    return replace(body, start=end + 1, end=end + 2, head=end + 1, canonical=name, bare=False)


def _fits(acronym: str, body: Candidate, doc: Doc) -> bool:
    """Return whether every letter of the acronym opens a word of the longer form, in order."""
    initials = iter([token.lower_[0] for token in body.phrase(doc)])
    return all(letter in initials for letter in acronym.casefold() if letter.isalpha())
