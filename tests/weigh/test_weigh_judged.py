"""What analysts judge holds on every later run, whatever the order, and can be undone."""

from __future__ import annotations

from contextlib import nullcontext
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factories import Page
from judgements import judged
from tocsin.core.errors import BadJudgement
from tocsin.core.ids import EventId
from tocsin.core.types import (
    OF_INCIDENT,
    Credibility,
    Incident,
    Judgement,
    Ledger,
    Polarity,
    Reading,
    Reliability,
    Stance,
    Standing,
    Status,
    Verdict,
)
from tocsin.weigh import weigh
from tocsin.weigh.judged import checked, constraints, corrected


def killing(outlet: str, place: str = "Halvik", number: int = 12, lead: str = "") -> Page:
    text = f"{lead}Interior Guard troops killed {number} people in {place} on 9 April."
    page = Page(text=text, outlet=outlet)
    page.event(
        "kill",
        "killed",
        actors=["Interior Guard"],
        place=place,
        day=date(2031, 4, 9),
        killed=number,
    )
    return page


COURIER = killing("The Velmora Courier", lead="Our reporter counted the dead. ")
MONITOR = killing("Karsh Monitor", lead="Nurses at two clinics spoke to this paper. ")
RADIO = killing("Halvik Radio", "Brenmark", 3, lead="Callers told of shots. ")
SPOKEN = Page("Shots fell. The army killed nobody, said Ilya Dorn.", outlet="Northern Wire")
DORN = SPOKEN.says("Ilya Dorn", "The army killed nobody", stance=Stance.DENIES)
SPOKEN.event("kill", "killed", denied=True, statement=DORN, place="Halvik")
READINGS = tuple(page.reading() for page in (COURIER, MONITOR, RADIO, SPOKEN))
EVENTS = [reading.events[0].id for reading in READINGS]


def incident_with(event: str, ledger: Ledger) -> Incident:
    (found,) = [one for one in ledger.incidents if event in one.events]
    return found


def together(ledger: Ledger, one: str, other: str) -> bool:
    return other in incident_with(one, ledger).events


def event_as(field: str, value: str, readings: tuple[Reading, ...] = READINGS) -> Reading:
    judgement = judged(Verdict.CORRECT, EVENTS[0], field=field, value=value)
    return corrected(readings, [checked(judgement)])[0]


def test_fields_of_an_event_are_corrected_and_nothing_else_changes() -> None:
    before = READINGS[0].events[0]
    assert event_as("type", "wound").events[0].type == "wound"
    assert event_as("type", "wound").events[0].codes != before.codes
    assert event_as("status", "feared").events == (replace(before, status=Status.FEARED),)
    assert event_as("polarity", "denied").events == (replace(before, polarity=Polarity.DENIED),)
    toll = event_as("killed", "at least 14").events[0].toll
    assert (toll.killed.low, toll.killed.high) == (14, None) if toll.killed else False
    assert event_as("killed", "").events[0].toll.is_empty
    assert event_as("day", "").events[0].time is None
    assert [one.text for one in event_as("targets", "Mirrun; shepherds").events[0].targets] == [
        "Mirrun",
        "shepherds",
    ]
    assert event_as("actors", "the Interior Guard").events[0].actors == before.actors


def test_a_place_is_the_reports_own_mention_of_it_else_a_name_alone() -> None:
    assert event_as("place", "halvik").events == READINGS[0].events
    moved = event_as("place", "Sorrel Crossing")
    index = moved.events[0].place
    assert index is not None
    assert (moved.places[index].name, moved.places[index].place) == ("Sorrel Crossing", None)
    assert moved.places[index].span.start == moved.places[index].span.end


def test_a_readings_own_object_comes_back_where_nobody_judged_it() -> None:
    judgement = judged(Verdict.CORRECT, EVENTS[0], field="status", value="feared")
    changed = corrected(READINGS, [judgement])
    assert [a is b for a, b in zip(changed, READINGS, strict=True)] == [False, True, True, True]


def test_a_corrected_speaker_is_who_the_statement_is_weighed_by() -> None:
    judgement = judged(Verdict.CORRECT, DORN.id, field="speaker", value="Anton Vessel")
    ledger = weigh(READINGS, judgements=[judgement])
    names = {source.name for source in ledger.sources}
    assert "Anton Vessel" in names
    assert "Ilya Dorn" not in names


def test_what_is_rejected_is_not_weighed_but_stays_in_view_by_its_grade() -> None:
    ledger = weigh(READINGS, judgements=[judged(Verdict.REJECT, DORN.id)])
    assert all(DORN.id not in origin.statements for i in ledger.incidents for origin in i.origins)
    (graded,) = [one for one in ledger.grades if one.statement == DORN.id]
    assert graded.credibility is Credibility.IMPROBABLE
    assert "rejected by Tala Orsk on 1 May 2031: seen on the ground" in graded.steps[-1]
    assert ledger.unapplied == ()


