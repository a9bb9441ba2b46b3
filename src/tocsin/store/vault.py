"""Captures on disk, each under the hash of its bytes: the same bytes are kept once."""

from __future__ import annotations

import os
import re
import tempfile
from pathlib import Path

from tocsin.core.errors import StoreUnavailable
from tocsin.core.ids import CaptureId, sha256_hex
from tocsin.core.types import Capture

_SHA256 = re.compile(r"[0-9a-f]{64}")


class FolderVault:
    """A folder of captures, fanned out by the first two bytes of the hash: `9f/2c/9f2c…`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def keep(self, capture: Capture) -> CaptureId:
        """Store the bytes once and return the capture's id.

        A kill at any moment leaves the whole file or none. Raises: StoreUnavailable.
        """
        path = self.path_of(capture.sha256)
        try:
            if not _holds(path, capture):
                self._make_folders(path)
                _write_whole(path, capture.content)
        except OSError as refused:
            raise StoreUnavailable(str(self.folder), reason=refused.strerror) from refused
        return capture.id

    def _make_folders(self, path: Path) -> None:
        if not path.parent.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            _sync_folder(path.parent.parent)
            _sync_folder(self.folder)

    def content(self, sha256: str) -> bytes:
        """Return the bytes with the hash.

        Raises: KeyError where there are none; StoreUnavailable where they were altered.
        """
        if not _SHA256.fullmatch(sha256):
            raise KeyError(sha256)
        try:
            content = self.path_of(sha256).read_bytes()
        except FileNotFoundError as missing:
            raise KeyError(sha256) from missing
        except OSError as refused:
            raise StoreUnavailable(str(self.folder), reason=refused.strerror) from refused
        if sha256_hex(content) != sha256:
            raise StoreUnavailable(str(self.folder), reason=f"capture {sha256} was altered")
        return content

    def path_of(self, sha256: str) -> Path:
        """Return where the bytes with the hash lie."""
        return self.folder / sha256[:2] / sha256[2:4] / sha256


def _holds(path: Path, capture: Capture) -> bool:
    """Return whether the file holds the capture whole; a damaged one is written anew."""
    try:
        return sha256_hex(path.read_bytes()) == capture.sha256
    except FileNotFoundError:
        return False


def _write_whole(path: Path, content: bytes) -> None:
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".part-")
    try:
        with os.fdopen(handle, "wb") as part:
            part.write(content)
            part.flush()
            os.fsync(part.fileno())
        os.replace(name, path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    _sync_folder(path.parent)


def _sync_folder(folder: Path) -> None:
    """Make the rename itself durable, where the system lets a folder be opened."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
