"""What rests on a report, a statement or a source."""

from __future__ import annotations

from datetime import date

import pytest

from factories import Page, reprint
from tocsin.core.errors import NotWeighed
from tocsin.core.types import Ledger, Reading
from tocsin.weigh import weigh
from tocsin.weigh.lineage.affected import Affected, affected_by

DAY = date(2031, 4, 9)
TEXT = "The Interior Guard killed 12 people in Halvik on Monday, and the town stood empty after."


def killing(text: str, *, outlet: str, day: int = 10) -> Reading:
    page = Page(text, outlet=outlet, published=date(2031, 4, day))
    page.event(
        "kill", "killed", actors=["Interior Guard"], targets=["people"], place="Halvik",
        day=DAY, killed=12,
    )  # fmt: skip
    return page.reading()


FIRST = killing(TEXT, outlet="Halvik Radio")
COPY = reprint(FIRST, outlet="The Velmora Courier", published=date(2031, 4, 11))
OTHER = killing("At Halvik the Guard killed 12 people, a nurse counted.", outlet="Karsh Monitor")
LEANING = killing(
    "Guards killed 12 people in Halvik, according to Halvik Radio.", outlet="Northern Post", day=12
)
READINGS = [FIRST, COPY, OTHER, LEANING]


@pytest.fixture(scope="module")
def ledger() -> Ledger:
    return weigh(READINGS)


def used_by(subject: str, ledger: Ledger) -> Affected:
    return affected_by(subject, READINGS, ledger)


def test_a_report_is_followed_to_its_copies_and_to_who_leans_on_it(ledger: Ledger) -> None:
    affected = used_by(FIRST.report.id, ledger)
    assert affected.reports == (FIRST.report.id,)
    assert affected.copies == (COPY.report.id,)
    assert set(affected.statements) == {FIRST.narration[0].id, COPY.narration[0].id}
    assert affected.relying == (LEANING.narration[0].id,)


def test_the_incident_loses_one_independent_origin_and_stands_on_the_other(ledger: Ledger) -> None:
    (change,) = used_by(FIRST.report.id, ledger).incidents
    assert change.certain_after == change.certain_before - 1
    assert not change.unsupported


def test_a_count_that_rests_on_it_is_named(ledger: Ledger) -> None:
    affected = used_by(FIRST.report.id, ledger)
    assert {toll.statement for toll in affected.tolls} <= {
        *affected.statements,
        *affected.relying,
    }
    assert FIRST.narration[0].id in {toll.statement for toll in affected.tolls}


def test_a_statement_is_followed_to_the_same_words_in_the_copies(ledger: Ledger) -> None:
    affected = used_by(COPY.narration[0].id, ledger)
    assert set(affected.statements) == {FIRST.narration[0].id, COPY.narration[0].id}


def test_an_outlet_is_followed_to_the_copies_of_what_it_printed_first(ledger: Ledger) -> None:
    card = {source.name: source.id for source in ledger.sources}
    assert used_by(card["Halvik Radio"], ledger).copies == (COPY.report.id,)
    assert used_by(card["The Velmora Courier"], ledger).copies == ()


def test_the_only_report_of_an_incident_leaves_it_without_support() -> None:
    (change,) = affected_by(OTHER.report.id, [OTHER], weigh([OTHER])).incidents
    assert (change.certain_before, change.certain_after, change.unsupported) == (1, 0, True)


def test_a_speaker_is_followed_through_every_report_that_quotes_it() -> None:
    pages = [Page(f"{TEXT} Kett said so {n}.", outlet=f"Paper {n}") for n in range(2)]
    statements = [page.says("Mara Kett", f"so {n}") for n, page in enumerate(pages)]
    readings = [page.reading() for page in pages]
    ledger = weigh(readings)
    (card,) = [source for source in ledger.sources if source.name == "Mara Kett"]
    affected = affected_by(card.id, readings, ledger)
    assert set(affected.statements) == {statement.id for statement in statements}


def test_what_is_not_there_is_an_error(ledger: Ledger) -> None:
    with pytest.raises(NotWeighed):
        used_by("rep_none", ledger)
