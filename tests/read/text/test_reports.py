"""Every kind of capture becomes a report, or a named rejection."""

from __future__ import annotations

import json
import time
from contextlib import suppress
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samples import ARTICLE, MESSAGE, SENTENCE, capture_of, docx_of, pdf_of, zip_of
from tocsin.core.errors import ItemError
from tocsin.core.media import MediaType
from tocsin.core.types import Known, Report
from tocsin.read.text import extract

CONTENT_TYPES = b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
ENCRYPTED_OFFICE = (
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le")
)
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def report_of(content: bytes | str, media_type: str = MediaType.TEXT, **facts: str) -> Report:
    raw = content.encode() if isinstance(content, str) else content
    return extract(capture_of(raw, media_type, **facts))


def refused(report: Report) -> dict[str, str]:
    """Return why what was refused of the item was, by code."""
    return {part.code: part.detail.partition(": ")[2] for part in report.refused}


def code_of(content: bytes | str, media_type: str = MediaType.TEXT) -> str:
    with pytest.raises(ItemError) as caught:
        report_of(content, media_type)
    assert caught.value.subject == "item"
    return caught.value.code


def test_a_page_gives_its_article_and_its_metadata() -> None:
    report = report_of(ARTICLE, MediaType.HTML, url="https://courier.example/1")
    assert (report.title, report.outlet, report.byline) == (
        "Guards enter camp",
        "The Velmora Courier",
        "Jane Doe",
    )
    assert (report.published, report.published_known) == (date(2031, 5, 3), Known.METADATA)
    assert (report.language, report.url) == ("en", "https://courier.example/1")
    assert SENTENCE in report.text
    assert "All rights reserved" not in report.text
    assert report.title_span is not None
    assert report.title_span.within(report.text) == "Guards enter camp"


def test_a_page_dated_on_no_calendar_day_has_no_day_and_says_so() -> None:
    report = report_of(ARTICLE.replace("2031-05-03", "2031-02-30"), MediaType.HTML)
    assert (report.published, refused(report)) == (None, {"read.date": "no such day: 2031-02-30"})
    assert any("2031-02-30" in note for note in report.notes)


@pytest.mark.parametrize(
    ("given", "day", "reason"),
    [
        ("2031-02-30", None, "no such day: 2031-02-30"),
        ("yesterday", None, "published date not understood"),
        (1.5, None, "published date not understood"),
        ("2031-05", None, None),
        ("2031", None, None),
        ("", None, None),
        (None, None, None),
        (20310203, date(2031, 2, 3), None),
        ("2031-02-03T04:05:06Z", date(2031, 2, 3), None),
    ],
)
def test_the_day_of_a_json_line_is_taken_or_refused_and_the_line_is_read(
    given: object, day: date | None, reason: str | None
) -> None:
    report = report_of(json.dumps({"text": SENTENCE, "published": given}), MediaType.REPORT_JSON)
    assert (report.published, refused(report).get("read.date")) == (day, reason)


def test_a_message_sent_on_no_calendar_day_says_so() -> None:
    message = MESSAGE.replace("03 May 2031", "30 Feb 2031")
    assert message != MESSAGE
    report = report_of(message, MediaType.MAIL)
    assert report.published is None
    assert refused(report) == {"read.date": "no such day: 30 Feb 2031"}


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (f"Quiet.\x00 {SENTENCE}".encode(), "NUL characters replaced by spaces: 1"),
        (f"{SENTENCE} \u202e".encode(), "holds right-to-left overrides"),
        (SENTENCE.encode() * 9 + b"\x81\xff", "decoded as cp1252, damaged characters: 1"),
        (f"{SENTENCE} \u2067\u202b".encode(), None),
        (SENTENCE.encode() * 9 + b"\xe9", None),
    ],
)
def test_lost_or_disguising_characters_are_rejected_and_the_rest_is_read(
    content: bytes, reason: str | None
) -> None:
    report = report_of(content)
    assert "Troops" in report.text
    assert refused(report).get("read.characters") == reason


