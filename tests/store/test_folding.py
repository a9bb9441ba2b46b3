"""Folding for search, and queries taken as words and phrases."""

from __future__ import annotations

import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.store.folding import folded, search_phrases
from tocsin.store.found import match_expression


@pytest.mark.parametrize(
    ("written", "other"),
    [
        ("كتاب", "کتاب"),
        ("علي", "علی"),
        ("مُحَمَّد", "محمد"),
        ("مـحـمد", "محمد"),
        ("می‌خواهد", "میخواهد"),
        ("إسلام", "اسلام"),
        ("۱۲", "12"),
        ("São Tomé", "SAO TOME"),
        ("İstanbul", "istanbul"),
        ("Łódź", "lodz"),
        ("straße", "STRASSE"),
    ],
)
def test_two_ways_to_write_a_word_fold_to_one(written: str, other: str) -> None:
    assert folded(written) == folded(other)


@given(st.text(max_size=200))
def test_folding_twice_changes_nothing_but_spaces(text: str) -> None:
    once = folded(text)
    assert folded(once).split() == once.split()


def test_a_script_without_spaces_is_searched_by_character() -> None:
    assert "杀" in folded("大屠杀").split()
    assert search_phrases("屠杀") == ("屠 杀",)


@given(st.text(max_size=80))
def test_no_query_is_a_syntax_error(query: str) -> None:
    connection = sqlite3.connect(":memory:")
    try:
        connection.execute("CREATE VIRTUAL TABLE search USING fts5(body)")
        expression = match_expression(query)
        if expression:
            connection.execute(
                "SELECT * FROM search WHERE search MATCH ?", (expression,)
            ).fetchall()
    finally:
        connection.close()
