"""What one report is to another, at the right grain of place, time, count and party."""

from __future__ import annotations

from datetime import date, timedelta
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factories import Page, reprint
from tocsin.core.types import ContradictionKind, Count, Reading, Status
from tocsin.weigh.counts.headcounts import compatible
from tocsin.weigh.relations.relation import Relation, RelationKind
from tocsin.weigh.relations.reports import relation, relation_of_events

DAY = date(2031, 5, 3)
OUTLETS = ("The Velmora Courier", "Karsh Monitor", "Halvik Radio", "Northern Wire")
WORDS = {5: "five", 14: "fourteen", 30: "thirty"}


def killing(
    *,
    outlet: str = "Northern Wire",
    actor: str = "",
    place: str = "Halvik",
    killed: int | str = 14,
    day: date = DAY,
    published: date = date(2031, 5, 4),
    denied: bool = False,
    status: Status = Status.HAPPENED,
    lead: str = "",
    tail: str = "",
) -> Reading:
    by = f" by {actor}" if actor else ""
    text = f"{lead}{killed} villagers were killed{by} in {place} that day.{tail}"
    page = Page(text=text, outlet=outlet, published=published)
    page.event(
        "kill",
        "killed",
        actors=[actor] if actor else [],
        place=place,
        day=day,
        killed=None if denied else killed,
        denied=denied,
        status=status,
    )
    return page.reading()


def kind(one: Reading, other: Reading) -> RelationKind:
    return relation(one, other).kind


def test_a_province_supports_its_village() -> None:
    village = killing(place="Ninefold")
    province = killing(place="Dessin province", outlet="Karsh Monitor")
    assert kind(village, province) is RelationKind.SUPPORT


def test_at_least_twelve_and_dozens_support_a_count_that_they_hold() -> None:
    for vague in ("at least 12", "dozens"):
        assert kind(killing(killed=vague), killing(killed=30)) is RelationKind.SUPPORT


def test_a_count_told_as_about_holds_one_close_by_and_none_far_off() -> None:
    about = Count(low=200, high=200, as_reported="about 200")
    assert compatible(about, Count(low=190, high=190, as_reported="190"))
    assert not compatible(about, Count(low=120, high=120, as_reported="120"))


def test_a_later_higher_count_of_another_source_is_an_update() -> None:
    later = killing(killed=30, outlet="Karsh Monitor", published=date(2031, 5, 6))
    found = relation(killing(), later)
    assert (found.kind, found.newer) == (RelationKind.UPDATE, later.report.id)


def test_a_later_lower_count_updates_its_own_source_and_contradicts_another() -> None:
    first = killing(outlet="Karsh Monitor")
    for outlet, expected in (
        ("Karsh Monitor", RelationKind.UPDATE),
        ("Halvik Radio", RelationKind.CONTRADICTION),
    ):
        later = killing(killed=5, outlet=outlet, published=date(2031, 5, 6))
        assert kind(first, later) is expected


def test_two_counts_of_one_day_by_two_sources_are_a_contradiction_of_the_toll() -> None:
    found = relation(killing(killed=5), killing(killed=30, outlet="Karsh Monitor"))
    assert (found.kind, found.of) == (RelationKind.CONTRADICTION, ContradictionKind.TOLL)
    assert "5" in found.reason
    assert "30" in found.reason


def test_a_denial_contradicts_the_event_it_speaks_of_and_no_other() -> None:
    denial = killing(denied=True, outlet="The Velmora Courier")
    found = relation(killing(), denial)
    assert (found.kind, found.of) == (RelationKind.CONTRADICTION, ContradictionKind.DENIAL)
    assert kind(killing(place="Brenmark"), denial) is RelationKind.UNRELATED


def test_two_denials_of_one_event_support_one_another() -> None:
    other = killing(denied=True, outlet="Karsh Monitor")
    assert kind(killing(denied=True), other) is RelationKind.SUPPORT


def test_two_attacks_in_one_town_a_week_apart_are_unrelated() -> None:
    later = killing(day=date(2031, 5, 10), published=date(2031, 5, 11))
    assert kind(killing(), later) is RelationKind.UNRELATED


def test_attacks_of_one_day_in_two_towns_are_unrelated() -> None:
    assert kind(killing(), killing(place="Brenmark")) is RelationKind.UNRELATED


def test_two_parties_that_blame_one_another_contradict_one_another_on_the_actor() -> None:
    one = killing(actor="Black Heron brigade", outlet="Tarvenian Army bulletin")
    other = killing(actor="Tarvenian army", outlet="Black Heron bulletin")
    found = relation(one, other)
    assert (found.kind, found.of) == (RelationKind.CONTRADICTION, ContradictionKind.ACTOR)


def test_gunmen_may_be_whoever_another_report_names() -> None:
    one = killing(actor="gunmen", outlet="Tarvenian Army bulletin")
    assert kind(one, killing(actor="Black Heron brigade")) is RelationKind.SUPPORT


def test_what_was_planned_and_then_happened_is_an_update() -> None:
    plan = killing(status=Status.PLANNED, published=date(2031, 5, 1))
    assert kind(plan, killing(outlet="Karsh Monitor")) is RelationKind.UPDATE


