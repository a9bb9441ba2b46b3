"""Triggers: the words of a report that raise events."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from spacy.tokens import Span as Phrase
from spacy.tokens import Token

from tocsin.core.types import Span
from tocsin.read.document import Document
from tocsin.read.events.clause import Tree
from tocsin.read.events.figurative import is_at_play, is_history, tells_of_violence
from tocsin.read.events.frames import Surroundings, word_set
from tocsin.read.events.lexicon import ANY_VERB, Frame, trigger_lexicon, word_class

ATTRIBUTIVE = frozenset({"amod", "compound", "nmod"})
NOMINAL = frozenset(
    {"nsubj", "nsubjpass", "dobj", "pobj", "attr", "appos", "conj", "ROOT", "compound"}
)
JOINED = frozenset({"conj", "advcl", "dep", "ccomp", "xcomp", "acl", "dobj", "acomp", "oprd"})
REACHES = (1, 3)  # sentences on either side: what is near a trigger, and its scene
INACTION = "fail_to_protect"
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
    words = [
        frozenset(word for token in phrase for word in word_set(token))
        for phrase in document.phrases
    ]
    past = [is_history(phrase) for phrase in document.phrases]
    for index, phrase in enumerate(document.phrases):
        around = [
            frozenset().union(*words[max(index - reach, 0) : index + reach + 1])
            for reach in REACHES
        ]
        figurative = is_at_play(*around) or any(past[max(index - 1, 0) : index + 1])
        found.extend(
            trigger
            for trigger in _triggers_of(phrase, index, (words[index], *around), tree)
            if not (figurative and tells_of_violence(trigger.frame.type_name))
        )
    return _without_repeats(found, tree)


def _without_repeats(triggers: list[Trigger], tree: Tree) -> list[Trigger]:
    """Return the triggers; "leaned on the car, smoked and drove off" is one failure to protect."""
    idle = {trigger.token.i: trigger for trigger in triggers if trigger.frame.type_name == INACTION}
    repeats: set[int] = set()
    for place, trigger in idle.items():
        first = _told_with(trigger, idle, tree)
        if first is not None:
            weaker = trigger.frame.weight <= first.frame.weight
            repeats.add(place if weaker else first.token.i)
    return [trigger for trigger in triggers if trigger.token.i not in repeats]


def _told_with(trigger: Trigger, idle: Mapping[int, Trigger], tree: Tree) -> Trigger | None:
    for child, governor in tree.climb(trigger.token):
        if child.dep_ not in JOINED:
            return None
        if governor.i in idle:
            return idle[governor.i]
    return None


def _triggers_of(
    phrase: Phrase, index: int, words: tuple[frozenset[str], ...], tree: Tree
) -> Iterator[Trigger]:
    for token in phrase:
        candidates = _candidates(token)
        if not candidates:
            continue
        around = Surroundings(token, tree, *words)
        fitting = [
            (frame, first)
            for frame, first in candidates
            if first.i >= phrase.start and around.holds(frame)
        ]
        if fitting:
            frame, first = max(fitting, key=_fitness)
            yield Trigger(token, first, frame, index, words[0])


def _fitness(pair: tuple[Frame, Token]) -> tuple[int, float, int]:
    frame, _ = pair
    demands = sum(not condition.forbids for condition in frame.conditions)
    return len(frame.words), frame.weight, demands


def _candidates(token: Token) -> list[tuple[Frame, Token]]:
    lexicon = trigger_lexicon()
    if token.pos_ in ("VERB", "AUX") or token.tag_ in VERB_TAGS or _is_missed_past(token):
        if (token.dep_ == "amod" and token.tag_ != "VBG") or _is_noun_participle(token):
            return []
        lemma = token.lemma_.lower()
        frames = lexicon.verbs.get(lexicon.verb_forms.get(token.lower_, lemma), ())
        nominal = _is_gerund(token) or (token.tag_ in ("VB", "VBP") and not frames)
        whatever = [replace(frame, words=(lemma,)) for frame in lexicon.verbs.get(ANY_VERB, ())]
        found = [(frame, token) for frame in (*frames, *whatever)]
        return found + (_noun_frames(token) if nominal else [])
    if token.pos_ in ("NOUN", "PROPN") or token.dep_ in ("dobj", "pobj", "nsubj"):
        return _noun_frames(token) or _headline_frames(token)
    if token.pos_ == "ADJ" and token.dep_ not in ATTRIBUTIVE:
        return _noun_frames(token) or _headline_frames(token)
    return []


def _is_missed_past(token: Token) -> bool:
    """Return whether a past form was taken for a name: "it rang and rang"."""
    lemma = trigger_lexicon().verb_forms.get(token.lower_)
    plain = lemma is None or lemma == token.lower_
    return token.pos_ == "PROPN" and token.text.islower() and not plain


def _is_gerund(token: Token) -> bool:
    """Return whether a form in -ing stands where a noun would: "shelling of the town goes on"."""
    if token.tag_ != "VBG" or token.dep_ not in NOMINAL:
        return False
    return not any(kid.dep_ in ("dobj", "aux", "nsubj") for kid in token.children)


def _is_noun_participle(token: Token) -> bool:
    """Return whether a participle names people: "the accused", "the displaced"."""
    articles = any(kid.dep_ == "det" and kid.i == token.i - 1 for kid in token.lefts)
    return token.tag_ == "VBN" and articles


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
