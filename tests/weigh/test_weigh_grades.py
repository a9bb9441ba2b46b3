from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factories import Page, reprint
from graded_pages import FIRST_DAY, denied, grade_of, graded, source_named, told
from tocsin.core.types import (
    Credibility,
    Ledger,
    Party,
    Reading,
    Reliability,
    Stance,
    Status,
    Subject,
)
from tocsin.weigh import weigh
from tocsin.weigh.grades.credibility import WORST_LAST, Grounds, credibility_of
from tocsin.weigh.grades.grading import with_grades
from tocsin.weigh.grades.interest import Interest, leaning_of
from tocsin.weigh.grades.reliability import Check, TrackRecord
from tocsin.weigh.grades.tallies import Tally

THREE = ("The Velmora Courier", "Karsh Monitor", "Halvik Radio")


def test_one_report_that_nothing_bears_on_cannot_be_judged() -> None:
    only = told("The Velmora Courier")
    grade = grade_of(graded([only]), only)
    assert grade.credibility is Credibility.UNKNOWN
    assert grade.steps[-1] == "so: 6, its truth cannot be judged"


def test_a_second_origin_makes_it_probable_and_a_third_confirms_it() -> None:
    readings = [told(outlet) for outlet in THREE]
    two, three = graded(readings[:2]), graded(readings)
    assert grade_of(two, readings[0]).credibility is Credibility.PROBABLE
    assert grade_of(three, readings[0]).credibility is Credibility.CONFIRMED
    assert "one independent origin affirms it: Karsh Monitor" in grade_of(two, readings[0]).steps
    assert (
        "2 independent origins affirm it: Halvik Radio, Karsh Monitor"
        in grade_of(three, readings[0]).steps
    )


def test_ten_copies_of_one_report_leave_it_unjudged() -> None:
    wire = told("The Velmora Courier")
    copies = [reprint(wire, outlet=f"Paper {n}") for n in range(10)]
    ledger = graded([wire, *copies])
    assert {grade.credibility for grade in ledger.grades} == {Credibility.UNKNOWN}
    assert {source.reliability for source in ledger.sources} == {Reliability.F}


def test_the_denial_of_who_is_accused_counts_for_less_and_never_confirms() -> None:
    affirmed = [told(outlet) for outlet in THREE]
    denial = denied("Interior Guard", "Brenmark Post")
    ledger = graded([*affirmed, denial])
    grade = grade_of(ledger, affirmed[0])
    assert grade.credibility is Credibility.PROBABLE
    assert "Interior Guard is a party and denies its own act: counts for less" in grade.steps
    assert grade_of(ledger, denial).credibility is Credibility.IMPROBABLE


def test_one_word_against_an_outsiders_is_doubtful_on_both_sides() -> None:
    affirmed = told("The Velmora Courier")
    denial = denied("Karsh Monitor", "Karsh Monitor", quoted=False)
    ledger = graded([affirmed, denial])
    assert {grade.credibility for grade in ledger.grades} == {Credibility.DOUBTFUL}


def admission() -> Reading:
    content = "Interior Guard troops killed 12 people in Halvik"
    page = Page(text=f"{content}, the Interior Guard said.", outlet="Brenmark Post",
                published=FIRST_DAY + timedelta(days=1))  # fmt: skip
    said = page.says("Interior Guard", content)
    page.event(
        "kill", "killed", actors=["Interior Guard"], place="Halvik", day=FIRST_DAY, killed=12,
        statement=said,
    )  # fmt: skip
    return page.reading()


def test_an_admission_counts_for_more_than_an_outsiders_word() -> None:
    report = told("The Velmora Courier")
    with_admission = graded([report, admission()])
    with_outsider = graded([report, told("Karsh Monitor")])
    assert grade_of(with_admission, report).credibility is Credibility.CONFIRMED
    assert grade_of(with_outsider, report).credibility is Credibility.PROBABLE
    steps = grade_of(graded([admission()]), admission()).steps
    assert "Interior Guard is a party and admits its own act: counts for more" in steps


def test_an_admission_alone_is_probable() -> None:
    only = admission()
    assert grade_of(graded([only]), only).credibility is Credibility.PROBABLE


