"""The trigger lexicon: which words, in which frames, raise which type of event."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from tocsin.core.errors import BadConfig
from tocsin.ontology.tables import read_table

FRAME_KEYS = frozenset(
    [
        "obj",
        "subj",
        "prep",
        "pobj",
        "prt",
        "bare",
        "to",
        "mod",
        "acomp",
        "oprd",
        "mark",
        "near",
        "scene",
        "neg",
        "not",
        "gov",
        "describes",
        "self",
    ]
)  # where a condition looks; see event_triggers.yaml
ANY_VERB = "*"  # the entry that holds for every verb its conditions fit
VOWELS = frozenset("aeiou")


@dataclass(frozen=True, slots=True)
class Condition:
    """One demand of a frame: some (or, if `forbids`, no) word of `words` stands at `key`."""

    key: str
    words: frozenset[str]
    classes: frozenset[str]
    anything: bool
    forbids: bool


@dataclass(frozen=True, slots=True)
class Frame:
    """A word or phrase that raises a type where its conditions hold."""

    type_name: str
    words: tuple[str, ...]
    verbal: bool
    conditions: tuple[Condition, ...]
    weight: float

    @property
    def wants_negation(self) -> bool:
        """Whether it is the negation that makes the event: "would not let monitors in"."""
        return any(
            not part.forbids and (part.key == "neg" or "nothing" in part.words)
            for part in self.conditions
        )


@dataclass(frozen=True, slots=True)
class TriggerLexicon:
    """Frames by head lemma, verb forms to their lemma, and the target prepositions of types."""

    verbs: Mapping[str, tuple[Frame, ...]]
    nouns: Mapping[str, tuple[Frame, ...]]
    verb_forms: Mapping[str, str]
    target_prepositions: Mapping[str, frozenset[str]]


@cache
def load(name: str) -> Mapping[str, Any]:
    """Return one of the ontology's YAML tables."""
    loaded: Mapping[str, Any] = read_table(name)
    return loaded


@cache
def word_class(name: str) -> frozenset[str]:
    """Return the lemmas of a word class. Raises: BadConfig where there is none."""
    classes = load("event_words")
    if name not in classes:
        raise BadConfig("event_words.yaml", reason=f"no class {name}")
    return frozenset(classes[name])


def expanded(words: Iterable[str]) -> frozenset[str]:
    """Return the words with every @class replaced by its members."""
    found: set[str] = set()
    for word in words:
        found.update(word_class(word[1:]) if word.startswith("@") else (word,))
    return frozenset(found)


@cache
def trigger_lexicon() -> TriggerLexicon:
    """Return the lexicon. Raises: BadConfig on an unknown key or class."""
    verbs: dict[str, list[Frame]] = {}
    nouns: dict[str, list[Frame]] = {}
    prepositions: dict[str, frozenset[str]] = {}
    for type_name, row in load("event_triggers").items():
        prepositions[type_name] = frozenset(row["target_preps"])
        for entry in row["verbs"]:
            frame = parse_frame(type_name, entry, verbal=True, weight=row["weight"])
            verbs.setdefault(frame.words[-1], []).append(frame)
        for entry in row["nouns"]:
            frame = parse_frame(type_name, entry, verbal=False, weight=row["weight"])
            for head in sorted(expanded(frame.words[-1:])):
                named = replace(frame, words=(*frame.words[:-1], head))
                nouns.setdefault(head, []).append(named)
    return TriggerLexicon(
        {lemma: tuple(frames) for lemma, frames in verbs.items()},
        {lemma: tuple(frames) for lemma, frames in nouns.items()},
        {form: lemma for lemma in verbs for form in verb_forms(lemma)},
        prepositions,
    )


def parse_frame(type_name: str, entry: str, *, verbal: bool, weight: float) -> Frame:
    """Return the frame that an entry of the lexicon writes. Raises: BadConfig.

    >>> frame = parse_frame("bombard", "fire obj:@projectile ^0.8", verbal=True, weight=0.9)
    >>> frame.words, frame.weight, frame.conditions[0].key
    (('fire',), 0.8, 'obj')
    """
    words: list[str] = []
    conditions: list[Condition] = []
    for part in entry.split():
        if part.startswith("^"):
            weight = float(part[1:])
        elif ":" in part:
            conditions.append(_condition(type_name, part))
        else:
            words.append(part)
    return Frame(type_name, tuple(words), verbal, tuple(conditions), weight)


def _condition(type_name: str, part: str) -> Condition:
    key, _, listed = part.lstrip("!").partition(":")
    if key not in FRAME_KEYS:
        raise BadConfig("event_triggers.yaml", reason=f"{type_name}: unknown key {key}")
    values = listed.split("|")
    classes = frozenset(value[1:] for value in values if value.startswith("@"))
    return Condition(key, expanded(values), classes, "any" in values, part.startswith("!"))


def verb_forms(lemma: str) -> tuple[str, ...]:
    """Return the inflected forms of a verb.

    >>> verb_forms("stab")
    ('stab', 'stabs', 'stabbed', 'stabbing')
    """
    stem = lemma[:-1] if lemma.endswith("e") else lemma
    if re.fullmatch(r"[^aeiou]*[aeiou][bdgmnprt]", lemma):
        stem = lemma + lemma[-1]
    past = stem + "ed"
    third = lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x", "z")) else "s")
    if lemma.endswith("y") and len(lemma) > 1 and lemma[-2] not in VOWELS:
        past, third = lemma[:-1] + "ied", lemma[:-1] + "ies"
        stem = lemma
    return (lemma, third, *load("event_words")["irregular"].get(lemma, (past,)), stem + "ing")
