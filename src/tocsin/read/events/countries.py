"""Countries of participants: named, adjectival, or that of the place of the event."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from spacy.tokens import Token

from tocsin.core.types import NameMention, Participant, Span
from tocsin.read.events.lexicon import load
from tocsin.read.events.mentions import Mentions

CIVILIAN = frozenset(
    [
        "AGR",
        "BUS",
        "COP",
        "CVL",
        "DEM",
        "EDU",
        "HLH",
        "LAB",
        "MED",
        "MOB",
        "OPP",
        "REB",
        "REL",
        None,
    ]
)  # sectors whose bare nouns ("villagers", "police", a bridge) are hardly ever foreign


def country_of(name: NameMention | None, core: Token, span: Span, mentions: Mentions) -> str | None:
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


def _tokens_within(core: Token, span: Span) -> list[int]:
    """Return tokens of the phrase, the core first, then leftwards, then rightwards."""
    doc = core.doc
    left, right = core.i, core.i
    while left > 0 and doc[left - 1].idx >= span.start:
        left -= 1
    while right + 1 < len(doc) and doc[right + 1].idx < span.end:
        right += 1
    return [*range(core.i, left - 1, -1), *range(core.i + 1, right + 1)]


def settled_in(country: str | None, head: Token, member: Participant) -> Participant:
    """Return the participant; unnamed civilians of no stated country are of the event's country.

    Forces, agents and governments are left open: they may be foreign.
    """
    before = head.nbor(-1).pos_ if head.i else ""
    unnamed = "PROPN" not in (head.pos_, before)
    if country is None or member.country is not None or not unnamed:
        return member
    return replace(member, country=country) if member.sector in CIVILIAN else member
