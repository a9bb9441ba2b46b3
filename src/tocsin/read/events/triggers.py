"""Triggers: the words of a report that raise events."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Span as Phrase
from spacy.tokens import Token

from tocsin.core.types import Span
from tocsin.read.document import Document
from tocsin.read.events.clause import Tree
from tocsin.read.events.frames import Surroundings, word_set
from tocsin.read.events.lexicon import Frame, trigger_lexicon, word_class

ATTRIBUTIVE = frozenset({"amod", "compound", "nmod"})
VERB_TAGS = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "MD"})


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word that raises an event of the frame's type; `first` opens a phrase of several words."""

    token: Token
    first: Token
    frame: Frame
    sentence: int
    sentence_words: frozenset[str]

    @property
    def span(self) -> Span:
        """The characters of the trigger."""
        return Span(self.first.idx, self.token.idx + len(self.token.text))

    @property
    def lemma(self) -> str:
        """The lexicon's words for the trigger."""
        return " ".join(self.frame.words)


def find_triggers(document: Document, tree: Tree) -> list[Trigger]:
    """Return at most one trigger for each token of prose, in text order."""
    found: list[Trigger] = []
    for index, phrase in enumerate(document.phrases):
        words = frozenset(word for token in phrase for word in word_set(token))
        found.extend(_triggers_of(phrase, index, words, tree))
    return found


def _triggers_of(
    phrase: Phrase, index: int, words: frozenset[str], tree: Tree
) -> Iterator[Trigger]:
    for token in phrase:
        candidates = _candidates(token)
        if not candidates:
            continue
        around = Surroundings(token, tree, words)
        fitting = [
            (frame, first)
            for frame, first in candidates
            if first.i >= phrase.start and around.holds(frame)
        ]
        if fitting:
            frame, first = max(fitting, key=_fitness)
            yield Trigger(token, first, frame, index, words)


def _fitness(pair: tuple[Frame, Token]) -> tuple[int, float, int]:
    frame, _ = pair
    demands = sum(not condition.forbids for condition in frame.conditions)
    return len(frame.words), frame.weight, demands


def _candidates(token: Token) -> list[tuple[Frame, Token]]:
    lexicon = trigger_lexicon()
    if token.pos_ in ("VERB", "AUX") or token.tag_ in VERB_TAGS:
        if token.dep_ == "amod" and token.tag_ != "VBG":
            return []
        frames = lexicon.verbs.get(lexicon.verb_forms.get(token.lower_, token.lemma_.lower()), ())
        nominal = _noun_frames(token) if token.tag_ in ("VBG", "VB", "VBP") and not frames else []
        return [(frame, token) for frame in frames] + nominal
    if token.pos_ in ("NOUN", "PROPN") or token.dep_ in ("dobj", "pobj", "nsubj"):
        return _noun_frames(token) or _headline_frames(token)
    if token.pos_ == "ADJ" and token.dep_ not in ATTRIBUTIVE:
        return _headline_frames(token)
    return []


def _headline_frames(token: Token) -> list[tuple[Frame, Token]]:
    lexicon = trigger_lexicon()
    if token.dep_ in ATTRIBUTIVE or not token.lower_.endswith(("ed", "shot", "slain")):
        return []
    if any(kid.dep_ in ("det", "amod", "poss") for kid in token.lefts):
        return []  # "a low shot" is a noun; "Man shot in Halvik" has a verb the parse missed
    lemma = lexicon.verb_forms.get(token.lower_)
    return [(frame, token) for frame in lexicon.verbs.get(lemma or "", ())]


def _noun_frames(token: Token) -> list[tuple[Frame, Token]]:
    if token.dep_ in ATTRIBUTIVE and not word_set(token.head) & word_class("carriers"):
        return []
    lexicon = trigger_lexicon()
    found: list[tuple[Frame, Token]] = []
    for lemma in sorted(word_set(token)):
        for frame in lexicon.nouns.get(lemma, ()):
            first = _phrase_start(token, frame)
            if first is not None:
                found.append((frame, first))
    return found


def _phrase_start(token: Token, frame: Frame) -> Token | None:
    first = token
    for word in reversed(frame.words[:-1]):
        if first.i == 0:
            return None
        first = token.doc[first.i - 1]
        if first.text == "-" and first.i:
            first = token.doc[first.i - 1]
        if word not in word_set(first):
            return None
    return first
