"""Persons: the model's, those a title announces, those named in full elsewhere, the byline's."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Phrase

from tocsin.core.types import NameKind
from tocsin.ontology.name_words import NameWords, name_words
from tocsin.read.document import Document
from tocsin.read.names.candidate import Candidate, Rank
from tocsin.read.names.entities import entities_of, located_here, trimmed
from tocsin.read.names.grounds import Grounds
from tocsin.read.names.heads import facility_word, head_of
from tocsin.read.names.unlabelled import unlabelled_persons

MAX_TOKENS = 7
PARTICLES = frozenset(
    {"al", "el", "bin", "ibn", "abu", "ben", "de", "da", "del", "di", "la", "van", "von", "der"}
)
WAYS = frozenset(
    {"road", "street", "river", "valley", "highway", "avenue", "square", "province", "district"}
)
LAND = frozenset({"mount", "lake", "fort", "cape", "river", "valley"})
HYPHENS = frozenset({"-", "‐"})
AGE = re.compile(r", ?\d{1,3}(?: ?[,.]|$)")
NAME_IN_BYLINE = re.compile(r"[^\W\d_][\w'’.-]*(?:\s+[^\W\d_][\w'’.-]*){1,4}")


def find_persons(document: Document, grounds: Grounds) -> tuple[Candidate, ...]:
    """Return the stretches that name a person; the family name alone counts after the full one."""
    words = name_words()
    found = [
        *_by_model(document, grounds, words),
        *_by_title(document, grounds, words),
        *(_person(start, end) for start, end in unlabelled_persons(document, grounds)),
    ]
    full = {document.doc[person.start : person.end].text for person in found}
    full.update(byline_persons(document.report.byline))
    return (*found, *_by_family_name(document, full, grounds, words))


def byline_persons(byline: str | None) -> tuple[str, ...]:
    """Return the names in a byline.

    >>> byline_persons("By Mara Kett and Oren Sall")
    ('Mara Kett', 'Oren Sall')
    """
    bare = re.sub(r"^\s*by\b", "", byline or "", flags=re.IGNORECASE)
    parts = re.split(r",|;|\band\b|&|\|", bare)
    return tuple(part.strip() for part in parts if NAME_IN_BYLINE.fullmatch(part.strip()))


def _by_model(document: Document, grounds: Grounds, words: NameWords) -> Iterator[Candidate]:
    for entity in entities_of(document):
        if entity.label_ == "PERSON" or _treated_as_person(entity, words):
            start, end = trimmed(entity)
            start = _grown_left(document.doc, start, grounds, words)
            start, end = _without_titles(document.doc, start, end, words)
            if _is_person(document.doc, start, end, grounds, words):
                yield _person(start, end)


def _treated_as_person(entity: Phrase, words: NameWords) -> bool:
    """Return whether a two- or three-word name that the model took for a body is a person's.

    Something is done to it that befalls persons, or an age follows: "Oren Sall, 34,".
    """
    named = entity.label_ in ("ORG", "GPE") and 2 <= len(entity) <= 3
    if not named or not all(token.is_title and token.is_alpha for token in entity):
        return False
    noun = entity.root
    befalls = noun.dep_ in ("dobj", "nsubjpass") and noun.head.lemma_ in words.done_to_persons
    behind = entity.doc[entity.end : entity.end + 3].text
    return befalls or AGE.match(behind) is not None


def _grown_left(doc: Doc, start: int, grounds: Grounds, words: NameWords) -> int:
    """Return the start with the proper nouns of the same name that the model left outside."""
    while 0 < start < len(doc) and not doc[start].is_sent_start:
        before = doc[start - 1]
        joined = before.pos_ == "PROPN" and before.dep_ == "compound" and before.head.i >= start
        if not joined or before.ent_type_ or grounds.holds(before.i) or head_of(before, words):
            break
        start -= 1
    return start


def _without_titles(doc: Doc, start: int, end: int, words: NameWords) -> tuple[int, int]:
    while start < end - 1 and _is_title(doc[start], words):
        start += 1
    return start, end


def _is_title(token: Token, words: NameWords) -> bool:
    return token.lower_ in words.titles or head_of(token, words) is not None


def _is_person(doc: Doc, start: int, end: int, grounds: Grounds, words: NameWords) -> bool:
    if not start < end <= start + MAX_TOKENS:
        return False
    tokens = doc[start:end]
    if _names_a_way(doc, end) or located_here(doc, start, end):
        return False
    opens_noun = tokens[0].is_sent_start and tokens[0].dep_ == "compound"
    if len(tokens) == 1 and opens_noun and tokens[0].head.pos_ == "NOUN":
        return False  # "Café owners"
    if tokens[0].lower_ in LAND or _explained_as_body(doc, end, words):
        return False
    if f"{tokens.text.lower()}." in words.titles:
        return False
    if not tokens[-1].text[:1].isalpha() or not any(token.is_alpha for token in tokens):
        return False
    if any("\n" in token.text or token.pos_ in ("VERB", "AUX", "ADP") for token in tokens):
        return False
    if head_of(tokens[-1], words) or any(facility_word(token, words) for token in tokens):
        return False
    return not all(grounds.holds(token.i) for token in tokens) and not grounds.holds(start)


def _names_a_way(doc: Doc, end: int) -> bool:
    """Return whether a road, river or district bears the name: "the Orlen road"."""
    behind = doc[end : end + 1].text.lower()
    return behind in WAYS or doc[end - 1].lower_ in WAYS


def _explained_as_body(doc: Doc, end: int, words: NameWords) -> bool:
    """Return whether ", a charity" or the like follows the name."""
    if doc[end : end + 1].text != ",":
        return False
    for token in doc[end + 1 : end + 6]:
        if token.dep_ == "appos":
            head = head_of(token, words)
            return head is not None and head.kind in (NameKind.ORGANISATION, NameKind.FORCE)
    return False


def _by_title(document: Document, grounds: Grounds, words: NameWords) -> Iterator[Candidate]:
    doc = document.doc
    for phrase in document.phrases:
        for token in phrase[:-1]:
            if token.lower_ not in words.titles or not token.text[:1].isalpha():
                continue
            end = _name_end(doc, token.i + 1, phrase.end, words)
            if end > token.i + 1 and not grounds.holds(token.i + 1):
                yield _person(token.i + 1, end)


def _name_end(doc: Doc, start: int, stop: int, words: NameWords) -> int:
    """Return the token after a run of capitalised words that could be a person's name."""
    end = start
    while end < min(stop, start + MAX_TOKENS):
        token = doc[end]
        if not (_is_name_part(token, words) or _links(doc, end, start, stop)):
            break
        end += 1
    while end > start and not doc[end - 1].text[:1].isupper():
        end -= 1
    return end if end > start and doc[start].text[:1].isalpha() else start


