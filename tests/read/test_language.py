"""The language of a text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.read.language import language_code, language_of


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Troops entered the camp at dawn."),
        ("en", "Interior Guard kills five in Halvik raid"),
        ("en", "Vessel vows response after Ostreli incursion near Brenmark"),
        ("en", "TROOPS ENTER CAMP; RESIDENTS FEAR MASSACRE"),
        ("fr", "Des soldats sont entrés dans le camp de Lindral à l'aube."),
        ("es", "Los soldados entraron en el campamento de Lindral al amanecer."),
        ("de", "Soldaten drangen im Morgengrauen in das Lager Lindral ein."),
        ("ar", "دخل الجنود المخيم عند الفجر وقال السكان إنهم خائفون"),
        ("fa", "سربازان سپیده‌دم وارد اردوگاه شدند و ساکنان می‌گویند می‌ترسند"),
        ("ru", "Солдаты вошли в лагерь на рассвете, сообщили жители."),
        ("uk", "Солдати увійшли до табору на світанку, повідомили мешканці."),
        ("und", "Halvik"),
        ("und", "12:30 – 2031"),
        ("und", ""),
    ],
)
def test_short_sentences_are_told_apart(language: str, text: str) -> None:
    assert language_of(text) == language


@pytest.mark.parametrize(
    ("declared", "language"),
    [("fr", "fr"), ("en-GB", "en"), ("ara", "en"), ("ar", "en"), ("xx", "en"), ("", "en")],
)
def test_a_declared_language_wins_unless_its_script_is_another(
    declared: str, language: str
) -> None:
    assert language_of("Troops entered the camp at dawn.", declared) == language


@pytest.mark.parametrize(
    ("declared", "code"),
    [("EN_us", "en"), ("deu", "de"), ("zh-Hant", "zh"), ("zzz", None), ("x", None), (None, None)],
)
def test_declarations_are_brought_to_two_letters(declared: str | None, code: str | None) -> None:
    assert language_code(declared) == code


@given(st.text(max_size=200), st.text(max_size=10))
def test_any_text_has_a_language_or_none(text: str, declared: str) -> None:
    assert len(language_of(text, declared)) in (2, 3)
