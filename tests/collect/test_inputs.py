"""Files, folders and standard input become captures or named rejections."""

from __future__ import annotations

import io
import os
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samples import (
    ARTICLE,
    FEED,
    MESSAGE,
    NOW,
    SENTENCE,
    SETTINGS,
    docx_of,
    pdf_of,
    warc_of,
    zip_of,
)
from tocsin.collect import collect
from tocsin.core.config import CollectSettings
from tocsin.core.ids import sha256_hex
from tocsin.core.media import MediaType
from tocsin.core.types import Capture, Rejected


def collected(
    *inputs: str | Path, stdin: bytes = b"", limits: CollectSettings = SETTINGS
) -> list[Capture | Rejected]:
    named = [str(each) for each in inputs]
    return list(collect(named, settings=limits, now=lambda: NOW, stdin=io.BytesIO(stdin)))


def codes(items: Sequence[Capture | Rejected]) -> list[str]:
    return [item.code if isinstance(item, Rejected) else item.media_type for item in items]


def test_a_file_is_captured_with_its_bytes_hash_time_and_origin(tmp_path: Path) -> None:
    page = tmp_path / "report.txt"
    page.write_bytes(SENTENCE.encode())
    [capture] = collected(page)
    assert isinstance(capture, Capture)
    assert capture.content == SENTENCE.encode()
    assert capture.sha256 == sha256_hex(SENTENCE.encode())
    assert (capture.obtained_from, capture.obtained_at) == (str(page), NOW)


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("a.txt", SENTENCE.encode(), MediaType.TEXT),
        ("a", SENTENCE.encode(), MediaType.TEXT),
        ("a.html", ARTICLE.encode(), MediaType.HTML),
        ("a.txt", ARTICLE.encode(), MediaType.HTML),
        ("a", ARTICLE.encode(), MediaType.HTML),
        ("a.pdf", pdf_of(SENTENCE), MediaType.PDF),
        ("a.bin", pdf_of(SENTENCE), MediaType.PDF),
        ("a.docx", docx_of(SENTENCE), MediaType.DOCX),
        ("a", docx_of(SENTENCE), MediaType.DOCX),
        ("a.eml", MESSAGE.encode(), MediaType.MAIL),
        ("a", MESSAGE.encode(), MediaType.MAIL),
        ("a.json", b'{\n  "text": "Quiet in Halvik."\n}', MediaType.REPORT_JSON),
        ("a.txt", SENTENCE.encode("utf-16"), MediaType.TEXT),
    ],
)
def test_the_kind_is_told_by_name_and_content(
    tmp_path: Path, name: str, content: bytes, kind: MediaType
) -> None:
    (tmp_path / name).write_bytes(content)
    assert codes(collected(tmp_path / name)) == [kind]


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("a.txt", b"", "collect.empty"),
        ("a.txt", bytes(range(256)) * 20, "collect.binary"),
        ("a.png", b"\x89PNG\r\n\x1a\n" + b"\0" * 50, "collect.binary"),
        ("a.zip", zip_of({"a.txt": b"x"}), "collect.binary"),
        ("feed.xml", ARTICLE.encode(), "collect.not_a_feed"),
        ("feed.rss", b"Just words.", "collect.not_a_feed"),
        ("feed.xml", b'<!DOCTYPE r [<!ENTITY a "b">]><rss><a>&a;</a></rss>', "collect.entities"),
        ("a.json", b'[{"text": ', "collect.json_line"),
        ("a.json", b"[" * 100_000, "collect.json_line"),
        ("a.warc.gz", b"\x1f\x8bnothing", "collect.broken_archive"),
        ("a.warc", b"nothing of the kind", "collect.broken_archive"),
        ("a.txt.gz", b"\x1f\x8bnothing", "collect.binary"),
    ],
)
def test_bad_files_are_rejected_by_name(
    tmp_path: Path, name: str, content: bytes, code: str
) -> None:
    (tmp_path / name).write_bytes(content)
    [rejected] = collected(tmp_path / name)
    assert isinstance(rejected, Rejected)
    assert (rejected.code, rejected.id) == (code, str(tmp_path / name))


