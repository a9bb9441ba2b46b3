"""Reports from captures: a draft by the capture's kind, then the facts its text states."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

from tocsin.core.config import CollectSettings
from tocsin.core.errors import (
    BinaryItem,
    DamagedCharacters,
    EmptyItem,
    ImpossibleDay,
    ItemError,
    ItemTooLarge,
    MalformedDocument,
    NoReadableText,
)
from tocsin.core.media import MediaType
from tocsin.core.types import Capture, Known, Rejected, Report, Span, report_id
from tocsin.read.language import language_of
from tocsin.read.text.dates import is_impossible
from tocsin.read.text.draft import Draft
from tocsin.read.text.encoding import is_damage
from tocsin.read.text.facts import Facts, read_facts

OLDEST_YEAR = 1900  # a report dated earlier is a mistake more often than an archive
FARTHEST_YEARS = 25  # after the capture: clocks are wrong by days, not by decades
DEFAULT_SETTINGS = CollectSettings()


def extract(capture: Capture, *, settings: CollectSettings = DEFAULT_SETTINGS) -> Report:
    """Return the report of one capture.

    Raises: an ItemError leaf that says why there is no readable text.
    """
    subject = capture.obtained_from
    if not capture.content:
        raise EmptyItem(subject)
    if len(capture.content) > settings.max_item_bytes:
        raise ItemTooLarge(subject, limit_bytes=settings.max_item_bytes)
    try:
        draft = _draft(capture, settings)
    except ItemError:
        raise
    except Exception as failure:
        raise MalformedDocument(subject, reason=type(failure).__name__) from failure
    if not any(map(str.isalpha, draft.text)):
        raise NoReadableText(subject, hint="")
    return _report(capture, draft)


def _draft(capture: Capture, settings: CollectSettings) -> Draft:
    """Return the draft by kind; each kind's parser is loaded when first met."""
    match capture.media_type:
        case MediaType.TEXT:
            from tocsin.read.text.plain import draft_of_plain

            return draft_of_plain(capture)
        case MediaType.REPORT_JSON:
            from tocsin.read.text.json_report import draft_of_json

            return draft_of_json(capture)
        case MediaType.HTML:
            from tocsin.read.text.html import draft_of_html

            return draft_of_html(capture)
        case MediaType.PDF:
            from tocsin.read.text.pdf import draft_of_pdf

            return draft_of_pdf(capture)
        case MediaType.DOCX:
            from tocsin.read.text.docx import draft_of_docx

            return draft_of_docx(capture, max_expanded_bytes=settings.max_expanded_bytes)
        case MediaType.MAIL:
            from tocsin.read.text.mail import draft_of_mail

            return draft_of_mail(capture)
        case other:
            raise BinaryItem(capture.obtained_from, kind=other)


def _report(capture: Capture, draft: Draft) -> Report:
    facts = read_facts(draft.text)
    published = draft.published or facts.day
    faults = () if draft.published else tuple(facts.faults)
    title, title_span = _headline(draft, facts)
    return Report(
        id=report_id(capture.sha256),
        capture=capture.id,
        sha256=capture.sha256,
        text=draft.text,
        language=language_of(draft.text, draft.language),
        title=title,
        byline=draft.byline or facts.byline,
        outlet=draft.outlet or facts.outlet,
        published=published,
        published_known=draft.published_known or (Known.DATELINE if published else None),
        url=draft.url,
        given_id=draft.given_id,
        title_span=title_span,
        skipped=tuple(facts.skipped),
        notes=(*draft.notes, *faults, *_notes_on_day(published, capture.obtained_at)),
        refused=tuple(_refused(capture.obtained_from, draft, faults)),
    )


def _refused(subject: str, draft: Draft, faults: tuple[str, ...]) -> Iterator[Rejected]:
    """Yield what of the item is not used though its report is."""
    days = [draft.refused_day, *filter(is_impossible, faults)]
    day = next((reason for reason in days if reason), None)
    if day:
        yield ImpossibleDay(subject, reason=day).as_rejected()
    damage = "; ".join(filter(is_damage, draft.notes))
    if damage:
        yield DamagedCharacters(subject, reason=damage).as_rejected()


def _headline(draft: Draft, facts: Facts) -> tuple[str | None, Span | None]:
    """Return the title and where the text holds it."""
    if draft.title and draft.text.startswith(draft.title):
        return draft.title, Span(0, len(draft.title))
    if facts.title is None or draft.title in (None, facts.title):
        return draft.title or facts.title, facts.title_span
    return draft.title, None


def _notes_on_day(published: date | None, obtained_at: datetime) -> tuple[str, ...]:
    if published is None:
        return ()
    if published.year < OLDEST_YEAR:
        return (f"dated before {OLDEST_YEAR}: {published.isoformat()}",)
    if published.year > obtained_at.year + FARTHEST_YEARS:
        return (f"dated more than {FARTHEST_YEARS} years ahead: {published.isoformat()}",)
    return ()
