"""Odd texts: no exception, right offsets, time that grows no faster than the text."""

from __future__ import annotations

import time
from dataclasses import replace
from functools import cache

import pytest

from evals.figure import report_of
from growth import seconds_of
from hostile_texts import HOSTILE, PROSE, filled
from tocsin.core.types import Language, Reading, Report
from tocsin.read.document import NO_CHARACTER
from tocsin.read.places.gazetteer import open_gazetteer
from tocsin.read.reader import RuleReader
from tocsin.read.text.facts import read_facts


@cache
def reader() -> RuleReader:
    return RuleReader(gazetteer=open_gazetteer())


def report(text: str) -> Report:
    """Return the report of a text as it stands, whether or not it would be taken for English."""
    facts = read_facts(text)
    return replace(
        report_of("1", "Halvik is calm."),
        text=text,
        language=Language("en"),
        title_span=facts.title_span,
        skipped=tuple(facts.skipped),
    )


def read(text: str) -> Reading:
    [reading] = reader().read([report(text)])
    return reading


@pytest.mark.parametrize("kind", HOSTILE)
def test_an_odd_text_is_read_and_every_span_holds_what_was_read_there(kind: str) -> None:
    text = HOSTILE[kind](1200) + "\n\nThe army shelled Halvik."
    reading = read(text)
    assert reading.report.text == text
    parsed = NO_CHARACTER.sub("\ufffd", text)
    for mention in (*reading.times, *reading.places, *reading.names):
        assert mention.text in (mention.span.within(text), mention.span.within(parsed))
    for event in reading.events:
        assert reading.sentences[event.sentence].overlaps(event.trigger)
        for one in (*event.actors, *event.targets):
            assert 0 <= one.span.start < one.span.end <= len(text)
    for statement in reading.all_statements:
        for span in (*statement.content_spans, *statement.cue_spans, *statement.speaker_spans):
            assert 0 <= span.start < span.end <= len(text)


@pytest.mark.parametrize("mark", ['"', "“", "”", "'", ".", "😀", "\u200f", "(", "-", "\n", " "])
def test_a_hundred_thousand_marks_in_a_row_take_seconds_at_most(mark: str) -> None:
    started = time.process_time()
    reading = read("The army shelled Halvik. " + mark * 100_000 + " Soldiers killed two men.")
    assert {event.type for event in reading.events} >= {"bombard", "kill"}
    assert time.process_time() - started < 10


@pytest.mark.slow
@pytest.mark.timeout(1800)
@pytest.mark.parametrize("kind", HOSTILE)
def test_time_grows_with_the_length_and_no_faster(kind: str) -> None:
    texts = [HOSTILE[kind](length) for length in (3_000, 10_000, 40_000)]
    seconds = [seconds_of(lambda text=text: read(text), rounds=1) for text in texts]
    assert seconds[2] < 6 * seconds[1] + 1, seconds
    assert seconds[1] < 5 * seconds[0] + 1, seconds


@pytest.mark.slow
@pytest.mark.timeout(1800)
def test_a_line_of_two_hundred_thousand_characters_is_read_to_its_end() -> None:
    line = filled(PROSE.replace("\n\n", " "), 200_000)
    reading = read(line + "Gunmen killed two men in Bergen.")
    assert reading.report.notes == () or "in part" not in reading.report.notes[-1]
    assert reading.places[-1].text == "Bergen"
    assert reading.events[-1].type == "kill"
