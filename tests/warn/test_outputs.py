"""What leaves the desk: one outline in every format, escaped, with its sources."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from io import BytesIO, StringIO

import docx
import pytest
from icalendar import Calendar
from lxml import html
from rich.console import Console

from briefs import brief
from factories import Page
from tocsin.assess import assess
from tocsin.core.time import Precision
from tocsin.core.types import Brief, Deadline, DeadlineKind, NameKind, NameMention, Span
from tocsin.ontology.event_types import event_types
from tocsin.warn.calendar import deadlines_ics
from tocsin.warn.document import brief_docx
from tocsin.warn.incidents import incident_view
from tocsin.warn.notes import NoteBook
from tocsin.warn.outline import outline_brief
from tocsin.warn.page import brief_html
from tocsin.warn.redaction import masked
from tocsin.warn.terminal import print_brief
from tocsin.warn.wording import sentence_case
from tocsin.weigh import weigh


def printed(shown: Brief) -> str:
    console = Console(file=StringIO(), width=100, color_system=None)
    print_brief(shown, console)
    assert isinstance(console.file, StringIO)
    return console.file.getvalue()


def in_word(shown: Brief) -> str:
    page = docx.Document(BytesIO(brief_docx(shown)))
    cells = (cell.text for table in page.tables for row in table.rows for cell in row.cells)
    return "\n".join([*(paragraph.text for paragraph in page.paragraphs), *cells])


def on_page(shown: Brief) -> str:
    return str(html.fromstring(brief_html(shown)).text_content())


@pytest.mark.parametrize("draw", [printed, in_word, on_page])
def test_every_format_shows_level_confidence_gaps_dates_and_the_words_themselves(draw) -> None:
    shown = " ".join(draw(brief()).split()).lower()
    for words in (
        "residents of lindral camp",
        "warning",
        "low",
        "an attack is said to be planned.",
        "only one origin.",
        "a report from a second origin.",
        "1 may 2031",
        "in 19 days",
        "the interior guard plans an attack",
        "un security council",
        "send monitors",
        "cannot be judged",
        "needs a named" if draw is not on_page else "a named person reviews it first",
        "torn.pdf",
    ):
        assert words in shown


@pytest.mark.parametrize("draw", [printed, in_word, on_page])
def test_quiet_reports_say_so_in_every_format(draw) -> None:
    shown = " ".join(draw(brief(situations=False)).split())
    assert "Nothing in these reports raises a situation." in shown


def test_each_number_on_the_page_leads_to_its_note() -> None:
    page = html.fromstring(brief_html(brief()))
    targets = {link.get("href").removeprefix("#") for link in page.iter("a")}
    assert targets
    assert targets <= {element.get("id") for element in page.iter("li")}


def test_a_note_traces_the_statement_to_its_characters_and_capture() -> None:
    shown = brief()
    (note,) = outline_brief(shown).notes
    report, statement = shown.readings[0].report, shown.readings[0].statements[0]
    start, end = re.search(r"(\d+)–(\d+)", note.place).groups()
    assert report.text[int(start) : int(end)] == note.quote
    assert report.sha256[:12] in note.place
    assert note.statement == statement.id


def test_the_page_is_one_file_that_asks_the_network_for_nothing() -> None:
    page = brief_html(brief())
    assert not re.search(r"(?:src|href)=[\"'](?!#)", page)
    assert "@import" not in page
    assert "url(" not in page
    assert "<script" not in page


def test_markup_in_a_report_is_text_on_the_page() -> None:
    page = brief_html(brief('<script>alert(1)</script> & "quotes"'))
    assert "<script" not in page
    assert "&lt;script&gt;" in page


def test_characters_that_xml_forbids_do_not_break_the_document() -> None:
    assert "told�to" in in_word(brief("Camp told\x0bto empty"))


def test_markup_of_the_terminal_in_a_report_is_text() -> None:
    assert "[red]Camp[/red]" in printed(brief("[red]Camp[/red]"))


def test_the_calendar_holds_each_deadline_as_a_day_and_reads_back() -> None:
    calendar = Calendar.from_ical(deadlines_ics(brief()))
    (entry,) = calendar.walk("VEVENT")
    assert entry["DTSTART"].dt == date(2031, 5, 1)
    assert entry["DTEND"].dt - entry["DTSTART"].dt == timedelta(days=1)
    assert "The camp must be empty" in entry["SUMMARY"]


def test_a_date_that_has_passed_is_in_no_calendar() -> None:
    late = replace(brief(), as_of=datetime(2031, 5, 2, tzinfo=UTC))
    assert not Calendar.from_ical(deadlines_ics(late)).walk("VEVENT")


def test_the_same_brief_gives_the_same_calendar_ids() -> None:
    first, second = (Calendar.from_ical(deadlines_ics(brief())) for _ in range(2))
    uids = [[entry["UID"] for entry in c.walk("VEVENT")] for c in (first, second)]
    assert uids[0] == uids[1]


def test_a_note_of_a_masked_brief_quotes_labels_and_no_blocks() -> None:
    page = Page(text="Ilo Pell said that guards beat Ilo Pell. Call +99 555 0134 778.")
    page.says("Ilo Pell", "guards beat Ilo Pell. Call +99 555 0134 778")
    who = NameMention(
        span=Span(31, 39), text="Ilo Pell", kind=NameKind.PERSON, canonical="Ilo Pell", private=True
    )
    hidden = masked(replace(page.reading(), names=(who,)))
    book = NoteBook([hidden])
    book.cite([hidden.statements[0].id])
    assert book.notes()[0].quote == "guards beat [private person 1]. Call [masked]"


@pytest.mark.parametrize("name", sorted(event_types()))
def test_every_type_of_event_makes_a_headline(name: str) -> None:
    page = Page(text="The Interior Guard came to Halvik and met the residents.")
    page.event(name, "came", actors=["Interior Guard"], targets=["residents"])
    read = page.reading()
    (incident,) = weigh([read]).incidents
    headline = incident_view(incident, NoteBook([read])).what
    assert headline.startswith(sentence_case(event_types()[name].noun))
    assert "residents" in headline
    assert headline.endswith("by Interior Guard")


def bus_halt() -> Brief:
    """Return a brief with a count that rises, a date that moved and a report that is withdrawn."""
    noon, night = (
        Page(text=text, title=title, outlet="Northern Wire", published=date(2031, 4, 19))
        for text, title in (
            ("Gunmen killed 12 residents of Lindral Camp in Halvik, the mayor said.", "Noon"),
            ("Gunmen killed 20 residents of Lindral Camp in Halvik, the mayor said.", "Night"),
        )
    )
    for page, killed in ((noon, 12), (night, 20)):
        page.group("residents of Lindral Camp", place="Lindral Camp")
        said = page.says("mayor", page.text.removesuffix(", the mayor said."))
        page.event("kill", "killed", targets=["residents of Lindral Camp"], place="Halvik",
                   day=date(2031, 4, 19), killed=killed, statement=said)  # fmt: skip
    title = "Guards seize the office of the refugee agency at Lindral Camp"
    wrong = Page(text=f"{title}.", title=title, outlet="Northern Wire", published=date(2031, 4, 20))
    wrong.group("residents of Lindral Camp", place="Lindral Camp")
    wrong.event("search_or_raid", "seize", actors=["Interior Guard"], place="Lindral Camp")
    back = Page(
        text=f"Northern Wire withdraws its report of 20 April, {title}.",
        title="A withdrawal", outlet="Northern Wire", published=date(2031, 4, 21),
    )  # fmt: skip
    readings = tuple(page.reading() for page in (noon, night, wrong, back))
    ledger = weigh(readings)
    as_of = datetime(2031, 4, 22, tzinfo=UTC)
    (situation,) = assess(readings, ledger, as_of=as_of)
    moved = Deadline(
        date=date(2031, 5, 31), precision=Precision.DAY, kind=DeadlineKind.DUE,
        what="closure of Lindral Camp", span=Span(0, 6), sentence=0,
        moved_from=date(2031, 4, 30), statements=(readings[0].statements[0].id,),
    )  # fmt: skip
    situation = replace(situation, deadlines=(moved,))
    return Brief(as_of=as_of, readings=readings, ledger=ledger, situations=(situation,))


@pytest.mark.parametrize("draw", [printed, in_word, on_page])
def test_updates_moved_dates_and_withdrawals_are_visible_in_every_format(draw) -> None:
    shown = " ".join(draw(bus_halt()).split())
    assert "12 killed, by" in shown
    assert "updating an earlier count" in shown
    assert "Closure of Lindral Camp (moved from 30 April 2031)" in shown
    assert "reported and withdrawn" in shown
    assert "withdrawn by its publisher" in shown
    assert "withdrew its report of 20 April 2031" in shown


def test_the_calendar_says_from_when_a_date_was_moved() -> None:
    (entry,) = Calendar.from_ical(deadlines_ics(bus_halt())).walk("VEVENT")
    assert "Moved from 30 April 2031." in entry["DESCRIPTION"]


def test_a_sentence_that_lights_several_signs_is_quoted_once() -> None:
    (situation,) = outline_brief(bus_halt()).situations
    signs = [sign for factor in situation.factors for sign in factor.indicators]
    quotes = [sign.quote for sign in signs if sign.quote]
    assert len(signs) > len(quotes)
    assert len(quotes) == len(set(quotes))
    assert all(sign.notes for sign in signs)
    assert all(len(quote) <= 121 for quote in quotes)