def test_a_headline_missing_from_the_article_is_set_above_it() -> None:
    report = report_of(ARTICLE.replace("<h1>Guards enter camp</h1>", ""), MediaType.HTML)
    assert report.text.startswith("Guards enter camp\n")


@pytest.mark.parametrize("tag", ["<div>", "<table><tr><td>", "<b>", "<ul><li>"])
def test_deeply_nested_pages_are_read_by_stripping_tags(tag: str) -> None:
    started = time.monotonic()
    report = report_of(tag * 100_000 + SENTENCE, MediaType.HTML)
    assert report.text == SENTENCE
    assert report.notes == ("tags stripped; no article structure found",)
    assert time.monotonic() - started < 20


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>Quiet", "Quiet"),
        ("<html><body>Quiet <b>in Halvik</i>", "Quiet in Halvik"),
        ("<script>Quiet", "Quiet"),
        ("Quiet < in > Halvik <", "Quiet < in > Halvik <"),
    ],
)
def test_malformed_pages_give_what_text_they_hold(markup: str, text: str) -> None:
    assert report_of(markup, MediaType.HTML).text == text


@pytest.mark.parametrize("markup", ["<<<>>", "<html><body", "<!-- open"])
def test_pages_of_nothing_but_markup_have_no_text(markup: str) -> None:
    assert code_of(markup, MediaType.HTML) == "read.no_text"


def test_a_page_of_fifty_thousand_list_items_takes_seconds() -> None:
    started = time.monotonic()
    report_of("<li>Troops entered the camp at dawn</li>" * 50_000, MediaType.HTML)
    assert time.monotonic() - started < 20


def test_a_pdf_gives_its_text_in_paragraphs() -> None:
    lines = ("Halvik Radio, 4 May 2031", "Troops of the Interior Guard entered", "the camp.")
    report = report_of(pdf_of("\n".join(lines)), MediaType.PDF)
    assert "Troops of the Interior Guard entered the camp." in report.text
    assert (report.outlet, report.published) == ("Halvik Radio", date(2031, 5, 4))


def test_a_pdf_that_needs_a_password_is_encrypted_and_an_empty_one_is_tried() -> None:
    assert code_of(pdf_of(SENTENCE, password="heron"), MediaType.PDF) == "collect.encrypted"
    assert SENTENCE in report_of(pdf_of(SENTENCE, password=""), MediaType.PDF).text


def test_a_scanned_pdf_has_no_text() -> None:
    assert code_of(pdf_of(""), MediaType.PDF) == "read.no_text"


def test_a_word_document_gives_paragraphs_title_and_dateline() -> None:
    paragraphs = ("Guards enter camp", "By Jane Doe, The Velmora Courier, 4 May 2031", SENTENCE)
    report = report_of(docx_of(*paragraphs), MediaType.DOCX)
    assert report.text == "\n\n".join(paragraphs)
    assert (report.title, report.byline) == ("Guards enter camp", "Jane Doe")


def test_a_message_gives_subject_sender_day_and_body() -> None:
    report = report_of(MESSAGE, MediaType.MAIL)
    assert (report.title, report.byline) == ("Guards enter camp", "Mara Kett")
    assert (report.published, report.text) == (date(2031, 5, 3), SENTENCE)


def test_a_message_in_html_is_read_and_its_attachments_are_noted() -> None:
    message = (
        "From: mara@lindral.example\nSubject: Camp\nMIME-Version: 1.0\n"
        'Content-Type: multipart/mixed; boundary="x"\n\n--x\nContent-Type: text/html\n\n'
        f"<p>{SENTENCE}</p>\n--x\nContent-Type: text/plain\n"
        "Content-Disposition: attachment\n\nsecret list\n--x--\n"
    )
    report = report_of(message, MediaType.MAIL)
    assert SENTENCE in report.text
    assert "secret" not in report.text
    assert "1 attachments not read" in report.notes


