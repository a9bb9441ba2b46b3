"""The command line: data on stdout, words on stderr, documented exit codes."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tocsin.desk.cli.main import run

REPORT = """\
Residents of Lindral Camp fear an attack

Halvik Radio – April 12, 2031

Mara Kett, spokeswoman for residents of Lindral Camp, said the Interior Guard killed 12 people \
near Halvik on Monday. A farmer, Joren Pell, said that soldiers took his son. "They came at \
dawn," Pell said. The army plans to close the camp by the end of May 2031.
"""


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "report.txt"
    path.write_text(REPORT, "utf-8")
    return path


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("TOCSIN_STORE", str(tmp_path / "desk"))
    assert run(["init"]) == 0
    return tmp_path / "desk"


def lines(capsys: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def give(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))


def test_reading_a_file_prints_one_line_of_json(
    report: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["read", str(report), "--json"]) == 0
    out, err = capsys.readouterr()
    (line,) = out.splitlines()
    reading = json.loads(line)
    assert reading["schema"] == "tocsin/1"
    assert reading["published"] == "2031-04-12"
    assert reading["outlet"] == "Halvik Radio"
    assert "kill" in {event["type"] for event in reading["events"]}
    assert err == ""


def test_private_persons_are_masked_unless_names_are_asked_for(
    report: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for form in (["--json", "--text"], []):
        run(["read", str(report), *form])
        masked = capsys.readouterr().out
        assert "Pell" not in masked
        assert "Mara Kett" in masked
        run(["read", str(report), "--show-names", *form])
        assert "Pell" in capsys.readouterr().out


def test_a_setting_can_turn_masking_off(
    report: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    config = tmp_path / "open.toml"
    config.write_text("[output]\nmask_private_persons = false\n", "utf-8")
    run(["read", str(report), "--json", "--text", "--config", str(config)])
    assert "Joren Pell" in capsys.readouterr().out


def test_a_bad_item_is_told_and_the_rest_is_done(
    report: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    empty = tmp_path / "empty.txt"
    empty.touch()
    assert run(["read", str(empty), str(report), "--json"]) == 1
    out, err = capsys.readouterr()
    assert len(out.splitlines()) == 1
    told, last = err.splitlines()
    assert told.startswith(f"rejected: {empty}: collect.empty: ")
    assert json.loads(last)["rejected"][0]["code"] == "collect.empty"


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["read", "no-such-file"], 3),
        (["read", "no-such-file", "ftp://halvik.example/a"], 5),
        (["read"], 2),
        (["brief", "a.txt", "--since", "2031-04-01"], 2),
        (["brief", "a.txt", "--as-of", "2031-02-30"], 2),
        (["bref"], 2),
        (["list", "--store", "no-such-store"], 3),
        (["read", "a.txt", "--config", "no-such-file"], 2),
        (["--version"], 0),
        (["--help"], 0),
    ],
)
def test_exit_codes(
    arguments: list[str], code: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(arguments) == code


def test_a_wrong_setting_is_named_with_exit_code_2(
    report: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    config = tmp_path / "wrong.toml"
    config.write_text("[read]\nspeed = 3\n", "utf-8")
    assert run(["read", str(report), "--config", str(config)]) == 2
    assert "config.invalid" in (err := capsys.readouterr().err)
    assert "unknown key read.speed" in err


def test_standard_input_takes_json_lines(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = [{"id": "a", "text": "Halvik is calm."}, {"id": "b"}, {"id": "c", "text": "Rain fell."}]
    give(monkeypatch, "\n".join(map(json.dumps, rows)) + "\n")
    assert run(["read", "-", "--json"]) == 1
    out, err = capsys.readouterr()
    assert [json.loads(line)["id"] for line in out.splitlines()] == ["a", "c"]
    assert "collect.no_text" in err


def test_a_store_takes_lists_finds_and_shows_reports(
    store: Path, report: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    assert run(["add", str(report), "--json"]) == 0
    (added,) = lines(capsys)
    assert added["outcome"] == "added"
    assert run(["add", str(report), "--json"]) == 0
    assert [line["outcome"] for line in lines(capsys)] == ["already there"]

    assert run(["list", "--json"]) == 0
    (listed,) = lines(capsys)
    assert listed["id"] == added["id"]
    assert listed["events"] > 0

    assert run(["search", "soldiers", "--json"]) == 0
    (hit,) = lines(capsys)
    assert "soldiers took his son" in hit["snippet"]
    assert "Pell" not in hit["snippet"]

    assert run(["show", added["id"], "--json"]) == 0
    (shown,) = lines(capsys)
    assert shown["title"] == "Residents of Lindral Camp fear an attack"
    assert "Pell" not in shown["text"]

    statement = shown["statements"][0]["id"]
    assert run(["show", statement]) == 0
    assert f"[{statement}]" in capsys.readouterr().out


def test_a_page_in_an_unread_language_is_stored_and_found(
    store: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = tmp_path / "page.txt"
    page.write_text(
        "Les soldats ont encerclé le camp de Lindral et personne ne sort. " * 3, "utf-8"
    )
    run(["add", str(page)])
    capsys.readouterr()
    assert run(["search", "encercle", "--json"]) == 0
    (hit,) = lines(capsys)
    assert hit["language"] == "fr"
    assert hit["unread"]


def test_private_persons_are_masked_in_titles_of_a_list(
    store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    row = {"text": 'A farmer, Joren Pell, fled. "I ran," Pell said.', "title": "Pell fled Halvik"}
    give(monkeypatch, json.dumps(row) + "\n")
    run(["add", "-"])
    run(["list"])
    run(["list", "--json"])
    run(["search", "fled"])
    assert "Pell" not in capsys.readouterr().out
    run(["list", "--show-names"])
    assert "Pell fled Halvik" in capsys.readouterr().out


def test_init_makes_a_store_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "new"
    assert run(["init", str(folder), "--json"]) == 0
    assert run(["init", str(folder), "--json"]) == 0
    assert [line["created"] for line in lines(capsys)] == [True, False]
    assert {entry.name for entry in folder.iterdir()} == {"tocsin.db", "tocsin.toml", "vault"}


def test_init_refuses_a_folder_with_other_files(
    report: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["init", str(report.parent)]) == 3
    assert "store.exists" in capsys.readouterr().err


def test_words_of_a_report_cannot_drive_the_terminal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    row = {
        "text": "Soldiers said \x1b]0;evil\x07 the camp is \u202eclosed.",
        "title": "\x1b[2J Hal",
    }
    for arguments in (["read", "-"], ["read", "-", "--json", "--text"]):
        give(monkeypatch, json.dumps(row) + "\n")
        run(arguments)
        assert not set("\x1b\x07\u202e") & set(capsys.readouterr().out)


def test_help_loads_no_heavy_library() -> None:
    heavy = "spacy pydantic sqlalchemy alembic rich httpx trafilatura structlog lxml numpy yaml"
    script = (
        "import sys, tocsin, tocsin.desk.cli.main as main\n"
        "assert main.run(['--help']) == 0\n"
        f"loaded = [name for name in {heavy.split()} if name in sys.modules]\n"
        "sys.exit(str(loaded) if loaded else 0)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def test_a_brief_of_files_loads_no_database() -> None:
    script = (
        "import sys, tocsin.desk.jobs.stages, tocsin.desk.jobs.brief, tocsin.desk.wire\n"
        "import tocsin.desk.cli.workplace, tocsin.desk.cli.verbs.brief\n"
        "sys.exit('sqlalchemy' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", script]).returncode == 0


def test_a_reader_that_leaves_early_ends_the_run_quietly() -> None:
    script = (
        "import sys, tocsin.desk.cli.main as main\nsys.argv = ['tocsin', '--help']\nmain.main()"
    )
    read_end, write_end = os.pipe()
    os.close(read_end)
    done = subprocess.run([sys.executable, "-c", script], stdout=write_end, stderr=subprocess.PIPE)
    os.close(write_end)
    assert done.stderr == b""
    assert done.returncode == 141


def test_an_interrupt_ends_the_run_with_130(
    report: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from tocsin.desk.jobs.stages import Stages

    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Stages, "captures", interrupted)
    assert run(["read", str(report)]) == 130
    assert "interrupted" in capsys.readouterr().err


def test_a_defect_is_told_without_a_traceback_or_its_words(
    report: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("words of a witness")

    monkeypatch.setattr("tocsin.desk.cli.workplace.print_json", fail)
    assert run(["read", str(report), "--json"]) == 70
    told = capsys.readouterr().err
    assert "RuntimeError at test_cli.py" in told
    assert "witness" not in told


def test_output_that_cannot_be_written_ends_the_run_with_exit_code_4(report: Path) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "tocsin", "read", str(report)],
            stdout=full,
            stderr=subprocess.PIPE,
        )
    assert done.returncode == 4
    assert b"tocsin: output.failed: No space left on device" in done.stderr


def test_streams_that_the_caller_closed_are_missed_by_nobody(report: Path) -> None:
    command = f'"{sys.executable}" -m tocsin read "{report}" - <&- >&-'
    done = subprocess.run(["/bin/sh", "-c", command], stderr=subprocess.PIPE)
    assert done.returncode == 1
    assert done.stderr == b"rejected: -: collect.empty: nothing in it: 0 bytes\n"


def test_a_search_for_no_word_is_misuse(store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["search", "()"]) == 2
    assert "no letter or digit" in capsys.readouterr().err
