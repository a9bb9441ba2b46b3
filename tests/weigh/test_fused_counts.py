"""Fused counts: one vote an origin, nothing of the tolls changed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from tocsin.core.ids import OriginId, ReportId, StatementId
from tocsin.core.types import Count, FusedCount, Origin, ReportedToll, Toll
from tocsin.weigh.counts.fusion import fused_counts

Said = tuple[str, int, Count]
"""An origin, the day of May 2031 and the count of the killed."""


def exactly(number: int) -> Count:
    return Count(low=number, high=number, as_reported=str(number))


def at_least(number: int) -> Count:
    return Count(low=number, high=None, as_reported=f"at least {number}")


def fused(*said: Said, party: str = "", unsure: str = "") -> FusedCount:
    tolls = [
        ReportedToll(
            statement=StatementId(f"stm_{number}"),
            report=ReportId(f"rep_{number}"),
            by=name,
            toll=Toll(killed=count),
        )
        for number, (name, _, count) in enumerate(said)
    ]
    origins = [
        origin_of(name, [t for t in tolls if t.by == name], name == party, name != unsure)
        for name in dict.fromkeys(name for name, _, _ in said)
    ]
    days = {toll.report: date(2031, 5, day) for toll, (_, day, _) in zip(tolls, said, strict=True)}
    (found,) = fused_counts(tolls, origins=origins, published=days)
    return found


def origin_of(name: str, tolls: list[ReportedToll], party: bool, certain: bool) -> Origin:
    return Origin(
        id=OriginId(f"org_{name}"),
        name=name,
        reports=tuple(toll.report for toll in tolls),
        sources=(),
        statements=tuple(toll.statement for toll in tolls),
        earliest=tolls[0].report,
        certain=certain,
        party=party,
        reason="",
    )


COURIER, RADIO, WIRE = "The Velmora Courier", "Halvik Radio", "Northern Wire"


def test_two_of_three_origins_outvote_the_third() -> None:
    found = fused((COURIER, 1, exactly(14)), (RADIO, 1, exactly(14)), (WIRE, 1, exactly(9)))
    assert (found.low, found.high, found.best) == (9, 14, 14)
    assert found.rule == "2 of 3 independent origins say 14"


def test_a_later_count_of_one_origin_replaces_its_earlier_one() -> None:
    found = fused((COURIER, 1, exactly(12)), (COURIER, 2, exactly(20)))
    assert (found.low, found.high, found.best) == (20, 20, 20)
    assert "earlier counts of the same origin replaced: “12”" in found.rule


def test_at_least_twelve_supports_fourteen() -> None:
    found = fused((COURIER, 1, at_least(12)), (RADIO, 1, exactly(14)))
    assert (found.low, found.high, found.best) == (14, 14, 14)
    assert "“at least 12” allows it" in found.rule


def test_dozens_alone_give_a_range_and_no_number() -> None:
    found = fused((COURIER, 1, Count(low=24, high=None, as_reported="dozens")))
    assert (found.low, found.high, found.best) == (24, None, None)
    assert "a range only" in found.rule


def test_a_later_higher_count_of_another_origin_is_named_as_a_possible_update() -> None:
    found = fused((COURIER, 1, exactly(12)), (RADIO, 2, exactly(20)))
    assert (found.low, found.high, found.best) == (12, 20, 12)
    assert "the latest count is higher and may be an update: “20”" in found.rule


def test_a_count_beyond_belief_has_no_vote_and_is_named() -> None:
    absurd = Count(low=10**12, high=10**12, as_reported="1,000,000,000,000")
    found = fused((COURIER, 1, absurd), (RADIO, 1, exactly(4)))
    assert (found.low, found.high, found.best) == (4, 4, 4)
    assert "left out as beyond belief: “1,000,000,000,000”" in found.rule
    assert fused((COURIER, 1, absurd)).rule.startswith("no count that can be believed")


def test_a_party_has_half_a_vote() -> None:
    said = ((COURIER, 1, exactly(3)), (RADIO, 1, exactly(30)))
    assert fused(*said).best == 3
    assert fused(*said, party=COURIER).best == 30
    assert fused(*said, unsure=COURIER).best == 30


def test_origins_are_called_independent_only_where_that_can_be_told() -> None:
    said = ((COURIER, 1, exactly(3)), (RADIO, 1, exactly(3)))
    assert fused(*said).rule == "all 2 independent origins say 3"
    assert fused(*said, unsure=RADIO).rule.startswith("all 2 origins say 3; an origin whose")


def test_the_greater_of_two_counts_of_one_origin_on_one_day_stands() -> None:
    assert fused((COURIER, 1, exactly(5)), (COURIER, 1, exactly(2))).best == 5


def test_fifty_thousand_statements_are_fused_in_one_pass() -> None:
    said = [(f"outlet {number % 500}", number % 28 + 1, exactly(7)) for number in range(50_000)]
    tolls = [
        ReportedToll(
            statement=StatementId(f"stm_{number}"),
            report=ReportId(f"rep_{number}"),
            by=name,
            toll=Toll(killed=count),
        )
        for number, (name, _, count) in enumerate(said)
    ]
    one = origin_of("all", tolls, party=False, certain=True)
    (found,) = fused_counts(tolls, origins=[one], published={})
    assert found.best == 7


counts = st.one_of(st.integers(0, 40).map(exactly), st.integers(0, 40).map(at_least))
sayings = st.lists(
    st.tuples(st.sampled_from([COURIER, RADIO, WIRE, "Karsh Monitor"]), st.integers(1, 9), counts),
    min_size=1,
    max_size=8,
)


@given(sayings, st.randoms(use_true_random=False))
def test_order_changes_nothing(said: list[Said], dice: Random) -> None:
    mixed = list(said)
    dice.shuffle(mixed)
    one, other = fused(*said), fused(*mixed)
    assert (one.low, one.high, one.best) == (other.low, other.high, other.best)


@given(sayings)
def test_renaming_the_origins_changes_nothing(said: list[Said]) -> None:
    renamed = [(name[::-1], day, count) for name, day, count in said]
    assert replace(fused(*said)) == fused(*renamed)


@given(sayings, st.data())
def test_adding_a_copy_changes_nothing(said: list[Said], data: st.DataObject) -> None:
    copied = data.draw(st.sampled_from(said))
    assert fused(*said, copied) == fused(*said)


@given(sayings)
def test_the_estimate_lies_between_counts_that_were_given(said: list[Said]) -> None:
    best = fused(*said).best
    assert best is None or best in {count.point for _, _, count in said}
