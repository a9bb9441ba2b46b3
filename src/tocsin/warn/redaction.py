"""Briefs and readings with private persons, contact details and exact positions masked.

Words of derived fields become labels ("[private person 1]", one number a bearer throughout a
brief); the text of a report gets blocks of the same length, so that every offset stays valid.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator
from functools import partial
from typing import TypeVar

from tocsin.core.types import Brief, Event, NameMention, Participant, Reading, Span
from tocsin.warn.bearers import Bearers, is_label
from tocsin.warn.positions import with_coarse_position
from tocsin.warn.rewriting import with_words_rewritten

BLOCK = "█"
_BLOCKS = re.compile(f"{BLOCK}+")

# The patterns are bounded on every side, so that a page of one endless word stays linear.
EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}")
PHONE = re.compile(
    r"(?<![\w:.,/-])(?:"
    r"(?:\+|00)[1-9][\d \-.()]{6,18}\d"  # international form
    r"|\(0\d{1,4}\)[ \-.]?\d[\d \-.]{4,12}\d"  # trunk code in brackets
    r"|0\d{2,4}[ \-]\d{3,4}[ \-]?\d{3,4}"  # trunk code, then the number
    r")(?![\w/])"
)
POSITION = re.compile(
    r"(?<![\w.])(?:"
    r"[+-]?\d{1,3}\.\d{4,10}[,;/ ] {0,2}[+-]?\d{1,3}\.\d{4,10}"  # with three, counts: 1.500, 2.300
    r"|\d{1,3}\.\d{3,10} ?°? ?[NS][,;/ ]? {0,2}\d{1,3}\.\d{3,10} ?°? ?[EW]"
    r"|\d{1,3} ?° ?\d{1,2}(?:\.\d{1,6})? ?['’′] ?(?:\d{1,2}(?:\.\d{1,6})? ?[\"”″] ?)?[NSEW]"
    r")(?!\w|\.\d)"
)  # three decimals of a degree are a hundred metres: a camp, a school, a house

Masked = TypeVar("Masked", Brief, Reading)
Shown = TypeVar("Shown")


@dataclasses.dataclass(frozen=True, slots=True)
class Masking:
    """What masks the private persons of a brief or a reading, one label a bearer throughout."""

    bearers: Bearers

    @classmethod
    def of(cls, item: Brief | Reading) -> Masking:
        """Return the masking of what the item names."""
        if isinstance(item, Reading):
            return cls(Bearers.of((item,)))
        private = [source.name for source in item.ledger.sources if source.private]
        return cls(Bearers.of(item.readings, private))

    def words_of(self, value: Shown) -> Shown:
        """Return a value made from the item with the words in it masked."""
        return with_words_rewritten(value, partial(_labelled, bearers=self.bearers))

    def reading(self, reading: Reading) -> Reading:
        """Return a reading of the item with its text and its mentions masked."""
        return self.words_of(_with_mentions_masked(reading, self.bearers))


def masked(item: Masked) -> Masked:
    """Return the brief or reading with private persons, contacts and exact positions masked.

    Whole words only, longest name first; a possessive keeps its "'s". A person whom any report
    of the brief names as an office-holder or spokesperson is public and stays readable.
    Offsets, ids and hashes are untouched; masking twice changes nothing more.
    """
    masking = Masking.of(item)
    if isinstance(item, Reading):
        return masking.reading(item)
    readings = tuple(_with_mentions_masked(reading, masking.bearers) for reading in item.readings)
    return masking.words_of(dataclasses.replace(item, readings=readings))


def quote_of(reading: Reading, span: Span) -> str:
    """Return what the report says in the span, on one line, masked names as their labels.

    What else is blocked out of the text reads "[masked]".
    """
    pieces: list[str] = []
    at = span.start
    hidden = [name for name in reading.names if is_label(name.text) and span.covers(name.span)]
    for name in sorted(hidden, key=lambda name: name.span):
        if name.span.start >= at:
            pieces += [reading.report.text[at : name.span.start], name.text]
            at = name.span.end
    pieces.append(reading.report.text[at : span.end])
    return " ".join(_BLOCKS.sub("[masked]", "".join(pieces)).split())


def _labelled(words: str, bearers: Bearers) -> str:
    """Return the words with labels in place of names and contact details."""
    found = list(bearers.named_in(words))
    found += [item for item in _contacts_in(words) if not _overlaps_any(item[0], found)]
    for span, replacement in sorted(found, reverse=True):
        words = words[: span.start] + replacement + words[span.end :]
    return words


def _overlaps_any(span: Span, found: list[tuple[Span, str]]) -> bool:
    return any(span.overlaps(other) for other, _ in found)


def _contacts_in(words: str) -> Iterator[tuple[Span, str]]:
    if "@" in words:
        for match in EMAIL.finditer(words):
            yield Span(*match.span()), "[e-mail address]"
    for match in PHONE.finditer(words):
        yield Span(*match.span()), "[phone number]"
    for match in POSITION.finditer(words):
        yield Span(*match.span()), "[position]"


def _with_mentions_masked(reading: Reading, bearers: Bearers) -> Reading:
    """Return the reading with its text blocked out and its mentions as labels."""
    text = reading.report.text
    spans = [span for span, _ in bearers.named_in(text)]
    spans += [span for span, _ in _contacts_in(text)]
    spans += [name.span for name in reading.names if bearers.label_of(name)]
    return dataclasses.replace(
        reading,
        report=dataclasses.replace(reading.report, text=_blocked(text, spans)),
        places=tuple(map(with_coarse_position, reading.places)),
        names=tuple(_named(name, bearers) for name in reading.names),
        events=tuple(_event_masked(event, bearers) for event in reading.events),
    )


def _event_masked(event: Event, bearers: Bearers) -> Event:
    return dataclasses.replace(
        event,
        actors=tuple(_named(actor, bearers) for actor in event.actors),
        targets=tuple(_named(target, bearers) for target in event.targets),
    )


Named = TypeVar("Named", NameMention, Participant)


def _named(mention: Named, bearers: Bearers) -> Named:
    label = bearers.label_of(mention)
    return dataclasses.replace(mention, text=label, canonical=label) if label else mention


def _blocked(text: str, spans: list[Span]) -> str:
    pieces: list[str] = []
    at = 0
    for span in sorted(spans):
        start = max(span.start, at)
        if span.end > start:
            pieces += [text[at:start], BLOCK * (span.end - start)]
            at = span.end
    pieces.append(text[at:])
    return "".join(pieces)
