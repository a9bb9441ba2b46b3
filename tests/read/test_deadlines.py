"""Coming dates with something due or something to watch on them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from times_reading import deadlines_of, document_of
from tocsin.core.time import Precision
from tocsin.core.types import DeadlineKind
from tocsin.read.deadlines import find_deadlines
from tocsin.read.times import find_times


@pytest.mark.parametrize(
    ("text", "day", "words"),
    [
        ("Lindral Camp must be emptied by 15 May 2031.", date(2031, 5, 15), "Lindral Camp must be"),
        ("Residents must leave by the end of the month.", date(2031, 4, 30), "must leave"),
        (
            "The army gave residents 72 hours to leave the camp.",
            date(2031, 4, 26),
            "residents to leave",
        ),
        (
            "Families have until Friday to leave Halvik.",
            date(2031, 4, 25),
            "Families to leave Halvik",
        ),
        ("The ultimatum expires on 1 May.", date(2031, 5, 1), "ultimatum"),
        ("Weapons must be handed in no later than 3 May.", date(2031, 5, 3), "must be handed"),
        ("Lindral Camp will be closed on 30 April.", date(2031, 4, 30), "will be closed"),
        ("They set a deadline of 1 May for the closure of the camp.", date(2031, 5, 1), "deadline"),
        ("The brigade issued a 48-hour ultimatum to Brenmark.", date(2031, 4, 25), "ultimatum to"),
        ("Residents must leave the camp within two days.", date(2031, 4, 25), "leave the camp"),
    ],
)
def test_what_is_due_is_a_deadline(text: str, day: date, words: str) -> None:
    (deadline,) = deadlines_of(text)
    assert (deadline.date, deadline.kind) == (day, DeadlineKind.DUE)
    assert words in deadline.what


@pytest.mark.parametrize(
    ("text", "day", "words"),
    [
        ("Interior Minister Ilya Dorn is to visit Ostrel on May 12th.", date(2031, 5, 12), "visit"),
        ("The president will travel to Ostrel on 12 May.", date(2031, 5, 12), "travel to Ostrel"),
        ("Tarvenia will vote on 8 June.", date(2031, 6, 8), "Tarvenia will vote"),
        ("Elections are scheduled for 8 June.", date(2031, 6, 8), "Elections"),
        ("The court will deliver its verdict on Monday.", date(2031, 4, 28), "deliver its verdict"),
        ("The mandate of the mission expires on 30 June.", date(2031, 6, 30), "mandate"),
    ],
)
def test_what_may_set_something_off_is_a_trigger(text: str, day: date, words: str) -> None:
    (deadline,) = deadlines_of(text)
    assert (deadline.date, deadline.kind) == (day, DeadlineKind.TRIGGER)
    assert words in deadline.what


@pytest.mark.parametrize(
    "text",
    [
        "The football match will be played on Saturday.",
        "The book fair opens in Velmora on 3 May.",
        "The market will reopen on 5 May.",
        "The soldiers left the town on Friday.",
        "The deadline passed on 3 April.",
        "Vessel visited Ostrel on April 12.",
        "Vessel ended a two-day visit.",
        "Tourists will visit the fair on Saturday.",
        "Residents had to leave by 3 March 2031.",
        "Trucks must leave the camp every Monday.",
    ],
)
def test_an_ordinary_or_past_date_is_no_deadline(text: str) -> None:
    assert deadlines_of(text) == ()


def test_the_end_of_a_year_is_due_on_its_last_day() -> None:
    text = "They plan an attack through an unlawful deadline for closure by the end of 2031."
    (deadline,) = deadlines_of(text)
    assert (deadline.date, deadline.precision) == (date(2031, 12, 31), Precision.YEAR)
    assert deadline.what == "unlawful deadline for closure"
    assert deadline.span.within(text) == f"{deadline.what} by the end of 2031"


def test_a_moved_deadline_falls_on_its_new_date_and_names_the_old() -> None:
    (deadline,) = deadlines_of("The deadline for closure was postponed from 1 May to 15 May.")
    assert deadline.date == date(2031, 5, 15)
    assert deadline.what == "deadline for closure (moved from 1 May)"


def test_an_extended_deadline_falls_on_its_new_date() -> None:
    (deadline,) = deadlines_of("The deadline was extended until 30 June.")
    assert (deadline.date, deadline.what) == (date(2031, 6, 30), "deadline (moved)")


def test_without_a_published_date_what_the_text_presents_as_coming_counts() -> None:
    (deadline,) = deadlines_of("Residents must leave by 15 May 2031.", None)
    assert deadline.date == date(2031, 5, 15)
    assert deadlines_of("Residents left on 15 May 2031.", None) == ()


WORDS = (
    *(
        "by",
        "until",
        "Friday",
        "must",
        "leave",
        "deadline",
        "from",
        "1 May",
        "to",
        "15 May",
        "2031",
    ),
    *("will", "visit", "gave", "72 hours", "camp", ".", "the", "minister", "election"),
)


@settings(max_examples=60, deadline=None)
@given(
    words=st.lists(st.sampled_from(WORDS), max_size=25), published=st.one_of(st.none(), st.dates())
)
def test_no_deadline_lies_before_the_published_date(
    words: list[str], published: date | None
) -> None:
    document = document_of(" ".join(words), published)
    for deadline in find_deadlines(document, find_times(document)):
        assert published is None or deadline.date >= published
        assert deadline.what
        assert document.sentences[deadline.sentence].overlaps(deadline.span)


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("The cabinet ordered the closure of Lindral Camp by 30 May.", "closure of Lindral Camp"),
        (
            "The court refused to halt the closure of Lindral Camp by 30 May.",
            "closure of Lindral Camp",
        ),
        (
            "The cabinet ordered the closure of Lindral Camp by 18 June, giving residents "
            "eight weeks to leave.",
            "closure of Lindral Camp",
        ),
        (
            "The cabinet moved the deadline for the closure of Lindral Camp from April 30 to "
            "May 31.",
            "closure of Lindral Camp (moved from April 30)",
        ),
        (
            "The closure of Lindral Camp was ordered. Residents fear the closure by 30 May.",
            "closure of Lindral Camp",
        ),
    ],
)
def test_one_deadline_says_plainly_what_is_due(text: str, what: str) -> None:
    assert [deadline.what for deadline in deadlines_of(text)] == [what]


@pytest.mark.parametrize(
    "text",
    ["The camp will not be closed on 30 May.", "No closure will follow by 30 May."],
)
def test_what_will_not_be_is_no_deadline(text: str) -> None:
    assert deadlines_of(text) == ()


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (
            "The Black Heron brigade will burn the ferry huts on 2 May unless the levy is paid.",
            date(2031, 5, 2),
        ),
        (
            "The hostages will be shot if the brigade's prisoners are not freed by Saturday.",
            date(2031, 4, 26),
        ),
        ("In ten days the soldiers are to clear the camp.", date(2031, 5, 3)),
        ("Three days until the Interior Guard evicts the Mirrun.", date(2031, 4, 26)),
        ("A raid on the Mirrun tents is planned for the night of 6 May.", date(2031, 5, 6)),
        ("The families must be off the river bank by the first of June.", date(2031, 6, 1)),
        ("The families must be gone by noon on Tuesday.", date(2031, 4, 29)),
        ("The last permits of the Mirrun herders run out on 30 April.", date(2031, 4, 30)),
        (
            "No family shall be removed from the camp before 1 June, the court ordered.",
            date(2031, 6, 1),
        ),
    ],
)
def test_a_coming_day_on_which_safety_hangs_is_a_deadline(text: str, day: date) -> None:
    assert [deadline.date for deadline in deadlines_of(text)] == [day]


@pytest.mark.parametrize(
    "text",
    [
        "The theatre sells tickets until 12 May.",
        "The parish council's next meeting is on 6 May.",
        "The families were turned back at the bridge on Friday.",
        "The soldiers left the camp by Friday, as they had been told to.",
        "The brewery's summer sale ends on Sunday.",
        "The clinic says it has received twelve bodies after a raid before dawn on Tuesday.",
        "The guards asked to search the camp, said a letter dated Monday.",
        "The boat lies at two hours' notice to take off the patients.",
    ],
)
def test_a_day_of_no_consequence_is_none(text: str) -> None:
    assert deadlines_of(text) == ()


def test_a_second_opinion_tips_a_doubtful_day_and_strikes_out_a_likely_one() -> None:
    doubtful = document_of("The clerk comes back on Sunday.")
    likely = document_of("Residents must leave by 15 May 2031.")
    times = find_times(doubtful)
    assert find_deadlines(doubtful, times) == ()
    assert find_deadlines(doubtful, times, opinion=lambda words: 6.0)
    assert find_deadlines(likely, find_times(likely), opinion=lambda words: -9.0) == ()
