"""A brief as a Word document (DOCX), to be edited and sent on by a person."""

from __future__ import annotations

import re
from collections.abc import Iterable
from io import BytesIO

import docx
from docx.document import Document as DocxDocument
from docx.shared import Cm, Pt, RGBColor
from docx.text.paragraph import Paragraph

from tocsin.core.types import Brief
from tocsin.warn.outline import outline_brief
from tocsin.warn.view import BriefView, FactorView, IncidentView, Line, SituationView
from tocsin.warn.wording import ahead_words

SMALL = Pt(8)
QUIET = RGBColor(0x5C, 0x5F, 0x66)
NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def brief_docx(brief: Brief) -> bytes:
    """Return the brief as the bytes of a DOCX file."""
    view = outline_brief(brief)
    page = docx.Document()
    page.styles["Normal"].font.size = Pt(10)
    page.styles["Normal"].paragraph_format.space_after = Pt(3)
    for section in page.sections:
        section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = (
            Cm(2)
        )
    page.core_properties.title = f"Tocsin brief, {view.as_of}"
    page.core_properties.author = "Tocsin (machine draft)"
    page.add_heading(f"Tocsin brief as of {view.as_of}", level=0)
    _paragraph(page, view.summary)
    for situation in view.situations:
        _add_situation(page, situation)
    if not view.situations:
        _paragraph(page, "Nothing in these reports raises a situation.")
    _add_notes(page, view)
    _add_registers(page, view)
    with BytesIO() as buffer:
        page.save(buffer)
        return buffer.getvalue()


def _add_situation(page: DocxDocument, situation: SituationView) -> None:
    page.add_heading(_clean(situation.title), level=1)
    verdict = _paragraph(page, "Level: ")
    verdict.add_run(situation.level).bold = True
    verdict.add_run("    Confidence: ")
    verdict.add_run(situation.confidence).bold = True
    for label, value in situation.facts:
        _paragraph(page, f"{label}: {value}")
    _add_lines(page, "Why this level and confidence", situation.why)
    if situation.dates:
        page.add_heading("Dates ahead", level=2)
        rows = [
            (d.date, ahead_words(d.days_ahead), d.what + _references(d.notes), d.kind)
            for d in situation.dates
        ]
        _add_table(page, ("Date", "When", "What", "Why it matters"), rows)
    _add_incidents(page, situation.incidents)
    if situation.more_incidents:
        _paragraph(page, f"And {situation.more_incidents} less grave, listed by --json.")
    _add_lines(page, "Also said", situation.others)
    _add_factors(page, situation.factors)
    if situation.requests:
        page.add_heading("Requests", level=2)
    for request in situation.requests:
        head = f"{request.asked_by} to {'; '.join(request.asked_of)}:"
        _paragraph(page, head + _references(request.notes))
        _add_bullets(page, (Line(text=ask) for ask in request.asks))
    _add_lines(page, "Gaps", situation.gaps)
    _add_lines(page, "What would change this", [Line(text=t) for t in situation.would_change])
    _add_lines(page, "Draft warning, not sent: needs a named reviewer", situation.draft)


def _add_incidents(page: DocxDocument, incidents: Iterable[IncidentView]) -> None:
    for number, incident in enumerate(incidents):
        if number == 0:
            page.add_heading("What is said, by whom", level=2)
        where = "".join(f", {part}" for part in (incident.when, incident.where) if part)
        _paragraph(page, incident.what).runs[0].bold = True
        _paragraph(page, f"{incident.status}{where}")
        for label, lines in incident.labelled:
            told = "; ".join(line.text + _references(line.notes) for line in lines)
            _add_bullets(page, [Line(text=f"{label}: {told}")])


def _add_factors(page: DocxDocument, factors: Iterable[FactorView]) -> None:
    for number, factor in enumerate(factors):
        if number == 0:
            page.add_heading("Signs of the UN Framework of Analysis", level=2)
        _paragraph(page, factor.title).runs[0].bold = True
        for one in factor.indicators:
            quote = f": “{one.quote}”" if one.quote else ""
            denied = f"; denied{_references(one.denied)}" if one.denied else ""
            words = f"{one.id} {one.label}{quote}{_references(one.notes)}{denied}"
            _add_bullets(page, [Line(text=words)])


def _add_notes(page: DocxDocument, view: BriefView) -> None:
    if view.notes:
        page.add_heading("Notes", level=1)
    for note in view.notes:
        paragraph = _paragraph(page, f"[{note.number}] “{note.quote}” ")
        paragraph.paragraph_format.space_after = Pt(2)
        paragraph.runs[0].font.size = SMALL
        voices = paragraph.add_run(_clean(note.voices))
        voices.italic, voices.font.size = True, SMALL
        trace = paragraph.add_run(_clean(f" {note.report}; {note.place}; {note.statement}"))
        trace.font.size, trace.font.color.rgb = Pt(6.5), QUIET


def _add_registers(page: DocxDocument, view: BriefView) -> None:
    if view.sources:
        page.add_heading("Sources", level=1)
        shown = 4 if view.shared_reason else 5
        columns = ("Grade", "Source", "Kind", "Party to the dispute", "Reason")[:shown]
        cards = [(s.grade, s.name, s.kind, s.party, s.reason)[:shown] for s in view.sources]
        _add_table(page, columns, cards)
    if view.sources and view.shared_reason:
        _paragraph(page, f"Every grade: {view.shared_reason}.")
    if view.sources and view.more_sources:
        _paragraph(page, f"And {view.more_sources} that stand behind no situation.")
    if view.reports:
        page.add_heading("Reports", level=1)
        rows = [(r.published, r.outlet, r.title, r.language, r.state) for r in view.reports]
        _add_table(page, ("Published", "Outlet", "Title", "Language", "State"), rows)
    _add_lines(page, "Rejected", view.rejected)


def _add_lines(page: DocxDocument, title: str, lines: Iterable[Line]) -> None:
    for number, line in enumerate(lines):
        if number == 0:
            page.add_heading(title, level=2)
        _add_bullets(page, [line])


def _add_bullets(page: DocxDocument, lines: Iterable[Line]) -> None:
    for line in lines:
        _paragraph(page, line.text + _references(line.notes), style="List Bullet")


def _add_table(
    page: DocxDocument, columns: tuple[str, ...], rows: Iterable[tuple[str, ...]]
) -> None:
    table = page.add_table(rows=1, cols=len(columns), style="Light List")
    for row in (columns, *rows):
        cells = table.rows[0].cells if row is columns else table.add_row().cells
        for cell, text in zip(cells, row, strict=True):
            cell.text = _clean(text)
            for run in cell.paragraphs[0].runs:
                run.font.size = SMALL


def _paragraph(page: DocxDocument, text: str, style: str | None = None) -> Paragraph:
    return page.add_paragraph(_clean(text), style=style)


def _references(notes: tuple[int, ...]) -> str:
    return f" [{', '.join(map(str, notes))}]" if notes else ""


def _clean(text: str) -> str:
    return NOT_XML.sub("�", text)
