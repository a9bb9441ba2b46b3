"""Files of ground opened: what form each has, and its content as a bounded stream."""

from __future__ import annotations

import bz2
import gzip
import io
import shutil
import sqlite3
import tarfile
import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import BinaryIO, cast

from tocsin.core.errors import (
    BrokenArchive,
    EmptyItem,
    EncryptedItem,
    ExpandingItem,
    ItemNotFound,
    NotGround,
    UnreadableFile,
)

FREE_BYTES = 16 * 2**20  # expanded so far, no packed file is suspected
MOST_RATIO = 60  # text of names packs to a quarter, a sparse database to a thirtieth
LARGEST_DOCUMENT = 64 * 2**20  # bytes of one GeoJSON document; a country's outline has some 20 MB
SNIFFED_BYTES = 65_536
ZIP_MARKS = (b"PK\x03\x04", b"PK\x05\x06")  # a CSV file may start with the title "PK" too
SQLITE_MARK = b"SQLite format 3\0"
TAR_MARK = b"ustar"
TAR_MARK_AT = 257
GEONAMES_TABS, OTHER_NAMES_TABS = 18, range(7, 10)
SNIFFED_LINES = 20  # a dump may start with a damaged line
BROKEN = (
    zipfile.BadZipFile, tarfile.TarError, zlib.error, EOFError, NotImplementedError, sqlite3.Error,
)  # fmt: skip


class GroundForm(StrEnum):
    """What a file of ground is."""

    GEONAMES = "geonames"
    OTHER_NAMES = "alternate names"
    FEATURES = "whosonfirst features"
    DATABASE = "whosonfirst database"
    CSV = "csv"


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """A stream of lines, the bytes of a database, or GeoJSON documents by name.

    `path` is the file itself where the stream is not packed.
    """

    form: GroundForm
    stream: BinaryIO = field(default_factory=io.BytesIO)
    documents: Iterator[tuple[str, bytes]] = field(default_factory=lambda: iter(()))
    path: Path | None = None

    @contextmanager
    def on_disk(self) -> Iterator[Path]:
        """Give the path of the content, of a copy while it lasts where it is packed."""
        if self.path is not None:
            yield self.path
            return
        with tempfile.NamedTemporaryFile(prefix="tocsin-", suffix=".db") as copy:
            shutil.copyfileobj(self.stream, copy)
            copy.flush()
            yield Path(copy.name)


class _Metered(io.RawIOBase):
    """A stream that refuses to grow far beyond the bytes it is unpacked from."""

    def __init__(self, stream: BinaryIO, packed_bytes: int, name: str) -> None:
        self._stream, self._name, self._read = stream, name, 0
        self._limit = max(FREE_BYTES, MOST_RATIO * packed_bytes)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        piece = self._stream.read(len(buffer))
        self._read += len(piece)
        if self._read > self._limit:
            raise ExpandingItem(self._name, limit_bytes=self._limit)
        buffer[: len(piece)] = piece
        return len(piece)


@contextmanager
def opened(path: Path, name: str) -> Iterator[Opened]:
    """Give what lies in the file or folder; damage found while it is read is told as well.

    Raises: BadItem leaves.
    """
    with ExitStack() as stack:
        try:
            yield _opened(path, name, stack)
        except FileNotFoundError:
            raise ItemNotFound(name) from None
        except BROKEN as broken:
            raise BrokenArchive(name, reason=type(broken).__name__) from broken
        except OSError as refused:  # of damage gzip and bz2 tell so too
            reason = (refused.strerror or str(refused)).lower()
            raise UnreadableFile(name, reason=reason) from refused


def _opened(path: Path, name: str, stack: ExitStack) -> Opened:
    if path.is_dir():
        return Opened(form=GroundForm.FEATURES, documents=_folder(path, name))
    file = stack.enter_context(path.open("rb"))
    if not path.is_file():
        raise UnreadableFile(name, reason="not a regular file")
    size = path.stat().st_size
    head = file.peek(SNIFFED_BYTES)
    if not size:
        raise EmptyItem(name)
    if head.startswith(ZIP_MARKS):
        return _of_zip(stack.enter_context(zipfile.ZipFile(path)), size, name, stack)
    if head.startswith(b"BZh"):
        return _of_stream(_metered(bz2.open(file), size, name), name)
    if head.startswith(b"\x1f\x8b"):
        return _of_stream(_metered(gzip.open(file), size, name), name)
    return _of_stream(file, name, path)


