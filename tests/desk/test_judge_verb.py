"""`tocsin judge`: given, listed, undone, exported, and kept to by every later run."""

from __future__ import annotations

import dataclasses
import json
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import click
import pytest

from factories import Page
from tocsin.core.errors import BadJudgementLine
from tocsin.core.types import Capture, NameKind, NameMention, Reading, Span, report_id
from tocsin.desk.cli.main import cli, run
from tocsin.desk.wire.judgement_lines import judgement_from_json
from tocsin.store.store import make_store, open_store

DOCS = Path(__file__).parents[2] / "docs"
NOW = datetime(2031, 4, 20, 12, tzinfo=UTC)
BY = ["--by", "Tala Orsk"]


def killing(outlet: str, place: str, killed: int, lead: str) -> tuple[Capture, Reading]:
    text = f"{lead} Interior Guard troops killed {killed} people in {place}, Joren Pell said."
    capture = Capture.of(
        text.encode(), media_type="text/plain", obtained_from="a.txt", obtained_at=NOW
    )
    page = Page(text, outlet=outlet)
    report = dataclasses.replace(
        page.report, id=report_id(capture.sha256), capture=capture.id, sha256=capture.sha256
    )
    page.report = report
    page.event(
        "kill", "killed", actors=["Interior Guard"], place=place, day=date(2031, 4, 9),
        killed=killed,
    )  # fmt: skip
    start = text.index("Joren Pell")
    pell = NameMention(
        span=Span(start, start + 10), text="Joren Pell", kind=NameKind.PERSON,
        canonical="Joren Pell", private=True,
    )  # fmt: skip
    return capture, dataclasses.replace(page.reading(), names=(pell,))


PAGES = (
    killing("The Velmora Courier", "Halvik", 12, "Our reporter counted the dead."),
    killing("Karsh Monitor", "Halvik", 12, "Nurses at two clinics spoke to this paper."),
    killing("Halvik Radio", "Brenmark", 3, "Callers told of shots at a bridge."),
)
EVENTS = [reading.events[0].id for _, reading in PAGES]


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "desk"
    monkeypatch.setenv("TOCSIN_STORE", str(folder))
    monkeypatch.delenv("TOCSIN_ANALYST", raising=False)
    make_store(folder)
    keep(folder, *PAGES)
    return folder


def keep(folder: Path, *pages: tuple[Capture, Reading]) -> None:
    with open_store(folder) as opened:
        for capture, reading in pages:
            opened.keep(capture, reading, now=NOW)


