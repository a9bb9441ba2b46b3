"""Documents of every kind, made in memory; all of them fictional."""

from __future__ import annotations

import io
import zipfile
from datetime import UTC, datetime
from gzip import compress as zipped

from tocsin.core.config import CollectSettings
from tocsin.core.media import MediaType
from tocsin.core.types import Capture

NOW = datetime(2031, 5, 4, 12, tzinfo=UTC)
SETTINGS = CollectSettings()
SENTENCE = "Troops of the Interior Guard entered Lindral Camp on Tuesday, residents said."
ARTICLE = f"""\
<html lang="en"><head><title>Guards enter camp - The Velmora Courier</title>
<meta property="og:title" content="Guards enter camp">
<meta property="og:site_name" content="The Velmora Courier">
<meta name="author" content="Jane Doe">
<meta property="article:published_time" content="2031-05-03T08:00:00Z"></head>
<body><nav><a href="/">Home</a> | <a href="/news">News</a></nav><article>
<h1>Guards enter camp</h1><p>{SENTENCE} They searched every tent before noon.</p>
<p>Mara Kett, spokeswoman for the residents, said that eleven men were taken to Halvik.</p>
<p>The Interior Minister, Ilya Dorn, denied that anyone had been taken from the camp.</p>
</article><footer>All rights reserved</footer></body></html>"""
MESSAGE = f"""\
From: Mara Kett <mara@lindral.example>
To: desk@tocsin.example
Subject: =?utf-8?q?Re=3A_Guards_enter_camp?=
Date: Tue, 03 May 2031 14:00:00 +0000
MIME-Version: 1.0
Content-Type: text/plain; charset=utf-8

{SENTENCE}
"""
FEED = """\
<?xml version="1.0"?><rss version="2.0"><channel><title>Halvik Radio</title><language>en</language>
<item><title>Guards enter camp</title><link>https://halvik.example/1</link>
<pubDate>Tue, 03 May 2031 08:00:00 GMT</pubDate><author>Jane Doe</author>
<description>&lt;p&gt;Troops entered &lt;b&gt;Lindral Camp&lt;/b&gt;.&lt;/p&gt;</description></item>
<item><title>A picture</title></item></channel></rss>"""


def capture_of(content: bytes, media_type: str = MediaType.TEXT, **facts: str) -> Capture:
    """Return a capture of the bytes, as collected on 4 May 2031."""
    return Capture.of(
        content, media_type=media_type, obtained_from="item", obtained_at=NOW, **facts
    )


def pdf_of(text: str, *, password: str | None = None) -> bytes:
    """Return a PDF of one page with the lines of the text."""
    from pypdf import PdfWriter
    from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

    writer = PdfWriter()
    page = writer.add_blank_page(595, 842)
    font = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Font"),
            NameObject("/Subtype"): NameObject("/Type1"),
            NameObject("/BaseFont"): NameObject("/Helvetica"),
        }
    )
    page[NameObject("/Resources")] = DictionaryObject(
        {NameObject("/Font"): DictionaryObject({NameObject("/F1"): writer._add_object(font)})}
    )
    shown = " T* ".join(f"({line}) Tj" for line in text.split("\n"))
    drawing = DecodedStreamObject()
    drawing.set_data(f"BT /F1 11 Tf 14 TL 50 780 Td {shown} ET".encode("latin-1"))
    page[NameObject("/Contents")] = writer._add_object(drawing)
    if password is not None:
        writer.encrypt(password)
    written = io.BytesIO()
    writer.write(written)
    return written.getvalue()


def docx_of(*paragraphs: str) -> bytes:
    """Return a Word document of the paragraphs."""
    import docx

    document = docx.Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


def zip_of(entries: dict[str, bytes]) -> bytes:
    """Return a ZIP archive of the entries."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return written.getvalue()


def warc_of(*pages: tuple[str, str, bytes], gzip: bool = True) -> bytes:
    """Return a WARC of (address, HTTP status, body) responses, a gzip member for each."""
    return b"".join(_warc_record(*page, gzip=gzip) for page in pages)


def _warc_record(address: str, status: str, body: bytes, *, gzip: bool) -> bytes:
    answer = f"HTTP/1.1 {status}\r\nContent-Type: text/html; charset=utf-8\r\n\r\n".encode() + body
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\n"
        "WARC-Record-ID: <urn:uuid:12345678-feed-b0b0-1234-123456789012>\r\n"
        "WARC-Date: 2031-05-03T08:00:00Z\r\nContent-Type: application/http; msgtype=response\r\n"
        f"WARC-Target-URI: {address}\r\nContent-Length: {len(answer)}\r\n\r\n"
    )
    record = head.encode() + answer + b"\r\n\r\n"
    return zipped(record) if gzip else record
