"""Which way a clause looks, told by its words."""

from __future__ import annotations

import pytest

from tocsin.read.times.lexicon import lexemes
from tocsin.read.times.tense import Direction, direction_at


def direction_of(text: str) -> Direction:
    """Return the direction of the clause around "Friday"."""
    words = lexemes(text)
    place = next(n for n, word in enumerate(words) if word.text == "Friday")
    return direction_at(words, place, place)


@pytest.mark.parametrize(
    "text",
    [
        "The guard left Halvik on Friday.",
        "On Friday, the guard left Halvik.",
        "The men were detained on Friday.",
        "The minister has resigned, the radio said Friday.",
        "It has been closed since Friday.",
        "Mr Dorn announced on Friday to reporters that they will go.",
        "He was held until Friday.",
        "The raid on Friday was the third.",
        "They rejected Friday's ruling.",
        "The minister agreed on Friday to free them.",
        "They were handed over to police on Friday.",
        "As of Friday, the store was shut.",
    ],
)
def test_a_clause_told_in_the_past_looks_back(text: str) -> None:
    assert direction_of(text) is Direction.PAST


@pytest.mark.parametrize(
    "text",
    [
        "The guard will leave Halvik on Friday.",
        "They said the vote on Friday will be free.",
        "The council meets on Friday.",
        "He is expected in Velmora on Friday.",
        "They plan to march on Friday.",
        "Residents have until Friday to leave.",
        "The deadline was extended until Friday.",
        "A march planned for Friday worries them.",
        "It should be completed by Friday.",
        "The court has scheduled a hearing on Friday.",
        "They might come as soon as Friday.",
    ],
)
def test_a_plan_a_duty_or_a_future_looks_ahead(text: str) -> None:
    assert direction_of(text) is Direction.FUTURE


def test_a_heading_without_a_verb_looks_nowhere() -> None:
    assert direction_of("Friday in Velmora") is Direction.UNSURE
