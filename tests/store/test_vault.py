"""The vault keeps bytes once, whole, under their hash."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samples import capture_of
from tocsin.core.errors import StoreUnavailable
from tocsin.core.ids import sha256_hex
from tocsin.store.vault import FolderVault


def files_below(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


@given(st.binary(max_size=200))
def test_what_is_kept_comes_back(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    vault = FolderVault(tmp_path_factory.getbasetemp() / "vault")
    capture = capture_of(content)
    assert vault.keep(capture) == capture.id
    assert vault.content(capture.sha256) == content


def test_the_same_bytes_are_kept_once(tmp_path: Path) -> None:
    vault = FolderVault(tmp_path)
    vault.keep(capture_of(b"Quiet in Halvik."))
    [kept] = files_below(tmp_path)
    before = kept.stat().st_mtime_ns
    vault.keep(capture_of(b"Quiet in Halvik.", "text/html"))
    assert files_below(tmp_path) == [kept]
    assert kept.stat().st_mtime_ns == before
    digest = sha256_hex(b"Quiet in Halvik.")
    assert kept == tmp_path / digest[:2] / digest[2:4] / digest


@pytest.mark.parametrize("asked", ["0" * 64, "", "../../etc/passwd", "A" * 64])
def test_unknown_hashes_are_key_errors(tmp_path: Path, asked: str) -> None:
    with pytest.raises(KeyError):
        FolderVault(tmp_path).content(asked)


def test_altered_bytes_are_never_handed_out_and_are_mended_by_keeping_again(
    tmp_path: Path,
) -> None:
    vault = FolderVault(tmp_path)
    capture = capture_of(b"Quiet in Halvik.")
    vault.keep(capture)
    vault.path_of(capture.sha256).write_bytes(b"Unrest in Halvik.")
    with pytest.raises(StoreUnavailable):
        vault.content(capture.sha256)
    vault.keep(capture)
    assert vault.content(capture.sha256) == capture.content


def test_a_write_that_fails_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(source: object, target: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", refuse)
    with pytest.raises(StoreUnavailable):
        FolderVault(tmp_path).keep(capture_of(b"Quiet in Halvik."))
    assert files_below(tmp_path) == []
