"""Sites: the names of the places that an event, or a short report, may be set at."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from tocsin.core.place import Place
from tocsin.core.types import Event, NameKind, PlaceMention, Reading, Span
from tocsin.ontology.relating import relating_words
from tocsin.weigh.copies.shingles import words_of
from tocsin.weigh.naming import folded, telling_words

SHORT_REPORT = 6  # sentences: such a report tells of one matter
WIDE_KM = 100.0
LONGEST_SENTENCE = 1_200  # characters looked at: a text without stops is one sentence
ON_GROUND = frozenset(
    {"armed_attack", "bombard", "loot", "destroy_property", "besiege_or_deny_aid"}
    | {"search_or_raid", "close_or_evict", "take_territory", "withdraw_or_ceasefire", "riot"}
    | {"obstruct_protection", "fail_to_protect", "threaten", "clash"}
)  # what is done to a place itself: its target can be one
_NAME = r"[A-ZÀ-Þ][\w’'-]*(?:\s+(?:of\s+)?[A-ZÀ-Þ][\w’'-]*)*"
_SITE = re.compile(
    r"\b(in|at|near|outside|off|around|on|into|to|from|inside|across|over|above|for)\s+"
    rf"(?:the\s+)?(?:[a-z]+\s+(?:of|in|at|near)\s+){{0,3}}(?:the\s+)?({_NAME})(?:\s+(\w+))?"
)
_AFTER = re.compile(rf"\s+(?:the\s+(?:[a-z]+\s+)?(?:of\s+)?)?({_NAME})")  # "attacked Ninefold"
_NOT = re.compile(r"\b(?:not|never|nowhere)\s+$")
STANDING_AT = frozenset({"in", "at", "near", "outside", "off", "around", "inside"})
Sites = dict[str, bool]
"""Folded names of places, and whether each is wide: a province, not a village."""


def sites_of(event: Event, reading: Reading) -> tuple[frozenset[str], frozenset[str]]:
    """Return the names of the places the event may be set at, and which of them are wide."""
    found = sites_in(_passage(event, reading), reading)
    if event.place is not None and event.place < len(reading.places):
        mention = reading.places[event.place]
        found.setdefault(folded(mention.name), _is_wide_mention(mention))
    if event.type in ON_GROUND:
        for target in event.targets:
            if target.kind is not NameKind.FORCE and target.text[:1].isupper():
                found.setdefault(folded(target.text), False)
        after = _AFTER.match(reading.report.text, event.trigger.end)
        if after:
            found.setdefault(folded(after[1]), False)
    return _kept(found, reading)


def sites_of_report(reading: Reading) -> tuple[frozenset[str], frozenset[str]]:
    """Return the names of the places of a report's first sentences, and which are wide."""
    found = sites_in(reading.sentences[:SHORT_REPORT], reading)
    for mention in reading.places[: SHORT_REPORT * 2]:
        found.setdefault(folded(mention.name), _is_wide_mention(mention))
    return _kept(found, reading)


def sites_in(spans: Iterable[Span], reading: Reading) -> Sites:
    """Return what the stretches name after a word of place: "in Halvik", "aid to Ninefold"."""
    found: Sites = {}
    for span in spans:
        for name, wide in _named_sites(
            span.within(reading.report.text)[:LONGEST_SENTENCE], reading, span.start
        ):
            found[name] = found.get(name, False) or wide
    return found


def ground_of(event: Event, reading: Reading) -> Place | None:
    """Return where a gazetteer puts the event, None where none does."""
    if event.place is None or event.place >= len(reading.places):
        return None
    return reading.places[event.place].ground


def _is_wide_mention(mention: PlaceMention) -> bool:
    """Return whether what is named holds many other places: by the gazetteer or its own words."""
    place = mention.place
    if place is None:
        return bool(relating_words().wide_places & set(words_of(mention.name)))
    return place.uncertainty_km >= WIDE_KM or place.feature.startswith(("PCL", "ADM1"))


def _passage(event: Event, reading: Reading) -> list[Span]:
    """Return the sentences that can say where an event was: all of a short report."""
    if len(reading.sentences) <= SHORT_REPORT or event.sentence >= len(reading.sentences):
        return list(reading.sentences[:SHORT_REPORT])
    return [reading.sentences[event.sentence]]


def _named_sites(sentence: str, reading: Reading, offset: int) -> Iterator[tuple[str, bool]]:
    wide_words = relating_words().wide_places
    others = [time.span for time in reading.times]
    others += [span for one in reading.statements for span in one.speaker_spans]
    parties = [n.span for n in reading.names if n.kind is NameKind.PERSON and " " in n.text]
    for found in _SITE.finditer(sentence):
        span = Span(offset + found.start(2), offset + found.end(2))
        aside = others if found[1] in STANDING_AT else others + parties
        ruled_out = _NOT.search(sentence[: found.start()]) is not None
        if ruled_out or any(other.overlaps(span) for other in aside):
            continue
        name = re.sub(r"[’']s$", "", found[2])
        around = words_of(sentence[found.start() : found.start(2)])[-3:] + words_of(found[0])[-4:]
        yield folded(name), bool(wide_words & set(around))


def _kept(found: Sites, reading: Reading) -> tuple[frozenset[str], frozenset[str]]:
    placed = {folded(place.name) for place in reading.places}
    forces = {folded(n.canonical) for n in reading.names if n.kind is NameKind.FORCE} - placed
    kept = {name: wide for name, wide in found.items() if telling_words(name)}
    kept = {name: wide for name, wide in kept.items() if name not in forces}
    return frozenset(kept), frozenset(name for name, wide in kept.items() if wide)
