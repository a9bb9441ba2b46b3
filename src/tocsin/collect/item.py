"""An item: an open stream of bytes and what its carrier says of it."""

from __future__ import annotations

import io
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import PurePath
from typing import BinaryIO
from urllib.parse import urlsplit

from tocsin.core.errors import EmptyItem, ItemTooLarge, UnreadableFile
from tocsin.core.media import MediaType
from tocsin.core.types import Capture

PEEKED_BYTES = 65_536


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """Bytes not yet read, under the name that the user knows them by.

    `declared` is the media type the carrier states (a web server, a WARC record), without its
    parameters; `url` where the bytes came from on the web.
    """

    name: str
    stream: BinaryIO
    obtained_at: datetime
    declared: str | None = None
    charset: str | None = None
    url: str | None = None

    @property
    def suffix(self) -> str:
        """Return the lower-case file name ending: ".html", ".warc.gz"; "" where there is none."""
        path = urlsplit(self.name).path if "://" in self.name else self.name
        endings = [ending.lower() for ending in PurePath(path).suffixes]
        return "".join(endings[-2:] if endings[-1:] == [".gz"] else endings[-1:])

    def capture(self, content: bytes, media_type: MediaType) -> Capture:
        """Return the capture of the item's bytes."""
        return Capture.of(
            content,
            media_type=media_type,
            obtained_from=self.name,
            obtained_at=self.obtained_at,
            charset=self.charset,
            url=self.url,
        )

    def part(self, mark: str, content: bytes, media_type: MediaType) -> Capture:
        """Return the capture of one part, named by a mark after the item's own name."""
        return replace(self, name=f"{self.name}{mark}").capture(content, media_type)


def peek(item: Item) -> tuple[bytes, Item]:
    """Return the first bytes, and the item with its stream still at the start.

    Raises: EmptyItem, UnreadableFile.
    """
    buffered = io.BufferedReader(_Unclosed(item.stream), buffer_size=PEEKED_BYTES)
    try:
        head = buffered.peek(PEEKED_BYTES)[:PEEKED_BYTES]
    except OSError as refused:
        raise UnreadableFile(item.name, reason=_reason(refused)) from refused
    if not head:
        raise EmptyItem(item.name)
    return head, replace(item, stream=buffered)


def read_whole(item: Item, *, limit_bytes: int) -> bytes:
    """Return all bytes of the item. Raises: EmptyItem, ItemTooLarge, UnreadableFile."""
    try:
        content = item.stream.read(limit_bytes + 1)
    except OSError as refused:
        raise UnreadableFile(item.name, reason=_reason(refused)) from refused
    if not content:
        raise EmptyItem(item.name)
    if len(content) > limit_bytes:
        raise ItemTooLarge(item.name, limit_bytes=limit_bytes)
    return content


def _reason(refused: OSError) -> str:
    return (refused.strerror or type(refused).__name__).lower()


class _Unclosed(io.RawIOBase):
    """The stream as a raw one that leaves the original open, whoever drops the buffer above."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        piece = self._stream.read(len(buffer))
        buffer[: len(piece)] = piece
        return len(piece)
