"""Where, when and with what: the place, time and instrument of an event."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from spacy.tokens import Span as Phrase
from spacy.tokens import Token

from tocsin.core.time import TimeSpan
from tocsin.core.types import Instrument, Participant
from tocsin.read.events.clause import Tree
from tocsin.read.events.frames import word_set
from tocsin.read.events.lexicon import load
from tocsin.read.events.mentions import Mentions
from tocsin.read.events.noun_phrases import phrase_span
from tocsin.read.events.triggers import Trigger

LOCATIVE = frozenset({"in", "at", "near", "around", "outside", "inside", "on", "of", "across", "to",
                      "over", "into", "from"})  # fmt: skip
LONGEST_LIST = 6  # days in one list; more are a calendar, not an event
LISTING = frozenset({",", "and", ", and", "&", "-", "–", "to"})
WEAPON_MODIFIER = frozenset({"compound", "amod", "nmod"})


def place_of(
    trigger: Trigger, phrase: Phrase, targets: Iterable[Participant], mentions: Mentions, tree: Tree
) -> int | None:
    """Return the index of the place mention nearest in grammar, else nearest in the sentence."""
    near = [end for word, end in tree.prepositions(trigger.token) if word in LOCATIVE]
    for head in near:
        for token in (head, *tree.kids(head)):
            if token.i in mentions.places and token.pos_ != "ADJ":
                return mentions.places[token.i]
    located = mentions.located
    for target in targets:
        within = located.first_between(target.span.start, target.span.end)
        if within is not None:
            return mentions.places[within]
    nearest = located.nearest(trigger.token, phrase)
    return mentions.places[nearest] if nearest is not None else None


def time_of(
    trigger: Trigger, phrase: Phrase, mentions: Mentions, *, since: date | None = None
) -> TimeSpan | None:
    """Return the calendar time nearest to the trigger, with those listed beside it.

    A time outside the trigger's own subtree that is over before the day `since` belongs to
    another deed: the plan made on 2 April, not the attack planned.
    """
    nearest = mentions.dated.nearest(trigger.token, phrase)
    if nearest is None:
        return None
    borrowed = not trigger.token.is_ancestor(trigger.token.doc[nearest])
    if borrowed and _is_over(mentions.all_times[mentions.times[nearest]].when, since):
        return None
    first = last = mentions.times[nearest]
    for _ in range(LONGEST_LIST):
        if first > 0 and _joined(first - 1, first, mentions):
            first -= 1
        if last + 1 < len(mentions.all_times) and _joined(last, last + 1, mentions):
            last += 1
    return _whole([mentions.all_times[index].when for index in range(first, last + 1)])


def _is_over(when: TimeSpan | None, day: date | None) -> bool:
    if when is None or when.latest is None or day is None:
        return False
    return when.latest.date() < day


def _joined(one: int, other: int, mentions: Mentions) -> bool:
    first, second = sorted((mentions.all_times[one], mentions.all_times[other]),
                           key=lambda time: time.span)  # fmt: skip
    if first.when is None or second.when is None:
        return False
    between = mentions.text[first.span.end : second.span.start]
    same_grain = first.when.precision == second.when.precision
    return same_grain and between.strip(" \n").lower() in LISTING


def _whole(times: list[TimeSpan | None]) -> TimeSpan | None:
    known = [time for time in times if time is not None]
    if len(known) < 2:
        return known[0] if known else None
    return TimeSpan(
        earliest=known[0].earliest,
        latest=known[-1].latest,
        precision=known[0].precision,
        value=f"{known[0].value}/{known[-1].value}",
    )


def instrument_head(trigger: Trigger, tree: Tree) -> Token | None:
    """Return the noun of the weapon or means, None where the clause names none."""
    instruments = frozenset(load("event_participants")["instruments"])
    using = frozenset(load("event_participants")["using"])
    near: list[Token] = [end for word, end in tree.prepositions(trigger.token) if word in using]
    near += tree.kids(trigger.token, frozenset({"nsubj", "dobj", "compound", "nsubjpass", "amod"}))
    for kid in tree.kids(trigger.token, frozenset({"advcl", "acl"})):
        if kid.lower_ in ("using", "armed", "throwing", "firing"):
            near += tree.objects(kid)
            near += [end for _, end in tree.prepositions(kid)]
    for head in near:
        for token in tree.with_conjuncts(head)[:4]:
            if word_set(token) & instruments and not _is_gunman(token):
                return token
            inner = [k for k in tree.kids(token, WEAPON_MODIFIER) if word_set(k) & instruments]
            if inner and token.dep_ != "nsubj":
                return inner[0]
    return None


def _is_gunman(token: Token) -> bool:
    return token.lower_.endswith(("man", "men"))


def instrument(head: Token, tree: Tree, mentions: Mentions) -> Instrument:
    """Return the instrument headed by the noun."""
    span = phrase_span(head, tree, mentions, tail=frozenset({"of"}))
    return Instrument(span=span, text=span.within(mentions.text))


def instrument_words(head: Token | None, phrase: Phrase, trigger: Trigger) -> frozenset[str]:
    """Return the lemmas by which a variant knows the means: the instrument and its modifiers."""
    if head is None:
        return frozenset()
    words = word_set(head) | word_set(trigger.token)
    for kid in head.doc[max(head.i - 3, phrase.start) : head.i]:
        words |= word_set(kid)
    return frozenset(words)
