"""Which sentences of a report speak of harm and protection, and which of sport, shows and trade."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from tocsin.ontology.tables import read_table
from tocsin.read.document import Document


@dataclass(frozen=True, slots=True)
class TenorWords:
    """Lemmas that make a sentence grave, and those that make it idle."""

    grave: frozenset[str]
    idle: frozenset[str]


@dataclass(frozen=True, slots=True)
class Tenor:
    """The grave and the idle sentences of a report, by index."""

    grave: frozenset[int]
    idle: frozenset[int]

    @classmethod
    def of(cls, document: Document) -> Tenor:
        """Return the tenor of a report."""
        words = tenor_words()
        return cls(_with(document, words.grave), _with(document, words.idle))

    def report_signs(self) -> Iterator[str]:
        """Yield what the whole report is about, as names of signs."""
        if not self.grave:
            yield "calm_report"
        if len(self.idle) > len(self.grave):
            yield "idle_report"


@cache
def tenor_words() -> TenorWords:
    """Return the word lists, read once a process."""
    table = read_table("tenor")
    return TenorWords(frozenset(table["grave"]), frozenset(table["idle"]))


def _with(document: Document, lemmas: frozenset[str]) -> frozenset[int]:
    return frozenset(
        index
        for index, phrase in enumerate(document.phrases)
        if any(token.lemma_.lower() in lemmas for token in phrase)
    )
