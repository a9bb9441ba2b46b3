"""Texts cut into windows of word pieces."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tocsin.read.encoder.model import shipped_model
from tocsin.read.encoder.windows import cut_windows

SENTENCE = "The Interior Guard surrounded Lindral Camp before dawn, residents of the camp said. "


def test_a_window_ends_where_a_sentence_ends() -> None:
    text = SENTENCE * 60
    windows = list(cut_windows(text, shipped_model().tokenizer, size=100))
    assert len(windows) > 5
    assert all(text[window.start : window.end].rstrip().endswith(".") for window in windows)


def test_a_sentence_longer_than_a_window_is_cut_all_the_same() -> None:
    windows = list(cut_windows("guard " * 500, shipped_model().tokenizer, size=100))
    assert [len(window.ids) for window in windows] == [100] * 5


def test_an_empty_text_has_no_window() -> None:
    assert list(cut_windows("", shipped_model().tokenizer)) == []


def test_a_long_row_of_marks_is_passed_over_and_what_is_beside_it_keeps_its_place() -> None:
    text = SENTENCE + "=" * 80 + " " + SENTENCE + '"' * 100_000 + "guard"
    windows = list(cut_windows(text, shipped_model().tokenizer))
    assert sum(len(window.ids) for window in windows) < 100
    assert text[windows[-1].end - 5 : windows[-1].end] == "guard"
    assert all("=" not in text[a:b] for window in windows for a, b in window.offsets)


@given(st.text(max_size=49), st.integers(min_value=1, max_value=40))
def test_windows_cover_every_piece_once_and_in_order(text: str, size: int) -> None:
    tokenizer = shipped_model().tokenizer
    windows = list(cut_windows(text, tokenizer, size=size))
    assert all(0 < len(window.ids) <= size for window in windows)
    offsets = [bounds for window in windows for bounds in window.offsets]
    assert all(0 <= start <= end <= len(text) for start, end in offsets)
    assert [start for start, _ in offsets] == sorted(start for start, _ in offsets)
    whole = tokenizer.encode(text, add_special_tokens=False)
    assert [piece for window in windows for piece in window.ids] == whole.ids
