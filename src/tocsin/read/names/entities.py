"""The model's entities, trimmed and given the kind that their head noun and places bear out."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc
from spacy.tokens import Span as Phrase

from tocsin.core.types import NameKind
from tocsin.ontology.name_words import NameWords, name_words
from tocsin.read.document import Document
from tocsin.read.names.candidate import Candidate, Rank
from tocsin.read.names.grounds import Grounds
from tocsin.read.names.heads import facility_word, head_of

MAX_TOKENS = 8  # the model takes whole headlines for organisations
LOCATING = frozenset({"in", "near", "at", "around", "inside", "outside", "toward", "towards"})
OUTER = frozenset({"the", "a", "an", "'s", "’s", "'", "’", '"', "“", "”", "(", ")", ",", ".", "-"})


def find_bodies(document: Document, grounds: Grounds) -> Iterator[Candidate]:
    """Yield organisations, sites and peoples the model found, where they hold up."""
    words = name_words()
    for entity in entities_of(document):
        start, end = trimmed(entity)
        if not start < end <= start + MAX_TOKENS or _all_place(start, end, grounds):
            continue
        if entity.label_ == "NORP":
            yield from _people(document.doc, start, end, grounds)
        elif entity.label_ in ("ORG", "FAC"):
            yield from _body(document.doc, start, end, entity.label_, grounds, words)


def entities_of(document: Document) -> Iterator[Phrase]:
    """Yield the model's entities that stand in prose, in one pass over the report."""
    for entity in document.doc.ents:
        if document.sentence_of(entity.start_char) is not None:
            yield entity


def trimmed(entity: Phrase) -> tuple[int, int]:
    """Return the entity's first token and the one after its last, without articles and marks."""
    start, end = entity.start, entity.end
    while start < end and (entity.doc[start].lower_ in OUTER or entity.doc[start].is_space):
        start += 1
    while end > start and (entity.doc[end - 1].lower_ in OUTER or entity.doc[end - 1].is_space):
        end -= 1
    return start, end


def located_here(doc: Doc, start: int, end: int) -> bool:
    """Return whether one word stands where a place would: "in Halvik", "near Brenmark"."""
    return end == start + 1 and start > 0 and doc[start - 1].lower_ in LOCATING


def _all_place(start: int, end: int, grounds: Grounds) -> bool:
    return all(grounds.holds(i) for i in range(start, end))


def _body(
    doc: Doc, start: int, end: int, label: str, grounds: Grounds, words: NameWords
) -> Iterator[Candidate]:
    tokens = doc[start:end]
    if any(token.pos_ in ("VERB", "AUX") or "\n" in token.text for token in tokens):
        return
    if not any(token.text[:1].isupper() for token in tokens):
        return
    head = head_of(tokens[-1], words) or head_of(tokens.root, words)
    if head is None and located_here(doc, start, end):
        return
    kind = head.kind if head else NameKind.ORGANISATION
    if facility_word(tokens[-1], words) or facility_word(tokens[0], words):
        kind = NameKind.FACILITY
    if head is None and label == "FAC":
        kind = NameKind.FACILITY
    yield Candidate(
        start=start,
        end=end,
        head=end - 1,
        kind=kind,
        rank=Rank.MODEL,
        country=grounds.country_among(range(start, end)),
        sector=head.sector if head else None,
        bare=len(tokens) == 1 and head is not None and not head.alone,
    )


def _people(doc: Doc, start: int, end: int, grounds: Grounds) -> Iterator[Candidate]:
    last = doc[end - 1]
    describes = last.dep_ in ("amod", "compound", "nmod", "poss") and last.head.i >= end
    plural = last.lower_.endswith("s") or (start > 0 and doc[start - 1].lower_ == "the")
    if last.pos_ in ("NOUN", "PROPN") and plural and not describes:
        yield Candidate(
            start=start,
            end=end,
            head=end - 1,
            kind=NameKind.GROUP,
            rank=Rank.MODEL,
            country=grounds.country_among(range(start, end)),
            sector="CVL",
        )
