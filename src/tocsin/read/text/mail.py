"""Drafts of e-mail messages.

The parser is the standard library's older one: the newer `policy.default` reads header fields by
recursion and fails on a long row of brackets.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from email import message_from_bytes
from email.errors import HeaderParseError
from email.header import decode_header, make_header
from email.message import Message
from email.utils import parseaddr, parsedate_to_datetime

from tocsin.core.errors import MalformedDocument, NoReadableText
from tocsin.core.types import Capture, Known
from tocsin.read.text.dates import is_impossible, parse_day
from tocsin.read.text.draft import Draft, one_line
from tocsin.read.text.encoding import decode, tidy_characters
from tocsin.read.text.html import draft_of_markup
from tocsin.read.text.outlets import names_outlet

LONGEST_PART_HEADER = 10_000  # characters; the library reads its parameters in quadratic time
LONGEST_HEADER = 2_000  # characters; a subject that long is no headline
_REPLY_PREFIX = re.compile(r"^(?:\s*(?:re|fwd?|aw|wg|tr|rv)\s*:)+\s*", re.IGNORECASE)


_PART_HEADER = re.compile(
    rb"^content-(?:type|disposition)[ \t]*:[^\n]*(?:\n[ \t][^\n]*)*", re.IGNORECASE | re.MULTILINE
)


def draft_of_mail(capture: Capture) -> Draft:
    """Return the draft of a message.

    Raises: MalformedDocument, UnreadableEncoding, NoReadableText.
    """
    subject = capture.obtained_from
    message, parts = _parse(capture.content, subject)
    body = _body(parts, subject)
    published, fault = _day(message)
    sender = _sender(message)
    is_outlet = sender is not None and names_outlet(sender)
    return Draft(
        text=body.text,
        title=_title(message) or body.title,
        byline=None if is_outlet else sender,
        outlet=sender if is_outlet else None,
        published=published,
        published_known=Known.METADATA if published else None,
        refused_day=fault if is_impossible(fault) else None,
        language=body.language,
        url=capture.url,
        notes=(*body.notes, *_notes_on_attachments(parts), *([fault] if fault else [])),
    )


def _parse(content: bytes, subject: str) -> tuple[Message, list[Message]]:
    if any(match.end() - match.start() > LONGEST_PART_HEADER for match in _part_headers(content)):
        raise MalformedDocument(subject, reason="a header without end")
    try:
        message = message_from_bytes(content)
        return message, [part for part in message.walk() if not part.is_multipart()]
    except RecursionError as deep:
        raise MalformedDocument(subject, reason="parts within parts without end") from deep


def _part_headers(content: bytes) -> Iterator[re.Match[bytes]]:
    # a bare carriage return also ends a line for the library
    return _PART_HEADER.finditer(content.replace(b"\r\n", b"\n").replace(b"\r", b"\n"))


def _body(parts: list[Message], subject: str) -> Draft:
    for kind in ("text/plain", "text/html"):
        for part in _inline_parts(parts, kind):
            text, notes = _characters(part, subject)
            if kind == "text/html" and text.strip():
                return draft_of_markup(text, url=None, notes=notes, subject=subject)
            if text.strip():
                return Draft(text=text.strip("\n"), notes=notes)
    raise NoReadableText(subject, hint=": the message has no text part")


def _inline_parts(parts: list[Message], kind: str) -> Iterator[Message]:
    for part in parts:
        if part.get_content_type() == kind and part.get_content_disposition() != "attachment":
            yield part


def _characters(part: Message, subject: str) -> tuple[str, tuple[str, ...]]:
    payload = part.get_payload(decode=True)
    content = payload if isinstance(payload, bytes) else b""
    decoded, notes = decode(content, charset=part.get_content_charset(), subject=subject)
    text, oddities = tidy_characters(decoded)
    return text, (*notes, *oddities)


def _header(message: Message, name: str) -> str | None:
    """Return the header's characters, None where it is absent or cannot be decoded."""
    raw = message.get(name)
    if raw is None:
        return None
    try:
        joined = str(make_header(decode_header(str(raw)[:LONGEST_HEADER])))
    except (HeaderParseError, LookupError, ValueError):
        return None
    return joined.encode("utf-8", "replace").decode("utf-8").replace("\x00", " ")


def _title(message: Message) -> str | None:
    return one_line(_REPLY_PREFIX.sub("", _header(message, "Subject") or ""))


def _sender(message: Message) -> str | None:
    name, address = parseaddr(_header(message, "From") or "")
    return one_line(name) or one_line(address)


def _day(message: Message) -> tuple[date | None, str | None]:
    """Return the day that the message says it was sent, and the fault found."""
    written = _header(message, "Date")
    try:
        return parsedate_to_datetime(written or "").date(), None
    except (ValueError, TypeError, IndexError, OverflowError):
        return parse_day(written)


def _notes_on_attachments(parts: list[Message]) -> Iterator[str]:
    attached = sum(part.get_content_disposition() == "attachment" for part in parts)
    if attached:
        yield f"{attached} attachments not read"
