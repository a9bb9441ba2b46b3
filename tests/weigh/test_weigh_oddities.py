from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from factories import PLACES, Page, count
from tocsin.core.types import Ledger, Reading
from tocsin.weigh import weigh
from tocsin.weigh.lineage.rings import rings_of
from tocsin.weigh.oddities.odd_notes import with_oddities
from tocsin.weigh.oddities.signs import (
    date_oddities,
    is_beyond_belief,
    is_dated_right,
    latest_credible_day,
)
from tocsin.weigh.origins.namesakes import namesakes

DAY = date(2031, 4, 9)


def killing(outlet: str = "The Velmora Courier", number: int = 12, published: date = DAY) -> Page:
    page = Page(text=f"{outlet}: Interior Guard troops killed {number} people in Halvik.",
                outlet=outlet, published=published)  # fmt: skip
    page.event("kill", "killed", actors=["Interior Guard"], place="Halvik", killed=number)
    return page


def noted(*readings: Reading, as_of: date | None = None) -> Ledger:
    return weigh(readings, as_of=as_of)


def notes_of(ledger: Ledger) -> str:
    return " | ".join(note for incident in ledger.incidents for note in incident.notes)


def test_a_toll_of_a_million_millions_is_shown_and_noted() -> None:
    ledger = noted(killing(number=10**12).reading())
    assert "is beyond belief; it is shown and enters no estimate" in notes_of(ledger)
    assert ledger.incidents[0].tolls[0].toll.killed == count(10**12)


@pytest.mark.parametrize(
    ("number", "population", "beyond"),
    [(12, 0, False), (60_000, 0, False), (60_000, 20_000, True), (30_000, 20_000, False),
     (900, 40, False), (30_000_000, 0, True), (30_000_000, 100_000_000, True)],
)  # fmt: skip
def test_a_count_is_held_against_what_the_place_holds(
    number: int, population: int, beyond: bool
) -> None:
    place = replace(PLACES["Halvik"], population=population)
    assert is_beyond_belief(count(number), place) is beyond


def test_a_count_of_no_known_place_is_held_against_the_worst_known() -> None:
    assert not is_beyond_belief(count("dozens"))
    assert is_beyond_belief(count(10**9))


@pytest.mark.parametrize("day", [date(1970, 1, 1), date(1969, 12, 31), date(1900, 1, 1)])
def test_a_day_zero_of_a_clock_is_no_date(day: date) -> None:
    page = killing(published=day)
    assert "where clocks of computers begin" in notes_of(noted(page.reading()))
    assert not is_dated_right(page.report)


def test_a_report_dated_after_today_is_noted_and_kept() -> None:
    ledger = noted(killing(published=date(2031, 6, 1)).reading(), as_of=DAY)
    assert "is dated 1 June 2031, long after the others end" in notes_of(ledger)
    assert len(ledger.incidents) == 1


def test_without_a_clock_a_report_is_odd_that_is_dated_long_after_all_others() -> None:
    readings = [
        killing(f"Paper {n}", published=DAY + timedelta(days=n)).reading() for n in range(6)
    ]
    strange = killing("Halvik Radio", published=date(2099, 1, 1)).reading()
    assert latest_credible_day(r.report for r in [*readings, strange]) == DAY + timedelta(days=5)
    assert "dated 1 January 2099" in notes_of(noted(*readings, strange))
    assert notes_of(noted(*readings)) == ""


def test_two_archives_of_different_years_are_not_odd() -> None:
    old = [killing(f"Paper {n}", published=date(2011, 5, 1 + n)).reading() for n in range(4)]
    new = [killing(f"Paper {n}", published=date(2031, 5, 1 + n)).reading() for n in range(3)]
    assert latest_credible_day(r.report for r in [*old, *new]) == date(2031, 5, 3)


def test_a_report_older_than_what_it_tells_of_is_noted() -> None:
    page = Page(text="Guards killed 12 people in Halvik on 9 April.", published=date(2031, 1, 2))
    page.event("kill", "killed", place="Halvik", day=DAY)
    (note,) = date_oddities(page.reading())
    assert "tells of what happened on 9 April 2031" in note


def test_two_publishers_under_one_name_are_noted_and_mirrors_are_not() -> None:
    def at(url: str) -> Reading:
        reading = killing().reading()
        sha = url.encode().hex()
        report = replace(reading.report, url=url, sha256=sha)
        return replace(reading, report=report)

    one, mirror = at("https://courier.example/1"), at("https://www.courier.test/1")
    other = at("http://velmora-free.example/x")
    assert namesakes([one.report, mirror.report]) == {}
    assert namesakes([one.report, mirror.report, other.report]) == {
        "velmora courier": ("courier.example", "velmora-free.example")
    }
    ledger = with_oddities(weigh([one]), [one, other])
    assert "2 publishers go by the name of The Velmora Courier" in ledger.sources[0].reason


def citing(outlet: str, other: str) -> Reading:
    page = Page(text=f"Guards killed 12 people in Halvik, {other} reported.", outlet=outlet)
    said = page.says(other, "Guards killed 12 people in Halvik")
    page.event("kill", "killed", place="Halvik", day=DAY, killed=12, statement=said)
    return page.reading()


def test_outlets_that_cite_one_another_in_a_circle_are_noted_and_confirm_nothing() -> None:
    ring = ("Halvik Radio", "Karsh Monitor", "Brenmark Post")
    readings = [citing(one, ring[n - 1]) for n, one in enumerate(ring)]
    ledger = noted(*readings)
    assert "Karsh Monitor" in notes_of(ledger)
    assert "cite one another in a circle" in notes_of(ledger)
    assert not any(origin.certain for origin in ledger.incidents[0].origins)


def test_an_outlet_that_only_cites_is_in_no_circle() -> None:
    assert notes_of(noted(citing("Karsh Monitor", "Halvik Radio"))) == ""


def test_a_ring_of_a_hundred_thousand_is_found_without_recursion() -> None:
    edges = {n: [(n + 1) % 100_000] for n in range(100_000)}
    assert [len(ring) for ring in rings_of(edges)] == [100_000]


def test_the_notes_of_one_incident_are_bounded() -> None:
    readings = [killing(f"Paper {n}", number=10**9 + n).reading() for n in range(40)]
    ledger = noted(*readings)
    assert all(len(incident.notes) <= 21 for incident in ledger.incidents)
    assert sum(len(incident.tolls) for incident in ledger.incidents) == 40
