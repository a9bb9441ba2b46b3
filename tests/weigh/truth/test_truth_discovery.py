"""Truth discovery: what each method makes of claims, and what changes nothing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.weigh.truth.claims import (
    MOST_VALUES,
    Claim,
    Numbers,
    Table,
    Value,
    best_values,
    tabulate,
)
from tocsin.weigh.truth.coarser import Hierarchy, none_coarser, rounded
from tocsin.weigh.truth.fact_finders import (
    average_log,
    investment,
    pooled_investment,
    sums,
    truth_finder,
)
from tocsin.weigh.truth.loss import catd, crh
from tocsin.weigh.truth.tdh import COARSE, NUMBERS, RIGHT, WRONG, tdh
from tocsin.weigh.truth.votes import median, vote

GROUND = Hierarchy(
    [
        (0, "Root", -1),
        (1, "Tarvenia", 0),
        (2, "Karsh", 1),
        (3, "Brenmark", 2),
        (4, "Ostrel", 0),
        (5, "Brenmark", 4),
    ]
)
FINDERS = [vote, truth_finder, sums, average_log, investment, pooled_investment]


def by_tdh(claims: list[Claim]) -> Mapping[str, Value]:
    table = tabulate(claims)
    return best_values(table, tdh(table, GROUND.coarser).shares)


def steady(wrong: Value, right: Value) -> list[Claim]:
    """Return five objects: `good` and `fair` agree on all, `bad` strays on all."""
    said: dict[str, Value] = {"good": right, "fair": right, "bad": wrong}
    return [Claim(who, f"o{n}", value) for n in range(5) for who, value in said.items()]


def test_a_district_supports_its_village() -> None:
    claims = [Claim("radio", "raid", "Karsh"), Claim("wire", "raid", "Brenmark")]
    claims += [Claim("monitor", "raid", "Ostrel")]
    assert by_tdh(claims)["raid"] == "Brenmark"


def test_a_name_with_two_bearers_is_the_one_that_goes_with_the_other_names() -> None:
    assert GROUND.coarser(["Brenmark", "Karsh"]) == [frozenset({1}), frozenset()]
    assert GROUND.coarser(["Brenmark", "Ostrel"]) == [frozenset({1}), frozenset()]


def test_a_name_that_the_hierarchy_lacks_stands_by_itself() -> None:
    assert GROUND.coarser(["Nowhere", "Karsh"]) == [frozenset(), frozenset()]


def test_a_hierarchy_that_closes_in_a_circle_ends() -> None:
    circle = Hierarchy([(0, "Root", -1), (1, "Dessin", 2), (2, "Halvik", 1)])
    assert circle.coarser(["Dessin", "Halvik"]) == [frozenset({1}), frozenset({0})]


def test_a_source_that_strays_is_known_by_it() -> None:
    table = tabulate(steady("Halvik", "Brenmark"))
    chances = dict(zip(table.sources, tdh(table, none_coarser).chances, strict=True))
    assert chances["bad"][WRONG] > 2 * chances["good"][WRONG]
    assert chances["good"][RIGHT] + chances["good"][COARSE] > 0.8


def test_a_round_number_is_supported_by_none_but_supports_the_exact_one() -> None:
    claims = [Claim("a", "town", 200), Claim("b", "town", 203), Claim("c", "town", 950)]
    table = tabulate(claims)
    assert best_values(table, tdh(table, rounded, prior=NUMBERS).shares)["town"] == 203


@pytest.mark.parametrize("finder", FINDERS)
def test_every_fact_finder_sides_with_those_who_agree(finder: Callable[[Table], Numbers]) -> None:
    table = tabulate(steady("Halvik", "Brenmark"))
    assert set(best_values(table, finder(table)).values()) == {"Brenmark"}


@pytest.mark.parametrize("method", [median, crh, catd])
def test_every_method_on_numbers_holds_out_against_a_vandal(
    method: Callable[[Table], Mapping[str, float]],
) -> None:
    assert set(method(tabulate(steady(10**12, 40))).values()) == {40.0}


def test_of_equally_supported_numbers_the_smaller_is_taken() -> None:
    table = tabulate([Claim("a", "raid", 12), Claim("b", "raid", 20)])
    assert best_values(table, vote(table))["raid"] == 12
    assert median(table)["raid"] == 12.0


def test_values_of_one_object_beyond_the_bound_are_left_aside_by_votes() -> None:
    claims = [Claim(f"s{number}", "raid", number) for number in range(500)]
    claims += [Claim(f"t{number}", "raid", 499) for number in range(3)]
    table = tabulate(claims)
    assert len(table.values) == MOST_VALUES
    assert best_values(table, vote(table))["raid"] == 499


def test_no_claims_give_no_values() -> None:
    table = tabulate([])
    assert best_values(table, tdh(table).shares) == {}


claimed = st.builds(
    Claim,
    st.sampled_from(["courier", "radio", "wire", "monitor"]),
    st.sampled_from(["raid", "fire"]),
    st.sampled_from(["Tarvenia", "Karsh", "Brenmark", "Ostrel", "Nowhere"]),
)


@given(st.lists(claimed, max_size=12), st.randoms(use_true_random=False))
def test_order_and_repetition_of_claims_change_nothing(claims: list[Claim], dice: Random) -> None:
    mixed = [*claims, *claims[:3]]
    dice.shuffle(mixed)
    assert by_tdh(mixed) == by_tdh(claims)


@given(st.lists(claimed, min_size=1, max_size=12))
def test_shares_of_belief_are_shares(claims: list[Claim]) -> None:
    table = tabulate(claims)
    found = tdh(table, GROUND.coarser)
    assert all(0 <= share <= 1 for share in found.shares)
    assert found.chances.sum(axis=1) == pytest.approx([1.0] * len(table.sources))
