"""Pages and ledgers for the tests of grades, silence and notices."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import date, timedelta

from factories import Page
from tocsin.core.types import Graded, Ledger, Reading, Source, Stance
from tocsin.weigh import weigh
from tocsin.weigh.grades.grading import with_grades

FIRST_DAY = date(2031, 3, 1)
TOWNS = ("Halvik", "Brenmark")
LEADS = {
    "The Velmora Courier": "Our reporter walked the streets and counted those who lay there",
    "Karsh Monitor": "Nurses at two clinics spoke to this paper through the night",
    "Halvik Radio": "Callers rang the studio from the early morning on",
    "Brenmark Post": "A letter from the market square reached the desk yesterday",
}


def told(
    outlet: str,
    number: int | str = 12,
    *,
    week: int = 0,
    later_days: int = 1,
    actor: str = "Interior Guard",
    byline: str | None = None,
    place: str = "Halvik",
) -> Reading:
    """Return an outlet's own report of a killing; each week has its own killing."""
    day = FIRST_DAY + timedelta(days=30 * week)
    lead = LEADS.get(outlet, f"Word for {outlet} came by {outlet.lower()} riders")
    deed = f"{actor} troops killed {number} people in {place} that day"
    text = f"{lead}, {_setting(outlet, week)}. {deed}."
    page = Page(text=text, outlet=outlet, byline=byline, published=day + timedelta(days=later_days))
    page.event("kill", "killed", actors=[actor], place=place, day=day, killed=number)
    return page.reading()


def _setting(outlet: str, week: int) -> str:
    """Return words that no other report of another week or outlet shares."""
    digest = hashlib.sha256(f"{outlet}|{week}".encode()).hexdigest()
    letters = digest.translate(str.maketrans("0123456789", "ghijklmnop"))
    return " ".join(letters[start : start + 6] for start in range(0, 60, 6))


def denied(
    speaker: str, outlet: str, *, week: int = 0, actor: str = "Interior Guard", quoted: bool = True
) -> Reading:
    """Return a denial of that killing by a speaker whom an outlet quotes, or by the outlet."""
    day = FIRST_DAY + timedelta(days=30 * week)
    content = f"no troops of the {actor} killed anyone in Halvik on day {week}"
    lead = LEADS.get(outlet, f"Word for {outlet} came by riders")
    text = f"{speaker}: {content}." if quoted else f"{lead}: {content}."
    page = Page(text=text, outlet=outlet, published=day + timedelta(days=1))
    said = page.says(speaker, content, stance=Stance.DENIES) if quoted else None
    page.event(
        "kill", "killed", actors=[actor], place="Halvik", day=day, denied=True, statement=said
    )
    return page.reading()


def graded(readings: Sequence[Reading]) -> Ledger:
    """Return the ledger of the readings with its grades."""
    return with_grades(weigh(readings), readings)


def grade_of(ledger: Ledger, reading: Reading) -> Graded:
    """Return the grade of the statement that carries the reading's first event."""
    statement = reading.events[0].statement
    return next(grade for grade in ledger.grades if grade.statement == statement)


def source_named(ledger: Ledger, name: str) -> Source:
    """Return the card of that name."""
    return next(source for source in ledger.sources if source.name == name)
