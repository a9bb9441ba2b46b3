"""Who is asked: each addressee by its own name, shared modifiers restored."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Span as Phrase
from spacy.tokens import Token

from tocsin.core.types import NameKind, NameMention
from tocsin.read.document import span_of
from tocsin.read.requests.duties import request_lists

ADDRESSED_BY = frozenset({"on", "upon", "to", "with", "of", "from"})
JOINTS = frozenset({",", "and", "or", ";", "&", "along", "with", "well", "as", "together", "both"})
SKIPPED = frozenset(
    {"the", "a", "an", "other", "all", "relevant", "its", "their", "on", "upon", "to"}
)
ABBREVIATION = re.compile(r"(?:[A-Z]\.?){2,5}$")  # U.S., UN, EU: modifiers that offices share
DUTIFUL = frozenset({NameKind.OFFICE, NameKind.ORGANISATION, NameKind.FORCE})
PRONOUNS = frozenset({"them", "they", "him", "her", "it"})


@dataclass(frozen=True, slots=True)
class Addressee:
    """One asked person or body: its tokens, its name, and whether it can bear a duty."""

    phrase: Phrase
    name: str
    bears_duty: bool


def addressed_heads(cue: Token, asked: Sequence[Token]) -> list[Token]:
    """Return the heads of the phrases that say whom the cue asks."""
    passive = [child for child in cue.lefts if child.dep_ == "nsubjpass"]
    if passive:
        return passive
    direct = [child for child in cue.rights if child.dep_ in {"dobj", "dative"}]
    direct = [child for child in direct if child not in asked]
    subjects = [child for verb in asked[:1] for child in verb.lefts if child.dep_ == "nsubj"]
    return direct + list(by_preposition(cue)) + subjects


def by_preposition(cue: Token) -> Iterator[Token]:
    """Yield the objects of the prepositions that mark an addressee ("call on X, with Y")."""
    for child in cue.rights:
        preposition = child
        if child.lower_ == "along":
            preposition = next((c for c in child.rights if c.lower_ == "with"), child)
        if preposition.dep_ in {"prep", "dative"} and preposition.lower_ in ADDRESSED_BY:
            yield from (noun for noun in preposition.rights if is_party(noun))


def is_party(noun: Token) -> bool:
    """Return whether the object of a preposition can be someone asked, not a time."""
    return noun.dep_ == "pobj" and noun.ent_type_ not in {"DATE", "TIME"}


def addressees_of(
    heads: Sequence[Token], asked: Sequence[Token], names: Sequence[NameMention]
) -> list[Addressee]:
    """Return each addressee of the phrases, coordination split, in text order."""
    found: list[Addressee] = []
    for head in heads:
        last = head.right_edge.i
        for verb in asked:
            if head.i < verb.left_edge.i <= last:
                last = verb.left_edge.i - 1
        phrase = head.doc[head.left_edge.i : last + 1]
        inside = [name for name in names if name.span.overlaps(span_of(phrase))]
        modifier = ""
        for piece in pieces(phrase, inside):
            addressee = addressee_of(piece, inside, modifier)
            modifier = own_modifier(piece) or modifier
            if all(addressee.name != other.name for other in found):
                found.append(addressee)
    return found


def pieces(phrase: Phrase, names: Sequence[NameMention]) -> Iterator[Phrase]:
    """Yield the coordinated parts of a phrase; a name that holds an "and" stays whole."""
    start: int | None = None
    for token in phrase:
        if splits(token, names):
            if start is not None:
                yield phrase.doc[start : token.i]
            start = None
        elif start is None:
            if token.lower_ not in SKIPPED and not token.is_punct:
                start = token.i
        elif token.dep_ in {"acl", "relcl"} or token.lower_ in {"regarding", "about", "who"}:
            yield phrase.doc[start : token.i]
            return
    if start is not None:
        yield phrase.doc[start : phrase.end]


def splits(token: Token, names: Sequence[NameMention]) -> bool:
    """Return whether the token parts two addressees."""
    if token.lower_ not in JOINTS:
        return False
    return not any(name.span.covers(span_of(token)) for name in names)


def addressee_of(piece: Phrase, names: Sequence[NameMention], modifier: str) -> Addressee:
    """Return the addressee that one coordinated part names."""
    head = piece.root
    mention = next((name for name in names if name.span.overlaps(span_of(head))), None)
    text = mention.canonical if mention is not None else " ".join(piece.text.split())
    if modifier and shares_modifier(piece) and modifier not in text:
        text = f"{modifier} {text}"
    return Addressee(piece, text.rstrip(" ,;:."), bears_duty(head, mention))


def own_modifier(piece: Phrase) -> str:
    """Return the country or body that qualifies the part ("U.S." in "U.S. President")."""
    first = piece[0]
    if len(piece) > 1 and (first.ent_type_ in {"GPE", "NORP"} or ABBREVIATION.match(first.text)):
        return first.text
    return ""


def shares_modifier(piece: Phrase) -> bool:
    """Return whether the part is a bare office, named after one whose modifier it shares."""
    before = piece.doc[piece.start - 1] if piece.start else None
    if before is not None and before.lower_ in SKIPPED:
        return False
    title = piece.text.split(" of ")[0].lower().split()
    return (
        piece[0].text[:1].isupper()
        and not own_modifier(piece)
        and (title[-1] in request_lists().offices)
    )


def bears_duty(head: Token, mention: NameMention | None) -> bool:
    """Return whether a duty to protect, or authority, goes with the one asked."""
    lists, lemma = request_lists(), head.lemma_.lower()
    if lemma in lists.no_duty_bearers:
        return False
    if mention is not None and mention.kind in DUTIFUL:
        return True
    public = mention is not None and mention.kind is NameKind.PERSON and not mention.private
    named = head.pos_ == "PROPN" and head.ent_type_ in {"GPE", "ORG", "NORP"}
    return public or named or lemma in lists.duty_bearers
