"""Sentences as the rules of the indicators look at them, each looked at once a run."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from tocsin.assess.cues import CueFinder, CueHit, parse_cue, words_in
from tocsin.core.ids import ReportId
from tocsin.core.types import Reading, Span
from tocsin.ontology.indicator_rules import indicator_rules


@dataclass(frozen=True, slots=True)
class FoundCue:
    """Where in the report a cue of an indicator stands, and whether it is turned round."""

    indicator: str
    span: Span
    negated: bool


@dataclass(frozen=True, slots=True)
class ReadSentence:
    """A sentence with the cues in it; `conditions` are the indicators whose words it holds."""

    reading: Reading
    span: Span
    text: str
    cues: tuple[FoundCue, ...]
    conditions: frozenset[str]

    @property
    def is_question(self) -> bool:
        """Return whether the sentence asks: what a question names is not said to be so."""
        return self.text.rstrip(" \"”’'").endswith("?")


class SentenceBook:
    """The sentences of each reading; several situations share the reports they stand in."""

    def __init__(self) -> None:
        self._by_report: dict[ReportId, tuple[ReadSentence, ...]] = {}

    def of(self, reading: Reading) -> tuple[ReadSentence, ...]:
        """Return the sentences of a reading, in order."""
        known = self._by_report.get(reading.report.id)
        if known is None:
            known = tuple(read_sentence(reading, span) for span in reading.sentences)
            self._by_report[reading.report.id] = known
        return known


def read_sentence(reading: Reading, span: Span) -> ReadSentence:
    """Return the sentence with every cue that stands in it."""
    text = span.within(reading.report.text)
    words = words_in(text)

    def placed(hit: CueHit) -> Span:
        first, last = words[hit.first], words[hit.last - 1]
        return Span(span.start + first.start, span.start + last.end)

    found = _finders()["cues"].find(words)
    told = _finders()["words"].find(words)
    return ReadSentence(
        reading,
        span,
        text,
        tuple(FoundCue(hit.key, placed(hit), hit.negated) for hit in found),
        frozenset(hit.key for hit in told),
    )


@cache
def _finders() -> Mapping[str, CueFinder]:
    rules = indicator_rules().values()
    return {
        "cues": CueFinder(parse_cue(rule.id, phrase) for rule in rules for phrase in rule.cues),
        "words": CueFinder(parse_cue(rule.id, phrase) for rule in rules for phrase in rule.words),
    }
