from __future__ import annotations

import random
import time
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factories import Page, reprint
from tocsin.core.types import ContradictionKind, Incident, Ledger, Polarity, Reading, Stance, Status
from tocsin.weigh import weigh

DAY = date(2031, 4, 9)


def killing(
    outlet: str | None,
    number: int | str = 12,
    *,
    day: int = 10,
    lead: str = "",
    byline: str | None = None,
) -> Page:
    text = f"{lead}Interior Guard troops killed {number} people in Halvik on 9 April."
    page = Page(text=text, outlet=outlet, byline=byline, published=date(2031, 4, day))
    page.event("kill", "killed", actors=["Interior Guard"], place="Halvik", day=DAY, killed=number)
    return page


def main_incident(ledger: Ledger) -> Incident:
    (incident,) = ledger.incidents
    return incident


def certain(incident: Incident) -> int:
    return sum(origin.certain for origin in incident.origins)


def test_two_outlets_with_own_reports_are_two_origins_of_one_incident() -> None:
    one = killing("The Velmora Courier", lead="Our reporter counted the dead. ")
    other = killing("Karsh Monitor", lead="Nurses at two clinics spoke to this paper. ")
    incident = main_incident(weigh([one.reading(), other.reading()]))
    assert certain(incident) == 2
    assert len(incident.supports) == 2


def test_two_papers_printing_one_wire_story_count_as_one_origin() -> None:
    wire = killing("Northern Wire").reading()
    papers = [reprint(wire, outlet=name) for name in ("Karsh Monitor", "The Velmora Courier")]
    incident = main_incident(weigh([wire, *papers]))
    assert [origin.name for origin in incident.origins] == ["Northern Wire"]
    assert set(incident.origins[0].reports) == set(incident.reports)


def test_two_papers_rewriting_one_agency_are_one_origin() -> None:
    one = killing("Karsh Monitor", lead="HALVIK (Northern Wire) – There was fear. ")
    other = killing("The Velmora Courier", lead="VELMORA (Northern Wire) – Shots were heard. ")
    incident = main_incident(weigh([one.reading(), other.reading()]))
    assert [origin.name for origin in incident.origins] == ["Northern Wire"]


def test_two_outlets_quoting_one_spokeswoman_are_one_origin() -> None:
    pages = []
    for outlet, name in (("Karsh Monitor", "Mara Kett"), ("Halvik Radio", "Kett")):
        page = Page(
            text=f"In {outlet}: Interior Guard troops killed 12 people in Halvik, {name} said.",
            outlet=outlet,
        )
        said = page.says(name, "Interior Guard troops killed 12 people in Halvik")
        page.event(
            "kill", "killed", actors=["Interior Guard"], place="Halvik", killed=12, statement=said
        )
        pages.append(page.reading())
    incident = main_incident(weigh(pages))
    assert [origin.name for origin in incident.origins] == ["Mara Kett"]


def test_citing_another_outlet_adds_no_origin() -> None:
    radio = killing("Halvik Radio")
    citing = Page(
        text="Halvik Radio reported that troops of the Interior Guard killed 12 people in Halvik.",
        outlet="Karsh Monitor",
    )
    said = citing.says("Halvik Radio", "troops of the Interior Guard killed 12 people in Halvik")
    citing.event(
        "kill", "killed", actors=["Interior Guard"], place="Halvik", killed=12, statement=said
    )
    incident = main_incident(weigh([radio.reading(), citing.reading()]))
    assert [(origin.name, origin.certain) for origin in incident.origins] == [
        ("Halvik Radio", True)
    ]


def test_a_credit_alone_leaves_the_origin_uncertain() -> None:
    page = killing("Karsh Monitor", lead="")
    page = Page(
        text="Interior Guard troops killed 12 people in Halvik, as reported by Halvik Radio.",
        outlet="Karsh Monitor",
    )
    page.event("kill", "killed", actors=["Interior Guard"], place="Halvik", killed=12)
    (origin,) = main_incident(weigh([page.reading()])).origins
    assert (origin.name, origin.certain) == ("Halvik Radio", False)


