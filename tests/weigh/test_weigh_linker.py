"""Linking one report at a time comes to what linking all at once comes to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factories import Page
from tocsin.core.ids import EventId
from tocsin.core.types import Reading
from tocsin.weigh.judged.constraints import Constraints
from tocsin.weigh.linking.blocks import Blocks, Neighbours, Pair
from tocsin.weigh.linking.clusters import Cluster
from tocsin.weigh.linking.linker import Linker, link_all
from tocsin.weigh.linking.sightings import Sighting, sightings_of

PLACES = ("Halvik", "Brenmark")
ACTORS = ("Interior Guard", "Black Heron brigade", "Tarvenian army")


def report(day: int, place: str, actor: str, killed: int, outlet: str = "Karsh Monitor") -> Reading:
    text = f"{actor} troops killed {killed} people in {place} on {day} April, {outlet} was told."
    page = Page(text=text, outlet=outlet, published=date(2031, 4, day + 1))
    page.event("kill", "killed", actors=[actor], place=place, day=date(2031, 4, day), killed=killed)
    return page.reading()


def sightings(readings: Iterable[Reading]) -> list[Sighting]:
    return [sighting for reading in readings for sighting in sightings_of(reading, {})]


def grouped(clusters: Iterable[Cluster]) -> set[frozenset[str]]:
    return {frozenset(str(one.event.id) for one in cluster.members) for cluster in clusters}


reports = st.lists(
    st.builds(
        report,
        st.integers(min_value=1, max_value=6),
        st.sampled_from(PLACES),
        st.sampled_from(ACTORS),
        st.integers(min_value=2, max_value=4),
        st.sampled_from(("Karsh Monitor", "The Velmora Courier")),
    ),
    max_size=16,
)


@settings(max_examples=15, deadline=None)
@given(readings=reports, data=st.data())
def test_the_order_in_which_reports_come_changes_nothing(
    readings: list[Reading], data: st.DataObject
) -> None:
    found = sightings(readings)
    linker = Linker()
    for sighting in data.draw(st.permutations(found)):
        linker.add(sighting)
        linker.clusters()
    assert grouped(linker.clusters()) == grouped(link_all(found))
    assert {cluster.links for cluster in linker.clusters()} == {c.links for c in link_all(found)}


@settings(max_examples=15, deadline=None)
@given(readings=reports, data=st.data())
def test_what_is_taken_out_leaves_no_trace(readings: list[Reading], data: st.DataObject) -> None:
    found = sightings(readings)
    names = sorted({str(one.event.id) for one in found})
    gone = data.draw(st.sets(st.sampled_from(names)) if names else st.just(set()))
    linker = Linker()
    for sighting in found:
        linker.add(sighting)
    linker.clusters()
    for name in gone:
        linker.remove(name)
    stays = [one for one in found if str(one.event.id) not in gone]
    assert grouped(linker.clusters()) == grouped(link_all(stays))
    for sighting in found:
        linker.add(sighting)
    assert grouped(linker.clusters()) == grouped(link_all(found))


def test_an_analysts_link_joins_what_the_machine_holds_apart() -> None:
    one, other = sightings([report(1, "Halvik", ACTORS[0], 3), report(5, "Brenmark", ACTORS[1], 2)])
    assert len(link_all([one, other])) == 2
    bound = Constraints(together=(frozenset({one.event.id, other.event.id}),))
    assert len(link_all([one, other], bound)) == 1


def test_an_analysts_split_holds_when_a_third_report_fits_both() -> None:
    readings = [report(1, "Halvik", ACTORS[0], 3, outlet) for outlet in ("A Paper", "B Paper")]
    one, other, third = sightings([*readings, report(1, "Halvik", ACTORS[0], 3, "C Paper")])
    assert len(link_all([one, other, third])) == 1
    parted = Constraints(apart=((frozenset({one.event.id}), frozenset({other.event.id})),))
    clusters = link_all([one, other, third], parted)
    assert sorted(len(cluster.members) for cluster in clusters) == [1, 2]


def test_copies_can_be_split_as_well() -> None:
    first = report(1, "Halvik", ACTORS[0], 3)
    second = report(1, "Halvik", ACTORS[0], 3, "B Paper")
    roots = {second.report.id: first.report.id}
    one, other = sightings_of(first, roots)[0], sightings_of(second, roots)[0]
    assert len(link_all([one, other])) == 1
    parted = Constraints(apart=((frozenset({one.event.id}), frozenset({other.event.id})),))
    assert len(link_all([one, other], parted)) == 2


def test_a_constraint_on_an_event_nobody_holds_is_kept_for_later() -> None:
    one, other = sightings([report(1, "Halvik", ACTORS[0], 3), report(5, "Brenmark", ACTORS[1], 2)])
    bound = Constraints(together=(frozenset({one.event.id, other.event.id, EventId("evt_x")}),))
    linker = Linker(bound)
    linker.add(one)
    assert len(linker.clusters()) == 1
    linker.add(other)
    assert grouped(linker.clusters()) == {frozenset({str(one.event.id), str(other.event.id)})}


def test_every_join_keeps_the_pair_that_made_it() -> None:
    readings = [report(1, "Halvik", ACTORS[0], 3, outlet) for outlet in ("A Paper", "B Paper")]
    (cluster,) = link_all(sightings(readings))
    (link,) = cluster.links
    assert {link.one, link.other} == {str(one.event.id) for one in cluster.members}


members = st.lists(st.integers(min_value=0, max_value=200), unique=True, max_size=60)


@given(numbers=members, data=st.data())
def test_neighbours_are_those_of_the_ordered_row(numbers: list[int], data: st.DataObject) -> None:
    blocks, pairs = Blocks(Neighbours(10)), set[Pair]()
    for number in data.draw(st.permutations(numbers)):
        came, gone = blocks.insert((number, str(number)), ["row"])
        pairs = (pairs - set(gone)) | set(came)
    assert pairs == expected(sorted(numbers))
    for number in data.draw(st.lists(st.sampled_from(numbers), unique=True)) if numbers else ():
        came, gone = blocks.remove((number, str(number)), ["row"])
        pairs = (pairs - set(gone)) | set(came)
        numbers = [other for other in numbers if other != number]
        assert pairs == expected(sorted(numbers))


def expected(row: Sequence[int]) -> set[Pair]:
    reach = 10
    return {
        (str(one), str(other))
        for at, one in enumerate(row)
        for other in row[at + 1 : at + 1 + reach]
    }


@pytest.mark.parametrize("keys", [["a", "b"], ["a", "a2", "b"]])
def test_a_pair_stays_as_long_as_one_row_holds_it(keys: list[str]) -> None:
    blocks = Blocks(Neighbours(10))
    blocks.insert((1, "one"), keys)
    assert blocks.insert((2, "two"), ["b"]) == ([("one", "two")], [])
    assert blocks.remove((2, "two"), ["b"]) == ([], [("one", "two")])
