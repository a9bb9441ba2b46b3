"""Noun phrases for many people, with their size, place, parts and danger."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from spacy.tokens import Span as Phrase
from spacy.tokens import Token

from tocsin.core.types import Count, Event, PlaceMention, Span
from tocsin.ontology.exposure import exposure_words
from tocsin.read.document import Document, span_of
from tocsin.read.groups.exposure import Danger
from tocsin.read.groups.mention import PeopleMention
from tocsin.read.groups.parts import parts_after
from tocsin.read.groups.people import COLLECTIVE, INSIDE, People, PeopleWord
from tocsin.read.groups.signs import signs_of
from tocsin.read.groups.sizes import count_of
from tocsin.read.groups.whereabouts import Whereabouts
from tocsin.read.tenor import Tenor

MAX_BEFORE = 10  # tokens before the noun: "between 2,000 and 3,000 recently displaced Mirrun"
MAX_BEHIND = 5
MOST_JOINED = 4
JOINED_WITHIN = 6  # tokens: "women, infants and the old"
MEMBERS = frozenset({"member", "people", "person", "adherent", "follower", "man", "woman", "child"})
DEFINITE = frozenset({"the", "these", "those", "its", "their", "this", "that", "all", "our", "her"})
OPENING = DEFINITE | {"of", "in", "and", "to", "by", "many", "other", "most"}
VAGUE_NOUNS = frozenset({"dozens", "scores", "hundreds", "thousands", "tens", "millions"})
NUMBERED = "people"  # what "310 of us" are


def find_people(
    document: Document, events: Sequence[Event], places: Sequence[PlaceMention]
) -> Iterator[PeopleMention]:
    """Yield the mentions of groups of people in the prose, in order."""
    whereabouts = Whereabouts.of(document, places)
    people = People.of(document, whereabouts)
    danger = Danger.of(document, events)
    surroundings = frozenset(Tenor.of(document).report_signs())
    for index, phrase in enumerate(document.phrases):
        end = 0  # of the mention before: "women and children" are one
        for token in phrase:
            kind = people.kind_of(token)
            if kind is None or token.i < end or (end and _is_of_them(token, kind)):
                continue
            mention = _mention(token, kind, phrase, index, whereabouts, danger)
            last = _last_joined(token, people)
            end = last.i + 1
            whole = Span(mention.span.start, max(mention.span.end, span_of(last).end))
            yield replace(mention, span=whole, signs=mention.signs | surroundings)


def _last_joined(token: Token, people: People) -> Token:
    """Return the last noun of people joined to the token: "children" of "women and children"."""
    last = token
    for _ in range(MOST_JOINED):
        joined = next((c for c in last.rights if c.dep_ == "conj" and people.kind_of(c)), None)
        if joined is None or joined.i - last.i > JOINED_WITHIN:
            return last
        last = joined
    return last


def _is_of_them(token: Token, kind: PeopleWord) -> bool:
    """Return whether a number counts people told just before: "patients, nine of them"."""
    return kind is PeopleWord.NUMBER and token.doc[token.i + 2 : token.i + 3].text == "them"


def _mention(
    token: Token,
    kind: PeopleWord,
    phrase: Phrase,
    sentence: int,
    whereabouts: Whereabouts,
    danger: Danger,
) -> PeopleMention:
    numbered = kind is PeopleWord.NUMBER
    start, end = _start(token, phrase), _end(token, phrase, whereabouts)
    number_end = token.i + 1 if numbered else _number_end(token, start)
    named = phrase.doc[start if numbered else number_end : end]
    keys, nations = whereabouts.keys(named, token)
    if kind is PeopleWord.PEOPLE:
        keys |= {token.lower_}
    size = count_of(phrase.doc[start:number_end].text) if numbered else None
    size = size or _size(phrase.doc[start:number_end], token)
    place = whereabouts.place_of(token, end, phrase)
    exposure = danger.to(token, Span(named.start_char, named.end_char), sentence, place)
    signs = {*signs_of(token, phrase, kind, size)} | ({"named"} if keys or nations else set())
    return PeopleMention(
        span=span_of(phrase.doc[start:end]),
        head=NUMBERED if numbered else token.lemma_.lower(),
        kind=kind,
        words=" ".join(named.text.split()),
        size=size,
        keys=keys,
        nations=nations,
        place=place,
        parts=parts_after(token, phrase),
        exposure=exposure,
        signs=frozenset(signs),
        definite=start > phrase.start and _refers_back(phrase, start),
        dead=danger.killed(token),
    )


def _refers_back(phrase: Phrase, start: int) -> bool:
    return phrase.doc[start - 1].lower_ in DEFINITE


def _start(token: Token, phrase: Phrase) -> int:
    """Return the first token of the phrase, its number included and its article left off."""
    start = token.i
    first = max(phrase.start, token.i - MAX_BEFORE)
    while start > first:
        before = phrase.doc[start - 1]
        if _qualifies(before, token) or _counts(before, start, token):
            start -= 1
        else:
            break
    counted = any(_is_number(before) for before in phrase.doc[start : token.i])
    idle = OPENING if counted else OPENING | _number_openers()
    while start < token.i and phrase.doc[start].lower_ in idle:
        start += 1
    return start


def _is_number(token: Token) -> bool:
    return token.like_num or token.lower_ in VAGUE_NOUNS


def _qualifies(before: Token, token: Token) -> bool:
    inside = before.dep_ in (*INSIDE, "case", "punct", "advmod", "npadvmod")
    return (
        inside
        and before.pos_ in ("ADJ", "NOUN", "PROPN", "VERB", "PART", "ADV")
        and before.i < before.head.i <= token.i
        and before.ent_type_ not in ("DATE", "TIME")
    )


def _counts(before: Token, start: int, token: Token) -> bool:
    """Return whether the token belongs to the number: "at least 3,400", "dozens of"."""
    following = before.doc[start]
    if before.like_num or before.ent_type_ in ("CARDINAL", "QUANTITY"):
        return before.ent_type_ not in ("DATE", "TIME")
    if before.lower_ in ("of", "to", "and", "or", "-", "–"):
        other = before.doc[before.i - 1] if before.i else before
        up_to = other.lower_ == "up" and before.lower_ == "to"
        return up_to or other.like_num or other.lower_ in VAGUE_NOUNS
    if before.lower_ in VAGUE_NOUNS:
        return following.lower_ == "of" or following.like_num or following.i == token.i
    return before.lower_ in _number_openers() and (
        following.like_num or following.lower_ in _number_openers() | VAGUE_NOUNS
    )


@cache
def _number_openers() -> frozenset[str]:
    """Return the words of "at least", "about", "no fewer than" and the like."""
    words = exposure_words()
    wordings = (*words.at_least, *words.at_most, *words.about, "between", "several", "a few")
    return frozenset(word for wording in wordings for word in wording.split())


def _number_end(token: Token, start: int) -> int:
    """Return the token where the number ends and the name begins."""
    end = start
    for i in range(start, token.i):
        before = token.doc[i]
        if _is_number(before):
            end = i + 1
    if end < token.i and token.doc[end].lower_ == "of":
        end += 1
    return end


def _size(number: Phrase, token: Token) -> Count | None:
    words = number.text.strip()
    words = words[:-3] if words.endswith(" of") else words
    if not words:
        return _population_behind(token) or _members_before(token)
    many = token.lemma_.lower() in exposure_words().units_of_many
    return _with_noun(count_of(words, unit_of_many=many), token, many)


def _with_noun(count: Count | None, token: Token, many: bool) -> Count | None:
    if count is None or not many:
        return count
    before = token.doc[max(0, token.i - MAX_BEFORE) : token.i + 1].text
    number = before.rfind(count.as_reported)
    worded = before[number:] if number >= 0 else ""
    return Count(low=None, high=None, as_reported=worded or count.as_reported)


def _population_behind(token: Token) -> Count | None:
    """Return the size in "a population of 2,600"."""
    doc = token.doc
    if token.lemma_.lower() not in COLLECTIVE or token.i + 2 >= len(doc):
        return None
    if doc[token.i + 1].lower_ != "of":
        return None
    stop = token.i + 2
    while stop < min(len(doc), token.i + 7) and (
        doc[stop].like_num or doc[stop].lower_ in _number_openers()
    ):
        stop += 1
    return count_of(doc[token.i + 2 : stop].text)


def _members_before(token: Token) -> Count | None:
    """Return the size in "some 2,600 members of the Mirrun minority"."""
    noun = token.head.head
    if token.head.lower_ != "of" or noun.lemma_.lower() not in MEMBERS:
        return None
    counted = [child for child in noun.lefts if child.dep_ == "nummod" or _is_number(child)]
    if not counted:
        return None
    start = min(child.left_edge.i for child in counted)
    return count_of(token.doc[start : counted[-1].i + 1].text)


def _end(token: Token, phrase: Phrase, whereabouts: Whereabouts) -> int:
    """Return the token after "of Lindral Camp" in "residents of Lindral Camp"."""
    end = token.i + 1
    if end + 1 >= phrase.end or phrase.doc[end].lower_ not in ("of", "in", "at", "from", "inside"):
        return end
    stop = end + 1
    while stop < min(phrase.end, end + 1 + MAX_BEHIND) and whereabouts.in_name(phrase.doc[stop]):
        if phrase.doc[stop].ent_type_ in ("DATE", "TIME"):
            return end
        stop += 1
    last = phrase.doc[stop - 1]
    return stop if stop > end + 1 and (last.pos_ == "PROPN" or whereabouts.holds(last.i)) else end