@pytest.mark.parametrize(
    "speaker", ["another report", "sources", "two officials", "information received from Ostrel"]
)
def test_what_nobody_named_says_has_no_certain_origin(speaker: str) -> None:
    page = Page(text=f"According to {speaker}, troops killed 12 people in Halvik.")
    said = page.says(speaker, "troops killed 12 people in Halvik")
    page.event("kill", "killed", place="Halvik", killed=12, statement=said)
    (origin,) = main_incident(weigh([page.reading()])).origins
    assert not origin.certain
    assert "cannot tell" in origin.reason


def test_a_report_without_outlet_or_author_has_no_certain_origin() -> None:
    assert certain(main_incident(weigh([killing(None).reading()]))) == 0


def test_an_outside_voice_heard_only_through_a_party_is_not_certain() -> None:
    text = (
        "The Ostreli Border Bureau said that guards plan to massacre residents of Lindral Camp. "
        "Mara Kett is a spokeswoman for residents of Lindral Camp."
    )
    page = Page(text=text, byline="Mara Kett")
    page.group("residents of Lindral Camp", place="Lindral Camp")
    said = page.says("Ostreli Border Bureau", "guards plan to massacre residents of Lindral Camp")
    page.event(
        "massacre",
        "massacre",
        status=Status.PLANNED,
        targets=["residents of Lindral Camp"],
        statement=said,
    )
    (origin,) = main_incident(weigh([page.reading()])).origins
    assert not origin.certain


def test_a_planned_massacre_and_a_happened_one_are_two_incidents() -> None:
    page = Page(
        text="Guards massacred villagers in Halvik. Guards plan to massacre villagers in Halvik."
    )
    page.event("massacre", "massacred", targets=["villagers"], place="Halvik")
    page.event(
        "massacre",
        "massacre villagers",
        status=Status.PLANNED,
        targets=["villagers"],
        place="Halvik",
    )
    assert {i.status for i in weigh([page.reading()]).incidents} == {
        Status.HAPPENED,
        Status.PLANNED,
    }


def test_the_same_deed_in_two_towns_is_two_incidents() -> None:
    one = killing("Karsh Monitor")
    other = Page(
        text="Interior Guard troops killed 12 people in Brenmark on 9 April.", outlet="Halvik Radio"
    )
    other.event("kill", "killed", actors=["Interior Guard"], place="Brenmark", day=DAY, killed=12)
    assert len(weigh([one.reading(), other.reading()]).incidents) == 2


def test_the_same_town_weeks_apart_is_two_incidents() -> None:
    other = Page(
        text="Interior Guard troops killed 12 people in Halvik on 2 May.",
        published=date(2031, 5, 3),
    )
    other.event(
        "kill", "killed", actors=["Interior Guard"], place="Halvik", day=date(2031, 5, 2), killed=12
    )
    assert len(weigh([killing("Karsh Monitor").reading(), other.reading()]).incidents) == 2


def test_one_deed_told_twice_in_a_report_is_one_incident() -> None:
    page = Page(text="Interior Guard troops killed 12 people in Halvik. The killings drew protest.")
    page.event("kill", "killed", actors=["Interior Guard"], place="Halvik", killed=12)
    page.event("kill", "killings")
    assert len(main_incident(weigh([page.reading()])).events) == 2


def test_a_denial_is_set_against_the_affirmation() -> None:
    denying = Page(
        text="No troops killed anyone in Halvik, the Interior Guard said.",
        outlet="The Velmora Courier",
    )
    said = denying.says("Interior Guard", "No troops killed anyone in Halvik", stance=Stance.DENIES)
    denying.event(
        "kill",
        "killed",
        actors=["Interior Guard"],
        place="Halvik",
        day=DAY,
        denied=True,
        statement=said,
    )
    affirming = killing("Karsh Monitor")
    incident = main_incident(weigh([affirming.reading(), denying.reading()]))
    (contradiction,) = incident.contradicts
    assert contradiction.kind is ContradictionKind.DENIAL
    assert (contradiction.statement, contradiction.against) == (
        affirming.events[0].statement,
        said.id,
    )
    assert incident.polarity is Polarity.AFFIRMED
    assert said.id not in incident.supports


