"""Whether two tellings attribute an event to one actor."""

from __future__ import annotations

import re

from tocsin.core.types import NameKind
from tocsin.ontology.relating import relating_words
from tocsin.weigh.copies.shingles import words_of
from tocsin.weigh.naming import folded, telling_words
from tocsin.weigh.relations.grain import Fit
from tocsin.weigh.relations.tellings import Telling


def actor_fit(one: Telling, other: Telling) -> Fit:
    """Return whether the two name one actor; "gunmen" and "soldiers" leave it open."""
    sites = {word for site in one.sites | other.sites for word in words_of(site)}
    mine, theirs = _named(one, sites), _named(other, sites)
    if not mine or not theirs:
        return Fit.OPEN
    if any(_may_be_one(a, b) for a in mine for b in theirs):
        return Fit.SAME
    return Fit.APART


def are_reversed(one: Telling, other: Telling) -> bool:
    """Return whether the one's actor is the other's target, both ways round."""
    return _shared(one.actors, other.targets) and _shared(one.targets, other.actors)


def share_target(one: Telling, other: Telling) -> bool:
    """Return whether both name one target by words that few others share."""
    return _shared(one.targets, other.targets)


def _shared(ones: frozenset[str], others: frozenset[str]) -> bool:
    plain = relating_words().vague_actors | relating_words().shared_in_places
    telling = {word for name in ones for word in telling_words(name)} - plain
    return any(telling & telling_words(name) for name in others)


def _named(telling: Telling, sites: set[str]) -> list[set[str]]:
    """Return the words that name each actor, without those for nobody in particular."""
    words = relating_words()
    named = []
    for actor in telling.actors:
        own = set(words_of(actor)) - words.vague_actors - sites
        if (own & telling_words(actor)) or (own & words.state_actors):
            named.append(own)
    return named


def _may_be_one(one: set[str], other: set[str]) -> bool:
    """Return whether the two can be one: they share a name, or both are plainly the state's."""
    if one & other:
        return True
    state = relating_words().state_actors
    return bool(one & state) and bool(other & state) and (one <= state or other <= state)


def persons_hit(telling: Telling) -> set[str]:
    """Return the folded full names of persons among the targets."""
    texts = (one.text for one in telling.event.targets)
    found = (re.findall(r"[A-ZÀ-Þ][\w’'-]+(?:\s+[A-ZÀ-Þ][\w’'-]+)+", text) for text in texts)
    named = {
        mention.canonical for mention in telling.reading.names if mention.kind is NameKind.PERSON
    }
    people = {folded(name) for names in found for name in names}
    return {
        name for name in people if any(telling_words(name) & telling_words(one) for one in named)
    }


def share_person(one: Telling, other: Telling) -> bool:
    """Return whether a person whom the one names as a target is named by the other."""
    return any(_is_named(name, other) for name in persons_hit(one)) or any(
        _is_named(name, one) for name in persons_hit(other)
    )


def two_persons(one: Telling, other: Telling) -> bool:
    """Return whether both name their targets in person, and differ."""
    return bool(persons_hit(one) and persons_hit(other)) and not share_person(one, other)


def _is_named(name: str, telling: Telling) -> bool:
    return f" {name.rpartition(' ')[2]} " in telling.text
