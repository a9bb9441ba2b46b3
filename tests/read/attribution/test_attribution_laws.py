"""Laws of attribution: no text raises, spans lie inside, outer statements come first."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reported_speech import document_of
from tocsin.core.types import Statement
from tocsin.read.attribution import find_statements

PIECES = st.sampled_from(
    [
        "“",
        "”",
        '"',
        "‘",
        "’",
        "«",
        "»",
        "''",
        "said",
        "that",
        "the minister",
        "denied",
        "according to",
        "the army",
        "they",
        "asked",
        "to leave",
        ".",
        ",",
        ":",
        "\n\n",
        "\u202e",
        "\x00",
        "THE GUARD SAID",
        "was quoted as saying",
        "accused of",
        "who",
        "(",
        "—",
    ]
)


def check(text: str, statements: tuple[Statement, ...]) -> None:
    seen = set()
    for statement in statements:
        spans = statement.speaker_spans + statement.cue_spans + statement.content_spans
        assert all(0 <= span.start < span.end <= len(text) for span in spans)
        assert statement.content_spans
        assert 0 <= statement.score <= 1
        assert statement.within is None or statement.within in seen
        assert statement.id not in seen
        seen.add(statement.id)


@settings(max_examples=60, deadline=None)
@given(st.lists(PIECES, max_size=30).map(" ".join))
def test_scrambled_speech_never_raises_and_outer_statements_come_first(text: str) -> None:
    check(text, find_statements(document_of(text), ()))


@settings(max_examples=30, deadline=None)
@given(st.text(max_size=200))
def test_any_text_never_raises(text: str) -> None:
    check(text, find_statements(document_of(text), ()))


@pytest.mark.parametrize(
    "text",
    ["he said that " * 1500, "“a” " * 5000, "He said “a b c d” and " * 1000, "ask " * 4000],
)
def test_endless_repetition_is_read_in_passable_time(text: str) -> None:
    check(text, find_statements(document_of(text), ()))
