"""Texts as parsed reports and their statements, for the tests of attribution and requests."""

from __future__ import annotations

from tocsin.core.ids import CaptureId
from tocsin.core.types import Language, NameMention, Report, Statement, report_id
from tocsin.read.attribution import find_statements
from tocsin.read.document import Document, parse_reports
from tocsin.read.encoder.model import shipped_model
from tocsin.read.language_model import english


def document_of(text: str, *, byline: str | None = None, outlet: str | None = None) -> Document:
    """Return a parsed report of the text."""
    report = Report(
        id=report_id(text[:200].encode("utf-8", "replace").hex()),
        capture=CaptureId("cap_1"),
        sha256="0" * 64,
        text=text,
        language=Language("en"),
        byline=byline,
        outlet=outlet,
    )
    [document] = parse_reports([report], pipeline=english(), model=shipped_model())
    return document


def statements_of(
    text: str,
    names: tuple[NameMention, ...] = (),
    *,
    byline: str | None = None,
    outlet: str | None = None,
) -> tuple[Statement, ...]:
    """Return the attributed statements of the text."""
    return find_statements(document_of(text, byline=byline, outlet=outlet), names)
