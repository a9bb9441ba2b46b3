from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from factories import Page, reprint
from tocsin.core.types import CopyGroup, Reading, Silence, SourceKind, source_id
from tocsin.weigh.silence.rhythms import rhythm_of
from tocsin.weigh.silence.silences import silences

START = date(2031, 3, 1)


def note(outlet: str, day: int, place: str = "Halvik") -> Reading:
    page = Page(text=f"{outlet} on day {day}: troops searched houses in {place}.", outlet=outlet,
                published=START + timedelta(days=day))  # fmt: skip
    page.event("search_or_raid", "searched", place=place)
    return page.reading()


def every(outlet: str, days: Iterable[int], place: str = "Halvik") -> list[Reading]:
    return [note(outlet, day, place) for day in days]


def found(readings: list[Reading], *, day: int | None = None) -> list[Silence]:
    as_of = START + timedelta(days=day) if day is not None else None
    return list(silences(readings, copies=(), as_of=as_of))


def test_a_source_that_goes_on_but_not_from_one_place_is_silent_on_that_place() -> None:
    readings = every("Karsh Monitor", range(0, 90, 2), "Brenmark")
    readings += every("Karsh Monitor", range(0, 40, 2), "Halvik")
    (silence,) = found(readings)
    assert (silence.place, silence.last) == ("Halvik", START + timedelta(days=38))
    assert silence.source == source_id(SourceKind.OUTLET, "karsh monitor")
    assert silence.silent_days == 50
    assert "went on reporting, but no longer on Halvik" in silence.reason


def test_a_feed_that_is_down_is_one_silence_and_not_nothing_happened() -> None:
    readings = every("Karsh Monitor", range(0, 40, 2), "Halvik")
    readings += every("Karsh Monitor", range(1, 40, 2), "Brenmark")
    readings += every("The Velmora Courier", range(0, 90, 3))
    (silence,) = found(readings)
    assert (silence.place, silence.silent_days) == ("", 87 - 39)
    assert silence.reason.startswith("its feed may be down: this is not “nothing happened”")


def test_a_source_that_reports_as_usual_is_not_silent() -> None:
    assert found(every("Karsh Monitor", range(0, 90, 7)), day=95) == []


def test_four_reports_or_one_busy_week_are_no_rhythm() -> None:
    assert found(every("Karsh Monitor", (0, 10, 20, 30)), day=400) == []
    assert found(every("Karsh Monitor", range(7)), day=400) == []


def test_a_burst_is_followed_by_a_longer_pause_before_it_is_a_silence() -> None:
    steady = rhythm_of([START + timedelta(days=3 * n) for n in range(20)])
    bursts = rhythm_of([START + timedelta(days=30 * (n // 5) + n % 5) for n in range(20)])
    assert steady
    assert bursts
    assert bursts.chance_of(40) > steady.chance_of(40)
    assert bursts.burstiness > 1


def test_a_short_record_makes_a_gap_likelier_than_a_long_one_does() -> None:
    short, long = (rhythm_of([START + timedelta(days=4 * n) for n in range(k)]) for k in (5, 50))
    assert short
    assert long
    assert short.chance_of(30) > long.chance_of(30)


@given(st.integers(0, 300), st.integers(0, 300))
def test_a_longer_gap_is_never_likelier(one: int, more: int) -> None:
    rhythm = rhythm_of([START + timedelta(days=4 * n) for n in range(9)])
    assert rhythm
    assert 0 <= rhythm.chance_of(one + more) <= rhythm.chance_of(one) <= 1


def test_a_copy_is_no_report_of_its_own_and_shows_that_the_feed_is_alive() -> None:
    wire = every("Northern Wire", range(0, 90, 2))
    prints = [reprint(reading, outlet="Paper 7") for reading in wire]
    own = every("Paper 7", range(1, 40, 2), "Brenmark")
    groups = [
        CopyGroup(reports=(one.report.id, two.report.id), earliest=one.report.id, similarity=1.0)
        for one, two in zip(wire, prints, strict=True)
    ]
    (silence,) = silences([*wire, *prints, *own], copies=groups)
    assert (silence.place, silence.reports) == ("Brenmark", len(own))


def test_a_report_of_the_far_future_silences_nobody() -> None:
    readings = every("Karsh Monitor", range(0, 90, 2))
    strange = Page(text="A strange page.", outlet="Halvik Radio", published=date(2099, 1, 1))
    assert found([*readings, strange.reading()]) == []


def test_among_hundreds_of_steady_sources_hardly_any_is_called_silent() -> None:
    readings = [
        note(f"Paper {paper}", day)
        for paper in range(100)
        for day in range(0, 60)
        if (paper * 7919 + day * 104729) % 1000 % 7 == 0
    ]
    assert len(found(readings, day=60)) <= 3


@given(st.randoms(use_true_random=False))
def test_the_order_of_reports_changes_no_silence(random: object) -> None:
    readings = every("Karsh Monitor", range(0, 90, 2), "Brenmark")
    readings += every("Karsh Monitor", range(0, 40, 2), "Halvik")
    shuffled = list(readings)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert found(shuffled) == found(readings)


def test_nothing_is_silent_where_nothing_is_dated() -> None:
    assert found([]) == []
    assert found([Page(text="No day.", published=None).reading()]) == []
