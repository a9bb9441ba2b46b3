"""Quoted stretches under every kind of mark, paired or not."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.read.attribution.quotations import quotations_of


def quoted(text: str) -> list[str]:
    return [quotation.span.within(text) for quotation in quotations_of(text).all]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“Go home,” he said.", ["“Go home,”"]),
        ('"Go home," he said.', ['"Go home,"']),
        ("‘Go home,’ he said.", ["‘Go home,’"]),
        ("''Go home,'' he said.", ["''Go home,''"]),
        ("« Go home », he said.", ["« Go home »"]),
        ("the residents' weapons and the guards' trucks", []),
        ('"Go home," he said. "And then', ['"Go home,"']),
        ("“Go home. “Now,” he said.", ["“Now,”"]),
    ],
)
def test_marks_pair_in_each_style_and_a_lone_one_opens_nothing(
    text: str, expected: list[str]
) -> None:
    assert quoted(text) == expected


def test_a_lone_mark_never_reaches_the_next_paragraph() -> None:
    assert quoted("He said “go home\n\nThe road is open. “Go,” she said.") == ["“Go,”"]


@given(st.text(alphabet="ab .\n\"'“”‘’«»„`"))
def test_quotations_are_in_order_and_apart(text: str) -> None:
    found = quotations_of(text).all
    assert all(0 <= q.span.start < q.span.end <= len(text) for q in found)
    assert all(left.span.end <= right.span.start for left, right in pairwise(found))
