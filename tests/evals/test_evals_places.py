"""The scorer of places pairs each toponym once and asks for 161 km."""

from __future__ import annotations

from evals.places import Pin, figures, gold_pins, matches, tally_of

HALVIK, NEAR, FAR = (31.0, 47.0), (31.5, 47.5), (35.0, 47.0)


def test_gold_against_itself_is_perfect() -> None:
    gold = gold_pins([{"start": 0, "end": 6, "lon": 31.0, "lat": 47.0}])
    assert {figure.value for figure in figures("set", tally_of([(gold, gold)]))} == {1.0}


def test_a_place_within_161_km_is_right_and_one_beyond_is_wrong() -> None:
    gold = [Pin(0, 6, HALVIK), Pin(10, 16, HALVIK)]
    found = [Pin(0, 6, NEAR), Pin(10, 16, FAR)]
    tally = tally_of([(gold, found)])
    assert (tally.matched, tally.right) == (2, 1)


def test_a_toponym_without_a_position_counts_for_recognition_alone() -> None:
    tally = tally_of([([Pin(0, 6, HALVIK)], [Pin(0, 6, None)])])
    assert (tally.matched, tally.placed, tally.right) == (1, 0, 0)


def test_the_same_span_is_preferred_to_a_longer_overlap() -> None:
    gold, found = [Pin(5, 8, None)], [Pin(0, 20, None), Pin(5, 8, None)]
    assert list(matches(gold, found)) == [(gold[0], found[1])]
