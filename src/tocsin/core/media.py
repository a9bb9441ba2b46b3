"""Kinds of document, told by their bytes."""

from __future__ import annotations

import re
from enum import StrEnum


class MediaType(StrEnum):
    """The kinds of document that Tocsin reads; a capture's `media_type` is one of them."""

    TEXT = "text/plain"
    HTML = "text/html"
    PDF = "application/pdf"
    DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    MAIL = "message/rfc822"
    REPORT_JSON = "application/x-tocsin-report+json"


SNIFFED_BYTES = 65_536  # browsers decide on 1,445 bytes; more catches binaries with a text head
MOST_CONTROL_BYTES = 0.02  # text holds nearly none; executables and images well over 5 %
MOST_NULS = 0.3  # padding of a broken download; UTF-16, told apart before, holds up to half

_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"II*\x00", "a TIFF image"),
    (b"MM\x00*", "a TIFF image"),
    (b"OggS", "Ogg sound or video"),
    (b"ID3", "MP3 sound"),
    (b"\x1aE\xdf\xa3", "Matroska video"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"Rar!", "a RAR archive"),
    (b"PK\x03\x04", "a ZIP archive"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office document"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90\x00", "a program"),
    (b"SQLite format 3\x00", "a database"),
)
_BYTE_ORDER_MARKS = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")
_CONTROL = re.compile(rb"[\x01-\x08\x0e-\x1a\x1c-\x1f\x7f]")


def binary_kind(content: bytes) -> str | None:
    """Return what the bytes are when they are no text, None when they can be text.

    >>> binary_kind(b"\\x89PNG\\r\\n"), binary_kind(b"Halvik is quiet.")
    ('a PNG image', None)
    """
    for magic, kind in _MAGIC:
        if content.startswith(magic):
            return kind
    head = content[:SNIFFED_BYTES]
    if not head or head.startswith(_BYTE_ORDER_MARKS) or bare_utf16(head):
        return None
    nuls = head.count(b"\x00") / len(head)
    controls = len(_CONTROL.findall(head)) / len(head)
    return "binary data" if nuls > MOST_NULS or controls > MOST_CONTROL_BYTES else None


def bare_utf16(content: bytes) -> str | None:
    """Return the UTF-16 codec of text without a byte order mark, None for anything else.

    >>> bare_utf16("Halvik is quiet.".encode("utf-16-le"))
    'utf-16-le'
    """
    head = content[: SNIFFED_BYTES // 2 * 2]
    half = len(head) // 2
    if half < 8:
        return None
    high_nuls, low_nuls = head[1::2].count(0) / half, head[0::2].count(0) / half
    if high_nuls > 0.6 and low_nuls < 0.02:
        return "utf-16-le"
    if low_nuls > 0.6 and high_nuls < 0.02:
        return "utf-16-be"
    return None
