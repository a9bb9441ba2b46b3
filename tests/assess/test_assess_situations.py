from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factories import Page, reprint
from tocsin.assess import assess
from tocsin.core.time import end_of_day
from tocsin.core.types import (
    Confidence,
    DeadlineKind,
    Level,
    Reading,
    Situation,
    Stance,
    Status,
    WarningState,
)
from tocsin.warn.drafts import draft_warning
from tocsin.weigh import weigh

DAY = date(2031, 4, 10)
CAMP = "residents of Lindral Camp"
LIKELIHOOD = ("likely", "unlikely", "probabl", "chance", "almost certain", "possib")


def assessed(*pages: Page, as_of: date = DAY) -> tuple[Situation, ...]:
    readings = [page.reading() for page in pages]
    return assess(readings, weigh(readings), as_of=end_of_day(as_of))


def only(*pages: Page, as_of: date = DAY) -> Situation:
    (situation,) = assessed(*pages, as_of=as_of)
    return situation


def appeal(*, outlet: str = "The Orlen Review", deadline: date | None = date(2031, 4, 30)) -> Page:
    text = (
        "The Interior Guard is planning a massacre of residents of Lindral Camp. "
        "The camp is to be closed by the end of April. "
        "Mara Kett is a spokeswoman for residents of Lindral Camp."
    )
    page = Page(text=text, outlet=outlet, byline="Mara Kett", published=DAY)
    page.group(CAMP, place="Lindral Camp", size=2600)
    page.event("massacre", "massacre", status=Status.PLANNED, actors=["Interior Guard"],
               targets=[CAMP], place="Lindral Camp")  # fmt: skip
    if deadline:
        page.deadline(deadline, "by the end of April")
    return page


def monitor(*, outlet: str = "Karsh Monitor", lead: str = "Our staff saw the order. ") -> Page:
    text = f"{lead}The Interior Guard is planning a massacre of residents of Lindral Camp."
    page = Page(text=text, outlet=outlet, published=DAY)
    page.group(CAMP, place="Lindral Camp")
    page.event("massacre", "massacre", status=Status.PLANNED, actors=["Interior Guard"],
               targets=[CAMP], place="Lindral Camp")  # fmt: skip
    return page


def test_one_party_alone_can_raise_the_level_but_never_the_confidence() -> None:
    situation = only(appeal())
    assert situation.assessment.level is Level.EMERGENCY
    assert situation.assessment.confidence is Confidence.LOW
    (gap,) = (g for g in situation.assessment.gaps if g.rule == "gap.single-origin-party")
    assert "party" in gap.text
    assert "residents of Lindral Camp" in gap.text
    assert situation.threatened_by == ("Interior Guard",)


def test_without_a_near_date_a_planned_massacre_is_a_warning() -> None:
    assert only(appeal(deadline=None)).assessment.level is Level.WARNING


def test_a_date_that_has_passed_no_longer_counts() -> None:
    late = only(appeal(), as_of=date(2031, 5, 20))
    assert late.assessment.level is Level.WARNING
    assert any(gap.rule == "gap.silence" for gap in late.assessment.gaps)


def test_a_plan_of_which_nothing_was_heard_for_a_quarter_is_only_watched() -> None:
    assert only(appeal(), as_of=date(2031, 9, 1)).assessment.level is Level.WATCH


def test_two_independent_origins_outside_the_dispute_give_moderate_confidence() -> None:
    radio = monitor(outlet="Halvik Radio", lead="Two callers described the trucks in detail. ")
    situation = only(appeal(), monitor(), radio)
    assert situation.assessment.confidence is Confidence.MODERATE
    assert len(situation.reports) == 3


def test_reprints_of_the_appeal_leave_confidence_low() -> None:
    one = appeal().reading()
    readings = [one, *(reprint(one, outlet=name) for name in ("Karsh Monitor", "Halvik Radio"))]
    (situation,) = assess(readings, weigh(readings), as_of=end_of_day(DAY))
    assert situation.assessment.confidence is Confidence.LOW