def test_a_rejected_report_gives_nothing_to_weigh() -> None:
    ledger = weigh(READINGS, judgements=[judged(Verdict.REJECT, READINGS[2].report.id)])
    assert not any(EVENTS[2] in incident.events for incident in ledger.incidents)
    assert ledger.unapplied == ()


def test_a_grade_overrules_and_the_machines_steps_stay_in_view() -> None:
    before = weigh(READINGS)
    statement = before.grades[0].statement
    source = before.sources[0]
    judgements = [
        judged(Verdict.GRADE, statement, value="2"),
        judged(Verdict.GRADE, source.id, value="B"),
    ]
    after = weigh(READINGS, judgements=judgements)
    (graded,) = [one for one in after.grades if one.statement == statement]
    assert graded.credibility is Credibility.PROBABLE
    assert graded.steps[: len(before.grades[0].steps)] == before.grades[0].steps
    assert graded.steps[-1].startswith("graded 2 by Tala Orsk on 1 May 2031: ")
    (card,) = [one for one in after.sources if one.id == source.id]
    assert card.reliability is Reliability.B
    assert source.reason in card.reason


def test_an_incident_keeps_its_standing_when_reports_join_it() -> None:
    first = weigh(READINGS[:1])
    judgement = judged(Verdict.CONFIRM, *first.incidents[0].events, field=OF_INCIDENT)
    later = weigh(READINGS, judgements=[judgement])
    joined = incident_with(EVENTS[0], later)
    assert joined.id != first.incidents[0].id
    assert (joined.standing, joined.judgements) == (Standing.CONFIRMED, (judgement.id,))
    assert incident_with(EVENTS[2], later).standing is Standing.OPEN


def test_the_latest_word_on_an_incident_stands() -> None:
    words = [
        judged(Verdict.CONFIRM, EVENTS[0], field=OF_INCIDENT),
        judged(Verdict.REJECT, EVENTS[1], field=OF_INCIDENT, hour=1),
    ]
    incident = incident_with(EVENTS[0], weigh(READINGS, judgements=words))
    assert incident.standing is Standing.REJECTED
    assert incident.judgements == tuple(one.id for one in words)


def test_a_link_holds_when_new_reports_join_and_a_later_split_wins() -> None:
    link = judged(Verdict.LINK, EVENTS[0], EVENTS[2])
    assert not together(weigh(READINGS), EVENTS[0], EVENTS[2])
    assert together(weigh([READINGS[0], READINGS[2]], judgements=[link]), EVENTS[0], EVENTS[2])
    assert together(weigh(READINGS, judgements=[link]), EVENTS[0], EVENTS[2])
    split = judged(Verdict.SPLIT, EVENTS[2], apart_from=EVENTS[:2], hour=1)
    assert not together(weigh(READINGS, judgements=[link, split]), EVENTS[0], EVENTS[2])


def test_a_split_holds_when_new_reports_join() -> None:
    assert together(weigh(READINGS), EVENTS[0], EVENTS[1])
    split = judged(Verdict.SPLIT, EVENTS[1], apart_from=[EVENTS[0]])
    for readings in (READINGS[:2], READINGS):
        assert not together(weigh(readings, judgements=[split]), EVENTS[0], EVENTS[1])


def test_a_judgement_whose_subject_is_not_at_hand_waits_for_it() -> None:
    judgement = judged(Verdict.CORRECT, EVENTS[2], field="status", value="feared")
    waiting = weigh(READINGS[:2], judgements=[judgement])
    assert (waiting.judgements, waiting.unapplied) == ((judgement,), (judgement.id,))
    applied = weigh(READINGS, judgements=[judgement])
    assert applied.unapplied == ()
    assert incident_with(EVENTS[2], applied).status is Status.FEARED


def test_a_value_that_is_none_is_left_aside_and_told() -> None:
    judgement = judged(Verdict.CORRECT, EVENTS[0], field="status", value="imagined")
    ledger = weigh(READINGS, judgements=[judgement])
    assert ledger.unapplied == (judgement.id,)
    assert ledger.incidents == weigh(READINGS).incidents


ALL = (
    judged(Verdict.CORRECT, EVENTS[0], field="killed", value="14"),
    judged(Verdict.CORRECT, EVENTS[0], field="killed", value="10-14", hour=1),
    judged(Verdict.LINK, EVENTS[0], EVENTS[2], hour=2),
    judged(Verdict.SPLIT, EVENTS[1], apart_from=[EVENTS[0]], hour=3),
    judged(Verdict.CONFIRM, EVENTS[0], field=OF_INCIDENT, hour=4),
    judged(Verdict.REJECT, DORN.id, hour=5),
    judged(Verdict.GRADE, READINGS[0].narration[0].id, value="1", hour=6),
)


