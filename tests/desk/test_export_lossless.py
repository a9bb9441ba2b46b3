"""What is exported whole comes back whole."""

from __future__ import annotations

import dataclasses
import json
import tempfile
import types
from datetime import UTC, date, datetime
from enum import Enum
from pathlib import Path
from typing import Any, NewType, Union, get_args, get_origin, get_type_hints

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exchanged import AS_OF, PAGES, make_desk
from tocsin.core.types import Incident, Reading, Source
from tocsin.desk.cli.main import run
from tocsin.desk.wire.exchange.lines import (
    IncidentLine,
    ReportLine,
    SourceLine,
    line_of,
    line_text,
)
from tocsin.store.carried import CaptureFacts
from tocsin.store.store import make_store, open_store

PLAIN: dict[object, st.SearchStrategy[Any]] = {
    str: st.text(max_size=6),
    int: st.integers(),
    float: st.floats(allow_nan=False, allow_infinity=False),
    bool: st.booleans(),
    bytes: st.binary(max_size=6),
    date: st.dates(),
    datetime: st.datetimes(timezones=st.just(UTC)),
    type(None): st.none(),
}


def any_of(kind: Any) -> st.SearchStrategy[Any]:
    """Return any value of a core type, however odd."""
    if isinstance(kind, NewType):
        return any_of(kind.__supertype__)
    if kind in PLAIN:
        return PLAIN[kind]
    if get_origin(kind) in (Union, types.UnionType):
        return st.one_of(*map(any_of, get_args(kind)))
    if get_origin(kind) is tuple:
        return st.lists(st.deferred(lambda: any_of(get_args(kind)[0])), max_size=2).map(tuple)
    if issubclass(kind, Enum):
        return st.sampled_from(kind)
    hints = get_type_hints(kind)
    fields = [field.name for field in dataclasses.fields(kind)]
    return st.builds(kind, **{name: any_of(hints[name]) for name in fields})


def exported(store: Path, out: Path, *options: str) -> bytes:
    assert run(["export", "--store", str(store), "--out", str(out), *AS_OF, *options]) == 0
    return out.read_bytes()


@settings(max_examples=40)
@given(reading=any_of(Reading), capture=any_of(CaptureFacts), version=st.integers(0, 9))
def test_any_reading_comes_back_from_its_line(
    reading: Reading, capture: CaptureFacts, version: int
) -> None:
    line = ReportLine(
        schema="tocsin/1", kind="report", version=version, capture=capture, reading=reading
    )
    text = line_text(line)
    assert "\n" not in text
    assert line_of(text.encode(), name="a") == line


@settings(max_examples=40)
@given(incident=any_of(Incident), source=any_of(Source))
def test_what_was_weighed_comes_back_from_its_line(incident: Incident, source: Source) -> None:
    for line in (
        IncidentLine(schema="tocsin/1", kind="incident", incident=incident),
        SourceLine(schema="tocsin/1", kind="source", source=source),
    ):
        assert line_of(line_text(line).encode(), name="a") == line


@settings(max_examples=8)
@given(
    chosen=st.lists(st.sampled_from(PAGES), unique_by=lambda page: page[0].id),
    judged_pages=st.integers(0, 4),
    captures=st.booleans(),
)
def test_export_import_export_gives_the_same_bytes(
    chosen: list[Any], judged_pages: int, captures: bool
) -> None:
    options = ["--show-names", *(["--with-captures"] if captures else [])]
    with tempfile.TemporaryDirectory() as folder:
        here = Path(folder)
        make_desk(here / "one", pages=tuple(chosen), judged_pages=judged_pages)
        first = exported(here / "one", here / "one.jsonl", *options)
        make_store(here / "two")
        assert run(["import", str(here / "one.jsonl"), "--store", str(here / "two")]) == 0
        assert exported(here / "two", here / "two.jsonl", *options) == first


