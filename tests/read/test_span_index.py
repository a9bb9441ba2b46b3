"""Spans found by what they touch."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tocsin.core.types import Span
from tocsin.read.span_index import SpanIndex

spans = st.builds(
    lambda start, length: Span(start, start + length),
    st.integers(min_value=0, max_value=500),
    st.integers(min_value=1, max_value=200),
)


@given(filed=st.lists(st.lists(spans, max_size=3), max_size=20), asked=spans)
def test_what_touches_a_span_is_what_overlaps_it(filed: list[list[Span]], asked: Span) -> None:
    index = SpanIndex(enumerate(filed))
    expected = [n for n, own in enumerate(filed) if any(span.overlaps(asked) for span in own)]
    assert index.touching(asked) == expected


def test_a_number_can_be_filed_again_later() -> None:
    index = SpanIndex()
    index.add(7, [Span(0, 4)])
    index.add(7, [Span(300, 304)])
    assert index.touching(Span(302, 303)) == [7]
    assert index.touching(Span(4, 300)) == []
