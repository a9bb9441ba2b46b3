"""Private persons of a set of readings, and where a text names them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise

from tocsin.core.types import NameKind, NameMention, Participant, Reading, Span
from tocsin.ontology.tables import read_table

LABEL_START = "[private person "
WORD = re.compile(r"(?:[^\W_]|[\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670])+")
GAP = re.compile(r"[\s\-_+.'’‐‑]{1,4}")  # between the words of one name, in prose and in addresses
LONGEST_NAME_WORDS = 12  # a longer "name" is a sentence that was taken for one

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Form:
    """One way to write a bearer: its first word as written, and the label that stands for it."""

    first: str
    label: str


@dataclass(frozen=True, slots=True)
class Bearers:
    """Private persons numbered in order of appearance, with every form of their names."""

    labels: dict[Words, str] = field(default_factory=dict)
    forms: dict[Words, Form] = field(default_factory=dict)
    lengths: dict[str, set[int]] = field(default_factory=dict)

    @classmethod
    def of(cls, readings: Sequence[Reading], named_private: Iterable[str] = ()) -> Bearers:
        """Return the private persons of the readings, and those named besides.

        Who is public in one report is public in all; so is a lone surname of a public person.
        """
        shared = SharedNames.of(readings)
        bearers = cls()
        for mention in _private_mentions(readings):
            bearers._add(mention.canonical, mention.text, shared)
        for name in named_private:
            bearers._add(name, name, shared)
        return bearers

    def label_of(self, mention: NameMention | Participant) -> str:
        """Return the label that stands for the mention, "" where it may be named."""
        return self.labels.get(folded_words(mention.canonical), "") if mention.private else ""

    def named_in(self, text: str) -> Iterator[tuple[Span, str]]:
        """Yield each place where the text names a bearer, with the label; linear in the text."""
        if not self.forms:
            return
        words = list(WORD.finditer(text))
        index = 0
        while index < len(words):
            length, label = self._longest_at(words, index, text)
            if length:
                yield Span(words[index].start(), words[index + length - 1].end()), label
            index += max(length, 1)

    def _longest_at(self, words: list[re.Match[str]], index: int, text: str) -> tuple[int, str]:
        """Return the number of words of the longest form that starts here, and its label."""
        for length in sorted(self.lengths.get(fold(words[index][0]), ()), reverse=True):
            named = words[index : index + length]
            form = self.forms.get(tuple(fold(word[0]) for word in named))
            if form and len(named) == length and _stands(form, named, text):
                return length, form.label
        return 0, ""

    def _add(self, canonical: str, text: str, shared: SharedNames) -> None:
        bearer = folded_words(canonical)
        if is_label(canonical) or not bearer or shared.is_public(bearer):
            return
        label = self.labels.setdefault(bearer, f"{LABEL_START}{len(self.labels) + 1}]")
        whole = [word[0] for word in WORD.finditer(canonical)]
        self._add_form(whole, label)
        self._add_form([word[0] for word in WORD.finditer(text)], label)
        if len(whole) > 1:
            for alone in (whole[0], whole[-1]):
                if shared.may_stand_alone(alone):
                    self._add_form([alone], label)

    def _add_form(self, written: list[str], label: str) -> None:
        words = tuple(fold(word) for word in written)[:LONGEST_NAME_WORDS]
        if not words or (len(words) == 1 and words[0] in never_alone()):
            return
        self.forms.setdefault(words, Form(written[0], label))
        self.lengths.setdefault(words[0], set()).add(len(words))


@dataclass(frozen=True, slots=True)
class SharedNames:
    """Names that must stay readable: those of public persons, bodies and places.

    `words` are the words of them and of the outlets, which mostly bear the names of places.
    """

    public: frozenset[Words]
    words: frozenset[str]

    @classmethod
    def of(cls, readings: Iterable[Reading]) -> SharedNames:
        """Return the public names of the readings."""
        public: set[Words] = set()
        outlets: set[str] = set()
        for reading in readings:
            outlets.update(folded_words(reading.report.outlet or ""))
            public.update(folded_words(place.name) for place in reading.places if place.place)
            public.update(
                folded_words(name.canonical) for name in reading.names if not name.private
            )
        return cls(frozenset(public), frozenset(word for name in public for word in name) | outlets)

    def is_public(self, bearer: Words) -> bool:
        """Return whether the name is a public one, or one word of a public one."""
        return bearer in self.public or (len(bearer) == 1 and bearer[0] in self.words)

    def may_stand_alone(self, word: str) -> bool:
        """Return whether the word alone can only mean the bearer."""
        return len(word) > 1 and fold(word) not in self.words


def is_label(words: str) -> bool:
    """Return whether the words are the label of a masked person.

    >>> is_label("[private person 1]"), is_label("Anton Vessel")
    (True, False)
    """
    return words.startswith(LABEL_START)


def fold(word: str) -> str:
    """Return the word as names are compared: composed, without case."""
    return unicodedata.normalize("NFC", word).casefold()


def folded_words(name: str) -> Words:
    """Return the words of a name, folded.

    >>> folded_words("Tala  Al-Miren")
    ('tala', 'al', 'miren')
    """
    return tuple(fold(word[0]) for word in WORD.finditer(name))


def _private_mentions(readings: Iterable[Reading]) -> Iterator[NameMention | Participant]:
    for reading in readings:
        yield from (name for name in sorted(reading.names, key=_start) if name.private)
        for event in reading.events:
            for participant in event.actors + event.targets:
                if participant.private and participant.kind is NameKind.PERSON:
                    yield participant


def _start(name: NameMention) -> Span:
    return name.span


def _stands(form: Form, words: list[re.Match[str]], text: str) -> bool:
    """Return whether the words stand close together, or alone with a name's capital."""
    if len(words) == 1:
        return not words[0][0][0].islower() or form.first[0].islower()
    return all(GAP.fullmatch(text[a.end() : b.start()]) for a, b in pairwise(words))


@cache
def never_alone() -> frozenset[str]:
    """Return words that a name may hold and that mean something else when they stand alone."""
    listed = read_table("words_in_names")
    return frozenset(word for words in listed.values() for word in words)
