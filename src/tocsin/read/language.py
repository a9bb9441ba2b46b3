"""The language of a report: what it declares, unless its script says otherwise; else a guess."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import Any

from tocsin.core.types import UNDETERMINED, Language

GUESSED_CHARACTERS = 3_000  # more changes no answer and the identifier walks every byte
FEWEST_LETTERS = 20  # a name or a single word fits a dozen languages
ENGLISH_WORD_SHARE = 0.15  # of words; English prose has 0.3–0.5, headlines about 0.15
ENGLISH_MARGIN = 0.35  # a rival must be this much more probable: English lost costs a report

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_ENGLISH_WORDS = frozenset(
    "the of and to that for with by from were was are is been has have had said says their they "
    "his her its who which would will not this at an it as he she after about into over against "
    "people more than other when where while between during before under out up there been".split()
)
_GUESSED = frozenset(
    "af am ar az be bg bn bs ca cs cy da de el en es et fa fi fr ga gu ha he hi hr hu hy id is it "
    "ja ka kk km kn ko ku ky lo lt lv mg mk ml mn mr ms my ne nl no om or pa pl ps pt ro ru rw si "
    "sk sl sn so sq sr st sv sw ta te tg th tk tl tr ug uk ur uz vi xh yo zh zu".split()
)
_NOT_LATIN = {
    "Arab": frozenset("ar fa ur ps ku ug sd ckb az".split()),
    "Cyrl": frozenset("ru uk be bg sr mk kk ky mn tg uz tt ba az bs".split()),
    "Hebr": frozenset({"he", "yi"}),
    "Grek": frozenset({"el"}),
    "Deva": frozenset("hi mr ne sa".split()),
    "Beng": frozenset({"bn", "as"}),
    "Armn": frozenset({"hy"}),
    "Geor": frozenset({"ka"}),
    "Ethi": frozenset({"am", "ti"}),
    "Hang": frozenset({"ko"}),
    "Hani": frozenset({"zh", "ja", "ko"}),
    "Kana": frozenset({"ja"}),
    "Thai": frozenset({"th"}),
    "Mymr": frozenset({"my"}),
    "Khmr": frozenset({"km"}),
}
_BLOCKS: tuple[tuple[int, int, str], ...] = (
    (0x0041, 0x024F, "Latn"),
    (0x0370, 0x03FF, "Grek"),
    (0x0400, 0x052F, "Cyrl"),
    (0x0530, 0x058F, "Armn"),
    (0x0590, 0x05FF, "Hebr"),
    (0x0600, 0x077F, "Arab"),
    (0x08A0, 0x08FF, "Arab"),
    (0x0900, 0x097F, "Deva"),
    (0x0980, 0x09FF, "Beng"),
    (0x0E00, 0x0E7F, "Thai"),
    (0x1000, 0x109F, "Mymr"),
    (0x10A0, 0x10FF, "Geor"),
    (0x1200, 0x139F, "Ethi"),
    (0x1780, 0x17FF, "Khmr"),
    (0x1E00, 0x1EFF, "Latn"),
    (0x3040, 0x30FF, "Kana"),
    (0x3400, 0x9FFF, "Hani"),
    (0xAC00, 0xD7AF, "Hang"),
    (0xFB50, 0xFDFF, "Arab"),
    (0xFE70, 0xFEFF, "Arab"),
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
    if sum(map(str.isalpha, sample)) < FEWEST_LETTERS:
        return UNDETERMINED
    return _guess(sample, script)


def language_code(declared: str | None) -> Language | None:
    """Return the ISO 639-1 code that a declaration such as "en-GB" names, None for any other.

    >>> language_code("en_GB"), language_code("eng"), language_code("x-default")
    ('en', 'en', None)
    """
    tag = re.split(r"[-_]", (declared or "").strip().lower())[0]
    if not tag.isascii() or not tag.isalpha():
        return None
    if tag in _GUESSED:
        return Language(tag)
    return _iso_639_1(tag) if len(tag) in (2, 3) else None


def main_script(text: str) -> str | None:
    """Return the ISO 15924 code of the script that most letters are in, None without letters.

    >>> main_script("Halvik"), main_script("2031"), main_script("سلام")
    ('Latn', None, 'Arab')
    """
    counts = Counter(_script_of(ord(letter)) for letter in text if letter.isalpha())
    return counts.most_common(1)[0][0] if counts else None


def _script_of(point: int) -> str:
    for first, last, script in _BLOCKS:
        if first <= point <= last:
            return script
    return "Zyyy"


def _is_written_in(language: Language, script: str) -> bool:
    homes = {home for home, languages in _NOT_LATIN.items() if language in languages}
    if script == "Latn":
        return not homes or language in {"sr", "az", "uz", "bs", "ku", "kk"}
    return script in homes or script not in _NOT_LATIN


def _is_plainly_english(sample: str) -> bool:
    words = [word.lower() for word in _WORD.findall(sample)]
    hits = [word for word in words if word in _ENGLISH_WORDS]
    return len(set(hits)) >= 3 and len(hits) >= ENGLISH_WORD_SHARE * len(words)


def _guess(sample: str, script: str) -> Language:
    ranked = [
        (code, share)
        for code, share in _identifier().rank(sample)
        if code in _GUESSED and _is_written_in(Language(code), script)
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


@cache
def _iso_639_1(tag: str) -> Language | None:
    import pycountry

    key = {2: "alpha_2", 3: "alpha_3"}[len(tag)]
    found = pycountry.languages.get(**{key: tag})
    code = getattr(found, "alpha_2", None)
    return Language(code) if code else None
