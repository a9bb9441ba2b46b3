"""Captures from WARC files, one record in memory at a time."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from tocsin.collect.item import Item
from tocsin.core.errors import BrokenArchive, ExpandingItem, FetchStatus, ItemError, NoReadableText
from tocsin.core.media import MediaType
from tocsin.core.types import Capture, Rejected

READ_RECORDS = frozenset({"response", "resource"})
READ_TYPES = {
    "text/html": MediaType.HTML,
    "application/xhtml+xml": MediaType.HTML,
    "text/plain": MediaType.TEXT,
    "application/pdf": MediaType.PDF,
}
PIECE_BYTES = 65_536


def captures_of_warc(item: Item, *, limit_bytes: int) -> Iterator[Capture | Rejected]:
    """Yield a capture for each page the archive holds.

    Requests, redirects, pictures and scripts are no pages and are passed over; a page that the
    server refused becomes a rejection. What follows damage in the archive is lost and said to be.
    """
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    records = pages = 0
    try:
        for record in ArchiveIterator(item.stream, no_record_parse=False):
            records += 1
            for page in _captures_of_record(item, record, records, limit_bytes):
                pages += 1
                yield page
    except (ArchiveLoadFailed, zlib.error, EOFError, OSError, ValueError, KeyError) as broken:
        reason = f"{type(broken).__name__} after {records} records"
        yield BrokenArchive(item.name, reason=reason).as_rejected()
    else:
        if not pages:
            yield NoReadableText(item.name, hint=f": {records} records, no page").as_rejected()


def _captures_of_record(
    item: Item, record: Any, number: int, limit_bytes: int
) -> Iterator[Capture | Rejected]:
    if record.rec_type not in READ_RECORDS:
        return
    url = record.rec_headers.get_header("WARC-Target-URI")
    subject = f"{item.name}#{url or number}"
    try:
        capture = _capture(item, record, subject, limit_bytes)
    except ItemError as unusable:
        yield unusable.as_rejected()
        return
    if capture is not None:
        yield capture


def _capture(item: Item, record: Any, subject: str, limit_bytes: int) -> Capture | None:
    status = int(record.http_headers.get_statuscode() or 0) if record.http_headers else 200
    media_type, charset = _content_type(record)
    if media_type is None or 300 <= status < 400:
        return None
    if not 200 <= status < 300:
        raise FetchStatus(subject, status=status)
    return Capture.of(
        _payload(record, subject, limit_bytes),
        media_type=media_type,
        obtained_from=subject,
        obtained_at=_day(record) or item.obtained_at,
        charset=charset,
        url=record.rec_headers.get_header("WARC-Target-URI"),
    )


def _payload(record: Any, subject: str, limit_bytes: int) -> bytes:
    """Return the record's decoded bytes. Raises: ExpandingItem, BrokenArchive."""
    stream, pieces, size = record.content_stream(), [], 0
    while piece := stream.read(PIECE_BYTES):
        size += len(piece)
        if size > limit_bytes:
            raise ExpandingItem(subject, limit_bytes=limit_bytes)
        pieces.append(piece)
    if getattr(record.raw_stream, "limit", 0) > 0:
        raise BrokenArchive(subject, reason="the record breaks off")
    return b"".join(pieces)


def _content_type(record: Any) -> tuple[MediaType | None, str | None]:
    headers = record.http_headers or record.rec_headers
    declared = headers.get_header("Content-Type") or ""
    name, _, parameters = declared.partition(";")
    charset = parameters.lower().partition("charset=")[2].strip(" \"'").split(";")[0]
    return READ_TYPES.get(name.strip().lower()), charset or None


def _day(record: Any) -> datetime | None:
    try:
        moment = datetime.fromisoformat(record.rec_headers.get_header("WARC-Date") or "")
    except ValueError:
        return None
    return moment if moment.tzinfo else None
