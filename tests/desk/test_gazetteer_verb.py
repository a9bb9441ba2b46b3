"""`tocsin gazetteer`: import, list, remove, and what readings know then."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import click
import pytest

from ground_files import CSV, DUMP
from tocsin.desk.cli.main import cli, run

DOCS = Path(__file__).parents[2] / "docs"
TEXT = "Guards ringed Lindral Camp in Tarvenia at dawn, residents said on Monday."


@pytest.fixture
def config(tmp_path: Path) -> list[str]:
    path = tmp_path / "tocsin.toml"
    path.write_text("[read]\ngazetteer = 'ground'\n", "utf-8")
    return ["--config", str(path)]


@pytest.fixture
def camps(tmp_path: Path) -> Path:
    path = tmp_path / "camps.csv"
    path.write_text(CSV, "utf-8")
    return path


def lines(capsys: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_what_is_imported_is_listed_and_can_be_removed(
    camps: Path, config: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["gazetteer", "list", "--json", *config]) == 0
    assert lines(capsys) == []
    assert run(["gazetteer", "import", str(camps), "--json", *config]) == 0
    (imported,) = lines(capsys)
    assert (imported["name"], imported["places"], imported["form"]) == ("camps", 3, "csv")
    run(["gazetteer", "list", "--json", *config])
    assert lines(capsys) == [imported]
    assert run(["gazetteer", "remove", "camps", "--json", *config]) == 0
    assert lines(capsys) == [{"schema": "tocsin/1", "removed": "camps"}]
    assert run(["gazetteer", "list", *config]) == 0
    assert capsys.readouterr().out == ""
    assert run(["gazetteer", "remove", "camps", *config]) == 3
    assert "gazetteer.unknown" in capsys.readouterr().err


def test_a_reading_places_what_was_imported_and_says_what_it_could_not_place(
    camps: Path, config: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    report = tmp_path / "report.txt"
    report.write_text(TEXT, "utf-8")

    def camp() -> tuple[dict[str, Any], list[str]]:
        assert run(["read", str(report), "--json", "--show-names", *config]) == 0
        (reading,) = lines(capsys)
        (place,) = [place for place in reading["places"] if place["text"] == "Lindral Camp"]
        return place, reading.get("notes", [])

    place, notes = camp()
    assert place["lon"] is None
    assert notes == ["place names that no gazetteer holds: 2"]
    run(["gazetteer", "import", str(camps), *config])
    capsys.readouterr()
    place, notes = camp()
    assert (place["lon"], place["lat"], place["source"]) == (31.25, 47.05, "camps")
    assert notes == ["place names that no gazetteer holds: 1"]


def test_bad_rows_are_told_and_the_rest_is_kept(
    camps: Path, config: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    camps.write_text(f"{CSV}Halvik,147,31\n", "utf-8")
    assert run(["gazetteer", "import", str(camps), "--json", *config]) == 1
    out, err = capsys.readouterr()
    assert json.loads(out)["rejected"] == 1
    told, last = err.splitlines()
    assert told.startswith(f"rejected: {camps}:5: gazetteer.row: ")
    assert json.loads(last)["rejected"][0]["id"] == f"{camps}:5"


def test_a_file_that_cannot_be_used_costs_the_others_nothing(
    camps: Path, config: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    odd = tmp_path / "odd.csv"
    odd.write_text("town,where\nHalvik,here\n", "utf-8")
    assert run(["gazetteer", "import", str(odd), "missing.txt", str(camps), *config]) == 1
    out, err = capsys.readouterr()
    assert "imported camps: 3 places" in out
    assert "gazetteer.form" in err
    assert "collect.not_found" in err
    assert run(["gazetteer", "import", str(odd), *config]) == 3


def test_ground_of_a_known_name_is_replaced_only_when_asked(
    camps: Path, config: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(["gazetteer", "import", str(camps), *config])
    assert run(["gazetteer", "import", str(camps), *config]) == 3
    assert "gazetteer.exists" in capsys.readouterr().err
    assert run(["gazetteer", "import", str(camps), "--name", "CAMPS", "--replace", *config]) == 0
    assert run(["gazetteer", "import", str(camps), "--name", "Karsh camps", *config]) == 0
    capsys.readouterr()
    run(["gazetteer", "list", "--json", *config])
    assert [ground["name"] for ground in lines(capsys)] == ["CAMPS", "Karsh-camps"]


def test_one_name_for_several_files_is_misuse(
    camps: Path, config: list[str], tmp_path: Path
) -> None:
    dump = tmp_path / "TV.txt"
    dump.write_text(DUMP, "utf-8")
    assert run(["gazetteer", "import", str(camps), str(dump), "--name", "both", *config]) == 2


def test_alternate_names_alone_are_refused(
    config: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    names = tmp_path / "alternateNames.txt"
    names.write_text("1\t90000002\ten\tBremark\t\t\t\t\n", "utf-8")
    assert run(["gazetteer", "import", str(names), *config]) == 3
    assert "give the country dump" in capsys.readouterr().err


def test_damaged_ground_is_named_and_can_be_removed(
    camps: Path, config: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(["gazetteer", "import", str(camps), *config])
    kept = tmp_path / "ground" / "camps.places"
    content = bytearray(kept.read_bytes())
    content[-5] ^= 0xFF
    kept.write_bytes(bytes(content))
    assert run(["gazetteer", "list", *config]) == 3
    assert "gazetteer.damaged" in capsys.readouterr().err
    assert run(["gazetteer", "remove", "camps", *config]) == 0


def test_a_folder_that_cannot_be_written_is_named(
    camps: Path, config: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "ground").write_text("a file where a folder should be", "utf-8")
    assert run(["gazetteer", "import", str(camps), *config]) == 4
    assert "gazetteer.unavailable" in capsys.readouterr().err


@pytest.mark.parametrize("verb", ["import", "list", "remove"])
def test_each_verb_of_the_group_is_documented_with_its_options_and_has_examples(verb: str) -> None:
    page = (DOCS / "cli.md").read_text("utf-8")
    (section,) = re.findall(
        rf"^### `tocsin gazetteer {verb}\b.*?(?=^##|\Z)", page, flags=re.M | re.S
    )
    group = cli.get_command(click.Context(cli), "gazetteer")
    assert isinstance(group, click.Group)
    command = group.commands[verb]
    for option in command.params:
        if isinstance(option, click.Option):
            assert f"`{max(option.opts, key=len)}" in section
    assert f"  tocsin gazetteer {verb}" in command.get_help(click.Context(command))