def test_a_json_line_keeps_its_text_to_the_character_and_its_facts() -> None:
    text = f" \r\n\x00{SENTENCE}\u202e  "
    line = {
        "id": "r1", "text": text, "title": "Guards", "published": "2031-05-03",
        "outlet": "Halvik Radio", "byline": "Jane Doe", "url": "https://halvik.example/1",
        "language": "en-GB", "more": [1],
    }  # fmt: skip
    report = report_of(json.dumps(line), MediaType.REPORT_JSON)
    assert report.text == text
    assert (report.given_id, report.public_id) == ("r1", "r1")
    assert (report.title, report.outlet, report.byline) == ("Guards", "Halvik Radio", "Jane Doe")
    assert (report.published, report.published_known) == (date(2031, 5, 3), Known.GIVEN)
    assert (report.url, report.language) == ("https://halvik.example/1", "en")
    assert report.notes == ("holds NUL characters: 1", "holds right-to-left overrides")


def test_a_json_line_without_facts_takes_them_from_its_text() -> None:
    line = {"text": f"Guards enter camp\n\nHalvik Radio | 2031-05-03\n\n{SENTENCE}"}
    report = report_of(json.dumps(line), MediaType.REPORT_JSON)
    assert (report.title, report.outlet) == ("Guards enter camp", "Halvik Radio")
    assert (report.published, report.published_known) == (date(2031, 5, 3), Known.DATELINE)


