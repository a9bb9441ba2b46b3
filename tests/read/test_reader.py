"""The reader as a whole: what it says of reports it cannot read, or not to the end."""

from __future__ import annotations

from dataclasses import replace

from evals.figure import report_of
from tocsin.core.config import ReadSettings
from tocsin.core.types import Language
from tocsin.read.places.gazetteer import open_gazetteer
from tocsin.read.reader import RuleReader

TEXT = "Gunmen killed two men in Bergen on Monday. Residents fled. Soldiers did not intervene."


def reader(limit: int = 100_000) -> RuleReader:
    return RuleReader(gazetteer=open_gazetteer(), settings=ReadSettings(max_characters=limit))


def test_a_report_read_in_part_says_so() -> None:
    [reading] = reader(limit=43).read([report_of("1", TEXT)])
    assert [event.type for event in reading.events] == ["kill"]
    assert reading.report.text == TEXT
    assert reading.report.notes[-1] == f"read in part: the first 43 of {len(TEXT)} characters"


def test_a_report_read_whole_says_nothing_of_it() -> None:
    [reading] = reader().read([report_of("1", TEXT)])
    assert reading.report.notes == ()


def test_readings_come_in_the_order_of_the_reports_whatever_their_language() -> None:
    english, french = report_of("1", TEXT), report_of("2", TEXT + " Fin.")
    french = replace(french, language=Language("fr"))
    readings = list(reader().read([french, english, french]))
    assert [reading.report.given_id for reading in readings] == ["2", "1", "2"]
    assert [reading.unread is None for reading in readings] == [False, True, False]


def test_a_report_says_how_many_of_its_place_names_no_gazetteer_holds() -> None:
    text = (
        "Rain fell in Ninefold, a small town, in Brenmark, a village, and in Norway. Ninefold wept."
    )
    [reading] = reader().read([report_of("1", text)])
    assert reading.report.notes == ("place names that no gazetteer holds: 2",)
