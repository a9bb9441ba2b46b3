"""What a text says of itself."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.read.text.dateline import dateline_before_sentence, dateline_of_line
from tocsin.read.text.dates import parse_day, written_days
from tocsin.read.text.facts import read_facts

BODY = "Troops of the Interior Guard entered Lindral Camp on Tuesday. They left at noon."


@pytest.mark.parametrize(
    ("line", "outlet", "byline", "day"),
    [
        ("THE DAY – By\xa0 Jane Doe\xa0 December 4, 2031", "THE DAY", "Jane Doe", "2031-12-04"),
        ("OUTLET – By  Jane Doe  December 4, 2031", "OUTLET", "Jane Doe", "2031-12-04"),
        ("By Jane Doe, The Karsh News, 4 May 2031", "The Karsh News", "Jane Doe", "2031-05-04"),
        ("By: Jane Doe | Karsh Monitor | May 3, 2031", "Karsh Monitor", "Jane Doe", "2031-05-03"),
        ("Published: 2031-05-03 | Halvik Radio", "Halvik Radio", None, "2031-05-03"),
        ("NORTHERN WIRE 03 May 2031 14:20", "NORTHERN WIRE", None, "2031-05-03"),
        ("Published in The Karsh Monitor on 4 May 2031", "The Karsh Monitor", None, "2031-05-04"),
        ("Last updated on Monday, May 5, 2031 at 10:30 a.m. GMT", None, None, "2031-05-05"),
        ("Posted by Jane Doe on May 3, 2031", None, "Jane Doe", "2031-05-03"),
        ("By Jane Doe in Velmora", None, "Jane Doe", None),
        ("BY JANE DOE AND MARA KETT", None, "JANE DOE AND MARA KETT", None),
        ("Velmora, 3 May 2031", None, None, "2031-05-03"),
        ("NINEFOLD – 3 May 2031", None, None, "2031-05-03"),
        ("SORREL CROSSING | 3 May 2031", None, None, "2031-05-03"),
        ("Halvik Radio, news desk, 6 March 2031", "Halvik Radio", None, "2031-03-06"),
        ("Karsh Monitor – statement of 18 March 2031", "Karsh Monitor", None, "2031-03-18"),
        ("Halvik Radio – 19 April 2031, one o'clock news", "Halvik Radio", None, "2031-04-19"),
        ("Le Courrier de Velmora – 2 avril 2031", "Le Courrier de Velmora", None, "2031-04-02"),
        ("صوت كارش – 10 مايو 2031", "صوت كارش", None, "2031-05-10"),
        ("صدای هالویک – ۱۰ آوریل ۲۰۳۱", "صدای هالویک", None, "2031-04-10"),
        ("May 3, 2031", None, None, "2031-05-03"),
    ],
)  # fmt: skip
def test_a_dateline_states_outlet_byline_and_day(
    line: str, outlet: str | None, byline: str | None, day: str | None
) -> None:
    found = dateline_of_line(line)
    assert found is not None
    assert (found.outlet, found.byline) == (outlet, byline)
    assert found.day == (date.fromisoformat(day) if day else None)


@pytest.mark.parametrize(
    "line",
    [
        "On 3 May 2031 the army attacked Halvik",
        "Army attacks Halvik on 3 May 2031",
        "Interior Guard Attacks Camp, 4 May 2031",
        "By Monday the troops had left",
        "By force",
        "Camp Attacked By Interior Guard",
        "Killed by Interior Guard",
        "Troops left on May 4, 2031.",
        "Quiet in Halvik",
        "Halvik Radio, closed since 4 May 2031, is back on air",
        "Karsh Monitor finds trenches – 4 May 2031",
    ],
)
def test_headlines_and_prose_are_no_datelines(line: str) -> None:
    assert dateline_of_line(line) is None


@pytest.mark.parametrize(
    ("paragraph", "outlet", "day", "rest"),
    [
        ("VELMORA, May 3 (Northern Wire) – Troops left.", "Northern Wire", None, "Troops left."),
        ("VELMORA (Reuters) - Troops left.", "Reuters", None, "Troops left."),
        ("Halvik, May 3 – Troops left.", None, None, "Troops left."),
        ("KARSH, Tarvenia, 4 May 2031 — Troops left.", None, date(2031, 5, 4), "Troops left."),
        (
            "VELMORA, 3 APR 31 (HALVIK RADIO) -- [REPORT] [JANE DOE] [TEXT] TROOPS LEFT.",
            "HALVIK RADIO",
            date(2031, 4, 3),
            "TROOPS LEFT.",
        ),
        ("NINEFOLD – The clinic counts twelve.", None, None, "The clinic counts twelve."),
        ("SORREL CROSSING, Karsh — “They left.”", None, None, "“They left.”"),
        ("HALVIK, Karsh (KRSH) - Troops left.", "KRSH", None, "Troops left."),
        ("VELMORA (N.T.) -- Troops left.", None, None, "Troops left."),
        ("VELMORA (May 3, 2031) – Troops left.", None, date(2031, 5, 3), "Troops left."),
        ("(Velmora, May 3, 2031) – Troops left.", None, date(2031, 5, 3), "Troops left."),
        ("(AP) — Troops left.", "AP", None, "Troops left."),
        ("HALVIK, May 3: Troops left.", None, None, "Troops left."),
    ],
)
def test_a_wire_dateline_is_cut_from_its_sentence(
    paragraph: str, outlet: str | None, day: date | None, rest: str
) -> None:
    found = dateline_before_sentence(paragraph, 10)
    assert found is not None
    assert (found.outlet, found.day) == (outlet, day)
    assert (found.span.start, paragraph[found.span.end - 10 :]) == (10, rest)


@pytest.mark.parametrize(
    "paragraph",
    [
        "Black Heron Brigade (BHB) – a militia – left.",
        "The army (Interior Guard) - a force - left.",
        "Mara Kett (34) - a nurse - left.",
        "Troops left on May 3 – nobody saw them.",
        "PRESENTER: Good evening.",
        "BHB – a militia – left.",
        "TROOPS LEFT - NOBODY SAW THEM.",
        "VELMORA, May 3 (Northern Wire) –",
        "",
    ],
)
def test_prose_with_dashes_and_brackets_is_no_wire_dateline(paragraph: str) -> None:
    assert dateline_before_sentence(paragraph) is None


def test_the_first_short_line_is_the_title_when_a_gap_or_a_dateline_follows() -> None:
    assert read_facts(f"Guards enter camp\n\n{BODY}").title == "Guards enter camp"
    assert read_facts(f"Guards enter camp\nBy Jane Doe\n{BODY}").title == "Guards enter camp"
    assert read_facts(f"Guards enter camp\n{BODY}").title is None
    assert read_facts(f"{BODY}\n\n{BODY}").title is None
    assert read_facts("Guards enter camp").title is None


def test_a_lone_name_above_a_byline_is_an_outlet_unless_the_text_puts_things_in_it() -> None:
    head = "Guards enter camp\n\nNINEFOLD – By Jane Doe, 4 May 2031\n\n"
    assert read_facts(head + BODY).outlet == "NINEFOLD"
    assert read_facts(f"{head}{BODY} It was quiet in Ninefold.").outlet is None


def test_facts_are_read_at_the_head_only() -> None:
    facts = read_facts("\n\n".join([BODY] * 4) + "\n\nHalvik Radio | 2031-05-03")
    assert (facts.outlet, facts.day, facts.skipped) == (None, None, [])


def test_labelled_lines_state_source_author_and_day() -> None:
    facts = read_facts(f"Source: Halvik Radio\nAuthor: Jane Doe\nDate: 3 May 2031\n\n{BODY}")
    assert (facts.outlet, facts.byline, facts.day) == ("Halvik Radio", "Jane Doe", date(2031, 5, 3))


@pytest.mark.parametrize(
    ("written", "fault"),
    [
        ("2031-02-30", "no such day: 2031-02-30"),
        ("31 April 2031", "no such day: 31 April 2031"),
        ("03/04/2031", "day and month cannot be told apart: 03/04/2031"),
        ("20310230", "no such day: 2031-02-30"),
        ("last week", "published date not understood"),
        ("2031-05", "published date without a day: 2031-05"),
    ],
)
def test_days_on_no_calendar_are_none_and_say_why(written: str, fault: str) -> None:
    assert parse_day(written) == (None, fault)


@pytest.mark.parametrize(
    "stamp",
    [
        "2031-05-04T10:00:00.5+02:00",
        "2031-05-04T10",
        "2031-05-04 10:00 UTC",
        "20310504",
        "2031-5-4",
    ],
)
def test_a_stamp_with_a_clock_gives_its_day(stamp: str) -> None:
    assert parse_day(stamp) == (date(2031, 5, 4), None)


@given(st.dates(min_value=date(1000, 1, 1)), st.sampled_from(["%d %B %Y", "%B %d, %Y", "%Y-%m-%d"]))
def test_every_day_is_read_back_from_its_written_forms(day: date, form: str) -> None:
    assert parse_day(day.strftime(form)) == (day, None)


@given(st.text(max_size=300))
def test_any_text_gives_facts_inside_it(text: str) -> None:
    facts = read_facts(text)
    assert all(0 <= span.start < span.end <= len(text) for span in facts.skipped)
    assert all(written.span.end <= len(text) for written in written_days(text))
