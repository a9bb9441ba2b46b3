"""The wordings of corrections, read from YAML."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from tocsin.ontology.tables import read_table


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionWords:
    """The lists of `corrections.yaml`."""

    announces: tuple[str, ...]
    opens: tuple[str, ...]
    voids: tuple[str, ...]
    said: tuple[str, ...]
    becomes: tuple[str, ...]
    ones: tuple[str, ...]
    tens: tuple[str, ...]
    numbers: tuple[str, ...]
    months: tuple[str, ...]


@cache
def correction_words() -> CorrectionWords:
    """Return the word lists that ship with Tocsin."""
    return CorrectionWords(
        **{name: tuple(words) for name, words in read_table("corrections").items()}
    )
