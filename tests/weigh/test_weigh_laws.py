"""The laws of weighing, on sets of reports drawn at random."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from factories import Page, reprint
from tocsin.core.types import (
    Credibility,
    Incident,
    Judgement,
    Ledger,
    Reading,
    Reliability,
    Stance,
    Standing,
    Verdict,
    judgement_id,
)
from tocsin.weigh import weigh
from tocsin.weigh.weigher import Weigher

OUTLETS = ("Karsh Monitor", "The Velmora Courier", "Halvik Radio", "Ninefold Post")
LEADS = ("Our reporter was there. ", "Two nurses spoke to this paper. ", "Smoke hung over it. ")
RANK = {one: 7 - int(one) if one != "6" else 0 for one in Credibility}
FEW = settings(max_examples=15, deadline=None)


def report(
    outlet: str, place: str, day: int, killed: int, lead: str, denied_by: str = ""
) -> Reading:
    deed = f"Interior Guard troops killed {killed} people in {place} on {day} April"
    text = f"{lead}{deed}." + (f" {denied_by} denied that its men fired." if denied_by else "")
    page = Page(text=text, outlet=outlet, published=date(2031, 4, day + 1))
    when = date(2031, 4, day)
    page.event("kill", "killed", actors=["Interior Guard"], place=place, day=when, killed=killed)
    if denied_by:
        said = page.says(denied_by, "its men fired", stance=Stance.DENIES)
        page.event(
            "kill", "fired", denied=True, actors=["Interior Guard"], place=place, day=when,
            statement=said,
        )  # fmt: skip
    return page.reading()


reports = st.lists(
    st.builds(
        report,
        st.sampled_from(OUTLETS),
        st.sampled_from(("Halvik", "Brenmark")),
        st.integers(min_value=1, max_value=4),
        st.integers(min_value=2, max_value=4),
        st.sampled_from(LEADS),
        st.sampled_from(("", "Interior Guard")),
    ),
    min_size=1,
    max_size=8,
    unique_by=lambda reading: reading.report.id,
)


def incident_with(ledger: Ledger, reading: Reading) -> Incident:
    return next(one for one in ledger.incidents if reading.events[0].id in one.events)


@FEW
@given(readings=reports, data=st.data())
def test_a_copy_never_raises_corroboration(readings: list[Reading], data: st.DataObject) -> None:
    original = data.draw(st.sampled_from(readings))
    copy = reprint(original, outlet=data.draw(st.sampled_from((*OUTLETS, "Northern Wire"))))
    one = incident_with(weigh(readings), original)
    other = incident_with(weigh([*readings, copy]), original)
    assert sum(o.certain for o in other.origins) <= sum(o.certain for o in one.origins)


@FEW
@given(readings=reports, data=st.data())
def test_a_copy_by_a_paper_with_no_report_of_its_own_raises_no_grade(
    readings: list[Reading], data: st.DataObject
) -> None:
    copy = reprint(data.draw(st.sampled_from(readings)), outlet="Northern Wire")
    before = {one.statement: one.credibility for one in weigh(readings).grades}
    for graded in weigh([*readings, copy]).grades:
        if graded.statement in before:
            assert RANK[graded.credibility] <= RANK[before[graded.statement]], graded.steps


@FEW
@given(readings=reports, data=st.data())
def test_order_changes_nothing(readings: list[Reading], data: st.DataObject) -> None:
    assert weigh(data.draw(st.permutations(readings))) == weigh(readings)


@FEW
@given(readings=reports)
def test_what_sources_are_called_changes_no_grade_and_no_count(readings: list[Reading]) -> None:
    renamed = [
        reprint(one, outlet=f"Paper {OUTLETS.index(one.report.outlet or '')}") for one in readings
    ]
    one, other = weigh(readings), weigh(renamed)
    assert shape(one) == shape(other)


def shape(ledger: Ledger) -> list[object]:
    """Return what of a ledger does not depend on names."""
    incidents = sorted(
        (
            one.type,
            one.place or "",
            len(one.events),
            sorted(origin.certain for origin in one.origins),
            len(one.contradicts),
            [(fused.of, fused.low, fused.high, fused.best) for fused in one.fused],
        )
        for one in ledger.incidents
    )
    grades = sorted(graded.credibility for graded in ledger.grades)
    outlets = sorted(source.reliability for source in ledger.sources)
    return [incidents, grades, outlets]


@FEW
@given(readings=reports, data=st.data())
def test_a_report_taken_out_and_put_back_leaves_the_ledger_as_it_was(
    readings: list[Reading], data: st.DataObject
) -> None:
    weigher = Weigher()
    for reading in readings:
        weigher.add(reading)
    before = weigher.ledger()
    gone = data.draw(st.sampled_from(readings))
    weigher.remove(gone.report.id)
    assert weigher.ledger() == weigh([one for one in readings if one is not gone])
    weigher.add(gone)
    assert weigher.ledger() == before == weigh(readings)


@FEW
@given(readings=reports)
def test_every_statement_has_its_path_to_a_capture(readings: list[Reading]) -> None:
    captures = {one.report.id: one.report.capture for one in readings}
    said = {s.id: s for one in readings for s in one.all_statements}
    ledger = weigh(readings)
    used = {graded.statement for graded in ledger.grades}
    for incident in ledger.incidents:
        used |= {*incident.supports, *incident.updates, *incident.retracted}
        used |= {statement for origin in incident.origins for statement in origin.statements}
        used |= {toll.statement for toll in incident.tolls}
        used |= {one for pair in incident.contradicts for one in (pair.statement, pair.against)}
    for statement in used:
        assert said[statement].content_spans
        assert captures[said[statement].report]


def judgement(verdict: Verdict, *subjects: str, minute: int = 0, **told: str) -> Judgement:
    at = datetime(2031, 5, 1, 12, minute, tzinfo=UTC)
    made = {"subjects": subjects, "by": "A. Analyst", "at": at, **told}
    return Judgement(id=judgement_id(verdict, **made), verdict=verdict, reason="seen", **made)  # type: ignore[arg-type]


@FEW
@given(readings=reports, later=reports, data=st.data())
def test_no_judgement_is_lost_by_a_run_with_more_reports(
    readings: list[Reading], later: list[Reading], data: st.DataObject
) -> None:
    judged = data.draw(st.sampled_from(readings))
    event, statement = judged.events[0].id, judged.events[0].statement
    given_ = [
        judgement(Verdict.CONFIRM, event, field="incident"),
        judgement(Verdict.GRADE, statement, value="2", minute=1),
    ]
    known = {one.report.id for one in readings}
    more = [*readings, *(one for one in later if one.report.id not in known)]
    for run in (readings, more, [*reversed(more)]):
        ledger = weigh(run, judgements=given_)
        assert ledger.judgements == tuple(given_)
        assert ledger.unapplied == ()
        assert incident_with(ledger, judged).standing is Standing.CONFIRMED
        grades = {graded.statement: graded.credibility for graded in ledger.grades}
        assert grades[statement] is Credibility.PROBABLE
    lost = weigh([replace(one, events=()) for one in readings], judgements=given_)
    assert lost.judgements == tuple(given_)


@FEW
@given(readings=reports, data=st.data())
def test_a_judgement_undone_leaves_the_ledger_as_it_was(
    readings: list[Reading], data: st.DataObject
) -> None:
    judged = data.draw(st.sampled_from(readings))
    sources = weigh(readings).sources
    given_ = [
        judgement(Verdict.REJECT, judged.events[0].id),
        judgement(Verdict.GRADE, data.draw(st.sampled_from(sources)).id, value="B", minute=1),
    ]
    undone = [judgement(Verdict.UNDO, one.id, minute=2 + n) for n, one in enumerate(given_)]
    plain, ledger = weigh(readings), weigh(readings, judgements=[*given_, *undone])
    assert replace(ledger, judgements=(), unapplied=()) == plain
    assert Reliability.B not in {source.reliability for source in plain.sources}
