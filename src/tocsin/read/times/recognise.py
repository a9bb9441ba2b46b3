"""Time expressions of a report: rules matched, conflicts settled, values resolved in text order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from tocsin.core.types import Span, TimeMention
from tocsin.read.document import Document
from tocsin.read.times.anchored import note_events, with_intervals
from tocsin.read.times.compose import join_neighbours, mention_of, with_edges
from tocsin.read.times.grammar import Hit, Meaning, Rule
from tocsin.read.times.lexicon import OTHER, Lexeme, encode, lexemes
from tocsin.read.times.rules_clock import CLOCK_RULES
from tocsin.read.times.rules_counted import COUNTED_RULES
from tocsin.read.times.rules_days import DAY_RULES
from tocsin.read.times.rules_lengths import LENGTH_RULES
from tocsin.read.times.rules_named import NAMED_RULES
from tocsin.read.times.rules_parts import PART_RULES
from tocsin.read.times.rules_periods import PERIOD_RULES
from tocsin.read.times.rules_relative import RELATIVE_RULES
from tocsin.read.times.setting import Setting
from tocsin.read.times.story import is_aside, is_story

SIDE = 8  # characters looked at on either side of a date for the ends of its line

RULES = (
    NAMED_RULES
    + PART_RULES
    + DAY_RULES
    + PERIOD_RULES
    + RELATIVE_RULES
    + COUNTED_RULES
    + CLOCK_RULES
    + LENGTH_RULES
)


def find_times(document: Document) -> tuple[TimeMention, ...]:
    """Return the time expressions of the prose, in order of their start."""
    report = document.report
    return times_in(report.text, document.sentences, report.published)


def times_in(
    text: str, sentences: Iterable[Span], published: date | None
) -> tuple[TimeMention, ...]:
    """Return the time expressions of the sentences, by their words alone: no parse is needed."""
    setting = Setting(published, is_story(text, published))
    mentions: list[TimeMention] = []
    for sentence in sentences:
        mentions.extend(_sentence_times(text, sentence, setting))
    return tuple(mentions)


def _sentence_times(text: str, sentence: Span, setting: Setting) -> Iterator[TimeMention]:
    words = lexemes(sentence.within(text), sentence.start)
    code = encode(words)
    if not code.strip(OTHER):
        return
    meanings: list[Meaning] = []
    today = setting.today()
    for hit, rule in _without_overlap(_matches(code, words)):
        for meaning in rule.handler(hit, setting):
            meanings.append(meaning)
            if not _looks_back(hit):
                moves = not (setting.is_story and is_aside(hit, setting.year))
                setting.remember(meaning.type, meaning.value, moves_year=moves)
    joined = list(join_neighbours(meanings, code, today))
    note_events(joined, words, setting)
    for meaning in with_edges(with_intervals(joined, words, code, setting), code):
        mention = mention_of(meaning, words, text)
        if not _is_dateline(mention, text, setting):
            yield mention


def _is_dateline(mention: TimeMention, text: str, setting: Setting) -> bool:
    """Return whether the published date stands alone on its line: the report's date, not prose."""
    if setting.published is None or mention.value != setting.published.isoformat():
        return False
    before = text[max(0, mention.span.start - SIDE) : mention.span.start].rpartition("\n")
    after = text[mention.span.end : mention.span.end + SIDE].partition("\n")
    alone = not before[2].strip() and not after[0].strip()
    return alone and bool(before[1] or not before[2]) and bool(after[1] or not after[0])


def _matches(code: str, words: Sequence[Lexeme]) -> list[tuple[Hit, Rule]]:
    found = []
    for rule in RULES:
        for match in rule.pattern.finditer(code):
            hit = Hit(match, words)
            if rule.only_if is None or rule.only_if(hit):
                found.append((hit, rule))
    return found


def _without_overlap(found: list[tuple[Hit, Rule]]) -> Iterator[tuple[Hit, Rule]]:
    """Yield matches in order; of two that overlap the earlier, then the longer, then by rule."""
    end = 0
    for hit, rule in sorted(found, key=lambda pair: (pair[0].first, -pair[0].last)):
        if hit.first >= end:
            end = hit.last + 1
            yield hit, rule


def _looks_back(hit: Hit) -> bool:
    """Return whether the match only compares: "a year earlier" moves no narrative."""
    return "ago" in hit or any(lexeme.kind == "earlier" for lexeme in hit.group("way"))
