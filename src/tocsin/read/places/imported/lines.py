"""Lines of a file of any size, numbered, one in memory at a time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from tocsin.core.errors import BadGroundRow, UnreadableEncoding
from tocsin.core.types import Rejected

LONGEST_LINE = 262_144  # bytes; the longest line of GeoNames has some 30,000
PIECE_BYTES = 65_536
WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff")  # UTF-16 and UTF-32
UTF8_MARK = b"\xef\xbb\xbf"


def numbered_lines(stream: BinaryIO, name: str) -> Iterator[tuple[int, str] | Rejected]:
    """Yield each line that is not blank with its number, a rejection for what is no line of text.

    Raises: UnreadableEncoding where the file as a whole is in another encoding than UTF-8.
    """
    number = 0
    while line := stream.readline(LONGEST_LINE):
        number += 1
        where = f"{name}:{number}"
        if number == 1:
            line = _first(line, name)
        if len(line) >= LONGEST_LINE and not line.endswith(b"\n"):
            _skip_line(stream)
            yield _rejected(where, f"the line is longer than {LONGEST_LINE} bytes")
            continue
        try:
            text = line.decode("utf-8").rstrip("\r\n")
        except UnicodeDecodeError:
            yield _rejected(where, "the line is not UTF-8")
            continue
        if "\0" in text:
            yield _rejected(where, "the line holds NUL characters")
        elif text.strip():
            yield number, text


def _first(line: bytes, name: str) -> bytes:
    if line.startswith(WIDE_MARKS) or line[1:4:2].count(0) == 2:
        raise UnreadableEncoding(name, tried="utf-8; save the file as UTF-8")
    return line.removeprefix(UTF8_MARK)


def _skip_line(stream: BinaryIO) -> None:
    while piece := stream.readline(PIECE_BYTES):
        if piece.endswith(b"\n"):
            return


def _rejected(where: str, reason: str) -> Rejected:
    return BadGroundRow(where, reason=reason).as_rejected()
