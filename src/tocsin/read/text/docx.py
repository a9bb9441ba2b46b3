"""Drafts of Word documents, behind a guard against archives made to harm."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from typing import TYPE_CHECKING

from tocsin.core.errors import (
    BinaryItem,
    BrokenArchive,
    EncryptedItem,
    EntityDeclaration,
    ExpandingItem,
    MalformedDocument,
)
from tocsin.core.types import Capture
from tocsin.read.text.draft import Draft, one_line
from tocsin.read.text.encoding import tidy_characters

if TYPE_CHECKING:
    from docx.document import Document

MOST_ENTRIES = 5_000  # a report with a hundred pictures has about 200
MOST_RATIO = 200  # XML of real documents shrinks 5 to 30 times; bombs shrink 1,000 times
RATIO_FROM_BYTES = 1_000_000  # below it any ratio is harmless
PROLOGUE_BYTES = 4_096  # declarations stand before the root element
OLE_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_DECLARATION = re.compile(rb"<!(?:doctype|entity)", re.IGNORECASE)
_FILE_NAME = re.compile(r"\.(?:docx?|odt)\b|[_\\/]", re.IGNORECASE)


def draft_of_docx(capture: Capture, *, max_expanded_bytes: int) -> Draft:
    """Return the draft of a Word document.

    Raises: EncryptedItem, BinaryItem, BrokenArchive, ExpandingItem, EntityDeclaration,
    MalformedDocument.
    """
    subject = capture.obtained_from
    if capture.content.startswith(OLE_MAGIC):
        raise _fault_of_ole(capture.content, subject)
    check_archive(capture.content, subject=subject, max_expanded_bytes=max_expanded_bytes)
    document = _open(capture.content, subject)
    text, oddities = tidy_characters("\n\n".join(_blocks(document)))
    title = one_line(document.core_properties.title)
    return Draft(
        text=text,
        title=title if title and not _FILE_NAME.search(title) else None,
        language=document.core_properties.language or None,
        url=capture.url,
        notes=oddities,
    )


def check_archive(content: bytes, *, subject: str, max_expanded_bytes: int) -> None:
    """Return nothing when the archive is safe to expand.

    Raises: BrokenArchive, ExpandingItem, EncryptedItem, EntityDeclaration.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
        entries = archive.infolist()
        _check_sizes(entries, subject, max_expanded_bytes)
        if any(entry.flag_bits & 0x1 for entry in entries):
            raise EncryptedItem(subject)
        for entry in entries:
            if entry.filename.endswith((".xml", ".rels")):
                _check_declarations(archive.read(entry), subject)
    except (zipfile.BadZipFile, NotImplementedError, EOFError, ValueError, OSError) as broken:
        raise BrokenArchive(subject, reason=type(broken).__name__) from broken


def _check_sizes(entries: list[zipfile.ZipInfo], subject: str, max_expanded_bytes: int) -> None:
    expanded = sum(entry.file_size for entry in entries)
    bombs = any(
        entry.file_size > RATIO_FROM_BYTES
        and entry.file_size > MOST_RATIO * max(1, entry.compress_size)
        for entry in entries
    )
    if expanded > max_expanded_bytes or len(entries) > MOST_ENTRIES or bombs:
        raise ExpandingItem(subject, limit_bytes=max_expanded_bytes)


def _check_declarations(part: bytes, subject: str) -> None:
    # without NULs, UTF-16 reads as ASCII too
    if _DECLARATION.search(part[:PROLOGUE_BYTES].replace(b"\x00", b"")):
        raise EntityDeclaration(subject)


def _fault_of_ole(content: bytes, subject: str) -> EncryptedItem | BinaryItem:
    if "EncryptedPackage".encode("utf-16-le") in content:
        return EncryptedItem(subject)
    return BinaryItem(subject, kind="an old Office document; save it as .docx")


def _open(content: bytes, subject: str) -> Document:
    import docx

    try:
        return docx.Document(io.BytesIO(content))
    except (KeyError, ValueError, zipfile.BadZipFile) as broken:
        raise MalformedDocument(subject, reason="not a Word document") from broken


def _blocks(document: Document) -> Iterator[str]:
    from docx.text.paragraph import Paragraph

    for block in document.iter_inner_content():
        if isinstance(block, Paragraph):
            if block.text.strip():
                yield block.text.strip()
        else:
            for row in block.rows:
                cells = dict.fromkeys(cell.text.strip() for cell in row.cells)
                if line := " | ".join(cell for cell in cells if cell):
                    yield line
