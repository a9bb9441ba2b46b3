"""Wording beside a name that points elsewhere than at the place itself."""

from __future__ import annotations

import time

import pytest

from place_reports import place_called, places_in
from tocsin.core.place import distance_km
from tocsin.core.types import PlaceMention, Vicinity, VicinityKind


def around(text: str, words: str) -> tuple[PlaceMention, Vicinity]:
    mention = place_called(text, words)
    assert mention.vicinity is not None
    return mention, mention.vicinity


@pytest.mark.parametrize(
    ("text", "north", "east", "reach"),
    [
        ("The farm lies 20 km north of Bergen.", 20, 0, 8),
        ("The farm lies 20 kilometers (12 miles) north of Bergen.", 20, 0, 8),
        ("The farm lies about 20km to the south of the city of Bergen.", -20, 0, 8),
        ("The farm lies ten miles due east of Bergen.", 0, 16, 8),
        ("The farm lies 100 km north-west of Bergen.", 71, -71, 40),
        ("The farm lies thirty kilometres from Bergen.", 0, 0, 38),
    ],
)
def test_a_distance_from_a_town_moves_the_ground_that_is_meant(
    text: str, north: float, east: float, reach: float
) -> None:
    mention, vicinity = around(text, "Bergen")
    assert mention.place is not None
    assert vicinity.kind is VicinityKind.OFFSET
    up = distance_km(mention.place.lon, mention.place.lat, mention.place.lon, vicinity.lat)
    aside = distance_km(mention.place.lon, vicinity.lat, vicinity.lon, vicinity.lat)
    assert up == pytest.approx(abs(north), abs=1.5)
    assert aside == pytest.approx(abs(east), abs=1.5)
    assert (vicinity.lat - mention.place.lat) * north >= 0
    assert (vicinity.lon - mention.place.lon) * east >= 0
    assert vicinity.uncertainty_km == pytest.approx(reach, abs=1)


def test_the_place_keeps_its_own_position_and_widens_to_where_the_wording_points() -> None:
    mention, vicinity = around("The farm lies 20 km north of Bergen.", "Bergen")
    plain = place_called("The fair is in Bergen.", "Bergen")
    assert mention.place == plain.place
    assert mention.uncertainty_km is not None
    assert mention.uncertainty_km >= 20 + vicinity.uncertainty_km - 0.1
    assert mention.ground is not None
    assert (mention.ground.lon, mention.ground.lat) == (vicinity.lon, vicinity.lat)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The fair is near Bergen.", VicinityKind.NEAR),
        ("The fair is not far from the city of Bergen.", VicinityKind.NEAR),
        ("The fair is just outside Bergen.", VicinityKind.NEAR),
        ("The fair is on the outskirts of Bergen.", VicinityKind.OUTSKIRTS),
        ("The fair is on Bergen's outskirts.", VicinityKind.OUTSKIRTS),
        ("The fair is in northern Norway near the sea.", VicinityKind.PART),
        ("The fair is in the south of Norway.", VicinityKind.PART),
        ("The fair is in central Norway.", VicinityKind.PART),
        ("The fair is north of Bergen.", VicinityKind.OFFSET),
    ],
)
def test_wording_beside_a_name_is_told_by_its_kind(text: str, kind: VicinityKind) -> None:
    mention = places_in(text)[0]
    assert mention.vicinity is not None
    assert mention.vicinity.kind is kind
    said = mention.vicinity.span.within(text)
    assert said.strip() == said != ""
    assert mention.text not in said


def test_near_and_the_outskirts_are_wider_than_the_town() -> None:
    town = place_called("The fair is in Bergen.", "Bergen").uncertainty_km
    edge = around("The fair is on the outskirts of Bergen.", "Bergen")[1].uncertainty_km
    near = around("The fair is near Bergen.", "Bergen")[1].uncertainty_km
    assert town is not None
    assert town < edge < near


def test_northern_is_the_upper_half_of_a_country() -> None:
    mention, vicinity = around("Rain fell in northern Norway.", "Norway")
    assert mention.place is not None
    assert vicinity.lat > mention.place.lat
    assert vicinity.uncertainty_km < mention.place.uncertainty_km


def test_between_two_towns_is_the_ground_halfway() -> None:
    text = "A bus left the road between Bergen and the town of Voss."
    bergen, halfway = around(text, "Bergen")
    voss, again = around(text, "Voss")
    assert (halfway.kind, halfway.other, again.other) == (VicinityKind.BETWEEN, 1, 0)
    assert (halfway.lon, halfway.lat) == (again.lon, again.lat)
    assert bergen.place is not None
    assert voss.place is not None
    assert bergen.place.lon < halfway.lon < voss.place.lon


@pytest.mark.parametrize(
    "text",
    [
        "Talks between Bergen and Voss went on.",
        "The border between Norway and Sweden is long.",
        "Two hours' drive north of Bergen lies a farm.",
        "Hundreds of miles north of Bergen lies a farm.",
        "It lies 5,000 km south of Bergen.",
        "Norway lies west of Sweden.",
        "It lies 20 km from Norway.",
        "He went north. Bergen was quiet.",
        "The North\n\nBergen was quiet.",
    ],
)
def test_other_wording_moves_nothing(text: str) -> None:
    assert [mention.vicinity for mention in places_in(text) if mention.vicinity] == []


def test_a_name_in_no_gazetteer_takes_the_spot_told_after_it() -> None:
    text = "Rain fell in Ninefold, a small village 20 km north of Bergen, on Monday."
    ninefold, bergen = places_in(text)
    assert ninefold.place is None
    assert ninefold.vicinity == bergen.vicinity is not None
    assert ninefold.ground is None


def test_a_hundred_thousand_characters_of_wording_take_seconds() -> None:
    text = ("20 km north of the north of the town of near outside Bergen and " * 1_400)[:90_000]
    started = time.process_time()
    assert places_in(text)
    assert time.process_time() - started < 20
