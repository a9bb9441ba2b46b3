from __future__ import annotations

from factories import Page
from tocsin.core.types import narration_of


def test_a_reading_can_show_the_statement_of_a_sentence_without_an_event() -> None:
    page = Page(text="Guards killed a man in Halvik. The courts are empty.")
    page.event("kill", "killed", place="Halvik")
    reading = page.reading()
    quiet = narration_of(reading.report, reading.sentences[1])
    assert quiet not in reading.all_statements
    assert list(reading.statements_among({quiet.id})) == [quiet]
    assert list(reading.statements_among({reading.narration[0].id})) == [reading.narration[0]]
    assert list(reading.statements_among(set())) == []
