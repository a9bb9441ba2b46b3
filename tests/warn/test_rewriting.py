"""Words of any value rewritten; ids, spans and times left."""

from __future__ import annotations

import dataclasses
import typing
from datetime import date

from factories import Page
from tocsin.core import types
from tocsin.core.types import Span
from tocsin.warn.rewriting import WORDLESS_TYPES, with_words_rewritten


def test_every_word_is_rewritten_and_nothing_else() -> None:
    page = Page("Soldiers killed 12 people in Halvik.", title="Halvik", published=date(2031, 4, 2))
    page.event("kill", "killed", actors=["Soldiers"], place="Halvik", killed=12)
    reading = page.reading()
    loud = with_words_rewritten(reading, str.upper)
    assert loud.report.title == "HALVIK"
    assert loud.report.text == "SOLDIERS KILLED 12 PEOPLE IN HALVIK."
    assert loud.events[0].actors[0].text == "SOLDIERS"
    assert loud.events[0].id == reading.events[0].id
    assert loud.events[0].statement == reading.events[0].statement
    assert loud.events[0].status is reading.events[0].status
    assert loud.report.sha256 == reading.report.sha256
    assert loud.sentences == reading.sentences


def test_a_value_without_a_change_is_the_same_object() -> None:
    reading = Page("Halvik is calm.").reading()
    assert with_words_rewritten(reading, lambda words: words) is reading
    assert with_words_rewritten(Span(1, 2), str.upper) == Span(1, 2)


def test_the_wordless_types_of_the_core_hold_no_words() -> None:
    for name in WORDLESS_TYPES:
        kind = getattr(types, name, None)
        if dataclasses.is_dataclass(kind):
            hints = typing.get_type_hints(kind)
            assert str not in hints.values()
