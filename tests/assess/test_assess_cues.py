from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.assess.cues import CueFinder, CueHit, parse_cue, words_in


def hits(phrase: str, sentence: str) -> list[CueHit]:
    return list(CueFinder([parse_cue("x", phrase)]).find(words_in(sentence)))


@pytest.mark.parametrize(
    ("phrase", "sentence"),
    [
        ("state of emergency", "Parliament extended the State of Emergency."),
        ("curfew|martial law", "They live under martial law."),
        ("attack* … aid_workers|clinic", "They attacked two unarmed aid workers."),
        ("U.N. base", "Shots fell near the UN base."),
        ("troops", "The troops’ trucks came."),
    ],
)
def test_a_cue_is_found(phrase: str, sentence: str) -> None:
    assert len(hits(phrase, sentence)) == 1


@pytest.mark.parametrize(
    ("phrase", "sentence"),
    [
        ("arms", "He waved his armsful of hay."),
        ("law", "The lawn was wet."),
        ("attack … clinic", "An attack on one two three four five six clinic"),
        ("state of emergency", "The state emergency"),
    ],
)
def test_only_whole_words_within_reach_are_found(phrase: str, sentence: str) -> None:
    assert hits(phrase, sentence) == []


@pytest.mark.parametrize(
    "lead", ["There is no", "They never spoke of a", "He denied any", "It wasn't a"]
)
def test_a_negated_cue_says_so(lead: str) -> None:
    (hit,) = hits("state of emergency", f"{lead} state of emergency.")
    assert hit.negated


def test_a_cue_that_holds_its_own_negation_is_not_negated() -> None:
    (hit,) = hits("no independent courts", "There are no independent courts.")
    assert not hit.negated


@given(st.text(max_size=200))
def test_any_text_can_be_searched(text: str) -> None:
    for hit in hits("a|b* … c", text):
        assert 0 <= hit.first < hit.last <= len(words_in(text))


def test_a_long_sentence_is_searched_in_linear_time() -> None:
    start = time.process_time()
    assert hits("a … a … a … b", "a " * 5_000) == []
    assert time.process_time() - start < 20