@pytest.mark.parametrize(
    ("content", "media_type", "code"),
    [
        (b"", MediaType.TEXT, "collect.empty"),
        (bytes(range(256)) * 10, MediaType.TEXT, "collect.binary"),
        (b"\x00" * 500, MediaType.TEXT, "collect.binary"),
        (b"12 / 30\n", MediaType.TEXT, "read.no_text"),
        (bytes(range(128, 256)) * 9, MediaType.TEXT, "read.encoding"),
        (b"x" * 21_000_000, MediaType.TEXT, "collect.too_large"),
        (b"<html></html>", MediaType.HTML, "read.no_text"),
        (b'<!DOCTYPE a [<!ENTITY b "c">]><p>&b;</p>', MediaType.HTML, "collect.entities"),
        (b"%PDF-1.4 and nothing", MediaType.PDF, "read.malformed"),
        (b"PK\x03\x04 and nothing", MediaType.DOCX, "collect.broken_archive"),
        (
            ENCRYPTED_OFFICE,
            MediaType.DOCX,
            "collect.encrypted",
        ),
        (OLE + b"\0" * 600, MediaType.DOCX, "collect.binary"),
        (zip_of({"word/document.xml": b"0" * 120_000_000}), MediaType.DOCX, "collect.expands"),
        (zip_of({"word/document.xml": b"0" * 9_000_000}), MediaType.DOCX, "collect.expands"),
        (zip_of({str(n): b"" for n in range(6_000)}), MediaType.DOCX, "collect.expands"),
        (zip_of({"[Content_Types].xml": CONTENT_TYPES}), MediaType.DOCX, "read.malformed"),
        (
            zip_of({"word/document.xml": b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'}),
            MediaType.DOCX,
            "collect.entities",
        ),
        (
            zip_of({"word/a.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a/>'.encode("utf-16")}),
            MediaType.DOCX,
            "collect.entities",
        ),
        (b"Subject: nothing\n\n", MediaType.MAIL, "read.no_text"),
        (b"Content-Type: text/plain; " + b'a="b"; ' * 90_000, MediaType.MAIL, "read.malformed"),
        (
            b"".join(
                b'Content-Type: multipart/mixed; boundary="b%d"\n\n--b%d\n' % (n, n)
                for n in range(3_000)
            ),
            MediaType.MAIL,
            "read.malformed",
        ),
        (b"{}", MediaType.REPORT_JSON, "collect.no_text"),
        (b'{"text": null}', MediaType.REPORT_JSON, "collect.no_text"),
        (b'{"text": " "}', MediaType.REPORT_JSON, "collect.no_text"),
        (b'{"text": 5}', MediaType.REPORT_JSON, "collect.json_line"),
        (b'{"text": "a b", "title": []}', MediaType.REPORT_JSON, "collect.json_line"),
        (b'["text"]', MediaType.REPORT_JSON, "collect.json_line"),
        (b'{"text": "a', MediaType.REPORT_JSON, "collect.json_line"),
        (b'{"text": "\xff"}', MediaType.REPORT_JSON, "collect.json_line"),
        (b'{"a":' * 100_000, MediaType.REPORT_JSON, "collect.json_line"),
        (b"x", "image/png", "collect.binary"),
    ],
)
def test_what_cannot_be_read_is_named(content: bytes, media_type: str, code: str) -> None:
    assert code_of(content, media_type) == code


def test_a_rejection_tells_no_testimony() -> None:
    with pytest.raises(ItemError) as caught:
        report_of(json.dumps({"text": 5, "byline": ["Mara Kett"]}), MediaType.REPORT_JSON)
    assert "Kett" not in caught.value.as_rejected().detail


STARTS = [b"", b"%PDF-1.4\n", b"PK\x03\x04", OLE, b"<p>", b"Subject: a\n\n", b'{"text":"']


@settings(max_examples=250, deadline=None)
@given(
    st.sampled_from(list(MediaType)),
    st.sampled_from(STARTS),
    st.one_of(st.binary(max_size=400), st.text(max_size=300).map(str.encode)),
)
def test_any_bytes_of_any_kind_become_a_report_or_a_named_rejection(
    kind: MediaType, start: bytes, rest: bytes
) -> None:
    with suppress(ItemError):
        report = report_of(start + rest, kind)
        spans = (*report.skipped, *((report.title_span,) if report.title_span else ()))
        assert all(0 <= span.start < span.end <= len(report.text) for span in spans)
        assert all(first.end < second.start for first, second in pairwise(report.skipped))


@settings(max_examples=100, deadline=None)
@given(st.text(min_size=1, max_size=200).filter(lambda text: any(map(str.isalpha, text))))
def test_a_json_text_is_never_changed(text: str) -> None:
    line = json.dumps({"text": text}, ensure_ascii=False).encode()
    assert report_of(line, MediaType.REPORT_JSON).text == text


@pytest.mark.parametrize(
    "prose",
    [
        "Residents were told to read more about the camp.",
        "Guards said that all rights reserved for residents had ended.",
        "Copyright lawyers were held in Halvik on Monday.",
        "Home to 2,600 people, Lindral Camp was searched.",
        "Photographs show tents that burned.",
        "Share prices fell in Velmora.",
    ],
)
def test_prose_that_resembles_boilerplate_is_kept(prose: str) -> None:
    assert report_of(f"{SENTENCE}\n\n{prose}").skipped == ()


@pytest.mark.parametrize(
    "line",
    [
        "Exit mobile version", "Share this:", "Click to share on Facebook (Opens in new window)",
        "Advertisement", "Read more", "Sign up for our newsletter", "© 2031 Halvik Radio",
        "Copyright 2031 The Velmora Courier. All rights reserved.", "All rights reserved",
        "Related articles", "Home | News | Opinion", "This site uses cookies to serve you better.",
        "Related: Guards enter camp", "12 comments", "Page 2 of 3", "Photo: Northern Wire",
    ],
)  # fmt: skip
def test_boilerplate_lines_are_skipped(line: str) -> None:
    report = report_of(f"{SENTENCE}\n\n{line}\n{SENTENCE}")
    assert [span.within(report.text) for span in report.skipped] == [line]
