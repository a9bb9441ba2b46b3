"""What the shipped model marks in a text, and how spans are read off it."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from tocsin.core.types import Span
from tocsin.read.encoder.attributions import attributions
from tocsin.read.encoder.marks import marks_of
from tocsin.read.encoder.model import shipped_model
from tocsin.read.encoder.schema import PASSAGE_HEADS, ROLES
from tocsin.read.encoder.spans import name_spans, role_spans

TEXT = (
    "The provincial council met on Monday to talk about the harvest and the state of the roads. "
    "It put off its vote on the bridge, and nobody could say when the members would meet again.\n\n"
    "Militiamen killed four farmers near Halvik on Tuesday, the governor of Karsh said.\n\n"
    "Colonel Ilan Brask told Halvik Radio that his men would hold the road."
)


def test_every_probability_is_one() -> None:
    marks = marks_of(TEXT, shipped_model())
    assert np.allclose(marks.roles.sum(axis=-1), 1, atol=1e-4)
    assert np.allclose(marks.names.sum(axis=-1), 1, atol=1e-4)
    for head in PASSAGE_HEADS:
        assert abs(sum(marks.passage(head, Span(0, 40)).values()) - 1) < 1e-4


def test_who_said_what_is_marked() -> None:
    first, second = attributions(TEXT, marks_of(TEXT, shipped_model()))
    assert first.source[0].within(TEXT).endswith("governor of Karsh")
    told = "Militiamen killed four farmers near Halvik on Tuesday"
    assert told in [span.within(TEXT) for span in first.content]
    assert [span.within(TEXT) for span in second.source] == ["Colonel Ilan Brask"]
    assert [span.within(TEXT) for span in second.content] == ["that his men would hold the road"]


def test_a_trigger_has_a_status_and_a_polarity() -> None:
    denied = "Nobody was killed in Halvik, the governor said."
    for text, polarity in ((TEXT, "affirmed"), (denied, "denied")):
        start = text.index("killed")
        chances = marks_of(text, shipped_model()).trigger(Span(start, start + 6))
        assert max(chances["polarity"], key=lambda name: chances["polarity"][name]) == polarity
    start = TEXT.index("killed")
    chances = marks_of(TEXT, shipped_model()).trigger(Span(start, start + 6))
    assert max(chances["status"], key=lambda name: chances["status"][name]) == "happened"


def test_an_empty_text_has_no_marks() -> None:
    marks = marks_of("", shipped_model())
    assert marks.roles.shape == (0, len(ROLES), 3)
    assert list(role_spans(marks, "cue")) == []
    assert np.isclose(sum(marks.trigger(Span(0, 0))["polarity"].values()), 1)
    assert set(marks.opening_passage("relevant")) == {"no", "yes"}


@settings(deadline=None, max_examples=40)
@given(st.text(max_size=300))
def test_no_text_breaks_the_model_and_every_span_lies_in_it(text: str) -> None:
    marks = marks_of(text, shipped_model())
    spans = [marked.span for role in ROLES for marked in role_spans(marks, role)]
    spans += [marked.span for marked in name_spans(marks)]
    for found in attributions(text, marks):
        spans += [found.cue, *found.source, *found.content]
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