@settings(max_examples=15)
@given(st.permutations(ALL), st.permutations(READINGS))
def test_the_order_of_judgements_and_reports_does_not_matter(
    judgements: list[Judgement], readings: list[Reading]
) -> None:
    assert weigh(readings, judgements=judgements) == weigh(READINGS, judgements=ALL)


def without_words(ledger: Ledger) -> Ledger:
    return replace(ledger, judgements=())


@settings(max_examples=15)
@given(st.sets(st.sampled_from(range(len(ALL)))))
def test_undoing_restores_and_undoing_that_applies_again(chosen: set[int]) -> None:
    undoing = [judged(Verdict.UNDO, ALL[n].id, hour=10 + n) for n in sorted(chosen)]
    again = [judged(Verdict.UNDO, one.id, hour=30 + n) for n, one in enumerate(undoing)]
    rest = [one for n, one in enumerate(ALL) if n not in chosen]
    without = weigh(READINGS, judgements=rest)
    assert without_words(weigh(READINGS, judgements=[*ALL, *undoing])) == without_words(without)
    restored = weigh(READINGS, judgements=[*ALL, *undoing, *again])
    assert without_words(restored) == without_words(weigh(READINGS, judgements=ALL))
    assert len(restored.judgements) == len(ALL) + 2 * len(chosen)


names = st.sampled_from([EventId(f"evt_{letter * 20}") for letter in "abcdef"])
sets_of_names = st.lists(names, min_size=1, max_size=4, unique=True)


@st.composite
def pulls(draw: st.DrawFn) -> Judgement:
    hour, ones = draw(st.integers(0, 50)), draw(sets_of_names)
    if draw(st.booleans()):
        return judged(Verdict.LINK, *ones, hour=hour)
    return judged(Verdict.SPLIT, *ones, apart_from=draw(sets_of_names), hour=hour)


@given(st.lists(pulls(), max_size=8), st.randoms())
def test_constraints_never_contradict_one_another_and_the_latest_holds(
    given_: list[Judgement], random: object
) -> None:
    drawn = constraints(given_)
    assert drawn == constraints(given_[::-1])
    for ones, others in drawn.apart:
        assert min(len(ones), len(others)) > 0
        assert not ones & others
        for group in drawn.together:
            assert not (group & ones and group & others)
    for one, group in enumerate(drawn.together):
        assert all(group.isdisjoint(other) for other in drawn.together[one + 1 :])
    if given_:
        latest = max(given_, key=lambda one: (one.at, one.id))
        if latest.verdict is Verdict.LINK and len(latest.subjects) > 1:
            assert any(set(latest.subjects) <= group for group in drawn.together)


@pytest.mark.parametrize(
    ("judgement", "named"),
    [
        (judged(Verdict.CORRECT, EVENTS[0], field="mood", value="x"), "no field 'mood'"),
        (judged(Verdict.CORRECT, EVENTS[0], field="type", value="riott"), "riott"),
        (judged(Verdict.CORRECT, EVENTS[0], field="day", value="2031-02-30"), "no day"),
        (judged(Verdict.CORRECT, EVENTS[0], field="killed", value="1000000000000"), "people"),
        (judged(Verdict.CORRECT, EVENTS[0], field="killed", value="a few"), "give a count"),
        (judged(Verdict.CORRECT, DORN.id, field="place", value="Halvik"), "no field 'place'"),
        (judged(Verdict.REJECT, EVENTS[0], reason=" "), "give a reason"),
        (judged(Verdict.GRADE, DORN.id, value="B"), "no grade of 1–6"),
        (judged(Verdict.GRADE, EVENTS[0], value="2"), "is not a source or a statement"),
        (judged(Verdict.LINK, EVENTS[0], EVENTS[0]), "two events"),
        (judged(Verdict.SPLIT, EVENTS[0]), "events that stay"),
        (judged(Verdict.CONFIRM, "inc_3"), "is not a statement or an event"),
        (judged(Verdict.CORRECT, EVENTS[0], field="place", value="a\0b"), "control character"),
        (replace(judged(Verdict.CONFIRM, EVENTS[0]), by=" "), "name of who judges"),
    ],
)
def test_what_cannot_be_judged_so_is_named(judgement: Judgement, named: str) -> None:
    with pytest.raises(BadJudgement) as refused:
        checked(judgement)
    assert named in str(refused.value)
    assert weigh(READINGS[:1], judgements=[judgement]).unapplied == (judgement.id,)


@given(st.text(max_size=40) | st.from_regex(r"[0-9./-]{0,22}", fullmatch=True))
def test_any_words_are_a_value_or_named_as_none(words: str) -> None:
    for field in ("killed", "day", "actors", "place"):
        judgement = judged(Verdict.CORRECT, EVENTS[0], field=field, value=words)
        waits = judgement.id in weigh(READINGS[:1], judgements=[judgement]).unapplied
        with nullcontext() if not waits else pytest.raises(BadJudgement):
            checked(judgement)