def _metered(stream: object, packed_bytes: int, name: str) -> io.BufferedReader:
    metered = _Metered(cast(BinaryIO, stream), packed_bytes, name)
    return io.BufferedReader(metered, buffer_size=SNIFFED_BYTES)


def _of_zip(archive: zipfile.ZipFile, size: int, name: str, stack: ExitStack) -> Opened:
    members = [member for member in archive.infolist() if _holds_ground(member)]
    if any(member.flag_bits & 1 for member in members):
        raise EncryptedItem(name)
    if len(members) > 1 and all(member.filename.endswith(".geojson") for member in members):
        return Opened(form=GroundForm.FEATURES, documents=_zipped(archive, members, size, name))
    if len(members) != 1:
        raise NotGround(name, reason=f"{len(members)} files in it, not one of places")
    content = stack.enter_context(archive.open(members[0]))
    packed = min(size, members[0].compress_size)
    return _of_stream(_metered(content, packed, name), name)


def _holds_ground(member: zipfile.ZipInfo) -> bool:
    base = member.filename.rpartition("/")[2].lower()
    hidden = base.startswith((".", "readme")) or member.filename.startswith("__MACOSX")
    return not (member.is_dir() or hidden)


def _of_stream(stream: io.BufferedReader, name: str, path: Path | None = None) -> Opened:
    head = stream.peek(SNIFFED_BYTES)
    if not head:
        raise EmptyItem(name)
    if head.startswith(SQLITE_MARK):
        return Opened(form=GroundForm.DATABASE, stream=stream, path=path)
    if head[TAR_MARK_AT:].startswith(TAR_MARK):
        return Opened(form=GroundForm.FEATURES, documents=_tarred(stream, name))
    if head.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"{"):
        return Opened(form=GroundForm.FEATURES, documents=_documents(stream, name))
    return Opened(form=_form_of_lines(head), stream=stream)


def _form_of_lines(head: bytes) -> GroundForm:
    lines = head.split(b"\n")[:SNIFFED_LINES]
    tabs = [line.count(b"\t") for line in lines]
    if GEONAMES_TABS in tabs:
        return GroundForm.GEONAMES
    first = lines[0].split(b"\t")
    if tabs[0] in OTHER_NAMES_TABS and first[0].isdigit() and first[1].isdigit():
        return GroundForm.OTHER_NAMES
    return GroundForm.CSV


def _folder(folder: Path, name: str) -> Iterator[tuple[str, bytes]]:
    for path in sorted(folder.rglob("*.geojson")):
        if path.is_file():
            with path.open("rb") as file:
                yield f"{name}/{path.relative_to(folder)}", _bounded(file)


def _zipped(
    archive: zipfile.ZipFile, members: list[zipfile.ZipInfo], size: int, name: str
) -> Iterator[tuple[str, bytes]]:
    for member in members:
        with archive.open(member) as file:
            packed = min(size, member.compress_size)
            yield f"{name}/{member.filename}", _bounded(_metered(file, packed, name))


def _tarred(stream: BinaryIO, name: str) -> Iterator[tuple[str, bytes]]:
    with tarfile.open(fileobj=stream, mode="r|") as archive:
        for member in archive:
            archive.members = []  # type: ignore[attr-defined]  # or it keeps every header
            file = archive.extractfile(member) if member.isfile() else None
            if file is not None and member.name.endswith(".geojson"):
                yield f"{name}/{member.name}", _bounded(file)


def _documents(stream: BinaryIO, name: str) -> Iterator[tuple[str, bytes]]:
    """Yield one document, or one a line."""
    first = stream.readline(LARGEST_DOCUMENT)
    if not first.rstrip().endswith(b"}"):
        rest = stream.read(LARGEST_DOCUMENT)
        yield name, b"" if len(rest) == LARGEST_DOCUMENT else first + rest
        return
    number = 0
    while first:
        number += 1
        if first.strip():
            yield f"{name}:{number}", first
        first = stream.readline(LARGEST_DOCUMENT)


def _bounded(file: object) -> bytes:
    """Return the document, nothing of one that is too large."""
    content = cast(BinaryIO, file).read(LARGEST_DOCUMENT + 1)
    return content if len(content) <= LARGEST_DOCUMENT else b""