@pytest.mark.parametrize(
    ("first", "second", "second_day", "contradictions"),
    [
        (12, 0, 10, 1),
        ("at least 12", 14, 10, 0),
        ("dozens", 40, 10, 0),
        (12, 20, 11, 0),
        (12, 9, 11, 1),
    ],
)  # fmt: skip
def test_tolls_of_two_origins(
    first: int | str, second: int | str, second_day: int, contradictions: int
) -> None:
    one = killing("Karsh Monitor", first, lead="Nurses spoke. ")
    other = killing(
        "Halvik Radio", second, day=second_day, lead="Callers rang the station all day. "
    )
    incident = main_incident(weigh([one.reading(), other.reading()]))
    assert len(incident.contradicts) == contradictions
    assert all(c.kind is ContradictionKind.TOLL for c in incident.contradicts)
    assert len(incident.tolls) == 2


def test_a_later_higher_count_of_the_same_origin_is_an_update() -> None:
    noon = killing("Halvik Radio", 12, lead="The station counted at noon. ")
    night = killing("Halvik Radio", 20, day=11, lead="After dark the count was made again. ")
    incident = main_incident(weigh([noon.reading(), night.reading()]))
    assert incident.contradicts == ()
    assert incident.updates == (night.events[0].statement,)


def test_giving_up_arms_contradicts_holding_them() -> None:
    page = Page(
        text="Officials said that residents of Lindral Camp hold weapons. The Ostreli army "
        "declared that residents of Lindral Camp handed over all their weapons."
    )
    page.group("residents of Lindral Camp", place="Lindral Camp")
    accused = page.says(
        "Officials", "residents of Lindral Camp hold weapons", stance=Stance.ACCUSES
    )
    declared = page.says("Ostreli army", "residents of Lindral Camp handed over all their weapons")
    incident = main_incident(weigh([page.reading()]))
    assert [(c.statement, c.against) for c in incident.contradicts] == [(accused.id, declared.id)]


def withdrawal(*, outlet: str = "Northern Wire", day: int = 12) -> Reading:
    text = (
        "Northern Wire withdraws its report of 10 April that Interior Guard troops killed "
        "12 people in Halvik."
    )
    page = Page(text=text, outlet=outlet, published=date(2031, 4, day))
    page.event("kill", "killed", actors=["Interior Guard"], place="Halvik", killed=12)
    return page.reading()


def test_a_withdrawn_report_and_its_copies_no_longer_stand() -> None:
    wire = killing("Northern Wire").reading()
    copy = reprint(wire, outlet="Karsh Monitor")
    ledger = weigh([wire, copy, withdrawal()])
    incident = main_incident(ledger)
    assert set(ledger.retractions) == {wire.report.id, copy.report.id}
    assert set(incident.retracted) == {r.events[0].statement for r in (wire, copy)}
    assert incident.supports == ()
    assert certain(incident) in (0, 1)
    assert not any(
        origin.certain
        for origin in incident.origins
        if wire.report.id in origin.reports and withdrawal().report.id not in origin.reports
    )


def test_a_withdrawal_that_fits_two_reports_marks_neither() -> None:
    one, two = (
        killing("Northern Wire", lead="First. "),
        killing("Northern Wire", lead="Second note. "),
    )
    assert weigh([one.reading(), two.reading(), withdrawal()]).retractions == ()


def test_a_report_published_after_the_withdrawal_is_not_the_one_meant() -> None:
    assert weigh([killing("Northern Wire", day=20).reading(), withdrawal()]).retractions == ()


def test_nothing_yields_an_empty_ledger() -> None:
    assert weigh([]) == Ledger()
    assert weigh([Page(text="").reading()]).incidents == ()


