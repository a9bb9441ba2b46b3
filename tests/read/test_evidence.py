"""How signs and a second opinion make a chance."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.read.evidence import chance, evidence, kept_from

LAYERS = ("deadlines", "requests", "groups")
FIXED = frozenset({"bias", "kept_from"})


@pytest.mark.parametrize("layer", LAYERS)
def test_what_all_signs_speak_for_is_kept_and_what_all_speak_against_is_not(layer: str) -> None:
    weights = {sign: weight for sign, weight in evidence(layer).items() if sign not in FIXED}
    speaking_for = {sign for sign, weight in weights.items() if weight > 0}
    assert (
        chance(layer, speaking_for)
        > kept_from(layer)
        > chance(layer, weights.keys() - speaking_for)
    )


@pytest.mark.parametrize("layer", LAYERS)
def test_a_sign_never_shown_in_training_weighs_nothing(layer: str) -> None:
    assert chance(layer, ("no such sign",)) == chance(layer, ())


@given(
    layer=st.sampled_from(LAYERS),
    opinion=st.floats(-1e6, 1e6),
    more=st.floats(0, 1e6),
    data=st.data(),
)
def test_a_stronger_opinion_never_makes_it_less_likely(
    layer: str, opinion: float, more: float, data: st.DataObject
) -> None:
    signs = data.draw(st.sets(st.sampled_from(sorted(evidence(layer)))))
    weak, strong = chance(layer, signs, opinion), chance(layer, signs, opinion + more)
    assert 0 <= weak <= strong <= 1
