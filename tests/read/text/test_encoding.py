"""Characters from bytes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.core.errors import UnreadableEncoding
from tocsin.read.text.encoding import decode, tidy_characters

ENGLISH = "Residents of Halvik said: “They took eleven men.”"
ARABIC = "قال سكان المخيم إن القوات دخلت في الفجر وأخذت أحد عشر رجلا من المدرسة"


@pytest.mark.parametrize(
    ("codec", "declared"),
    [
        ("utf-8", None),
        ("utf-8-sig", None),
        ("utf-16", None),
        ("utf-16-le", None),
        ("utf-16-be", None),
        ("utf-32", None),
        ("cp1252", "windows-1252"),
        ("cp1252", "iso-8859-1"),
        ("utf-8", "no-such-codec"),
        ("utf-8", "rot13"),
    ],
)
def test_declared_marked_and_plain_encodings_are_read_without_a_note(
    codec: str, declared: str | None
) -> None:
    assert decode(ENGLISH.encode(codec), charset=declared, subject="item") == (ENGLISH, ())


@pytest.mark.parametrize(
    ("codec", "text"), [("cp1252", ENGLISH * 2 + "Quiet. " * 20), ("cp1256", ARABIC)]
)
def test_legacy_encodings_are_found_and_noted(codec: str, text: str) -> None:
    assert decode(text.encode(codec), charset=None, subject="item") == (
        text,
        (f"decoded as {codec}",),
    )


def test_a_little_damage_leaves_the_rest_readable_and_is_noted() -> None:
    text, notes = decode((ARABIC * 20).encode() + b"\xd8", charset=None, subject="item")
    assert text == ARABIC * 20 + "\ufffd"
    assert notes == ("decoded as utf-8, damaged characters: 1",)


def test_no_encoding_at_all_is_an_error() -> None:
    with pytest.raises(UnreadableEncoding):
        decode(bytes(range(128, 256)) * 5, charset=None, subject="item")


def test_english_is_not_taken_for_an_alphabet_that_its_damage_happens_to_fit() -> None:
    damage = b"Troops \xff\xfe\xfa shelled \x81\x8d\x8f\x90\x9d Halvik on Monday, residents said."
    with pytest.raises(UnreadableEncoding):
        decode(damage, charset=None, subject="item")


@given(st.text())
def test_tidying_keeps_length_but_for_line_ends(text: str) -> None:
    tidied, _ = tidy_characters(text)
    assert len(tidied) == len(text) - text.count("\r\n")
    assert not {"\r", "\x00"} & set(tidied)


def test_oddities_are_noted() -> None:
    assert tidy_characters("a\x00b\u202e") == (
        "a b\u202e",
        ("NUL characters replaced by spaces: 1", "holds right-to-left overrides"),
    )