def sample() -> list[Reading]:
    wire = killing("Northern Wire").reading()
    denying = Page(text="Nobody was killed in Halvik, the Interior Guard said.")
    said = denying.says("Interior Guard", "Nobody was killed in Halvik", stance=Stance.DENIES)
    denying.event(
        "kill", "killed", actors=["Interior Guard"], place="Halvik", denied=True, statement=said
    )
    return [
        wire,
        reprint(wire, outlet="Karsh Monitor"),
        killing("Halvik Radio", 20, day=11, lead="Callers rang all night. ").reading(),
        killing(None, 3, lead="Found on a wall. ").reading(),
        denying.reading(),
        withdrawal(),
        killing("The Velmora Courier", byline="Mara Kett", lead="A letter. ").reading(),
    ]


@settings(deadline=None, max_examples=40)
@given(st.permutations(range(7)))
def test_the_order_of_reports_changes_nothing(order: list[int]) -> None:
    readings = sample()
    assert weigh([readings[n] for n in order]) == weigh(readings)


@settings(deadline=None, max_examples=60)
@given(
    st.sets(st.integers(0, 6), min_size=1),
    st.integers(0, 6),
    st.integers(0, 3),
    st.sampled_from(["The Velmora Courier", "Ninefold Post", "Halvik Radio", "Northern Wire"]),
)
def test_adding_a_copy_never_raises_the_count_of_origins(
    chosen: set[int], copied: int, later: int, outlet: str
) -> None:
    readings = [sample()[n] for n in sorted(chosen | {copied})]
    original = sample()[copied]
    day = date.fromordinal(original.report.published.toordinal() + later)
    before, after = (
        weigh(readings),
        weigh([*readings, reprint(original, outlet=outlet, published=day)]),
    )
    for count in (certain, lambda incident: len(incident.origins)):
        assert sum(map(count, after.incidents)) <= sum(map(count, before.incidents))


@settings(deadline=None, max_examples=30)
@given(st.sets(st.integers(0, 6)))
def test_every_statement_of_an_incident_exists_in_the_readings(chosen: set[int]) -> None:
    readings = [sample()[n] for n in chosen]
    known = {statement.id for reading in readings for statement in reading.all_statements}
    for incident in weigh(readings).incidents:
        pairs = [s for c in incident.contradicts for s in (c.statement, c.against)]
        origins = [s for origin in incident.origins for s in origin.statements]
        tolls = [toll.statement for toll in incident.tolls]
        used = {
            *incident.supports,
            *incident.updates,
            *incident.retracted,
            *pairs,
            *origins,
            *tolls,
        }
        assert used <= known


def test_thousands_of_alike_events_are_weighed_in_bounded_time() -> None:
    dice = random.Random(7)  # noqa: S311  (a fixed seed for a test)
    readings = []
    for number in range(1500):
        words = " ".join(
            dice.choice(
                ["ford", "mill", "road", "gate", "hill", "farm", "well", "mine", "dock", "yard"]
            )
            for _ in range(12)
        )
        page = Page(
            text=f"Item {number}: {words}. Guards killed 3 people in Halvik, case {number}.",
            outlet=f"Paper {number % 40}",
        )
        page.event("kill", "killed", actors=["Interior Guard"], place="Halvik", killed=3)
        readings.append(page.reading())
    start = time.process_time()
    assert weigh(readings).incidents
    assert time.process_time() - start < 20


def test_what_goes_on_is_shown_as_going_on_where_that_is_told_most_plainly() -> None:
    page = Page(text="By obstructing the agency the Interior Guard is blocking the registration.")
    page.event("obstruct_protection", "obstructing", actors=["Interior Guard"])
    page.event("obstruct_protection", "blocking", status=Status.ONGOING, actors=["Interior Guard"])
    page.events[1] = replace(page.events[1], score=0.9)
    [incident] = weigh([page.reading()]).incidents
    assert incident.status is Status.ONGOING
