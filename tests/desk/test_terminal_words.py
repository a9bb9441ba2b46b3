"""Untrusted words cannot drive a terminal."""

from __future__ import annotations

import io
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.desk.cli.terminal import counted, one_line, safe
from tocsin.desk.wire import as_line

HOSTILE = "\x1b]0;title\x07 \x9b31m \u202eevil\u2066 \u2028 \x7f \r"


def test_terminal_commands_and_direction_overrides_are_taken_out() -> None:
    shown = safe(HOSTILE)
    assert not set("\x1b\x07\x9b\u202e\u2066\x7f\r") & set(shown)
    assert one_line("a\nb\u2028c") == "a b c"


@given(st.text(max_size=100))
def test_safe_words_are_as_long_as_before(words: str) -> None:
    assert len(safe(words)) == len(words)


@given(st.text(alphabet=st.characters(), max_size=100))
def test_a_line_of_json_is_one_line_of_utf8_and_comes_back_equal(words: str) -> None:
    import json

    line = as_line({"text": words})
    assert len(line.encode("utf-8").splitlines()) == 1
    assert json.loads(line) == {"text": words}


def test_json_carries_hostile_characters_as_escapes() -> None:
    assert not set("\x1b\x07\x9b\u202e\u2066\u2028\x7f") & set(as_line({"text": HOSTILE}))


def test_half_a_surrogate_pair_does_not_break_the_line() -> None:
    assert as_line({"text": "\ud800"}) == '{"text": "\\ud800"}'


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_what_goes_on_is_told_on_the_terminal_and_data_stays_on_standard_output(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    terminal = _Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    for number in counted(range(3), doing="reading"):
        print(number)  # noqa: T201  (what a verb prints while the display runs)
    assert capsys.readouterr().out == "0\n1\n2\n"
    assert "reading" in terminal.getvalue()


def test_no_display_is_drawn_where_standard_error_is_no_terminal(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert list(counted(range(3), doing="reading")) == [0, 1, 2]
    assert capsys.readouterr().err == ""
