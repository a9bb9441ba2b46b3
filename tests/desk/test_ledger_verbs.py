"""The verbs that look into a ledger: incidents, why, sources, affected."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path
from typing import Any

import pytest

from tocsin.desk.cli.main import run

ROWS = [
    {
        "id": "radio", "outlet": "Halvik Radio", "published": "2031-04-12",
        "text": "Mara Kett, spokeswoman for residents of Lindral Camp, said the Interior Guard "
        "killed 12 people near Halvik on Monday. A farmer, Joren Pell, said that soldiers took "
        'his son. "They came at dawn," Pell said.',
    },
    {
        "id": "monitor", "outlet": "Karsh Monitor", "published": "2031-04-13",
        "text": "The Interior Guard denied that it killed 12 people near Halvik on Monday.",
    },
]  # fmt: skip


@pytest.fixture(scope="module")
def lines(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("ledger") / "reports.jsonl"
    path.write_text("\n".join(map(json.dumps, ROWS)) + "\n", "utf-8")
    return path


@pytest.fixture(scope="module")
def store(lines: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("desk") / "desk"
    assert run(["init", str(folder)]) == 0
    assert run(["add", str(lines), "--store", str(folder), "--no-triage"]) == 0
    return folder


def printed(capsys: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_a_store_and_its_reports_give_the_same_incidents(
    store: Path, lines: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    assert run(["incidents", "--store", str(store), "--json"]) == 0
    of_store = printed(capsys)
    assert run(["incidents", str(lines), "--json"]) == 0
    assert [one["id"] for one in printed(capsys)] == [one["id"] for one in of_store]
    assert {one["schema"] for one in of_store} == {"tocsin/1"}
    assert "kill" in {one["type"] for one in of_store}


def test_each_incident_listed_has_its_why_and_masks_private_persons(
    store: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    run(["incidents", "--store", str(store), "--json"])
    incidents = printed(capsys)
    for incident in incidents:
        for form in ([], ["--json"]):
            assert run(["why", incident["id"][:14], "--store", str(store), *form]) == 0
            out = capsys.readouterr().out
            assert incident["id"] in out
            assert "Pell" not in out
    run(["sources", "--store", str(store)])
    run(["sources", "--store", str(store), "--json"])
    assert "Pell" not in capsys.readouterr().out
    run(["sources", "--store", str(store), "--show-names"])
    assert "Pell" in capsys.readouterr().out


def test_filters_choose_among_the_incidents(
    store: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    run(["incidents", "--store", str(store), "--type", "kill", "--json"])
    assert {one["type"] for one in printed(capsys)} == {"kill"}
    run(["incidents", "--store", str(store), "--contradicted", "--json"])
    assert all(one["contradicted"] for one in printed(capsys))
    run(["incidents", "--store", str(store), "--standing", "confirmed"])
    assert capsys.readouterr().out == "No incident.\n"
    assert run(["incidents", "--store", str(store), "--type", "party"]) == 2


def test_what_used_a_report_is_listed_by_the_id_it_came_with(
    store: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    assert run(["affected", "radio", "--store", str(store), "--json"]) == 0
    (affected,) = printed(capsys)
    assert (affected["subject"], affected["reports"]) == ("radio", ["radio"])
    assert affected["statements"]
    assert affected["incidents"]
    assert run(["affected", "radio", "--store", str(store)]) == 0
    assert "then at most" in capsys.readouterr().out


@pytest.mark.parametrize("verb", ["why", "affected"])
def test_an_id_that_is_not_there_ends_with_3(
    verb: str, store: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run([verb, "inc_none", "--store", str(store)]) == 3
    assert "weigh.unknown" in capsys.readouterr().err
    assert run([verb, "stm_", "--store", str(store)]) == 3
    assert "weigh.ambiguous" in capsys.readouterr().err


def test_an_empty_store_has_nothing_to_list(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = str(tmp_path / "empty")
    run(["init", folder])
    capsys.readouterr()
    assert run(["incidents", "--store", folder]) == 0
    assert run(["sources", "--store", folder]) == 0
    assert capsys.readouterr().out == "No incident.\nNo source.\n"
    assert run(["incidents", "--store", folder, "--json"]) == 0
    assert capsys.readouterr().out == ""


def test_triage_goes_with_input_only(store: Path) -> None:
    assert run(["incidents", "--store", str(store), "--no-triage"]) == 2


def test_rejects_are_told_and_the_rest_is_weighed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    given = "\n".join(json.dumps(row) for row in [*ROWS, {"id": "empty"}]) + "\n"
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(given.encode())))
    assert run(["incidents", "-", "--json"]) == 1
    out, err = capsys.readouterr()
    assert out
    assert "collect.no_text" in err
