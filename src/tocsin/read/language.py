"""The language of a report: what it declares, unless its script says otherwise; else a guess."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from tocsin.core.types import UNDETERMINED, Language
from tocsin.ontology.tables import read_table

GUESSED_CHARACTERS = 3_000  # more changes no answer and the identifier walks every byte
FEWEST_LETTERS = 20  # a word or two fit a dozen languages; only English is taken from less
ENGLISH_WORD_SHARE = 0.15  # of words; English prose has 0.3–0.5, headlines about 0.15
ENGLISH_MARGIN = 0.35  # a rival must be this much more probable: English lost costs a report

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")


@dataclass(frozen=True, slots=True)
class LanguageSigns:
    """What languages are told by; `written_in` holds the scripts other than Latin.

    `codes` maps those of two and of three letters to ISO 639-1.
    """

    english_words: frozenset[str]
    guessed: frozenset[str]
    written_in: dict[str, frozenset[str]]
    also_latin: frozenset[str]
    blocks: tuple[tuple[int, int, str], ...]
    codes: dict[str, Language]


@cache
def language_signs() -> LanguageSigns:
    """Return the signs of `ontology/languages.yaml`, loaded once."""
    raw: dict[str, Any] = read_table("languages")
    codes = [pair.split("=") for pair in raw["iso_639_1"].split()]
    return LanguageSigns(
        english_words=frozenset(raw["english_words"].split()),
        guessed=frozenset(raw["guessed"].split()),
        written_in={
            script: frozenset(codes.split()) for script, codes in raw["written_in"].items()
        },
        also_latin=frozenset(raw["also_latin"].split()),
        blocks=tuple((first, last, script) for first, last, script in raw["blocks"]),
        codes={code: Language(short) for short, long in codes for code in (short, long)},
    )


def language_of(text: str, declared: str | None = None) -> Language:
    """Return the language, "und" where it cannot be told.

    A declared code wins when it is valid and written in the script of the text.

    >>> language_of("Troops entered the camp at dawn and took the men away.")
    'en'
    >>> language_of("12,000 – 14:30")
    'und'
    """
    sample = text[:GUESSED_CHARACTERS]
    script = main_script(sample)
    claimed = language_code(declared)
    if claimed is not None and (script is None or _is_written_in(claimed, script)):
        return claimed
    if script is None:
        return UNDETERMINED
    if script == "Latn" and _is_plainly_english(sample):
        return Language("en")
    guess = _guess(sample, script)
    if sum(map(str.isalpha, sample)) >= FEWEST_LETTERS:
        return guess
    is_short_english = guess == "en" and len(sample.split()) > 1
    return guess if is_short_english else UNDETERMINED


def language_code(declared: str | None) -> Language | None:
    """Return the ISO 639-1 code that a declaration such as "en-GB" names, None for any other.

    >>> language_code("en_GB"), language_code("eng"), language_code("x-default")
    ('en', 'en', None)
    """
    tag = re.split(r"[-_]", (declared or "").strip().lower())[0]
    return language_signs().codes.get(tag)


def main_script(text: str) -> str | None:
    """Return the ISO 15924 code of the script that most letters are in, None without letters.

    >>> main_script("Halvik"), main_script("2031"), main_script("سلام")
    ('Latn', None, 'Arab')
    """
    counts = Counter(_script_of(ord(letter)) for letter in text if letter.isalpha())
    return counts.most_common(1)[0][0] if counts else None


@lru_cache(maxsize=4_096)
def _script_of(point: int) -> str:
    for first, last, script in language_signs().blocks:
        if first <= point <= last:
            return script
    return "Zyyy"


def _is_written_in(language: Language, script: str) -> bool:
    signs = language_signs()
    homes = {home for home, languages in signs.written_in.items() if language in languages}
    if script == "Latn":
        return not homes or language in signs.also_latin
    return script in homes or script not in signs.written_in


def _is_plainly_english(sample: str) -> bool:
    words = [word.lower() for word in _WORD.findall(sample)]
    hits = [word for word in words if word in language_signs().english_words]
    return len(set(hits)) >= 3 and len(hits) >= ENGLISH_WORD_SHARE * len(words)


def _guess(sample: str, script: str) -> Language:
    ranked = [
        (code, share)
        for code, share in _identifier().rank(sample)
        if code in language_signs().guessed and _is_written_in(Language(code), script)
    ]
    if not ranked:
        return UNDETERMINED
    best, share = ranked[0]
    english = dict(ranked).get("en", 0.0)
    if script == "Latn" and share - english < ENGLISH_MARGIN:
        return Language("en")
    return Language(best)


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