def test_a_bad_item_does_not_stop_the_run(tmp_path: Path) -> None:
    good = tmp_path / "good.txt"
    good.write_text(SENTENCE)
    assert codes(collected(tmp_path / "missing.txt", "ftp://halvik.example/a", good)) == [
        "collect.not_found",
        "collect.scheme",
        MediaType.TEXT,
    ]


def test_fifty_megabytes_are_too_large(tmp_path: Path) -> None:
    large = tmp_path / "large.txt"
    with large.open("wb") as stream:
        stream.truncate(0)
        for _ in range(50):
            stream.write(b"Quiet in Halvik. " * 61_681)
    assert codes(collected(large)) == ["collect.too_large"]


def test_a_folder_is_taken_in_order_without_hidden_files(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", ".hidden.txt", "sub/c.txt", ".git/d.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(f"{name}: {SENTENCE}")
    names = [
        Path(item.obtained_from).name for item in collected(tmp_path) if isinstance(item, Capture)
    ]
    assert names == ["a.txt", "b.txt", "c.txt"]


def test_links_that_lead_out_of_a_folder_are_rejected(tmp_path: Path) -> None:
    inside, outside = tmp_path / "inside", tmp_path / "outside"
    for folder in (inside, outside):
        folder.mkdir()
        (folder / "a.txt").write_text(SENTENCE)
    (inside / "b.txt").symlink_to(outside / "a.txt")
    (inside / "c").symlink_to(outside)
    (inside / "d").symlink_to(inside)
    (inside / "e.txt").symlink_to(inside / "nowhere")
    assert codes(collected(inside)) == [
        MediaType.TEXT,
        "collect.unreadable",
        "collect.unreadable",
        "collect.not_found",
    ]


def test_a_folder_that_cannot_be_listed_is_rejected(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: object) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(os, "scandir", refuse)
    [rejected] = collected(tmp_path)
    assert isinstance(rejected, Rejected)
    assert (rejected.code, rejected.detail) == (
        "collect.unreadable",
        "cannot be opened: permission denied",
    )


def test_an_empty_folder_is_said_to_be_empty(tmp_path: Path) -> None:
    assert codes(collected(tmp_path)) == ["collect.empty"]


def test_a_pipe_in_a_folder_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert codes(collected(tmp_path)) == ["collect.unreadable"]


def test_the_same_bytes_twice_are_one_capture_id(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(SENTENCE)
    first, second = collected(tmp_path)
    assert isinstance(first, Capture)
    assert isinstance(second, Capture)
    assert first.id == second.id


def test_standard_input_is_read_as_whatever_it_holds() -> None:
    assert codes(collected("-", stdin=SENTENCE.encode())) == [MediaType.TEXT]
    lines = b'{"text": "one"}\n\n{"text": "two"}\n'
    assert [
        item.obtained_from for item in collected("-", stdin=lines) if isinstance(item, Capture)
    ] == ["-:1", "-:3"]
    assert codes(collected("-")) == ["collect.empty"]


def test_each_json_line_is_a_capture_of_exactly_its_bytes(tmp_path: Path) -> None:
    lines = tmp_path / "reports.jsonl"
    lines.write_bytes(b'{"text": "one"}\r\n{"text":  "two"}')
    first, second = collected(lines)
    assert isinstance(first, Capture)
    assert isinstance(second, Capture)
    assert (first.content, second.content) == (b'{"text": "one"}', b'{"text":  "two"}')
    assert second.obtained_from == f"{lines}:2"


def test_a_ten_megabyte_line_is_rejected_and_the_rest_is_taken(tmp_path: Path) -> None:
    lines = tmp_path / "reports.jsonl"
    lines.write_bytes(
        b'{"text": "one"}\n{"text": "' + b"a" * 10_000_000 + b'"}\n{"text": "three"}\n'
    )
    first, second, third = collected(lines)
    assert codes([first, second, third]) == [
        MediaType.REPORT_JSON,
        "collect.json_line",
        MediaType.REPORT_JSON,
    ]
    assert isinstance(second, Rejected)
    assert second.id == f"{lines}:2"


def test_a_json_list_is_one_capture_an_element(tmp_path: Path) -> None:
    listed = tmp_path / "reports.json"
    listed.write_text('[{"text": "one"}, {"text": "two", "id": "b"}]')
    first, second = collected(listed)
    assert isinstance(second, Capture)
    assert second.content == b'{"id":"b","text":"two"}'
    assert isinstance(first, Capture)


def test_a_feed_entry_becomes_a_report_line_and_an_empty_one_is_named(tmp_path: Path) -> None:
    feed = tmp_path / "feed.xml"
    feed.write_text(FEED)
    entry, empty = collected(feed)
    assert isinstance(entry, Capture)
    assert entry.content == (
        b'{"byline":"Jane Doe","language":"en","outlet":"Halvik Radio","published":"2031-05-03",'
        b'"text":"Troops entered Lindral Camp.","title":"Guards enter camp",'
        b'"url":"https://halvik.example/1"}'
    )
    assert isinstance(empty, Rejected)
    assert (empty.id, empty.code) == (f"{feed}#2", "read.no_text")


@pytest.mark.parametrize("gzip", [True, False])
def test_a_warc_yields_its_pages_with_address_and_date(tmp_path: Path, gzip: bool) -> None:
    archive = tmp_path / ("crawl.warc.gz" if gzip else "crawl.warc")
    archive.write_bytes(
        warc_of(
            ("https://halvik.example/1", "200 OK", ARTICLE.encode()),
            ("https://halvik.example/2", "404 Not Found", b"gone"),
            ("https://halvik.example/3", "301 Moved", b"moved"),
            gzip=gzip,
        )
    )
    page, gone = collected(archive)
    assert isinstance(page, Capture)
    assert (page.content, page.url) == (ARTICLE.encode(), "https://halvik.example/1")
    assert page.obtained_at.isoformat() == "2031-05-03T08:00:00+00:00"
    assert (page.media_type, page.charset) == (MediaType.HTML, "utf-8")
    assert isinstance(gone, Rejected)
    assert gone.code == "collect.http_status"


def test_a_truncated_warc_yields_what_came_before_the_damage(tmp_path: Path) -> None:
    archive = tmp_path / "crawl.warc.gz"
    one, two = ("https://halvik.example/1", "200 OK"), ("https://halvik.example/2", "200 OK")
    noise = os.urandom(5_000).hex().encode()
    whole = warc_of((*one, ARTICLE.encode()), (*two, noise))
    archive.write_bytes(whole[: len(whole) - 2_000])
    page, broken = collected(archive)
    assert isinstance(page, Capture)
    assert isinstance(broken, Rejected)
    assert broken.code == "collect.broken_archive"


def test_a_warc_record_over_the_limit_is_rejected_alone(tmp_path: Path) -> None:
    archive = tmp_path / "crawl.warc.gz"
    address = "https://halvik.example/"
    archive.write_bytes(
        warc_of((f"{address}1", "200 OK", b"a" * 50_000), (f"{address}2", "200 OK", b"<p>Quiet"))
    )
    limits = CollectSettings(max_item_bytes=10_000)
    assert codes(collected(archive, limits=limits)) == ["collect.expands", MediaType.HTML]


STARTS = [b"", b"%PDF-1.4\n", b"PK\x03\x04word/", b"WARC/1.0\r\n", b"\x1f\x8b\x08", b"<rss>", b"{"]
NAMES = ["a", "a.txt", "a.jsonl", "a.json", "a.xml", "a.warc", "a.warc.gz", "a.docx", "a.eml"]


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(STARTS), st.binary(max_size=300), st.sampled_from(NAMES))
def test_whatever_a_file_holds_it_becomes_captures_or_named_rejections(
    tmp_path_factory: pytest.TempPathFactory, start: bytes, rest: bytes, name: str
) -> None:
    path = tmp_path_factory.getbasetemp() / name
    path.write_bytes(start + rest)
    for item in collected(path):
        assert isinstance(item, Capture) or "." in item.code


def test_collecting_loads_no_heavy_parser() -> None:
    import subprocess
    import sys

    script = (
        "import sys, tocsin.collect, tocsin.read.text;"
        "print([m for m in ('trafilatura','pypdf','docx','feedparser','warcio','httpx','py3langid')"
        " if m in sys.modules])"
    )
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"