@pytest.mark.parametrize(
    ("of", "affirms", "armed", "interest"),
    [
        ("Interior Guard", True, False, Interest.AGAINST),
        ("Interior Guard", False, False, Interest.IN),
        ("Interior Guard", True, True, Interest.IN),
        ("residents of Halvik", True, False, Interest.IN),
        ("residents of Halvik", False, False, Interest.AGAINST),
        ("Ostreli Border Bureau", True, False, Interest.UNCLEAR),
    ],
)
def test_interest_follows_the_side_of_the_speaker(
    of: str, affirms: bool, armed: bool, interest: Interest
) -> None:
    (incident,) = weigh([told("The Velmora Courier")]).incidents
    party = Party(of=of, role="group at risk", evidence="")
    leaning = leaning_of(party, incident, affirms=affirms, armed_targets=armed)
    assert leaning.interest is interest
    assert leaning.words


def test_an_outsider_has_no_interest() -> None:
    (incident,) = weigh([told("The Velmora Courier")]).incidents
    assert leaning_of(None, incident, affirms=True).interest is Interest.NONE


def a_year_of(*others: str, weeks: int = 5, lone: str | None = None) -> list[Reading]:
    """Return killings told alike by the outlets; the lone outlet gives another count each time."""
    readings = [told(outlet, 12, week=week) for week in range(weeks) for outlet in others]
    if lone:
        readings += [told(lone, 70, week=week) for week in range(weeks)]
    return readings


def test_a_source_that_others_confirm_again_and_again_is_reliable_on_that_subject() -> None:
    ledger = graded(a_year_of(*THREE))
    courier = source_named(ledger, "The Velmora Courier")
    assert courier.reliability is Reliability.B
    assert {record.subject for record in courier.records} == {Subject.CASUALTIES, Subject.CONDUCT}
    assert courier.reason.startswith("checked on 5 incidents")


def test_a_source_whose_counts_others_contradict_is_unreliable_on_casualties_alone() -> None:
    ledger = graded(a_year_of(*THREE, lone="Brenmark Post"))
    post = source_named(ledger, "Brenmark Post")
    by_subject = {record.subject: record.reliability for record in post.records}
    assert by_subject[Subject.CASUALTIES] in (Reliability.D, Reliability.E)
    assert by_subject[Subject.CONDUCT] is Reliability.B
    assert "on casualties" in post.reason


def test_two_checks_are_too_few_for_a_grade() -> None:
    ledger = graded(a_year_of(*THREE, weeks=2))
    courier = source_named(ledger, "The Velmora Courier")
    assert courier.reliability is Reliability.F
    assert courier.reason.startswith("cannot be judged: checked on 2 incidents")


def test_a_good_record_makes_a_lone_report_probable_and_a_bad_one_doubtful() -> None:
    past = a_year_of(*THREE, lone="Brenmark Post")
    good, bad = (
        told(outlet, 9, week=8, place="Brenmark", actor="Tarvenian army")
        for outlet in ("The Velmora Courier", "Brenmark Post")
    )
    assert grade_of(graded([*past, good]), good).credibility is Credibility.PROBABLE
    assert grade_of(graded([*past, bad]), bad).credibility is Credibility.DOUBTFUL


def test_what_others_tell_of_the_same_actor_makes_a_lone_report_possible() -> None:
    past, lone = told("Karsh Monitor"), told("The Velmora Courier", 9, week=3)
    grade = grade_of(graded([past, lone]), lone)
    assert grade.credibility is Credibility.POSSIBLE
    assert "others tell such things of Interior Guard" in grade.steps


def test_a_source_is_not_judged_by_its_own_copies() -> None:
    readings = [told("The Velmora Courier", week=week) for week in range(5)]
    copies = [reprint(reading, outlet="Karsh Monitor") for reading in readings]
    ledger = graded([*readings, *copies])
    assert {source.reliability for source in ledger.sources} == {Reliability.F}


def test_a_copyist_gains_nothing_from_what_it_copies() -> None:
    past = a_year_of("The Velmora Courier", "Karsh Monitor")
    copies = [
        reprint(reading, outlet="Paper 7", published=reading.report.published + timedelta(days=1))
        for reading in past
        if reading.report.outlet == "The Velmora Courier" and reading.report.published
    ]
    ledger = graded([*past, *copies])
    assert source_named(ledger, "Paper 7").reliability is Reliability.F
    assert source_named(ledger, "The Velmora Courier").reliability is Reliability.B