def test_a_denial_is_named_as_a_gap() -> None:
    denial = Page(
        text="The Interior Guard is planning no massacre of residents of Lindral Camp, it said.",
        outlet="The Velmora Courier",
        published=DAY,
    )
    said = denial.says(
        "Interior Guard",
        "The Interior Guard is planning no massacre of residents of Lindral Camp",
        stance=Stance.DENIES,
    )
    denial.event(
        "massacre",
        "massacre",
        status=Status.PLANNED,
        actors=["Interior Guard"],
        targets=[CAMP],
        place="Lindral Camp",
        denied=True,
        statement=said,
    )
    denial.group(CAMP, place="Lindral Camp")
    situation = only(appeal(), denial)
    (gap,) = (g for g in situation.assessment.gaps if g.rule == "gap.contradicted")
    assert said.id in gap.statements
    (lit,) = (i for i in situation.indicators if i.id == "11.5")
    assert [evidence.statement for evidence in lit.denied] == [said.id]


def test_only_denied_events_light_nothing() -> None:
    page = Page(
        text="Nobody plans a massacre of residents of Lindral Camp. The clinic burned down."
    )
    page.group(CAMP, place="Lindral Camp")
    page.event("massacre", "massacre", status=Status.PLANNED, targets=[CAMP], denied=True)
    page.event("destroy_property", "burned", targets=["clinic"])
    for situation in assessed(page):
        assert "11.5" not in {indicator.id for indicator in situation.indicators}


@pytest.mark.parametrize(
    "text",
    [
        "Halvik United beat Brenmark 3–1 in a battle; the visitors were massacred in defence.",
        "The currency crisis deepened and food prices doubled before the coming election.",
        "The state of emergency over the flood was lifted and the internet is back.",
        "",
    ],
)
def test_ordinary_news_makes_no_situation(text: str) -> None:
    assert assessed(Page(text=text)) == ()


def test_reports_on_one_group_under_two_names_are_one_situation() -> None:
    other = Page(
        text="Guards surrounded Lindral Camp, home of the Mirrun.",
        outlet="Halvik Radio",
        published=DAY,
    )
    other.group("Mirrun people", place="Lindral Camp")
    other.event(
        "besiege_or_deny_aid",
        "surrounded",
        status=Status.ONGOING,
        actors=["Interior Guard"],
        place="Lindral Camp",
    )
    assert len(only(appeal(), other).reports) == 2


def test_groups_in_two_towns_are_two_situations() -> None:
    other = Page(text="Black Heron brigade fighters expelled weavers of Ninefold.", published=DAY)
    other.group("weavers of Ninefold", place="Ninefold")
    other.event(
        "expel_or_displace",
        "expelled",
        actors=["Black Heron brigade"],
        targets=["weavers of Ninefold"],
    )
    assert {s.place for s in assessed(appeal(), other)} == {"Lindral Camp", "Ninefold"}


def test_violence_without_a_group_makes_a_situation_of_its_place() -> None:
    page = Page(text="Gunmen killed 12 people in Halvik.", published=DAY)
    page.event("kill", "killed", targets=["12 people"], place="Halvik", killed=12, day=DAY)
    situation = only(page)
    assert (situation.place, situation.group) == ("Halvik", None)
    assert situation.assessment.level is Level.WARNING


def test_what_the_group_itself_is_accused_of_is_no_threat_to_it() -> None:
    page = appeal()
    accused = Page(
        text="Residents of Lindral Camp plan to shoot at the Interior Guard.",
        outlet="The Velmora Courier",
        published=DAY,
    )
    accused.group("Residents of Lindral Camp", place="Lindral Camp")
    event = accused.event(
        "armed_attack",
        "shoot",
        status=Status.PLANNED,
        actors=["Residents of Lindral Camp"],
        targets=["Interior Guard"],
    )
    situation = only(page, accused)
    (lit,) = (i for i in situation.indicators if i.id == "11.5")
    assert event.statement not in lit.statements
    assert "Residents of Lindral Camp" not in situation.threatened_by


