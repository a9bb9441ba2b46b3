"""Spans are paired one to one, equal ones first, and sentences are told apart by marks alone."""

from __future__ import annotations

from evals.matching import best_pairs, sentence_numbers, shared_characters
from tocsin.core.types import Span


def test_an_equal_span_is_preferred_to_a_longer_overlap() -> None:
    gold, found = [Span(5, 8)], [Span(0, 20), Span(5, 8)]
    assert best_pairs(gold, found, shared_characters) == [(0, 1)]


def test_one_found_span_answers_one_gold_span_only() -> None:
    gold, found = [Span(0, 5), Span(6, 9)], [Span(0, 9)]
    assert best_pairs(gold, found, shared_characters) == [(0, 0)]


def test_spans_that_only_touch_share_nothing() -> None:
    assert best_pairs([Span(0, 5)], [Span(5, 9)], shared_characters) == []


def test_a_quotation_mark_after_the_stop_stays_with_its_sentence() -> None:
    text = "“They stood by.” Nobody came\nto Halvik."
    number = sentence_numbers(text)
    spans = [Span(text.index(word), text.index(word) + 2) for word in ("stood", "Nobody", "Halvik")]
    assert [number(span) for span in spans] == [0, 1, 2]