def test_older_checks_count_for_less() -> None:
    def record(day: date) -> Tally:
        checks = [Check(f"inc_{n}", Subject.CONDUCT, True, False, day) for n in range(4)]  # type: ignore[arg-type]
        return TrackRecord(checks, as_of=date(2031, 4, 1)).overall()

    fresh, old = record(date(2031, 3, 1)), record(date(2021, 3, 1))
    assert fresh.reliability is Reliability.B
    assert old.reliability is Reliability.F
    assert old.expected < fresh.expected


def test_the_incident_under_judgement_is_left_out_of_the_record() -> None:
    checks = [Check(f"inc_{n}", Subject.CONDUCT, True, False, None) for n in range(3)]  # type: ignore[arg-type]
    record = TrackRecord(checks, as_of=None)
    assert record.on(Subject.CONDUCT).reliability is Reliability.B
    assert record.on(Subject.CONDUCT, leaving_out="inc_1").reliability is Reliability.F  # type: ignore[arg-type]


def test_a_withdrawn_report_is_improbable() -> None:
    wire = told("Northern Wire")
    text = (
        "Northern Wire withdraws its report of 2 March that Interior Guard troops killed 12 "
        "people in Halvik that day in week 0."
    )
    back = Page(text=text, outlet="Northern Wire", published=FIRST_DAY + timedelta(days=5))
    ledger = graded([wire, back.reading()])
    assert wire.report.id in ledger.retractions
    assert grade_of(ledger, wire).credibility is Credibility.IMPROBABLE


def test_a_toll_beyond_belief_is_improbable_and_says_so() -> None:
    absurd = told("The Velmora Courier", 10**12)
    grade = grade_of(graded([absurd]), absurd)
    assert grade.credibility is Credibility.IMPROBABLE
    assert any("more than ever befell people" in step for step in grade.steps)


def test_a_rumour_is_graded_no_better_than_probable() -> None:
    page = Page(text="Sources said that Interior Guard troops killed 12 people in Halvik.",
                outlet="Brenmark Post", published=FIRST_DAY + timedelta(days=1))  # fmt: skip
    said = page.says("sources", "Interior Guard troops killed 12 people in Halvik")
    page.event("kill", "killed", actors=["Interior Guard"], place="Halvik", day=FIRST_DAY,
               killed=12, statement=said)  # fmt: skip
    rumour = page.reading()
    alone, with_three = graded([rumour]), graded([rumour, *(told(outlet) for outlet in THREE)])
    assert grade_of(alone, rumour).credibility is Credibility.UNKNOWN
    assert grade_of(with_three, rumour).credibility is Credibility.PROBABLE


def test_plans_are_judged_apart_from_deeds() -> None:
    page = Page(text="The Interior Guard plans to massacre residents of Halvik, it was learned.")
    page.event("massacre", "massacre", status=Status.PLANNED, actors=["Interior Guard"],
               targets=["residents of Halvik"], place="Halvik")  # fmt: skip
    grade = grade_of(graded([page.reading()]), page.reading())
    assert any("on intent" in step for step in grade.steps)


def test_every_statement_of_an_incident_is_graded_once() -> None:
    ledger = graded(sample())
    told_of = {s for i in ledger.incidents for o in i.origins for s in o.statements}
    assert sorted(told_of) == [grade.statement for grade in ledger.grades]
    assert all(grade.steps for grade in ledger.grades)


def test_nothing_yields_no_grades() -> None:
    assert with_grades(Ledger(), []) == Ledger()


GRADES = st.floats(0, 6)


@given(own=st.sampled_from([0.5, 1.0, 2.0]), support=GRADES, more=GRADES, against=GRADES,
       certain=st.booleans(), fits=st.booleans(), letter=st.sampled_from(Reliability))  # fmt: skip
