"""Drafts of PDF documents."""

from __future__ import annotations

import io
import logging
import re
from collections import Counter
from typing import TYPE_CHECKING

from tocsin.core.errors import EncryptedItem, MalformedDocument, NoReadableText
from tocsin.core.types import Capture
from tocsin.read.text.dateline import dateline_of_line
from tocsin.read.text.draft import Draft, one_line
from tocsin.read.text.encoding import tidy_characters

if TYPE_CHECKING:
    from pypdf import PdfReader

MOST_PAGES = 500  # a situation report has ten; a yearbook is read in part
MOST_CHARACTERS = 2_000_000  # of text, past which pages are left unread
REPEATED_ON_PAGES = 3  # a line that heads or foots so many pages is the page's, not the report's
FULL_LINE = 0.6  # of the longest line: a shorter one ends its paragraph
_PAGE_NUMBER = re.compile(r"(?:page )?\d{1,4}(?: (?:of|/) \d{1,4})?|- ?\d{1,4} ?-", re.IGNORECASE)
_FILE_NAME = re.compile(
    r"microsoft word|untitled|\.(?:docx?|pdf|indd|odt|rtf)\b|[_\\/]", re.IGNORECASE
)


def draft_of_pdf(capture: Capture) -> Draft:
    """Return the draft of a PDF. Raises: EncryptedItem, MalformedDocument, NoReadableText."""
    subject = capture.obtained_from
    reader = _open(capture.content, subject)
    pages, notes = _page_lines(reader)
    raw = "\n\n".join(paragraphs(lines) for lines in without_running_lines(pages))
    text, oddities = tidy_characters(raw.strip())
    if not text:
        raise NoReadableText(subject, hint=": scanned pages need OCR before they can be added")
    title = one_line(reader.metadata.title if reader.metadata else None)
    return Draft(
        text=text,
        title=title if title and not _FILE_NAME.search(title) else None,
        url=capture.url,
        notes=(*notes, *oddities),
    )


def _open(content: bytes, subject: str) -> PdfReader:
    from pypdf import PasswordType, PdfReader

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    reader = PdfReader(io.BytesIO(content), strict=False)
    if reader.is_encrypted and reader.decrypt("") == PasswordType.NOT_DECRYPTED:
        raise EncryptedItem(subject)
    if not len(reader.pages):
        raise MalformedDocument(subject, reason="a PDF without pages")
    return reader


def _page_lines(reader: PdfReader) -> tuple[list[list[str]], tuple[str, ...]]:
    pages: list[list[str]] = []
    characters = 0
    for number, page in enumerate(reader.pages):
        if number == MOST_PAGES or characters > MOST_CHARACTERS:
            return pages, (f"only the first {number} pages were read",)
        lines = [line.strip() for line in page.extract_text().split("\n")]
        pages.append(lines)
        characters += sum(map(len, lines))
    return pages, ()


def without_running_lines(pages: list[list[str]]) -> list[list[str]]:
    """Return the pages without their numbers and the heads and feet that repeat.

    >>> without_running_lines([["Quiet in Halvik.", "1"]])
    [['Quiet in Halvik.']]
    """
    edges = Counter(line for page in pages for line in {*page[:2], *page[-2:]} if line)
    running = {line for line, count in edges.items() if count >= REPEATED_ON_PAGES}
    return [
        [
            line
            for position, line in enumerate(page)
            if not (_is_edge(position, page) and (line in running or _PAGE_NUMBER.fullmatch(line)))
        ]
        for page in pages
    ]


def _is_edge(position: int, page: list[str]) -> bool:
    return position < 2 or position >= len(page) - 2


def paragraphs(lines: list[str]) -> str:
    """Return the lines joined into paragraphs, words that a line end divides made whole.

    >>> paragraphs(["The guard searched it and re-", "ported no weapons there.", "", "Quiet."])
    'The guard searched it and reported no weapons there.\\n\\nQuiet.'
    """
    longest = max(map(len, lines), default=0)
    joined: list[str] = []
    open_line = ""
    for line in lines:
        if open_line and line and len(open_line) >= FULL_LINE * longest:
            joined[-1] = _joined(joined[-1], line)
        elif line:
            joined.append(line)
        open_line = "" if _closes_paragraph(line) else line
    return "\n\n".join(joined)


def _closes_paragraph(line: str) -> bool:
    return line.endswith((".", "!", "?", ":", ".”", '."')) or dateline_of_line(line) is not None


def _joined(first: str, second: str) -> str:
    if first.endswith("-") and first[-2:-1].isalpha() and second[:1].islower():
        return first[:-1] + second
    return f"{first} {second}"
