"""Bare text from markup, in one pass."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.core.markup import text_of_markup
from tocsin.core.media import binary_kind


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>One</p><p>Two</p>", "One\n\nTwo"),
        ("a < b and c > d", "a < b and c > d"),
        ("<style>p {}</style>Seen<script>x('<p>')</script>", "Seen"),
        ("<!-- unseen <p> -->Seen", "Seen"),
        ("&lt;b&gt; &amp;amp;", "<b> &amp;"),
    ],
)
def test_tags_are_stripped_and_entities_read(markup: str, text: str) -> None:
    assert text_of_markup(markup) == text


@pytest.mark.parametrize("piece", ["<", "<a ", "<!--", "<script>", "<p", "&", "</", "<script></p>"])
def test_time_grows_with_length_only(piece: str) -> None:
    started = time.monotonic()
    text_of_markup(piece * 200_000)
    assert time.monotonic() - started < 5


@given(st.text(alphabet="<>/!-&;abps \n", max_size=200))
def test_any_markup_gives_text_no_longer_than_itself(markup: str) -> None:
    assert len(text_of_markup(markup)) <= 2 * len(markup)


@pytest.mark.parametrize("codec", ["utf-8", "utf-16"])
@pytest.mark.parametrize("text", ["Halvik is quiet.", "سلام", "Tab\tand\x0cfeed", "a nul\x00 " * 9])
def test_text_is_not_taken_for_binary(text: str, codec: str) -> None:
    assert binary_kind(text.encode(codec)) is None
