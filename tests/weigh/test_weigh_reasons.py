"""Reasons for a link: each point in words, and towns where nothing nearer is told."""

from datetime import date

from factories import Page
from tocsin.core.types import Reading
from tocsin.weigh.linking.matching import POINTS_NEEDED, points_for, reasons_for
from tocsin.weigh.linking.sightings import Sighting, sightings_of

DAY = date(2031, 4, 9)


def sighted(reading: Reading) -> Sighting:
    (sighting,) = sightings_of(reading, {})
    return sighting


def killing(outlet: str, words: str) -> Sighting:
    page = Page(text=words, outlet=outlet, published=date(2031, 4, 10))
    page.event("kill", "killed", actors=["Interior Guard"], place="Halvik", day=DAY, killed=12)
    return sighted(page.reading())


def test_each_point_of_a_link_is_told_in_words() -> None:
    one = killing("Karsh Monitor", "Interior Guard troops killed 12 people in Halvik on 9 April.")
    other = killing("Northern Wire", "In Halvik the Interior Guard killed 12 on 9 April.")
    reasons = reasons_for(one, other)
    assert points_for(one, other) >= POINTS_NEEDED
    assert "same place: halvik" in reasons
    assert "same day: 2031-04-09" in reasons
    assert "12 killed in both" in reasons
    assert "the same attributed actor: interior guard" in reasons
    assert set(reasons) == set(reasons_for(other, one))


def test_two_reports_without_anything_shared_have_no_reason() -> None:
    one = killing("Karsh Monitor", "Interior Guard troops killed 12 people in Halvik on 9 April.")
    page = Page(text="Shots killed a herder.", outlet="Halvik Radio", published=date(2031, 4, 10))
    page.event("kill", "killed")
    other = sighted(page.reading())
    assert points_for(one, other) == 0
    assert reasons_for(one, other) == ()
