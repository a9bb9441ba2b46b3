"""Tokens spell the text, in linear time."""

from __future__ import annotations

import time

from hypothesis import given
from hypothesis import strategies as st

from tocsin.read.language_model import english


@given(st.text(alphabet='"a. \n', max_size=600).map(lambda text: text + '"' * 300 + " b " + text))
def test_tokens_spell_the_text_exactly(text: str) -> None:
    assert english().make_doc(text).text == text


def test_a_hundred_thousand_quotation_marks_take_seconds_at_most() -> None:
    started = time.monotonic()
    english().make_doc('"' * 100_000)
    assert time.monotonic() - started < 10
