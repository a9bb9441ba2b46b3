"""What triage is trained on: texts of violence, calm news, and the one set into the other."""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from evals.folds import is_dev
from evals.passages import Passage, read_passages
from evals.triage_sets import CALM, NEWS, PASSAGES, VIOLENT
from tocsin.read.triage.features import words_of
from tocsin.read.triage.model import WINDOW_WORDS
from training.calm import calm_stretches, doubtful_words, harmful_event_examples, is_calm
from training.harm import HARMLESS_TYPES, key_of, read_harm

# For how many texts each set counts, whatever its size: no source may drown the others.
VIOLENT_MASS: Final = {
    "muc": 400.0,
    "gva": 750.0,
    "gva_headlines": 450.0,  # so that few words suffice where there are no more
    "case": 400.0,
    "satp": 400.0,
    "insight_crime": 300.0,
    "cameo_conflict": 150.0,
    "plover": 60.0,
    "own": 300.0,
    "sentences": 250.0,
    "examples": 60.0,
}
CALM_MASS: Final = {"own": 500.0, "disasters": 60.0, "cameo_calm": 120.0}
NEWS_MASS: Final = 2200.0
STRETCHES_MASS: Final = 900.0
EXCERPTS_MASS: Final = 600.0
ASIDES_MASS: Final = 200.0
SET_IN_SHARE: Final = 0.5  # of a set's mass, once more for its texts set into calm news

FILTERED: Final = frozenset({"gva", "gva_headlines"})  # some pages are a log-in or a menu
SET_IN: Final = frozenset({"case", "satp", "cameo_conflict", "plover", "sentences"})
SET_IN_WORDS: Final = (25, 60)  # of a longer report, so many are set into calm news
EXCERPT_WORDS: Final = (5, 70)
EXCERPT_SENTENCES: Final = 3  # at most
EXCERPTS_A_TEXT: Final = 2
_SENTENCE = re.compile(r"[^.!?\n]+[.!?]?")


@dataclass(frozen=True, slots=True)
class Example:
    """The words of a text, whether they are of violence, and for how many texts they count."""

    set: str
    words: Sequence[str]
    violent: bool
    mass: float


def examples(gold: Path, kept: Path, rng: random.Random) -> Iterator[Example]:
    """Yield all examples; `kept` holds what the reader found in the news."""
    news, stretches = calm_news(gold, kept, "train")
    violent = list(violent_examples(gold))
    yield from violent
    yield from _of_texts("news", news, violent=False, mass=NEWS_MASS)
    yield from _of_texts("stretches", stretches, violent=False, mass=STRETCHES_MASS)
    cut = [piece for text in (*news, *stretches) for piece in excerpts(text, rng)]
    yield from _of_texts("excerpts", cut, violent=False, mass=EXCERPTS_MASS)
    asides = list(calm_sentences())
    yield from _of_texts("asides", asides, violent=False, mass=ASIDES_MASS)
    for name, mass in CALM_MASS.items():
        texts = [text for text in CALM[name](gold, "train") if name == "own" or _is_mild(text)]
        yield from _of_texts(name, texts, violent=False, mass=mass)
    grounds = [words for text in news if len(words := words_of(text)) > WINDOW_WORDS]
    for example in violent:
        if example.set in SET_IN:
            words = set_in(example.words, rng.choice(grounds), rng)
            yield Example(example.set, words, True, example.mass * SET_IN_SHARE)


def violent_examples(gold: Path) -> Iterator[Example]:
    """Yield the texts of violence, and the sentences and phrases that carry it."""
    for name, texts in VIOLENT.items():
        if name in VIOLENT_MASS:
            strong = doubtful_words().strong
            chosen = [t for t in texts(gold, "train") if name not in FILTERED or strong.search(t)]
            yield from _of_texts(name, chosen, violent=True, mass=VIOLENT_MASS[name])
    sentences = list(harmful_sentences())
    yield from _of_texts("sentences", sentences, violent=True, mass=VIOLENT_MASS["sentences"])
    phrases = list(harmful_event_examples())
    yield from _of_texts("examples", phrases, violent=True, mass=VIOLENT_MASS["examples"])


def calm_news(gold: Path, kept: Path, split: str) -> tuple[list[str], list[str]]:
    """Return the articles of the news without harm, and calm stretches of the others."""
    found = read_harm(kept)
    calm, stretches = list[str](), list[str]()
    for text in (text for each in NEWS.values() for text in each(gold, split)):
        harm = found[key_of(text)]
        if is_calm(text, harm):
            calm.append(text)
        else:
            stretches.extend(calm_stretches(text, harm))
    return calm, stretches


def harmful_sentences() -> Iterator[str]:
    """Yield the sentences of our own relevant passages that hold an event of harm."""
    for passage in _relevant_passages():
        harm = [e["trigger"] for e in passage["events"] if e["type"] not in HARMLESS_TYPES]
        for match in _SENTENCE.finditer(passage["text"]):
            if _is_full(match.group()) and _touches(match, harm):
                yield match.group().strip()


def calm_sentences() -> Iterator[str]:
    """Yield their sentences in which nothing at all is marked: the same style without the harm."""
    for passage in _relevant_passages():
        marked = [event["trigger"] for event in passage["events"]]
        layers = (passage[layer] for layer in ("groups", "deadlines", "requests"))
        marked += [item["span"] for layer in layers for item in layer]
        for match in _SENTENCE.finditer(passage["text"]):
            sentence = match.group()
            if _is_full(sentence) and _is_mild(sentence) and not _touches(match, marked):
                yield sentence.strip()


def excerpts(text: str, rng: random.Random) -> Iterator[str]:
    """Yield some sentences of a calm text by themselves: short texts need not be of violence."""
    sentences = [match.group() for match in _SENTENCE.finditer(text)]
    for _ in range(EXCERPTS_A_TEXT if sentences else 0):
        first = rng.randrange(len(sentences))
        piece = "".join(sentences[first : first + rng.randint(1, EXCERPT_SENTENCES)]).strip()
        fewest, most = EXCERPT_WORDS
        if fewest <= len(piece.split()) <= most and _is_mild(piece):
            yield piece


def set_in(words: Sequence[str], ground: Sequence[str], rng: random.Random) -> list[str]:
    """Return a window of the ground with the words somewhere in it."""
    passage = list(words[: rng.randint(*SET_IN_WORDS)])
    room = WINDOW_WORDS - len(passage)
    first, before = rng.randrange(len(ground) - room), rng.randint(0, room)
    middle = first + before
    return [*ground[first:middle], *passage, *ground[middle : first + room]]


def _of_texts(name: str, texts: Sequence[str], *, violent: bool, mass: float) -> Iterator[Example]:
    for text in texts:
        if words := words_of(text):
            yield Example(name, words, violent, mass / len(texts))


def _relevant_passages() -> Iterator[Passage]:
    for passage in read_passages(PASSAGES / "train.jsonl"):
        if passage["relevant"] and not is_dev(passage["text"]):
            yield passage


def _is_full(sentence: str) -> bool:
    return len(sentence.split()) >= EXCERPT_WORDS[0]


def _touches(match: re.Match[str], spans: Iterable[Sequence[int]]) -> bool:
    return any(start < match.end() and match.start() < end for start, end in spans)


def _is_mild(text: str) -> bool:
    lists = doubtful_words()
    return not lists.strong.search(text) and not lists.weak.search(text)
