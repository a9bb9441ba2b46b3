"""Briefs: over inputs and over the store, in every form."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from factories import Page
from tocsin.core.types import Reading, Rejected
from tocsin.desk.cli.main import run
from tocsin.desk.jobs.brief import brief_job

NOW = datetime(2031, 6, 1, 8, tzinfo=UTC)

APPEAL = """\
Residents of Lindral Camp fear a massacre

Karsh Monitor – By Sera Lun – April 12, 2031

The Interior Guard is planning a massacre of the 2,600 Mirrun residents of Lindral Camp, \
including 800 children, said Mara Kett, spokeswoman for the residents. The guard killed 12 people \
near Halvik on Monday, she said. A farmer, Joren Pell, said that soldiers took his son. The \
government ordered the camp to close by the end of May 2031. Kett called on the United Nations \
Security Council to protect the residents.
"""


def reading(text: str, published: date | None) -> Reading:
    return Page(text, published=published).reading()


def test_a_brief_looks_from_the_last_published_day() -> None:
    readings = [reading("One.", date(2031, 4, 2)), reading("Two.", date(2031, 4, 9))]
    assert brief_job(readings, now=NOW).as_of == datetime(2031, 4, 9, 23, 59, 59, tzinfo=UTC)


def test_a_brief_without_a_credible_day_looks_from_now() -> None:
    readings = [reading("One.", None), reading("Two.", date(2999, 1, 1))]
    assert brief_job(readings, now=NOW).as_of == NOW
    assert brief_job([], now=NOW).as_of == NOW


def test_a_brief_looks_from_the_day_asked_for() -> None:
    brief = brief_job([reading("One.", date(2031, 4, 2))], as_of=date(9999, 12, 31), now=NOW)
    assert brief.as_of.date() == date(9999, 12, 31)


def test_a_report_that_comes_twice_counts_once() -> None:
    one = reading("One.", date(2031, 4, 2))
    assert brief_job([one, one], now=NOW).readings == (one,)


def test_rejects_are_kept_in_the_brief() -> None:
    rejected = Rejected(id="a", code="collect.empty", detail="")
    assert brief_job([rejected], now=NOW).rejected == (rejected,)


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "appeal.txt"
    path.write_text(APPEAL, "utf-8")
    return path


def brief_of(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, Any]:
    capsys.readouterr()
    assert run(["brief", *arguments, "--json"]) == 0
    brief: dict[str, Any] = json.loads(capsys.readouterr().out)
    return brief


def test_a_brief_of_a_file_raises_a_situation_with_drafted_warning(
    report: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    brief = brief_of(capsys, str(report))
    (situation,) = [one for one in brief["situations"] if one["level"] in ("warning", "emergency")]
    assert situation["confidence"] == "low"
    assert situation["indicators"]
    (warning,) = brief["warnings"]
    assert (warning["state"], warning["reviewer"]) == ("draft", None)
    assert all(sentence["statements"] for sentence in warning["sentences"])
    assert brief["as_of"].startswith("2031-04-12")


def test_every_reference_of_a_brief_resolves(
    report: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    brief = brief_of(capsys, str(report))
    ids = {one["id"] for one in brief["readings"]}
    incidents = {one["id"] for one in brief["incidents"]}
    for situation in brief["situations"]:
        assert set(situation["reports"]) <= ids
        assert set(situation["incidents"]) <= incidents
        for indicator in situation["indicators"]:
            assert set(indicator["statements"]) <= set(brief["statements"])
    assert {one["report"] for one in brief["statements"].values()} <= ids


def test_no_form_of_a_brief_names_a_private_person(
    report: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page, calendar = tmp_path / "brief.html", tmp_path / "dates.ics"
    assert run(["brief", str(report)]) == 0
    assert run(["brief", str(report), "--json"]) == 0
    assert run(["brief", str(report), "--html", str(page), "--ics", str(calendar)]) == 0
    shown = capsys.readouterr().out + page.read_text("utf-8") + calendar.read_text("utf-8")
    assert "Pell" not in shown
    assert "Kett" in shown


def test_files_are_written_and_nothing_is_printed(
    report: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = {name: tmp_path / f"brief.{name}" for name in ("html", "docx", "ics")}
    options = [part for name, path in files.items() for part in (f"--{name}", str(path))]
    assert run(["brief", str(report), *options]) == 0
    out, err = capsys.readouterr()
    assert out == ""
    assert err.count("wrote ") == 3
    assert files["html"].read_text("utf-8").lstrip().lower().startswith("<!doctype html")
    assert files["docx"].read_bytes().startswith(b"PK")
    assert files["ics"].read_bytes().startswith(b"BEGIN:VCALENDAR")


def test_a_file_that_cannot_be_written_is_a_usage_error(
    report: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["brief", str(report), "--html", str(tmp_path / "no" / "brief.html")]) == 2
    assert "cannot write" in capsys.readouterr().err


def test_a_brief_of_the_store_equals_that_of_its_files(
    report: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    store = ["--store", str(tmp_path / "desk")]
    run(["init", *store])
    run(["add", str(report), *store])
    day = ["--as-of", "2031-04-20"]
    assert brief_of(capsys, *store, *day) == brief_of(capsys, str(report), *day)


def test_a_brief_of_the_store_covers_what_the_filters_leave(
    report: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    store = ["--store", str(tmp_path / "desk")]
    run(["init", *store])
    run(["add", str(report), *store])
    assert len(brief_of(capsys, *store, "--query", "massacre")["readings"]) == 1
    assert brief_of(capsys, *store, "--query", "harvest")["readings"] == []
    assert brief_of(capsys, *store, "--since", "2031-04-13")["readings"] == []
    assert brief_of(capsys, *store, "--until", "2031-04-11")["readings"] == []


def test_a_brief_with_nothing_to_read_has_the_exit_code_of_the_rejection(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["brief", str(tmp_path / "missing.txt"), "--json"]) == 3
    brief = json.loads(capsys.readouterr().out)
    assert brief["rejected"][0]["code"] == "collect.not_found"
    assert brief["situations"] == []


def test_words_of_a_report_cannot_drive_the_terminal_through_a_brief(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    evil = "\x1b[2J"
    row = {"id": f"a{evil}", "text": APPEAL, "title": evil, "outlet": f"Halvik{evil}"}
    path = tmp_path / "rows.jsonl"
    path.write_text(json.dumps(row) + "\n" + json.dumps({"id": evil}) + "\n", "utf-8")
    assert run(["brief", str(path)]) == 1
    out, err = capsys.readouterr()
    assert "\x1b" not in out + err