def test_more_support_never_worsens_and_more_denial_never_betters_a_grade(
    own: float, support: float, more: float, against: float, certain: bool, fits: bool,
    letter: Reliability,
) -> None:  # fmt: skip
    base = Grounds(own=own, support=support, against=against, certain=certain, fits=fits,
                   reliability=letter)  # fmt: skip
    grade = credibility_of(base)
    backed = credibility_of(replace(base, support=support + more))
    opposed = credibility_of(replace(base, against=against + more))
    if Credibility.UNKNOWN not in (grade, backed):
        assert WORST_LAST.index(backed) <= WORST_LAST.index(grade)
    if Credibility.UNKNOWN not in (grade, opposed):
        assert WORST_LAST.index(opposed) >= WORST_LAST.index(grade)


@given(confirmed=st.floats(0, 50), contradicted=st.floats(0, 50), more=st.floats(0, 20))
def test_a_confirmation_lost_never_raises_what_a_record_is_worth(
    confirmed: float, contradicted: float, more: float
) -> None:
    worth = {Reliability.A: 3, Reliability.B: 3, Reliability.C: 2, Reliability.F: 2,
             Reliability.D: 1, Reliability.E: 0}  # fmt: skip
    richer, poorer = Tally(confirmed + more, contradicted), Tally(confirmed, contradicted)
    assert worth[poorer.reliability] <= worth[richer.reliability]


def sample() -> list[Reading]:
    return [
        *a_year_of("The Velmora Courier", "Karsh Monitor", weeks=3, lone="Brenmark Post"),
        denied("Interior Guard", "Halvik Radio"),
        denied("Interior Guard", "Halvik Radio", week=1),
        told("Halvik Radio", "at least 10", week=2),
        told("Halvik Radio", 5, week=4, byline="Mara Kett"),
    ]


ORDER = {"1": 0, "2": 1, "3": 2, "6": 2.5, "4": 3, "5": 4}


@settings(max_examples=25)
@given(st.integers(0, 12), st.integers(0, 3))
def test_adding_a_copy_never_raises_a_grade(which: int, days: int) -> None:
    readings = sample()
    copied = readings[which % len(readings)]
    assert copied.report.published
    later = copied.report.published + timedelta(days=days)
    copy = reprint(copied, outlet="Paper 7", published=later)
    before, after = graded(readings), graded([*readings, copy])
    now = {grade.statement: grade.credibility for grade in after.grades}
    for grade in before.grades:
        assert ORDER[now[grade.statement].value] >= ORDER[grade.credibility.value]
    letters = {source.id: source.reliability for source in after.sources}
    for source in before.sources:
        if Reliability.F not in (source.reliability, letters[source.id]):
            assert letters[source.id].value >= source.reliability.value
    assert source_named(after, "Paper 7").reliability in (Reliability.F, Reliability.D)


@settings(max_examples=15)
@given(st.permutations(range(13)))
def test_the_order_of_reports_changes_no_grade(order: list[int]) -> None:
    readings = sample()
    assert graded([readings[n] for n in order if n < len(readings)]) == graded(readings)


def test_renaming_the_sources_changes_no_grade() -> None:
    renamed = {"The Velmora Courier": "Zeta Paper", "Karsh Monitor": "Alpha Paper"}
    first, second = (
        [told(names.get(outlet, outlet), number, week=week)
         for week in range(4)
         for outlet, number in (("The Velmora Courier", 12), ("Karsh Monitor", 12),
                                ("Halvik Radio", 50))]
        for names in ({}, renamed)
    )  # fmt: skip
    before, after = graded(first), graded(second)
    for one, other in zip(first, second, strict=True):
        assert grade_of(before, one).credibility == grade_of(after, other).credibility
    for old, new in renamed.items():
        before_card, after_card = source_named(before, old), source_named(after, new)
        assert before_card.records == after_card.records
        assert before_card.reason == after_card.reason


def test_every_one_of_hundreds_of_clashing_statements_is_graded() -> None:
    page = Page(text=" ".join(f"Guards killed {n} people in Halvik." for n in range(400)))
    for n in range(400):
        said = page.says(f"Witness Kett{n}", f"Guards killed {n} people in Halvik.",
                         stance=Stance.ASSERTS if n % 2 else Stance.DENIES)  # fmt: skip
        page.event("kill", f"killed {n} people", place="Halvik", killed=n, statement=said,
                   denied=not n % 2)  # fmt: skip
    readings = [page.reading()]
    ledger = weigh(readings)
    assert len(with_grades(ledger, readings).grades) == 400
