"""Names made of a head noun and what qualifies it: "Interior Guard", "residents of the camp"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from tocsin.core.types import NameKind
from tocsin.ontology.name_words import Head, NameWords, name_words
from tocsin.read.document import Document
from tocsin.read.names.candidate import Candidate, Rank
from tocsin.read.names.grounds import Grounds
from tocsin.read.names.heads import facility_word, head_of, singular
from tocsin.read.names.qualifiers import complement_end, left_edge

NOUNS = ("NOUN", "PROPN")
OF_STATES_TOGETHER = ("un", "u.n.", "nato", "eu")
INSIDE = ("compound", "nmod", "amod")


def find_phrases(document: Document, grounds: Grounds) -> Iterator[Candidate]:
    """Yield each noun phrase whose head names a body, a force, an office, a group, a facility."""
    words = name_words()
    for phrase in document.phrases:
        for token in phrase:
            if token.pos_ not in NOUNS or _qualifies_another(token, words):
                continue
            head = None if grounds.holds(token.i) else head_of(token, words)
            if head is not None:
                yield _body(token, head, grounds, words)
                yield from _shared_head(token, head, grounds)
            elif facility_word(token, words):
                yield from _facility(token, grounds, words)


def _qualifies_another(token: Token, words: NameWords) -> bool:
    """Return whether the noun only describes a later one ("police dogs")."""
    if token.dep_ not in INSIDE or token.head.i <= token.i:
        return False
    return singular(token.head, words.acts_through) is None


def _body(token: Token, head: Head, grounds: Grounds, words: NameWords) -> Candidate:
    start = left_edge(token, grounds, words)
    end = complement_end(token, grounds, words)
    kind, sector = _kind_and_sector(token, head, range(start, end), words)
    if token.doc[start].lower_ in OF_STATES_TOGETHER:
        sector = "MIL" if kind is NameKind.FORCE else "IGO"
    international = sector == "IGO" or token.doc[start].lower_ in OF_STATES_TOGETHER
    qualified = start < token.i or end > token.i + 1
    named = qualified or head.alone or (token.pos_ == "PROPN" and not token.is_sent_start)
    if not head.alone and kind is NameKind.GROUP:
        named = _is_proper(token, start, end, grounds)
    return Candidate(
        start=start,
        end=end,
        head=token.i,
        kind=kind,
        rank=Rank.PHRASE,
        country=None if international else _country(token, start, end, grounds),
        sector=sector,
        bare=not named,
    )


def _country(token: Token, start: int, end: int, grounds: Grounds) -> str | None:
    return grounds.country_among(range(start, token.i)) or grounds.country_among(
        range(token.i + 1, end)
    )


def _is_proper(token: Token, start: int, end: int, grounds: Grounds) -> bool:
    around = [*range(start, token.i), *range(token.i + 1, end)]
    return any(grounds.holds(i) or token.doc[i].pos_ == "PROPN" for i in around)


def _kind_and_sector(
    token: Token, head: Head, tokens: range, words: NameWords
) -> tuple[NameKind, str | None]:
    kind, sector = head.kind, head.sector
    lemma = singular(token, words.heads) or ""
    if lemma in words.sector_from_modifier:
        sector = _told_by_others(token, tokens, words) or sector
    if kind is NameKind.FORCE:
        sector = _explained_as(token, words) or sector
    if kind is NameKind.OFFICE and token.tag_ in ("NNS", "NNPS"):
        kind = NameKind.GROUP
    if kind is NameKind.GROUP and token.tag_ == "NNP" and tokens.start < token.i:
        kind = NameKind.ORGANISATION
    if lemma in words.transparent and token.tag_ in ("NNS", "NNPS"):
        kind = _kind_behind(token, tokens, words) or kind
    if kind is NameKind.FORCE and sector is None:
        sector = "MIL"
    return kind, sector


def _told_by_others(token: Token, tokens: range, words: NameWords) -> str | None:
    """Return the sector of the nearest noun that has one, else of the nearest modifier."""
    near = (*range(token.i - 1, tokens.start - 1, -1), *range(token.i + 1, tokens.stop))
    heads = (head_of(token.doc[i], words) for i in near)
    told = [head.sector for head in heads if head is not None and head.sector]
    told += [
        words.modifier_sectors[token.doc[i].lower_]
        for i in near
        if token.doc[i].lower_ in words.modifier_sectors
    ]
    return told[0] if told else None


def _explained_as(token: Token, words: NameWords) -> str | None:
    """Return the sector in ", a militia" behind the name: it goes before the name's own."""
    for child in token.rights:
        head = head_of(child, words) if child.dep_ == "appos" else None
        if head is not None and head.kind is NameKind.FORCE:
            return head.sector
    return None


def _kind_behind(token: Token, tokens: range, words: NameWords) -> NameKind | None:
    """Return the kind of force that "members of the Guard" or "army officers" stand for."""
    for i in (*range(token.i + 1, tokens.stop), *range(tokens.start, token.i)):
        head = head_of(token.doc[i], words)
        if head is not None and head.kind is NameKind.FORCE:
            return NameKind.FORCE
    return None


def _shared_head(token: Token, head: Head, grounds: Grounds) -> Iterator[Candidate]:
    """Yield "Tarvenian" of "Tarvenian and Ostreli officials": one more body with that head."""
    for modifier in token.lefts:
        if modifier.dep_ != "amod" or not grounds.holds(modifier.i):
            continue
        for other in modifier.conjuncts:
            if grounds.holds(other.i) and other.i < modifier.i + 4 and other.i < token.i - 1:
                yield Candidate(
                    start=other.i,
                    end=other.i + 1,
                    head=other.i,
                    kind=head.kind,
                    rank=Rank.PHRASE,
                    country=grounds.country_among((other.i,)),
                    sector=head.sector,
                )


def _facility(token: Token, grounds: Grounds, words: NameWords) -> Iterator[Candidate]:
    start, end = left_edge(token, grounds, words), complement_end(token, grounds, words)
    if end == token.i + 1 and token.text[:1].isupper():
        end = _name_behind(token.doc, end)
    named = any(token.doc[i].pos_ == "PROPN" for i in range(start, end) if i != token.i)
    if named and not grounds.is_settlement(start, end):
        yield Candidate(
            start=start,
            end=end,
            head=token.i,
            kind=NameKind.FACILITY,
            rank=Rank.PHRASE,
            country=grounds.country_among(range(start, end)),
        )


def _name_behind(doc: Doc, end: int) -> int:
    """Return where "Camp Lindral" ends."""
    stop = end
    while stop < min(end + 2, len(doc)) and doc[stop].pos_ == "PROPN" and doc[stop].is_title:
        stop += 1
    return stop
