"""Long reports read in pieces: every offset, index and id is that of the whole text."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evals.figure import report_of
from tocsin.core.types import Reading, event_id, statement_id
from tocsin.read import pieces
from tocsin.read.pieces import PIECE_CHARACTERS, PIECE_WORDS, piece_of, piece_spans
from tocsin.read.places.gazetteer import open_gazetteer
from tocsin.read.reader import RuleReader

PARAGRAPHS = (
    "HALVIK, May 3 – Soldiers of the Tarvenian army shelled Halvik on Monday, killing at least 12 "
    "people, said Mara Kett, spokeswoman for the residents of Lindral Camp.",
    "“We fled at dawn,” Kett said. “Nobody came to help us.”",
    "Interior Minister Ilya Dorn denied that the Interior Guard had entered Norway on 3 April.",
    "About 2,600 displaced Mirrun people, 800 of them children, are at risk near Bergen in Norway.",
    "Kett called on the United Nations to send monitors to Lindral Camp by 12 May 2031.",
    "The Black Heron brigade will storm the camp next week, Dorn warned in Oslo on Tuesday.",
)
TEXT = "\n\n".join(PARAGRAPHS)


@pytest.fixture
def short_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pieces, "PIECE_CHARACTERS", 250)


def read(text: str) -> Reading:
    [reading] = RuleReader(gazetteer=open_gazetteer()).read([report_of("1", text, "2031-05-03")])
    return reading


@given(st.text(st.sampled_from('ab .\n\r\t“”"!é中😀\x00\u200f\ud800'), max_size=600))
def test_pieces_cover_the_text_without_gaps_however_it_reads(text: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pieces, "PIECE_CHARACTERS", 40)
        patch.setattr(pieces, "PIECE_WORDS", 12)
        spans = piece_spans(text, limit=500)
    assert (spans[0].start, spans[-1].end) == (0, min(len(text), 500))
    assert all(before.end == after.start for before, after in pairwise(spans))
    assert all(span.end - span.start <= 40 for span in spans)


def test_a_piece_ends_where_a_paragraph_ends_rather_than_a_sentence_or_a_word() -> None:
    line = "The guard came at dawn. It took the men away. "
    text = (line * 10 + "\n\n") * 400
    first, *_ = piece_spans(text, limit=len(text))
    assert text[: first.end].endswith("\n\n")
    [first, *_] = piece_spans(line * 4000, limit=len(line) * 4000)
    assert (line * 4000)[: first.end].endswith(". ")
    [first, *_] = piece_spans("dawn " * 40_000, limit=200_000)
    assert first.end % 5 == 0


def test_marks_without_words_make_short_pieces() -> None:
    assert len(piece_spans('"' * 4 * PIECE_WORDS, limit=PIECE_CHARACTERS)) == 4


def test_skipped_stretches_and_headline_move_with_their_piece() -> None:
    report = report_of("1", TEXT)
    first, *_ = report.skipped
    assert first.within(report.text).startswith("HALVIK, May 3")
    spans = piece_spans(report.text, limit=10**6)
    assert piece_of(report, spans[0]) is report
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pieces, "PIECE_CHARACTERS", 250)
        spans = piece_spans(report.text, limit=10**6)
    moved = [piece_of(report, span) for span in spans]
    assert "".join(piece.text for piece in moved) == report.text
    assert moved[0].skipped == (first,)
    assert all(piece.skipped == () for piece in moved[1:])


@pytest.mark.usefixtures("short_pieces")
@settings(max_examples=15)
@given(st.lists(st.sampled_from(PARAGRAPHS), min_size=6, max_size=14))
def test_every_span_of_a_long_report_holds_what_was_read_there(paragraphs: list[str]) -> None:
    reading = read("\n\n".join(paragraphs))
    text = reading.report.text
    for mention in (*reading.times, *reading.places, *reading.names):
        assert mention.span.within(text) == mention.text
    for event in reading.events:
        assert reading.sentences[event.sentence].covers(event.trigger)
        for one in (*event.actors, *event.targets, *filter(None, [event.instrument])):
            assert one.span.within(text) == one.text
    for deadline in reading.deadlines:
        assert reading.sentences[deadline.sentence].overlaps(deadline.span)
    assert list(reading.sentences) == sorted(set(reading.sentences))


@pytest.mark.usefixtures("short_pieces")
def test_ids_are_those_of_the_whole_text_and_point_at_each_other() -> None:
    reading = read("\n\n".join([*PARAGRAPHS, *PARAGRAPHS]))
    report = reading.report.id
    known = {statement.id for statement in reading.all_statements}
    assert len(known) == len(reading.all_statements)
    for statement in reading.all_statements:
        assert statement.id == statement_id(report, statement.content_spans, statement.speaker)
        assert statement.within is None or statement.within in known
    for event in reading.events:
        assert event.id == event_id(report, event.type, event.trigger)
        assert event.statement in known
        assert event.place is None or event.place < len(reading.places)
    for item in (*reading.deadlines, *reading.requests):
        assert set(item.statements) <= known
    assert reading.events
    assert reading.deadlines


@pytest.mark.usefixtures("short_pieces")
def test_sentences_and_times_are_the_same_in_pieces_and_at_once() -> None:
    in_pieces = read(TEXT)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pieces, "PIECE_CHARACTERS", 100_000)
        at_once = read(TEXT)
    assert in_pieces.sentences == at_once.sentences
    assert in_pieces.times == at_once.times
    assert in_pieces.toll == at_once.toll
    assert in_pieces.report == at_once.report


@pytest.mark.usefixtures("short_pieces")
def test_a_family_name_stands_for_who_bears_it_in_another_piece() -> None:
    reading = read(TEXT)
    late = [name for name in reading.names if name.text == "Kett"]
    assert {name.canonical for name in late} == {"Mara Kett"}
    assert {one.speaker for one in reading.statements if "Kett" in one.speaker} == {"Mara Kett"}


@pytest.mark.usefixtures("short_pieces")
def test_a_group_told_of_in_two_pieces_is_one_group() -> None:
    reading = read("\n\n".join([PARAGRAPHS[3], *PARAGRAPHS, PARAGRAPHS[3]]))
    assert len({group.id for group in reading.groups}) == len(reading.groups)
    group = next(group for group in reading.groups if group.low == 2600)
    assert len(group.spans) >= 2
