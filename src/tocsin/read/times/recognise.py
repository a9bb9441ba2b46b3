"""Time expressions of a report: rules matched, conflicts settled, values resolved in text order."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from tocsin.core.types import Span, TimeMention
from tocsin.read.document import Document
from tocsin.read.times.compose import join_neighbours, mention_of, with_edges
from tocsin.read.times.grammar import Hit, Meaning, Rule, Setting, TokenAt
from tocsin.read.times.lexicon import OTHER, Lexeme, encode, lexemes
from tocsin.read.times.rules_clock import CLOCK_RULES
from tocsin.read.times.rules_days import DAY_RULES
from tocsin.read.times.rules_lengths import LENGTH_RULES
from tocsin.read.times.rules_periods import PERIOD_RULES
from tocsin.read.times.rules_relative import RELATIVE_RULES
from tocsin.read.times.values import span_of_value

SIDE = 8  # characters looked at on either side of a date for the ends of its line

RULES = DAY_RULES + PERIOD_RULES + RELATIVE_RULES + CLOCK_RULES + LENGTH_RULES


def find_times(document: Document) -> tuple[TimeMention, ...]:
    """Return the time expressions of the prose, in order of their start."""
    setting = Setting(document.report.published)
    token_at = _token_finder(document)
    mentions: list[TimeMention] = []
    for sentence in document.sentences:
        mentions.extend(_sentence_times(document.report.text, sentence, setting, token_at))
    return tuple(mentions)


def _token_finder(document: Document) -> TokenAt:
    starts = [token.idx for token in document.doc]

    def token_at(offset: int) -> Token:
        return document.doc[max(0, bisect_right(starts, offset) - 1)]

    return token_at


def _sentence_times(
    text: str, sentence: Span, setting: Setting, token_at: TokenAt
) -> Iterator[TimeMention]:
    words = lexemes(sentence.within(text), sentence.start)
    code = encode(words)
    if not code.strip(OTHER):
        return
    meanings: list[Meaning] = []
    for hit, rule in _without_overlap(_matches(code, words, token_at)):
        for meaning in rule.handler(hit, setting):
            meanings.append(meaning)
            if not _looks_back(hit):
                _remember(meaning, setting)
    for meaning in with_edges(join_neighbours(meanings, code, setting.published), code):
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


def _matches(code: str, words: Sequence[Lexeme], token_at: TokenAt) -> list[tuple[Hit, Rule]]:
    found = []
    for rule in RULES:
        for match in rule.pattern.finditer(code):
            hit = Hit(match, words, token_at)
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


def _remember(meaning: Meaning, setting: Setting) -> None:
    """Keep the value as the anchor for "two days later" where it lies on the calendar."""
    if meaning.type == "DATE" and span_of_value(meaning.value) is not None:
        setting.anchor = meaning.value