def test_what_happened_is_not_carried_forward_by_a_later_plan() -> None:
    plan = killing(status=Status.PLANNED, published=date(2031, 5, 6), day=date(2031, 5, 20))
    assert kind(killing(), plan) is RelationKind.UNRELATED


def test_a_hypothetical_deed_is_none() -> None:
    assert kind(killing(), killing(status=Status.HYPOTHETICAL)) is RelationKind.UNRELATED


def test_a_release_is_an_update_of_the_detention() -> None:
    taken = Page(text="Lena Marsk was detained in Velmora.", outlet="A", published=DAY)
    taken.event("detain", "detained", targets=["Lena Marsk"], place="Velmora", day=DAY)
    week = DAY + timedelta(days=7)
    freed = Page(text="Lena Marsk was released in Velmora.", outlet="B", published=week)
    freed.event("release", "released", targets=["Lena Marsk"], place="Velmora", day=week)
    assert kind(taken.reading(), freed.reading()) is RelationKind.UPDATE


def test_a_correction_of_its_own_source_is_an_update() -> None:
    later = killing(lead="Correction: ", published=date(2031, 5, 5))
    assert kind(killing(), later) is RelationKind.UPDATE


def test_who_is_said_to_hold_weapons_and_found_without_any_is_a_contradiction() -> None:
    said = Page(text="The people in Lindral Camp hold weapons.", outlet="A", published=DAY)
    found = Page(text="Monitors in Lindral Camp found no weapons.", outlet="B", published=DAY)
    elsewhere = Page(text="Monitors in Brenmark found no weapons.", outlet="B", published=DAY)
    assert kind(said.reading(), found.reading()) is RelationKind.CONTRADICTION
    assert kind(said.reading(), elsewhere.reading()) is RelationKind.UNRELATED


def test_an_account_that_puts_it_elsewhere_contradicts_the_place() -> None:
    one = killing(place="Halvik")
    other = killing(place="Brenmark", outlet="The Velmora Courier", tail=" It was not in Halvik.")
    found = relation(one, other)
    assert (found.kind, found.of) == (RelationKind.CONTRADICTION, ContradictionKind.PLACE)


def test_two_single_events_are_related_as_their_reports_are() -> None:
    one, other = killing(), killing(killed=30, outlet="Karsh Monitor")
    found = relation_of_events(one.events[0], one, other.events[0], other)
    assert found == relation(one, other)


@pytest.mark.parametrize("text", ["", "\x00", "”“" * 50, "IN IN IN " * 400, "‮no weapons"])
def test_hostile_texts_are_unrelated_to_anything(text: str) -> None:
    other = Page(text=text, outlet=None, published=None).reading()
    assert kind(other, killing()) is RelationKind.UNRELATED
    assert kind(killing(), other) is RelationKind.UNRELATED


def test_time_does_not_grow_faster_than_the_text() -> None:
    page = Page(text="in of of in a of in Not no In " * 8_000 + "killed", published=DAY, outlet="A")
    for _ in range(40):
        page.event("kill", "killed", place="Halvik", day=DAY)
    started = process_time()
    relation(page.reading(), killing())
    assert process_time() - started < 10  # seconds, on a loaded machine; squared, it is minutes


readings = st.builds(
    killing,
    outlet=st.sampled_from(OUTLETS),
    actor=st.sampled_from(["", "gunmen", "Black Heron brigade", "Tarvenian army"]),
    place=st.sampled_from(["Halvik", "Brenmark", "Dessin province"]),
    killed=st.sampled_from([5, 14, 30, "at least 12", "dozens"]),
    day=st.sampled_from([DAY, DAY + timedelta(days=7)]),
    published=st.sampled_from([date(2031, 5, 4), date(2031, 5, 6), date(2031, 5, 12)]),
    denied=st.booleans(),
    status=st.sampled_from([Status.HAPPENED, Status.PLANNED, Status.FEARED]),
)


@given(one=readings, other=readings)
def test_the_order_of_the_two_reports_does_not_matter(one: Reading, other: Reading) -> None:
    assert _said(relation(one, other)) == _said(relation(other, one))


@given(one=readings, other=readings, names=st.permutations(OUTLETS))
def test_renaming_the_sources_changes_nothing(
    one: Reading, other: Reading, names: list[str]
) -> None:
    renamed = dict(zip(OUTLETS, names, strict=True))
    moved = [reprint(each, outlet=renamed[each.report.outlet or ""]) for each in (one, other)]
    assert kind(*moved) is kind(one, other)


@given(one=readings, other=readings)
def test_an_update_is_by_the_report_that_came_out_no_earlier(one: Reading, other: Reading) -> None:
    found = relation(one, other)
    by_id = {reading.report.id: reading.report.published for reading in (one, other)}
    assert (found.newer is not None) == (found.kind is RelationKind.UPDATE)
    if found.newer is not None:
        assert by_id[found.newer] == max(by_id.values(), key=str)


@given(one=readings)
def test_a_report_bears_itself_out(one: Reading) -> None:
    assert kind(one, one) is RelationKind.SUPPORT


def _said(found: Relation) -> tuple[object, ...]:
    return (found.kind, found.of, found.newer)
