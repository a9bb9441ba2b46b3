"""Participants: the noun phrase around a head, with its kind, country and sector."""

from __future__ import annotations

from spacy.tokens import Token

from tocsin.core.types import NameKind, NameMention, Participant, Span
from tocsin.read.events.clause import PASSIVE_SUBJECT, SUBJECT, Tree
from tocsin.read.events.countries import country_of
from tocsin.read.events.mentions import Mentions
from tocsin.read.events.noun_phrases import phrase_span
from tocsin.read.events.participant_kinds import Kind, kind_of_noun, word_list


def participant(head: Token, tree: Tree, mentions: Mentions) -> Participant | None:
    """Return the participant headed by the token, None where it is no noun phrase."""
    if head.pos_ not in ("NOUN", "PROPN", "NUM", "ADJ") or head.lower_ in word_list("pronouns"):
        return None
    if head.lower_ in word_list("empty") and head.dep_ in SUBJECT | PASSIVE_SUBJECT:
        return None  # "none of the groups claimed it"
    span = phrase_span(head, tree, mentions)
    text = span.within(mentions.text)
    if not any(letter.isalnum() for letter in text):
        return None
    core = tree.core(head)
    name = _name_in(core, span, mentions)
    noun = kind_of_noun(core)
    if core.i != head.i and head.pos_ == "NOUN" and head.tag_ == "NNS":
        noun = kind_of_noun(head) or noun  # "members of the brigade" are people
    return Participant(
        span=span,
        text=text,
        kind=_kind(name, noun, head, core, mentions),
        canonical=name.canonical if name is not None else _as_inside(text, head),
        country=country_of(name, core, span, mentions),
        sector=_sector(name, noun, core, mentions),
        private=name.private if name is not None else False,
    )


def _as_inside(text: str, head: Token) -> str:
    """Return the phrase as it would stand inside a sentence: "Fourteen people" in small letters."""
    first = head.left_edge
    opens = first.is_sent_start and first.pos_ != "PROPN" and text.startswith(first.text)
    return text[0].lower() + text[1:] if opens else text


def _name_in(core: Token, span: Span, mentions: Mentions) -> NameMention | None:
    name = mentions.names.get(core.i)
    return name if name is not None and name.span.overlaps(span) else None


def _kind(
    name: NameMention | None, noun: Kind | None, head: Token, core: Token, mentions: Mentions
) -> NameKind:
    if noun is not None and noun.kind is NameKind.GROUP and "NOUN" in (core.pos_, head.pos_):
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
