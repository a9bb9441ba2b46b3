"""Participants: the noun phrase around a head, with its kind, country and sector."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache

from spacy.tokens import Token

from tocsin.core.types import NameKind, NameMention, Participant, Span
from tocsin.read.events.clause import Tree
from tocsin.read.events.frames import word_set
from tocsin.read.events.lexicon import load
from tocsin.read.events.mentions import Mentions

STRIPPED = frozenset(
    [
        "the",
        "a",
        "an",
        "this",
        "that",
        "these",
        "those",
        "its",
        "his",
        "her",
        "their",
        "our",
        "my",
        "your",
        "'s",
        "’s",
    ]
)  # a mention is the name or noun without its article, as MUC and MASC cut it
MAX_WORDS = 14  # a longer "phrase" is a clause that the parser took in
MODIFIER = frozenset({"amod", "compound", "nmod", "nummod", "quantmod", "poss", "case", "advmod"})
PRONOUNS = frozenset(
    [
        "he",
        "she",
        "they",
        "it",
        "we",
        "i",
        "you",
        "who",
        "which",
        "that",
        "him",
        "her",
        "them",
        "us",
        "me",
        "himself",
    ]
)
EMPTY = frozenset(
    ["nobody", "none", "nothing", "no-one", "everyone", "everybody", "someone", "anyone", "one"]
)
MONTHS_AND_DAYS = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "ORDINAL"})


@dataclass(frozen=True, slots=True)
class Kind:
    """What a head noun stands for."""

    kind: NameKind
    sector: str | None


@cache
def _kinds() -> dict[str, Kind]:
    table = load("event_participants")
    kinds = {noun: Kind(NameKind.FACILITY, None) for noun in table["facility"]}
    for name, kind in (
        ("person", NameKind.PERSON),
        ("organisation", NameKind.ORGANISATION),
        ("force", NameKind.FORCE),
    ):
        kinds.update({noun: Kind(kind, sector) for noun, sector in table[name].items()})
    return kinds


def kind_of_noun(token: Token) -> Kind | None:
    """Return the kind of a common noun that can take part in an event, else None."""
    kinds = _kinds()
    for word in (token.lower_, token.lemma_.lower(), *sorted(word_set(token))):
        if word in kinds:
            found = kinds[word]
            if found.kind is NameKind.PERSON and token.tag_ in ("NNS", "NNPS"):
                return Kind(NameKind.GROUP, found.sector)
            return found
    return None


def can_take_part(token: Token, mentions: Mentions) -> bool:
    """Return whether the head names a person, body, place or thing that acts or suffers."""
    if token.lower_ in PRONOUNS or token.lower_ in EMPTY or token.ent_type_ in MONTHS_AND_DAYS:
        return False
    if token.i in mentions.times:
        return False
    if token.i in mentions.names or token.i in mentions.places:
        return True
    return token.pos_ == "PROPN" or kind_of_noun(token) is not None


def participant(head: Token, tree: Tree, mentions: Mentions) -> Participant | None:
    """Return the participant headed by the token, None where it is no noun phrase."""
    if head.pos_ not in ("NOUN", "PROPN", "NUM", "ADJ") or head.lower_ in PRONOUNS:
        return None
    span = phrase_span(head, tree, mentions)
    text = span.within(head.doc.text)
    if not text.strip():
        return None
    core = tree.core(head)
    name = _name_in(core, span, mentions)
    noun = kind_of_noun(core)
    return Participant(
        span=span,
        text=text,
        kind=_kind(name, noun, core, mentions),
        canonical=name.canonical if name is not None else text,
        country=_country(name, core, span, mentions),
        sector=_sector(name, noun, core, mentions),
        private=name.private if name is not None else False,
    )


def phrase_span(head: Token, tree: Tree, mentions: Mentions) -> Span:
    """Return the noun phrase of the head, without article, relative clause or apposition."""
    left = _left_end(head, tree)
    right = _right_end(head, tree)
    name = mentions.names.get(head.i)
    start, end = head.doc[left].idx, head.doc[right].idx + len(head.doc[right].text)
    if name is not None:
        start, end = min(start, name.span.start), max(end, name.span.end)
    text = head.doc.text
    while text[start:end].lower().startswith(("the ", "a ", "an ")):
        start = text.index(" ", start) + 1
    return Span(start, end)


def _left_end(head: Token, tree: Tree) -> int:
    left = head.i
    for kid in reversed(tree.kids(head)):
        if kid.i < head.i and kid.dep_ in MODIFIER and head.i - kid.i < MAX_WORDS:
            left = min(left, max(kid.left_edge.i, head.i - MAX_WORDS))
    while left < head.i and (head.doc[left].lower_ in STRIPPED or head.doc[left].is_punct):
        left += 1
    return left


def _right_end(head: Token, tree: Tree) -> int:
    right = head.i
    for kid in tree.kids(head):
        attached = kid.dep_ == "prep" and kid.lower_ in ("of", "from", "in") and kid.i == right + 1
        if attached and (kid.lower_ == "of" or head.pos_ == "NOUN"):
            ends = [end for end in tree.kids(kid) if end.dep_ == "pobj"]
            if ends and ends[0].ent_type_ not in MONTHS_AND_DAYS and _is_short(kid, ends[0]):
                right = ends[0].i
    return right


def _is_short(preposition: Token, end: Token) -> bool:
    return end.i - preposition.i <= 6 and not any(
        token.is_punct and token.text in ",;:" for token in end.doc[preposition.i : end.i]
    )


def _name_in(core: Token, span: Span, mentions: Mentions) -> NameMention | None:
    name = mentions.names.get(core.i)
    return name if name is not None and name.span.overlaps(span) else None


def _kind(name: NameMention | None, noun: Kind | None, core: Token, mentions: Mentions) -> NameKind:
    if noun is not None and noun.kind is NameKind.GROUP and core.pos_ == "NOUN":
        return NameKind.GROUP  # "rebels" are people; the name they go by is a force
    if name is not None:
        return name.kind
    if noun is not None:
        return noun.kind
    if core.i in mentions.places or core.ent_type_ in ("GPE", "ORG", "LOC"):
        return NameKind.ORGANISATION
    if core.ent_type_ == "FAC":
        return NameKind.FACILITY
    if core.ent_type_ == "NORP":
        return NameKind.GROUP
    return NameKind.PERSON if core.pos_ == "PROPN" else NameKind.GROUP


def _sector(
    name: NameMention | None, noun: Kind | None, core: Token, mentions: Mentions
) -> str | None:
    if name is not None and name.sector:
        return name.sector
    if noun is not None and noun.sector:
        return noun.sector
    return "GOV" if core.i in mentions.places else None


def _country(name: NameMention | None, core: Token, span: Span, mentions: Mentions) -> str | None:
    if name is not None and name.country:
        return name.country
    for index in _tokens_within(core, span):
        if _is_opposed(core.doc[index]):
            continue
        country = country_at(core.doc[index], mentions)
        if country is not None:
            return country
    return None


def country_at(token: Token, mentions: Mentions) -> str | None:
    """Return the country that the token names, or whose adjective or people it is."""
    if token.i in mentions.places:
        country = mentions.country_of_place(mentions.places[token.i])
        if country is not None:
            return country
    inner = mentions.names.get(token.i)
    if inner is not None and inner.country:
        return inner.country
    return _demonyms().get(token.text)


@cache
def _demonyms() -> dict[str, str]:
    table = load("demonyms")
    forms = {form: code for code, listed in table.items() for form in listed}
    return forms | {f"{form}s": code for form, code in forms.items()}


def _is_opposed(token: Token) -> bool:
    """Return whether the word is the second half of "anti-Tarvenian"."""
    return token.i > 1 and token.nbor(-1).text == "-" and token.nbor(-2).lower_ in ("anti", "non")


def settled_in(member: Participant, country: str | None) -> Participant:
    """Return the participant; unnamed people of no stated country are of the event's country.

    Source: the rule of the PETRARCH and ICEWS actor coders for bare role nouns.
    """
    domestic = member.country is None and member.canonical == member.text
    if domestic and country is not None and member.sector not in ("IGO", "NGO"):
        return replace(member, country=country)
    return member


def _tokens_within(core: Token, span: Span) -> list[int]:
    """Return tokens of the phrase, the core first, then leftwards, then rightwards."""
    doc = core.doc
    left, right = core.i, core.i
    while left > 0 and doc[left - 1].idx >= span.start:
        left -= 1
    while right + 1 < len(doc) and doc[right + 1].idx < span.end:
        right += 1
    return [*range(core.i, left - 1, -1), *range(core.i + 1, right + 1)]
