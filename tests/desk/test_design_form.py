"""Readings of the shipped examples, held to the designed form to the character."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from design_form import Line, Words
from tocsin.core.config import ReadSettings, Settings
from tocsin.core.types import Reading
from tocsin.desk.jobs.stages import Stages
from tocsin.desk.wire import as_line, reading_json
from tocsin.warn.redaction import masked

EXAMPLES = Path(__file__).parents[2] / "examples"


@cache
def readings() -> tuple[Reading, ...]:
    settings = Settings(read=ReadSettings(places=(EXAMPLES / "places.csv",)))
    stages = Stages(settings=settings)
    items = stages.read(stages.captures([str(EXAMPLES / "reports")]))
    return tuple(item for item in items if isinstance(item, Reading))


@cache
def lines(*, masks: bool) -> tuple[Line, ...]:
    shown = map(masked, readings()) if masks else readings()
    return tuple(
        Line.model_validate_json(as_line(reading_json(reading, text=True))) for reading in shown
    )


def mentions_of(line: Line) -> Iterator[Words]:
    yield from [*line.times, *line.places, *line.names]
    for event in line.events:
        yield from [*event.actors, *event.targets]
        if event.instrument:
            yield event.instrument


def offsets_in(value: Any) -> Iterator[tuple[int, int]]:
    if isinstance(value, tuple):
        yield value
    elif isinstance(value, list):
        for part in value:
            yield from offsets_in(part)
    elif isinstance(value, dict):
        for part in value.values():
            yield from offsets_in(part)


@pytest.mark.parametrize("masks", [False, True])
def test_every_reading_has_the_designed_form(masks: bool) -> None:
    assert len(lines(masks=masks)) == len(readings()) > 25


def test_every_span_lies_in_the_text_and_every_mention_is_its_slice() -> None:
    for line in lines(masks=False):
        for start, end in offsets_in(line.model_dump()):
            assert 0 <= start < end <= len(line.text)
        for mention in mentions_of(line):
            assert mention.text == line.text[mention.start : mention.end]


def test_masking_moves_no_offset() -> None:
    for bare, hidden in zip(lines(masks=False), lines(masks=True), strict=True):
        assert len(bare.text) == len(hidden.text)
        assert list(offsets_in(bare.model_dump())) == list(offsets_in(hidden.model_dump()))
        for one, other in zip(mentions_of(bare), mentions_of(hidden), strict=True):
            assert (one.start, one.end) == (other.start, other.end)


def test_sentences_are_in_order_and_apart() -> None:
    for line in lines(masks=False):
        assert all(one[1] <= other[0] for one, other in pairwise(line.sentences))


def test_every_id_and_index_of_a_reading_resolves() -> None:
    for line in lines(masks=False):
        statements = {one.id for one in [*line.statements, *line.narration]}
        for event in line.events:
            assert event.statement in statements
            start, end = line.sentences[event.sentence]
            assert start <= event.trigger[0] < event.trigger[1] <= end
            assert event.place is None or 0 <= event.place < len(line.places)
        for statement in line.statements:
            assert statement.within is None or statement.within in statements
        for place in line.places:
            assert place.within is None or line.places[place.within].lon is not None
        for request in line.requests:
            assert set(request.statements) <= statements
        assert all(deadline.sentence < len(line.sentences) for deadline in line.deadlines)


def test_ids_name_one_thing_each() -> None:
    for line in lines(masks=False):
        ids = [one.id for one in [*line.statements, *line.narration, *line.events, *line.groups]]
        assert len(ids) == len(set(ids))