def test_readings_judgements_and_captures_are_the_same_in_the_other_store(tmp_path: Path) -> None:
    make_desk(tmp_path / "one")
    file = tmp_path / "one.jsonl"
    exported(tmp_path / "one", file, "--show-names", "--with-captures")
    make_store(tmp_path / "two")
    assert run(["import", str(file), "--store", str(tmp_path / "two")]) == 0
    with open_store(tmp_path / "one") as one, open_store(tmp_path / "two") as two:
        assert one.judgements() == two.judgements() != ()
        for capture, reading in PAGES:
            assert two.reading(reading.report.id) == reading
            assert two.carried(reading.report.id) == one.carried(reading.report.id)
            assert two.vault.content(capture.sha256) == capture.content


def test_importing_twice_changes_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    make_desk(tmp_path / "one")
    file = tmp_path / "one.jsonl"
    exported(tmp_path / "one", file, "--show-names")
    capsys.readouterr()
    assert run(["import", str(file), "--store", str(tmp_path / "one"), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["reports"], told["judgements"], told["known"]) == (0, 0, len(PAGES) + 1)


def test_the_whole_ledger_is_in_the_lines(tmp_path: Path) -> None:
    make_desk(tmp_path / "one")
    text = exported(tmp_path / "one", tmp_path / "one.jsonl", "--show-names")
    head, *lines = (json.loads(line) for line in text.splitlines())
    assert (head["kind"], head["lines"], head["masked"]) == ("export", len(lines), False)
    kinds = {line["kind"] for line in lines}
    assert kinds >= {"report", "judgement", "source", "incident", "grade", "copies"}
    assert not any("content" in line for line in lines)


def test_masked_by_default_and_then_nobody_private_is_in_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    make_desk(tmp_path / "one")
    for form in ("jsonl", "ftm", "prov"):
        assert "Pell" not in exported(tmp_path / "one", tmp_path / form, "--format", form).decode()
        named = exported(tmp_path / "one", tmp_path / form, "--format", form, "--show-names")
        assert "Joren Pell" in named.decode()
    run(["export", "--store", str(tmp_path / "one"), "--format", "csv", "--out",
         str(tmp_path / "tables")])  # fmt: skip
    for table in (tmp_path / "tables").iterdir():
        assert "Pell" not in table.read_text("utf-8")
    exported(tmp_path / "one", tmp_path / "masked.jsonl")
    make_store(tmp_path / "two")
    capsys.readouterr()
    assert run(["import", str(tmp_path / "masked.jsonl"), "--store", str(tmp_path / "two")]) == 3
    assert "exchange.masked" in capsys.readouterr().err


def test_reports_that_no_store_holds_can_be_exported_and_imported(tmp_path: Path) -> None:
    report = tmp_path / "report.json"
    report.write_text(json.dumps({"text": "Soldiers shelled Halvik on Monday.", "id": "7"}))
    out = tmp_path / "out.jsonl"
    assert run(["export", str(report), "--show-names", "--out", str(out), *AS_OF]) == 0
    make_store(tmp_path / "two")
    assert run(["import", str(out), "--store", str(tmp_path / "two")]) == 0
    with open_store(tmp_path / "two") as two:
        (found,) = two.find("7")
        assert two.reading(found).events


@pytest.mark.parametrize(
    "options",
    [
        ["--format", "csv"],
        ["--with-captures"],
        ["--with-captures", "--show-names", "--format", "prov"],
        ["--out", "no/such/folder/file"],
    ],
)
def test_what_cannot_be_is_a_usage_error(tmp_path: Path, options: list[str]) -> None:
    make_desk(tmp_path / "one")
    assert run(["export", "--store", str(tmp_path / "one"), *options]) == 2


def test_bytes_that_a_store_was_never_given_are_not_made_up(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    make_desk(tmp_path / "one")
    file = tmp_path / "one.jsonl"
    exported(tmp_path / "one", file, "--show-names")
    make_store(tmp_path / "two")
    run(["import", str(file), "--store", str(tmp_path / "two")])
    out = ["--out", str(tmp_path / "x"), "--show-names", "--with-captures"]
    assert run(["export", "--store", str(tmp_path / "two"), *out]) == 4
    assert "leave out --with-captures" in capsys.readouterr().err
    assert not (tmp_path / "x").exists()
