"""What an item is, told by its first bytes, its name and what its carrier declares."""

from __future__ import annotations

import re
import zlib
from enum import StrEnum

from tocsin.core.errors import BinaryItem, NotAFeed
from tocsin.core.media import MediaType, binary_kind


class Container(StrEnum):
    """Items that hold several captures."""

    JSON_LINES = "application/x-ndjson"
    JSON_DOCUMENT = "application/json"
    FEED = "application/rss+xml"
    WARC = "application/warc"


_BY_SUFFIX: dict[str, MediaType | Container] = {
    ".txt": MediaType.TEXT,
    ".text": MediaType.TEXT,
    ".md": MediaType.TEXT,
    ".html": MediaType.HTML,
    ".htm": MediaType.HTML,
    ".xhtml": MediaType.HTML,
    ".eml": MediaType.MAIL,
    ".mht": MediaType.MAIL,
    ".mhtml": MediaType.MAIL,
    ".jsonl": Container.JSON_LINES,
    ".ndjson": Container.JSON_LINES,
    ".json": Container.JSON_DOCUMENT,
    ".rss": Container.FEED,
    ".atom": Container.FEED,
    ".xml": Container.FEED,
    ".rdf": Container.FEED,
    ".warc": Container.WARC,
}
_BY_DECLARED: dict[str, MediaType | Container] = {
    "text/plain": MediaType.TEXT,
    "text/html": MediaType.HTML,
    "application/xhtml+xml": MediaType.HTML,
    "message/rfc822": MediaType.MAIL,
    "application/x-ndjson": Container.JSON_LINES,
    "application/jsonl": Container.JSON_LINES,
    "application/json": Container.JSON_DOCUMENT,
    "application/rss+xml": Container.FEED,
    "application/atom+xml": Container.FEED,
    "application/rdf+xml": Container.FEED,
    "application/xml": Container.FEED,
    "text/xml": Container.FEED,
}
_JSON_KINDS = (Container.JSON_LINES, Container.JSON_DOCUMENT)
_HTML_START = re.compile(
    r"(?:<\?xml[^>]*>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html)\b", re.I | re.S
)
_HTML_TAG = re.compile(r"<(?:html|head|body|div|p|article|table|meta)\b", re.IGNORECASE)
_FEED_ROOT = re.compile(r"<(?:rss|feed|rdf:rdf)[\s>]", re.IGNORECASE)
_MAIL_HEADER = re.compile(
    r"(?:from|to|date|subject|received|return-path|delivered-to|message-id|mime-version"
    r"|content-type|x-[a-z-]+|reply-to|dkim-signature|authentication-results)\s?:",
    re.IGNORECASE,
)


def kind_of(
    head: bytes, *, suffix: str, declared: str | None, subject: str
) -> MediaType | Container:
    """Return what the item is.

    Raises: BinaryItem for what holds no text, NotAFeed where a feed was named and is none.
    """
    packed = _packed_kind(head, suffix)
    if packed is not None:
        return packed
    named = _BY_SUFFIX.get(suffix) or _BY_DECLARED.get(declared or "")
    if named in _JSON_KINDS:
        return Container.JSON_LINES if named is Container.JSON_LINES else _json_kind(head)
    binary = binary_kind(head)
    if binary:
        raise BinaryItem(subject, kind=binary)
    return _text_kind(_head_characters(head), head, named, subject)


def _packed_kind(head: bytes, suffix: str) -> MediaType | Container | None:
    """Return the kind of what starts with a signature, None for the rest."""
    if head.startswith(b"WARC/") or _unzipped_start(head).startswith(b"WARC/"):
        return Container.WARC
    if suffix in (".warc", ".warc.gz"):
        return Container.WARC
    if b"%PDF-" in head[:1024]:
        return MediaType.PDF
    if head.startswith(b"PK\x03\x04") and (suffix == ".docx" or b"word/" in head):
        return MediaType.DOCX
    if head.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return MediaType.DOCX  # its reader tells an encrypted one from an old one
    return None


def _unzipped_start(head: bytes) -> bytes:
    if not head.startswith(b"\x1f\x8b"):
        return b""
    try:
        return zlib.decompressobj(wbits=31).decompress(head, 16)
    except zlib.error:
        return b""


def _text_kind(
    text: str, head: bytes, named: MediaType | Container | None, subject: str
) -> MediaType | Container:
    start = text.lstrip()
    if _HTML_START.match(start):
        if named is Container.FEED:
            raise NotAFeed(subject, reason="it is an HTML page")
        return MediaType.MAIL if named is MediaType.MAIL else MediaType.HTML
    if start.startswith("<") and _FEED_ROOT.search(start):
        return Container.FEED
    if named is Container.FEED:
        raise NotAFeed(subject, reason="it has no <rss>, <feed> or <rdf:RDF> element")
    if named is not None:
        return named
    return _unnamed_kind(start, head)


def _unnamed_kind(start: str, head: bytes) -> MediaType | Container:
    if start.startswith(("{", "[{")) and '"' in start[:20]:
        return _json_kind(head)
    lines = start.split("\n", 6)[:6]
    if sum(bool(_MAIL_HEADER.match(line)) for line in lines) >= 3:
        return MediaType.MAIL
    if start.startswith("<") and _HTML_TAG.search(start):
        return MediaType.HTML
    return MediaType.TEXT


def _json_kind(head: bytes) -> Container:
    """Return whether JSON is one document or a report on each line, by its first two lines."""
    lines = [line.strip() for line in head.removeprefix(b"\xef\xbb\xbf").split(b"\n")]
    filled = [line for line in lines if line][:2]
    if not filled or not filled[0].startswith(b"{"):
        return Container.JSON_DOCUMENT
    one_object_a_line = filled[0].endswith(b"}") or len(lines) == 1
    return (
        Container.JSON_LINES
        if one_object_a_line or (len(filled) > 1 and filled[1].startswith(b'{"'))
        else Container.JSON_DOCUMENT
    )


def _head_characters(head: bytes) -> str:
    for mark, codec in (
        (b"\xff\xfe", "utf-16"),
        (b"\xfe\xff", "utf-16"),
        (b"\xef\xbb\xbf", "utf-8-sig"),
    ):
        if head.startswith(mark):
            return head.decode(codec, "replace")
    return head.decode("latin-1").replace("\x00", "")