def _is_name_part(token: Token, words: NameWords) -> bool:
    capital = token.text[:1].isupper() and token.pos_ in ("PROPN", "NOUN", "X")
    return capital and not _is_title(token, words) and token.ent_type_ not in ("DATE", "ORG")


def _links(doc: Doc, i: int, start: int, stop: int) -> bool:
    if doc[i].lower_ in PARTICLES:
        return i + 1 < stop
    joined = doc[i].text in HYPHENS and not doc[i].whitespace_
    return joined and start < i < stop - 1 and not doc[i - 1].whitespace_


def _by_family_name(
    document: Document, full: Iterable[str], grounds: Grounds, words: NameWords
) -> Iterator[Candidate]:
    """Yield later mentions by family name, and every mention of the full name."""
    families = {name.split()[-1] for name in full if len(name.split()) > 1}
    givens = {name.split()[0] for name in full if len(name.split()) > 1}
    for phrase in document.phrases:
        for token in phrase:
            if token.text not in families or grounds.holds(token.i) or _is_title(token, words):
                continue
            start = token.i
            if start > phrase.start and document.doc[start - 1].text in givens:
                start -= 1
            yield _person(start, token.i + 1)


def _person(start: int, end: int) -> Candidate:
    return Candidate(
        start=start, end=end, head=end - 1, kind=NameKind.PERSON, rank=Rank.PERSON, sector=None
    )
