"""Confidence follows origins, and an analyst's word where that gives more."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from factories import Page
from tocsin.assess.confidence import find_confidence
from tocsin.core.types import (
    Confidence,
    Contradiction,
    ContradictionKind,
    Incident,
    Standing,
)
from tocsin.weigh import weigh


def incident(*outlets: str) -> Incident:
    readings = []
    for outlet in outlets:
        own = f"{outlet} reporters counted the dead near {outlet} house at {len(outlet)} o'clock"
        page = Page(text=f"{own}. The Interior Guard killed 12 people in Halvik.", outlet=outlet)
        day = date(2031, 4, 9)
        page.event("kill", "killed", actors=["Interior Guard"], place="Halvik", day=day, killed=12)
        readings.append(page.reading())
    (found,) = weigh(readings).incidents
    return found


def test_one_origin_is_low_until_an_analyst_confirms() -> None:
    one = incident("Karsh Monitor")
    assert find_confidence([one]).rule == "confidence.low.single"
    confirmed = find_confidence([replace(one, standing=Standing.CONFIRMED)])
    assert confirmed.confidence is Confidence.MODERATE
    assert "Only one independent origin" in confirmed.text


def test_a_dispute_over_the_day_leaves_the_event_and_one_over_the_actor_does_not() -> None:
    two = incident("Karsh Monitor", "Halvik Radio")
    rules = {}
    for kind in (ContradictionKind.TIME, ContradictionKind.ACTOR):
        pair = Contradiction(
            kind=kind, statement=two.supports[0], against=two.supports[1], reason="they differ"
        )
        rules[kind] = find_confidence([replace(two, contradicts=(pair,))]).rule
    assert rules[ContradictionKind.TIME] == "confidence.moderate"
    assert rules[ContradictionKind.ACTOR] == "confidence.low.contradicted"


def test_who_differ_on_details_make_no_high_confidence() -> None:
    three = incident("Karsh Monitor", "Halvik Radio", "The Velmora Courier")
    assert find_confidence([three]).confidence is Confidence.HIGH
    pair = Contradiction(
        kind=ContradictionKind.TOLL,
        statement=three.supports[0],
        against=three.supports[1],
        reason="injured: 17 against six",
    )
    found = find_confidence([replace(three, contradicts=(pair,))])
    assert found.confidence is Confidence.MODERATE
    assert "differ on its details" in found.text