def lines(capsys: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def judge(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, Any]:
    assert run(["judge", *arguments, *BY, "--json"]) == 0, capsys.readouterr().err
    (line,) = lines(capsys)
    return line


def incident_of(event: str, capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    assert run(["brief", "--json"]) == 0
    (brief,) = lines(capsys)
    (found,) = [one for one in brief["incidents"] if event in one["events"]]
    return dict(found)


@pytest.mark.usefixtures("store")
def test_a_judgement_is_printed_and_listed_with_who_when_and_why(
    capsys: pytest.CaptureFixture[str],
) -> None:
    made = judge(
        capsys, "correct", EVENTS[0], "--field", "killed", "--value", "14", "--reason", "recount"
    )
    assert (made["by"], made["reason"], made["value"]) == ("Tala Orsk", "recount", "14")
    assert run(["judge", "list", "--json"]) == 0
    assert lines(capsys) == [made | {"undone": False, "waiting": False}]
    run(["judge", "list"])
    words = capsys.readouterr().out
    assert "Tala Orsk correct killed 14" in words
    assert "[in force]" in words


@pytest.mark.usefixtures("store")
def test_a_brief_of_the_store_keeps_to_its_judgements(capsys: pytest.CaptureFixture[str]) -> None:
    assert incident_of(EVENTS[2], capsys)["tolls"][0]["killed"]["low"] == 3
    made = judge(
        capsys, "correct", EVENTS[2], "--field", "killed", "--value", "5", "--reason", "recount"
    )
    assert incident_of(EVENTS[2], capsys)["tolls"][0]["killed"]["low"] == 5
    undoing = judge(capsys, "undo", made["id"])
    assert incident_of(EVENTS[2], capsys)["tolls"][0]["killed"]["low"] == 3
    judge(capsys, "undo", undoing["id"])
    assert incident_of(EVENTS[2], capsys)["tolls"][0]["killed"]["low"] == 5


def test_an_incident_is_confirmed_linked_and_split_by_the_events_it_has(
    store: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    halvik, bridge = (incident_of(EVENTS[n], capsys) for n in (0, 2))
    assert set(halvik["events"]) == set(EVENTS[:2])
    confirmed = judge(capsys, "confirm", halvik["id"][:12])
    assert confirmed["subjects"] == sorted(EVENTS[:2])
    judge(capsys, "link", halvik["id"], bridge["id"])
    linked = incident_of(EVENTS[2], capsys)
    assert (set(linked["events"]), linked["standing"]) == (set(EVENTS), "confirmed")
    late = killing("Northern Wire", "Halvik", 12, "Two clinics in Halvik counted the dead too.")
    keep(store, late)
    assert set(EVENTS) <= set(incident_of(EVENTS[2], capsys)["events"])
    grown = incident_of(EVENTS[0], capsys)
    judge(capsys, "split", grown["id"], "--out", EVENTS[2], "--reason", "another town")
    assert incident_of(EVENTS[2], capsys)["events"] == [EVENTS[2]]


@pytest.mark.usefixtures("store")
def test_a_rejected_incident_stays_in_view_and_raises_no_situation(
    capsys: pytest.CaptureFixture[str],
) -> None:
    for event in (EVENTS[0], EVENTS[2]):
        incident = incident_of(event, capsys)
        judge(capsys, "reject", incident["id"], "--reason", "an exercise")
        assert incident_of(event, capsys)["standing"] == "rejected"
    run(["brief", "--json"])
    (brief,) = lines(capsys)
    assert len(brief["incidents"]) == 2
    assert all(not situation["incidents"] for situation in brief["situations"])


@pytest.mark.parametrize(
    ("arguments", "code", "named"),
    [
        (["confirm", "inc_00000000", *BY], 3, "weigh.unknown"),
        (["confirm", "evt_00000000", *BY], 3, "weigh.unknown"),
        (["confirm", "src_00000000", *BY], 3, "weigh.unknown"),
        (["confirm", "stm_", *BY], 3, "weigh.unknown"),
        (["confirm", "inc_", *BY], 3, "weigh.ambiguous"),
        (["confirm", EVENTS[0]], 2, "--by"),
        (["confirm", EVENTS[0], "--by", " "], 2, "judge.invalid"),
        (["reject", EVENTS[0], *BY], 2, "--reason"),
        (
            ["correct", EVENTS[0], "--field", "mood", "--value", "x", "--reason", "r", *BY],
            2,
            "mood",
        ),
        (["grade", EVENTS[0], "--value", "B", "--reason", "r", *BY], 2, "judge.invalid"),
        (["split", EVENTS[0], "--out", EVENTS[2], "--reason", "r", *BY], 2, "judge.invalid"),
        (["link", EVENTS[0], *BY], 2, "two events"),
        (["undo", EVENTS[0], *BY], 2, "judge.invalid"),
    ],
)
@pytest.mark.usefixtures("store")
def test_what_cannot_be_judged_is_refused_and_nothing_is_kept(
    arguments: list[str], code: int, named: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["judge", *arguments]) == code
    assert named in capsys.readouterr().err
    run(["judge", "list", "--json"])
    assert lines(capsys) == []


@pytest.mark.usefixtures("store")
def test_what_is_undone_is_not_undone_again(capsys: pytest.CaptureFixture[str]) -> None:
    made = judge(capsys, "confirm", EVENTS[0])
    judge(capsys, "undo", made["id"])
    assert run(["judge", "undo", made["id"], *BY]) == 2
    assert "undone already" in capsys.readouterr().err


@pytest.mark.usefixtures("store")
def test_a_private_name_in_a_reason_is_masked_in_the_list(
    capsys: pytest.CaptureFixture[str],
) -> None:
    judge(capsys, "confirm", EVENTS[0], "--reason", "spoke to Joren Pell")
    run(["judge", "list"])
    assert "Pell" not in capsys.readouterr().out
    run(["judge", "list", "--show-names"])
    assert "spoke to Joren Pell" in capsys.readouterr().out


@pytest.mark.usefixtures("store")
def test_judgements_go_to_another_store_and_wait_there_for_their_reports(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    judge(capsys, "reject", EVENTS[1], "--reason", "an exercise")
    assert run(["judge", "export"]) == 0
    exported = tmp_path / "judgements.jsonl"
    exported.write_text(capsys.readouterr().out + "{}\n", "utf-8")
    other = tmp_path / "other"
    make_store(other)
    for new in (1, 0):
        told = run(["judge", "import", str(exported), "--store", str(other), "--json"])
        assert told == 1
        (counts,) = lines(capsys)
        assert (counts["imported"], counts["known"]) == (new, 1 - new)
    run(["judge", "list", "--store", str(other), "--json"])
    assert [one["waiting"] for one in lines(capsys)] == [True]
    keep(other, *PAGES)
    run(["judge", "list", "--store", str(other), "--json"])
    assert [one["waiting"] for one in lines(capsys)] == [False]


@pytest.mark.usefixtures("store")
def test_a_line_that_was_changed_is_no_judgement(capsys: pytest.CaptureFixture[str]) -> None:
    made = judge(capsys, "confirm", EVENTS[0])
    assert judgement_from_json(json.dumps(made), name="a:1").id == made["id"]
    for change in (
        {"by": "Ilya Dorn"},
        {"extra": 1},
        {"at": "noon"},
        {"subjects": "evt"},
        {"id": 5},
    ):
        with pytest.raises(BadJudgementLine):
            judgement_from_json(made | change, name="a:1")
    for line in ("", "[]", "{", "[" * 100_000):
        with pytest.raises(BadJudgementLine):
            judgement_from_json(line, name="a:1")


def test_each_judging_verb_is_documented_with_help_and_examples() -> None:
    group = cli.get_command(click.Context(cli), "judge")
    assert isinstance(group, click.Group)
    page = (DOCS / "cli.md").read_text("utf-8")
    for name, verb in group.commands.items():
        assert f"`tocsin judge {name}" in page
        assert f"tocsin judge {name} " in verb.get_help(click.Context(verb, info_name=name)) or (
            name == "list"
        )
