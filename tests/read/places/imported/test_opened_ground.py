"""Packed files of ground: bombs, damage, and files that are none."""

from __future__ import annotations

import bz2
import gzip
import tempfile
import zipfile
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ground_files import CSV, DUMP, rejected_of, write_database
from tocsin.core.errors import (
    BadItem,
    BrokenArchive,
    EmptyItem,
    ExpandingItem,
    ItemNotFound,
    NotGround,
    UnreadableFile,
)
from tocsin.read.places.imported import opened as module
from tocsin.read.places.imported.importing import form_of
from tocsin.read.places.imported.opened import GroundForm


def zipped(path: Path, **members: bytes) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name.replace("__", "."), content)
    return path


def test_a_dump_is_read_out_of_its_zip_beside_a_readme(tmp_path: Path) -> None:
    path = zipped(tmp_path / "TV.zip", TV__txt=DUMP.encode(), readme__txt=b"Read me\n")
    assert form_of(path) is GroundForm.GEONAMES
    assert rejected_of(path) == []


@pytest.mark.parametrize("pack", [gzip.compress, bz2.compress])
def test_packed_files_are_read_as_what_they_hold(tmp_path: Path, pack: object) -> None:
    assert callable(pack)
    for name, content, form in (
        ("TV.txt", DUMP.encode(), GroundForm.GEONAMES),
        ("camps.csv", CSV.encode(), GroundForm.CSV),
        ("wof.db", write_database(tmp_path / "plain.db").read_bytes(), GroundForm.DATABASE),
    ):
        path = tmp_path / f"{name}.packed"
        path.write_bytes(pack(content))
        assert form_of(path) is form
        rejected_of(path)
        (tmp_path / "plain.db").unlink(missing_ok=True)


def test_a_bomb_is_refused_before_it_grows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "FREE_BYTES", 200_000)
    zip_bomb = zipped(tmp_path / "bomb.zip", TV__txt=b"name,lat,lon\n" + b"\n" * 2_000_000)
    bz2_bomb = tmp_path / "bomb.bz2"
    bz2_bomb.write_bytes(bz2.compress(b"\n" * 2_000_000))
    for path in (zip_bomb, bz2_bomb):
        with pytest.raises(ExpandingItem):
            rejected_of(path)


def test_damaged_packed_files_are_refused(tmp_path: Path) -> None:
    whole = zipped(tmp_path / "TV.zip", TV__txt=(DUMP * 300).encode()).read_bytes()
    flipped = bytearray(whole)
    flipped[80] ^= 0xFF
    for content in (bytes(flipped), bz2.compress(DUMP.encode() * 300)[:-20],
                    gzip.compress(DUMP.encode() * 300)[:-20]):  # fmt: skip
        path = tmp_path / "damaged"
        path.write_bytes(content)
        with pytest.raises((BrokenArchive, UnreadableFile)):
            rejected_of(path)


STARTS = (b"", b"PK\x03\x04", b"BZh9", b"\x1f\x8b", b"SQLite format 3\0", b"{", b"[" * 90,
          b"name,lat,lon\n", b"\xef\xbb\xbf", b"1\t" * 19, b"1\t" * 9)  # fmt: skip


@settings(max_examples=60)
@given(st.sampled_from(STARTS), st.binary(max_size=300))
def test_any_bytes_are_ground_or_refused(start: bytes, rest: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "any"
        path.write_bytes(start + rest)
        with suppress(BadItem):
            assert all(one.id.startswith(str(path)) for one in rejected_of(path))


def test_a_zip_of_several_files_is_refused(tmp_path: Path) -> None:
    path = zipped(tmp_path / "two.zip", a__txt=b"a", b__txt=b"b")
    with pytest.raises(NotGround, match="2 files in it"):
        rejected_of(path)


@pytest.mark.parametrize(
    ("content", "error"),
    [
        (b"", EmptyItem),
        (b"%PDF-1.7\n\xff\xfe", NotGround),
        (b"\x89PNG\r\n", BadItem),
        (b"\n\n", BadItem),
    ],
)
def test_files_that_are_no_ground_are_refused(
    tmp_path: Path, content: bytes, error: type[BadItem]
) -> None:
    path = tmp_path / "odd"
    path.write_bytes(content)
    with pytest.raises(error):
        rejected_of(path)


def test_a_missing_file_an_empty_folder_and_a_device_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ItemNotFound):
        rejected_of(tmp_path / "missing")
    with pytest.raises(NotGround):
        rejected_of(tmp_path)
    with pytest.raises(UnreadableFile):
        rejected_of(Path("/dev/zero"))
