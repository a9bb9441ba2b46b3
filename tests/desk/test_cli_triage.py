"""Triage at the command line: asked for, told, and undone."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path
from typing import Any

import pytest

from tocsin.desk.cli.main import run

ROW = {
    "text": 'A farmer, Joren Pell, fled Halvik when soldiers came. "I ran," Pell said.',
    "published": "2031-04-12",
}


@pytest.fixture
def strict(tmp_path: Path) -> Path:
    """Settings under which no report is read."""
    path = tmp_path / "strict.toml"
    path.write_text("[read]\ntriage = 1.0\n", "utf-8")
    return path


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("TOCSIN_STORE", str(tmp_path / "desk"))
    assert run(["init"]) == 0
    return tmp_path / "desk"


def give(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(json.dumps(ROW).encode())))


def told(capsys: pytest.CaptureFixture[str]) -> tuple[list[dict[str, Any]], str]:
    out, err = capsys.readouterr()
    return [json.loads(line) for line in out.splitlines()], err


def test_reading_tells_the_score_and_reads_all(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    give(monkeypatch)
    assert run(["read", "-", "--json"]) == 0
    (reading,), err = told(capsys)
    assert reading["triage"]["read"] is True
    assert reading["triage"]["threshold"] == 0
    assert 0 < reading["triage"]["score"] < 1
    assert reading["sentences"]
    assert "set aside" not in err


def test_a_threshold_in_the_settings_holds_for_reading_too_and_is_told(
    strict: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    give(monkeypatch)
    assert run(["read", "-", "--json", "--text", "--config", str(strict)]) == 0
    (reading,), err = told(capsys)
    assert reading["triage"]["read"] is False
    assert reading["unread"] == "set aside by triage"
    assert reading["events"] == reading["sentences"] == []
    assert "text" not in reading  # nobody has looked for names in it
    assert "set aside by triage: 1 of 1 reports; read or add them with --no-triage" in err


def test_no_triage_reads_whatever_the_settings_say(
    strict: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    give(monkeypatch)
    assert run(["read", "-", "--json", "--no-triage", "--config", str(strict)]) == 0
    (reading,), err = told(capsys)
    assert reading["triage"]["read"] is True
    assert "set aside" not in err


def test_triage_can_be_asked_for_without_settings(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from tocsin.read.triage import ADVISED_THRESHOLD

    give(monkeypatch)
    run(["read", "-", "--json", "--triage"])
    (reading,), _ = told(capsys)
    assert reading["triage"]["threshold"] == ADVISED_THRESHOLD


def test_a_brief_says_what_it_did_not_read(
    strict: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    give(monkeypatch)
    assert run(["brief", "-", "--config", str(strict)]) == 0
    out, err = capsys.readouterr()
    assert "1 stored but not read" in out
    assert "set aside by triage: 1 of 1 reports" in err


def test_a_brief_of_a_store_takes_no_triage(
    store: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["brief", "--no-triage"]) == 2
    assert "go with INPUT" in capsys.readouterr().err


def test_adding_triages_by_the_advised_threshold(
    store: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("tocsin.desk.jobs.stages.ADVISED_THRESHOLD", 1.0)
    give(monkeypatch)
    assert run(["add", "-", "--json"]) == 0
    lines, err = told(capsys)
    assert lines[-1]["outcome"] == "added"
    assert "set aside by triage: 1 of 1 reports" in err
    run(["list", "--json"])
    (listed,), _ = told(capsys)
    assert listed["unread"] == "set aside by triage"


def test_what_was_set_aside_is_found_masked_and_read_when_added_again_without_triage(
    store: Path, strict: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    give(monkeypatch)
    run(["add", "-", "--config", str(strict)])
    assert "set aside by triage: 1 of 1 reports" in capsys.readouterr().err

    run(["search", "soldiers", "--json"])
    (hit,), _ = told(capsys)
    assert "when soldiers came" in hit["snippet"]
    assert "Pell" not in hit["snippet"]
    assert hit["statements"] == 0
    run(["show", hit["id"], "--json"])
    (shown,), _ = told(capsys)
    assert "Pell" not in shown["text"]
    assert shown["triage"]["read"] is False

    give(monkeypatch)
    run(["add", "-", "--json", "--config", str(strict)])
    (again,), _ = told(capsys)
    assert again["outcome"] == "already there"

    give(monkeypatch)
    run(["add", "-", "--json", "--no-triage"])
    (again,), _ = told(capsys)
    assert again["outcome"] == "added"
    run(["list", "--json"])
    (listed,), _ = told(capsys)
    assert listed["unread"] is None
    assert listed["statements"] == 1