def test_a_withdrawn_statement_lights_nothing() -> None:
    wire = monitor(outlet="Northern Wire")
    back = Page(
        text="Northern Wire withdraws its report of 10 April that the Interior Guard is planning "
        "a massacre of residents of Lindral Camp.",
        outlet="Northern Wire",
        published=date(2031, 4, 11),
    )
    situations = assessed(wire, back, as_of=date(2031, 4, 11))
    assert all(i.id != "11.5" for s in situations for i in s.indicators)


def test_a_coming_date_lights_a_trigger_only_where_violence_is_planned() -> None:
    assert "8.1" in {i.id for i in only(appeal()).indicators}
    calm = Page(
        text="Guards closed the clinic of Lindral Camp. A visit is due on 15 April.", published=DAY
    )
    calm.group(CAMP, place="Lindral Camp")
    calm.event("close_or_evict", "closed", actors=["Interior Guard"])
    calm.deadline(date(2031, 4, 15), "on 15 April", kind=DeadlineKind.TRIGGER)
    assert "8.1" not in {i.id for i in only(calm).indicators}


def test_every_reason_of_the_level_names_its_rule_and_statements() -> None:
    for reason in only(appeal()).assessment.why:
        assert reason.rule.split(".")[0] in {"level", "confidence"}
        assert reason.statements


def test_the_draft_is_unreviewed_and_sourced_in_every_sentence() -> None:
    warning = draft_warning(only(appeal()))
    assert warning is not None
    assert (warning.state, warning.reviewer) == (WarningState.DRAFT, None)
    assert all(sentence.statements for sentence in warning.sentences)
    for sentence in warning.sentences:
        assert not ("onfidence" in sentence.text and any(w in sentence.text for w in LIKELIHOOD))


def test_the_draft_says_who_what_by_when_and_how_sure_in_a_minute() -> None:
    situation = only(appeal())
    warning = draft_warning(situation)
    assert warning is not None
    texts = [sentence.text for sentence in warning.sentences]
    assert 4 <= len(texts) <= 10
    assert texts[0].startswith("Emergency: residents of Lindral Camp (2600) are said to be at risk")
    assert texts[0].endswith("from Interior Guard.")
    assert texts[1] == (
        "Reports say: mass killing of residents of Lindral Camp said to be planned."
    )
    assert "30 April 2031" in texts[2]
    assert any(text.startswith("Confidence is low. ") for text in texts)


def test_a_watched_situation_drafts_no_warning() -> None:
    assert draft_warning(only(appeal(), as_of=date(2031, 9, 1))) is None


def test_what_rests_on_no_statement_is_not_said_and_kills_no_brief() -> None:
    situation = only(appeal())
    assessment = situation.assessment
    bare = tuple(replace(reason, statements=()) for reason in assessment.why)
    unsourced = replace(
        situation, assessment=replace(assessment, why=bare, gaps=()), indicators=(), requests=()
    )
    assert draft_warning(unsourced) is None
    signs = draft_warning(replace(situation, assessment=replace(assessment, why=bare, gaps=())))
    assert signs is not None
    assert all(sentence.statements for sentence in signs.sentences)


@settings(deadline=None, max_examples=20)
@given(st.permutations(range(4)))
def test_the_order_of_reports_does_not_change_the_assessment(order: list[int]) -> None:
    pages = [
        appeal(),
        monitor(),
        monitor(outlet="Halvik Radio", lead="Callers rang. "),
        Page(text="Rain fell."),
    ]
    readings = [page.reading() for page in pages]
    shuffled: list[Reading] = [readings[n] for n in order]
    one, other = (assess(held, weigh(held), as_of=end_of_day(DAY)) for held in (readings, shuffled))
    assert one == other
