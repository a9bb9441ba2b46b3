"""Reads one made-up passage, for the tests of times and deadlines."""

from __future__ import annotations

from datetime import date

from tocsin.core.ids import CaptureId, sha256_hex
from tocsin.core.types import Deadline, Language, Report, TimeMention, report_id
from tocsin.read.deadlines import find_deadlines
from tocsin.read.document import Document, parse_reports
from tocsin.read.encoder.model import shipped_model
from tocsin.read.language_model import english
from tocsin.read.times import find_times

PUBLISHED = date(2031, 4, 23)  # a Wednesday


def document_of(text: str, published: date | None = PUBLISHED) -> Document:
    """Return the parse of the text as a report published on the day."""
    digest = sha256_hex(text.encode("utf-8", "surrogatepass"))
    report = Report(
        id=report_id(digest),
        capture=CaptureId(f"cap_{digest}"),
        sha256=digest,
        text=text,
        language=Language("en"),
        published=published,
    )
    return next(parse_reports([report], pipeline=english(), model=shipped_model()))


def times_of(text: str, published: date | None = PUBLISHED) -> tuple[TimeMention, ...]:
    """Return the time expressions of the text."""
    return find_times(document_of(text, published))


def values_of(text: str, published: date | None = PUBLISHED) -> list[tuple[str, str]]:
    """Return the words and TIMEX3 values of the time expressions."""
    return [(mention.text, mention.value) for mention in times_of(text, published)]


def deadlines_of(text: str, published: date | None = PUBLISHED) -> tuple[Deadline, ...]:
    """Return the deadlines of the text."""
    document = document_of(text, published)
    return find_deadlines(document, find_times(document))
