"""The report's own count of people for its main incident."""

from __future__ import annotations

import pytest

from events_of import events_of
from parsed_scene import parsed
from tocsin.core.types import Toll
from tocsin.read.tolls import count_toll


def toll_of(text: str) -> Toll:
    return count_toll(parsed(text), events_of(text))


def point(toll: Toll, field: str) -> int | None:
    count = getattr(toll, field)
    return None if count is None else count.point


@pytest.mark.parametrize(
    ("text", "killed", "injured"),
    [
        ("Soldiers killed three people, including two children, in Halvik.", 3, None),
        ("Two people were shot in Brenmark, one fatally, officials said.", 1, 1),
        ("A man was killed in Halvik on Monday.", 1, None),
        ("The governor put the death toll at 19.", 19, None),
        ("Fourteen died, police said. The ministry raised the toll to 19.", 19, None),
        ("Fourteen died, police said. The death toll was revised up to 19.", 19, None),
        ("Three dead, four injured in Karsh market attack", 3, 4),
        ("Five people were wounded when gunmen opened fire.", None, 5),
        ("A shooting in Dessin left two people dead and three others injured.", 2, 3),
        ("Twelve people died in the attack. Officials later said 20 people were killed.", 20, None),
        ("A gunman shot a farmer and then shot himself dead.", 1, 1),
        ("The number of people killed in the shooting has risen to 20.", 20, None),
        ("The death toll rose to 31 after eight of the wounded died.", 31, None),
        ("The number of wounded reached 40.", None, 40),
    ],
)
def test_the_report_counts_its_dead_and_injured(
    text: str, killed: int | None, injured: int | None
) -> None:
    toll = toll_of(text)
    assert (point(toll, "killed"), point(toll, "injured")) == (killed, injured)


def test_nothing_counted_is_unknown_not_zero() -> None:
    assert toll_of("The market in Halvik reopened.").is_empty


def test_nobody_hurt_is_zero_not_unknown() -> None:
    assert point(toll_of("No one was injured in the fire."), "injured") == 0


def test_at_least_leaves_the_upper_end_open() -> None:
    killed = toll_of("At least 12 people were killed in Halvik.").killed
    assert killed is not None
    assert (killed.low, killed.high) == (12, None)


def test_the_detained_are_counted_from_the_events() -> None:
    assert point(toll_of("The Guard detained thirty students in Velmora."), "detained") == 30


@pytest.mark.parametrize(
    ("text", "low", "high", "reported"),
    [
        ("At least 12 people were killed.", 12, None, "At least 12"),
        ("Soldiers killed no fewer than two hundred villagers.", 200, None,
         "no fewer than two hundred"),
        ("Up to 30 people were killed.", None, 30, "Up to 30"),
        ("Between 10 and 15 people were killed.", 10, 15, "Between 10 and 15"),
        ("Soldiers killed 30-40 villagers.", 30, 40, "30-40"),
        ("Two hundred and fifty people were killed.", 250, 250, "Two hundred and fifty"),
        ("Ninety six people were killed.", 96, 96, "Ninety six"),
        ("Several hundred people were killed.", 200, None, "Several hundred"),
        ("Soldiers killed Oren Sall in Halvik.", 1, 1, "one person"),
    ],
)  # fmt: skip
def test_a_toll_keeps_its_bounds_and_wording(
    text: str, low: int | None, high: int | None, reported: str
) -> None:
    killed = toll_of(text).killed
    assert killed is not None
    assert (killed.low, killed.high, killed.as_reported) == (low, high, reported)


def test_the_hurt_are_not_counted_as_the_dead() -> None:
    injured = toll_of("The blast in Halvik left 14 dead, dozens hurt.").injured
    assert injured is not None
    assert (injured.low, injured.as_reported) == (24, "dozens")
