"""What cannot be an export's line is rejected with its number, and the others are kept."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from exchanged import AS_OF, NOW, PAGES, make_desk
from tocsin.core.types import Rejected
from tocsin.desk.cli.main import run
from tocsin.desk.jobs.import_ import Imported, import_job
from tocsin.store.found import Wanted
from tocsin.store.store import make_store, open_store

Line = dict[str, Any]


@pytest.fixture(scope="module")
def lines(tmp_path_factory: pytest.TempPathFactory) -> list[bytes]:
    folder = tmp_path_factory.mktemp("one")
    make_desk(folder / "desk")
    out = folder / "desk.jsonl"
    options = ["--show-names", "--with-captures", *AS_OF]
    assert run(["export", "--store", str(folder / "desk"), "--out", str(out), *options]) == 0
    return out.read_bytes().splitlines(keepends=True)


@pytest.fixture
def other(tmp_path: Path) -> Path:
    make_store(tmp_path / "other")
    return tmp_path / "other"


def taken(
    content: bytes, folder: Path, *, most_bytes: int = 1_000_000
) -> list[Imported | Rejected]:
    with open_store(folder) as store:
        file = io.BytesIO(content)
        return list(import_job(file, store, name="a.jsonl", now=NOW, most_bytes=most_bytes))


def kept(folder: Path) -> int:
    with open_store(folder) as store:
        return len(store.listed(Wanted()))


def put(*path: str | int, value: Any) -> Callable[[Line], None]:
    """Return what sets one value of a line."""

    def change(line: Line) -> None:
        for step in path[:-1]:
            line = line[step]
        line[path[-1]] = value

    return change


EVENT = ("reading", "events", 0)

WRONG = {
    "the report's id": put("reading", "report", "id", value="rep_" + "0" * 20),
    "the report's hash": put("reading", "report", "sha256", value="0" * 64),
    "the capture's hash": put("capture", "sha256", value="0" * 64),
    "the capture's id": put("capture", "id", value="cap_" + "0" * 20),
    "the capture's bytes": put("content", value="SGFsdmlr"),
    "bytes that are no base64": put("content", value="*"),
    "a size that no database takes": put("capture", "size_bytes", value=2**70),
    "an event's id": put(*EVENT, "id", value="evt_" + "0" * 20),
    "an event's type": put(*EVENT, "type", value="wound"),
    "an event's statement": put(*EVENT, "statement", value="stm_" + "0" * 20),
    "an event's sentence": put(*EVENT, "sentence", value=9),
    "a negative index": put(*EVENT, "place", value=-1),
    "a statement's speaker": put("reading", "statements", 0, "speaker", value="Anton Vessel"),
    "a statement of another report": put(
        "reading", "statements", 0, "report", value="rep_" + "0" * 20
    ),
    "a place within none": put("reading", "places", 0, "within", value=7),
    "a span out of the text": put("reading", "sentences", 0, "end", value=10**9),
    "a time without a zone": put(*EVENT, "time", "earliest", value="2031-04-09T00:00:00"),
    "a time of another zone": put(*EVENT, "time", "latest", value="0001-01-01T00:00:00+14:00"),
    "a place off the earth": put("reading", "places", 0, "place", "lon", value=1e308),
    "a place of no size": put("reading", "places", 0, "place", "uncertainty_km", value=-1.0),
    "a number in words": put(*EVENT, "sentence", value="0"),
    "a number that is none": put(*EVENT, "score", value=float("nan")),
    "an unknown field": put("reading", "report", "spy", value=1),
    "an unknown kind": put("kind", value="secret"),
    "another schema": put("schema", value="tocsin/2"),
    "a newer reader": put("version", value=10**6),
    "half a pair of surrogates": put("reading", "report", "title", value="\ud800"),
}


@pytest.mark.parametrize("change", WRONG.values(), ids=WRONG.keys())
def test_a_report_that_was_changed_is_rejected_and_the_others_are_kept(
    change: Callable[[Line], None], lines: list[bytes], other: Path
) -> None:
    line = json.loads(lines[1])
    change(line)
    forged = json.dumps(line).encode() + b"\n"
    rejected = [
        one for one in taken(b"".join([lines[0], forged, *lines[2:]]), other)
        if isinstance(one, Rejected)
    ]  # fmt: skip
    assert [(one.id, one.code) for one in rejected] == [("a.jsonl:2", "exchange.line")]
    assert "Pell" not in rejected[0].detail
    assert kept(other) == len(PAGES) - 1


@pytest.mark.parametrize(
    "junk",
    [
        b"\x00\x00\x00\n",
        b"[" * 100_000 + b"\n",
        b'{"kind": "report"}\n',
        b"not JSON\n",
        b"\xff\xfe\n",
        b"1\n",
        b'{"schema":"tocsin/1","kind":"retraction","report":5}\n',
    ],
)
def test_a_line_of_junk_is_rejected(junk: bytes, lines: list[bytes], other: Path) -> None:
    came = taken(b"".join([lines[0], junk, *lines[2:]]), other)
    assert sum(isinstance(one, Rejected) for one in came) == 1
    assert kept(other) == len(PAGES) - 1


def test_changed_judgements_and_incidents_are_rejected(lines: list[bytes], other: Path) -> None:
    for kind, change in (
        ("judgement", put("judgement", "value", value="Anton Vessel")),
        ("judgement", put("judgement", "at", value="2031-05-01T09:00:00")),
        ("judgement", put("judgement", "at", value="9999-12-31T23:59:59-14:00")),
        ("incident", put("incident", "events", value=["evt_" + "0" * 20])),
    ):
        number = next(n for n, text in enumerate(lines) if json.loads(text)["kind"] == kind)
        line = json.loads(lines[number])
        change(line)
        forged = [*lines[:number], json.dumps(line).encode() + b"\n", *lines[number + 1 :]]
        rejected = [one for one in taken(b"".join(forged), other) if isinstance(one, Rejected)]
        assert [one.id for one in rejected] == [f"a.jsonl:{number + 1}"]


def test_a_file_that_was_cut_is_told_and_what_came_is_kept(lines: list[bytes], other: Path) -> None:
    *_, last = taken(b"".join(lines[:3]), other)
    assert isinstance(last, Rejected)
    assert (last.code, kept(other)) == ("exchange.incomplete", 2)


def test_a_second_first_line_is_rejected(lines: list[bytes], other: Path) -> None:
    came = taken(b"".join([lines[0], lines[0], *lines[2:]]), other)
    assert [one.code for one in came if isinstance(one, Rejected)] == ["exchange.line"]


@pytest.mark.parametrize("content", [b"", b"{}\n", b'{"schema":"tocsin/9","kind":"export"}\n'])
def test_what_does_not_start_as_an_export_is_refused(
    content: bytes, other: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "a.jsonl"
    file.write_bytes(content)
    assert run(["import", str(file), "--store", str(other)]) == 3
    assert "exchange.form" in capsys.readouterr().err


def test_a_run_with_a_bad_line_ends_with_code_1_and_names_it(
    lines: list[bytes], other: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "a.jsonl"
    file.write_bytes(b"".join([lines[0], b"junk\n", *lines[2:]]))
    assert run(["import", str(file), "--store", str(other)]) == 1
    out, err = capsys.readouterr()
    assert f"rejected: {file}:2: exchange.line" in err
    assert "imported 3 reports and 1 judgements" in out


class Endless(io.BytesIO):
    """A file of one line that is far longer than what may be held."""

    def __init__(self, head: bytes, characters: int) -> None:
        super().__init__(head)
        self.left = characters
        self.most_asked = 0

    def readline(self, size: int | None = -1, /) -> bytes:
        line = super().readline()
        if line:
            return line
        assert size is not None
        assert size > 0
        self.most_asked = max(self.most_asked, size)
        given = min(size, self.left)
        self.left -= given
        return b"x" * given


def test_a_line_of_two_gigabytes_is_passed_over_in_bounded_memory(
    lines: list[bytes], other: Path
) -> None:
    file = Endless(lines[0], 2_000_000_000)
    with open_store(other) as store:
        came = list(import_job(file, store, name="a.jsonl", now=NOW, most_bytes=10_000))
    assert file.left == 0
    assert file.most_asked <= 1_000_000
    first = came[0]
    assert isinstance(first, Rejected)
    assert (first.id, first.code) == ("a.jsonl:2", "exchange.too_long")


def test_a_line_at_the_limit_is_taken_and_the_line_after_a_long_one_too(
    lines: list[bytes], other: Path
) -> None:
    most = len(lines[2]) - 1  # without its end
    content = b"".join([lines[0], b"x" * (most + 5) + b"\n", lines[2]])
    codes = [
        one.code for one in taken(content, other, most_bytes=most) if isinstance(one, Rejected)
    ]
    assert codes == ["exchange.too_long", "exchange.incomplete"]
    assert kept(other) == 1
