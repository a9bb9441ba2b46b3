"""Cue phrases: short wordings that an analyst lists, found in a sentence word by word.

A word of a cue is whole unless it ends in `*`; `a|b` are alternatives, `_` joins the words of
one alternative; `…` stands for at most `GAP_WORDS` words.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from tocsin.ontology.gravity import gravity_lists

GAP = "…"
GAP_WORDS = 5
NEGATION_REACH = 4  # words before the cue in which "no", "not", "denied" turn it round
STEM = 3  # letters of a first word by which cues are looked up

_WORD = re.compile(r"[^\W_]+(?:[-’'.&][^\W_]+)*")

Alternative = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a sentence, folded, with its place."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Slot:
    """One place of a cue: what may stand there, and whether words may come between."""

    alternatives: tuple[Alternative, ...]
    after_gap: bool


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue phrase ready to be looked for. `key` says what it is a cue of.

    `ends` are the stems of which one must stand in any sentence that holds the cue.
    """

    key: str
    slots: tuple[Slot, ...]
    ends: frozenset[str]


@dataclass(frozen=True, slots=True)
class CueHit:
    """Where a cue stands: from word `first` up to, not including, word `last`."""

    key: str
    first: int
    last: int
    negated: bool


def parse_cue(key: str, phrase: str) -> Cue:
    """Return the cue of a phrase.

    >>> len(parse_cue("x", "state of emergency").slots)
    3
    """
    slots, gap = [], False
    for part in phrase.split():
        if part == GAP:
            gap = True
            continue
        alternatives = tuple(
            tuple(_fold(word) for word in alternative.split("_"))
            for alternative in part.split("|")
            if alternative
        )
        slots.append(Slot(alternatives, gap))
        gap = False
    last = slots[-1].alternatives if slots else ()
    ends = frozenset(words[0].rstrip("*")[:STEM] for words in last)
    return Cue(key, tuple(slots), ends)


class CueFinder:
    """Finds any of many cues in one pass over a sentence."""

    def __init__(self, cues: Iterable[Cue]) -> None:
        self._by_word: dict[str, list[Cue]] = defaultdict(list)
        self._by_stem: dict[str, list[Cue]] = defaultdict(list)
        for cue in cues:
            firsts = dict.fromkeys(first[0] for first in cue.slots[0].alternatives)
            for stem in dict.fromkeys(f.rstrip("*")[:STEM] for f in firsts if f.endswith("*")):
                self._by_stem[stem].append(cue)
            for word in (first for first in firsts if not first.endswith("*")):
                self._by_word[word].append(cue)

    def find(self, words: Sequence[Word]) -> Iterator[CueHit]:
        """Yield each cue at each place where it begins."""
        stems = {word.text[:size] for word in words for size in range(1, STEM + 1)}
        for position, word in enumerate(words):
            for cue in self._candidates(word.text):
                if stems.isdisjoint(cue.ends):
                    continue
                last = _match(cue.slots, words, position)
                if last is not None:
                    yield CueHit(cue.key, position, last, _is_negated(words, position))

    def _candidates(self, text: str) -> Iterator[Cue]:
        yield from self._by_word.get(text.removesuffix("'s"), ())
        for size in range(1, STEM + 1):
            yield from self._by_stem.get(text[:size], ()) if len(text) >= size else ()


def words_in(sentence: str) -> list[Word]:
    """Return the words of a sentence in lower case, abbreviation points dropped.

    >>> [word.text for word in words_in("U.N. monitors weren’t there.")]
    ['un', 'monitors', "weren't", 'there']
    """
    return [Word(_fold(m.group()), m.start(), m.end()) for m in _WORD.finditer(sentence)]


def _fold(word: str) -> str:
    return word.lower().replace(".", "").replace("’", "'")


def _match(slots: Sequence[Slot], words: Sequence[Word], position: int) -> int | None:
    if not slots:
        return position
    slot, rest = slots[0], slots[1:]
    for skipped in range(GAP_WORDS + 1 if slot.after_gap else 1):
        for alternative in slot.alternatives:
            after = _match_words(alternative, words, position + skipped)
            last = _match(rest, words, after) if after is not None else None
            if last is not None:
                return last
    return None


def _match_words(pattern: Alternative, words: Sequence[Word], position: int) -> int | None:
    if position + len(pattern) > len(words):
        return None
    for offset, wanted in enumerate(pattern):
        text = words[position + offset].text
        fits = text.startswith(wanted[:-1]) if wanted.endswith("*") else _is_word(text, wanted)
        if not fits:
            return None
    return position + len(pattern)


def _is_word(text: str, wanted: str) -> bool:
    return text == wanted or text == f"{wanted}'s"


def _is_negated(words: Sequence[Word], position: int) -> bool:
    before = words[max(0, position - NEGATION_REACH) : position]
    return any(word.text in gravity_lists().negators for word in before)
