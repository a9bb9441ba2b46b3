"""Report: the readable text of one capture."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import NewType

from tocsin.core.ids import CaptureId, ReportId, content_id
from tocsin.core.types.capture import Rejected
from tocsin.core.types.span import Span

Language = NewType("Language", str)
"""ISO 639-1 code, or "und" where it cannot be told."""

UNDETERMINED = Language("und")


class Known(StrEnum):
    """Where a report's fact about itself was read."""

    GIVEN = "given"
    METADATA = "metadata"
    DATELINE = "dateline"
    GUESSED = "guessed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """Readable text of one capture, with what it says of itself.

    `text` is never edited after this point: every offset counts its characters. `title_span` is
    the headline where the text itself holds it. `skipped` are the stretches that are not prose of
    the report (dateline, navigation, share buttons). `given_id` is the caller's own id, if any.
    `published` is the day the report says it came out, None where it cannot be told.
    `refused` is what of the item could not be used: an impossible day, damaged characters.
    """

    id: ReportId
    capture: CaptureId
    sha256: str
    text: str = field(repr=False)
    language: Language
    title: str | None = None
    byline: str | None = None
    outlet: str | None = None
    published: date | None = None
    published_known: Known | None = None
    url: str | None = None
    given_id: str | None = None
    title_span: Span | None = None
    skipped: tuple[Span, ...] = ()
    notes: tuple[str, ...] = ()
    refused: tuple[Rejected, ...] = ()

    @property
    def public_id(self) -> str:
        """Return the caller's id where one was given, else the content hash."""
        return self.given_id or self.id


def report_id(capture_sha256: str) -> ReportId:
    """Return the id of the one report that a capture yields."""
    return ReportId(content_id("rep", capture_sha256))
