"""The Python interface, as small as the command line."""

from __future__ import annotations

import tomllib
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

import tocsin
from tocsin.core.errors import JsonLineWithoutText, NotWeighed
from tocsin.core.types import Reading

ROOT = Path(__file__).parents[2]


def test_the_public_face_is_five_names() -> None:
    assert tocsin.__all__ == ["__version__", "brief", "incidents", "read", "why"]


def test_the_version_is_that_of_the_package() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert tocsin.__version__ == project["version"]


@pytest.mark.parametrize("published", ["2031-03-07", date(2031, 3, 7)])
def test_a_text_is_read_as_of_the_day_given(published: date | str) -> None:
    reading = tocsin.read("Soldiers shelled Halvik on Monday.", published=published)
    assert reading.report.published == date(2031, 3, 7)
    assert reading.times[0].value == "2031-03-03"


def test_offsets_count_the_characters_of_the_text_given() -> None:
    text = "  Halvik is calm.\r\n\r\nSoldiers shelled Brenmark."
    assert tocsin.read(text).report.text == text


def test_the_facts_given_are_kept() -> None:
    reading = tocsin.read(
        "Halvik is calm.", title="Calm", outlet="Halvik Radio", byline="Tala Orsk", language="en"
    )
    report = reading.report
    assert (report.title, report.outlet, report.byline) == ("Calm", "Halvik Radio", "Tala Orsk")


def test_the_same_text_has_the_same_id() -> None:
    text = "Halvik is calm."
    assert tocsin.read(text).report.id == tocsin.read(text).report.id


def test_the_function_and_the_stage_share_one_name() -> None:
    import tocsin.read.reader

    assert tocsin.read.reader.RuleReader
    assert isinstance(tocsin.read("Halvik is calm."), Reading)


def test_a_text_of_nothing_is_an_error() -> None:
    with pytest.raises(JsonLineWithoutText):
        tocsin.read("  ")


def test_a_brief_takes_texts_readings_and_mappings() -> None:
    reading = tocsin.read("Soldiers killed 12 people in Halvik.", published="2031-04-02")
    line = {"id": "7", "text": "The army said nobody was killed.", "published": "2031-04-03"}
    brief = tocsin.brief([reading, line, "Halvik is calm.", "", {"id": "8", "text": object()}])
    assert [one.report.public_id for one in brief.readings[:2]] == [reading.report.id, "7"]
    assert len(brief.readings) == 3
    assert [one.code for one in brief.rejected] == ["collect.no_text", "collect.json_line"]
    assert brief.as_of.date() == date(2031, 4, 3)


def test_many_reports_are_read_in_order_each_as_what_it_became() -> None:
    line = {"id": "7", "text": "The army said nobody was killed.", "published": "2031-04-03"}
    readings = list(tocsin.read([line, "  ", "Halvik is calm."], jobs=2))
    assert [isinstance(one, Reading) for one in readings] == [True, False, True]
    assert isinstance(readings[0], Reading)
    assert readings[0].report.published == date(2031, 4, 3)


def test_of_many_reports_none_is_told_a_day_or_a_title_from_outside() -> None:
    read: Any = tocsin.read
    with pytest.raises(TypeError, match="give mappings"):
        read(["Halvik is calm."], published="2031-04-03")
    with pytest.raises(ValueError, match="jobs: give a number"):
        read(["Halvik is calm."], jobs=0)


@pytest.mark.slow
def test_several_processes_read_what_one_reads() -> None:
    texts = [f"Soldiers killed {number} people in Halvik. " * 40 for number in range(30)]
    assert list(tocsin.read(texts, jobs=2)) == list(tocsin.read(texts, jobs=1))


def test_a_brief_looks_from_the_day_given() -> None:
    brief = tocsin.brief(["Halvik is calm."], as_of="2031-05-01")
    assert brief.as_of.date() == date(2031, 5, 1)


@pytest.mark.parametrize("day", ["2031-02-30", "yesterday", "2031-05", ""])
def test_a_day_that_is_none_is_a_value_error_that_names_the_argument(day: str) -> None:
    with pytest.raises(ValueError, match=r"published: .*give a date or YYYY-MM-DD"):
        tocsin.read("Halvik is calm.", published=day)
    with pytest.raises(ValueError, match="as_of: "):
        tocsin.brief(["Halvik is calm."], as_of=day)


@pytest.mark.parametrize("reports", ["Halvik is calm.", {"text": "Halvik is calm."}, [5], [None]])
def test_what_is_no_list_of_reports_is_a_type_error(reports: Any) -> None:
    with pytest.raises(TypeError, match="give a"):
        tocsin.brief(reports)


def test_an_instant_gives_its_day() -> None:
    instant = datetime(2031, 3, 7, 12, tzinfo=UTC)
    assert tocsin.read("Halvik is calm.", published=instant).report.published == date(2031, 3, 7)


def test_incidents_and_why_take_reports_or_a_brief() -> None:
    text = "The Interior Guard killed 12 people in Halvik on Monday, Mara Kett said."
    reports = [{"id": "7", "text": text, "published": "2031-04-02", "outlet": "Halvik Radio"}]
    found = tocsin.incidents(reports)
    kill = next(one for one in found if one.type == "kill")
    assert tocsin.incidents(tocsin.brief(reports)) == found
    why = tocsin.why(kill.id[:12], reports)
    assert why == tocsin.why(kill.events[0], tocsin.brief(reports))
    with pytest.raises(NotWeighed):
        tocsin.why("inc_none", reports)
