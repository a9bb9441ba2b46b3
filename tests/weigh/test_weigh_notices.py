from __future__ import annotations

from datetime import date

import pytest

from factories import Page
from tocsin.core.types import Ledger, NoticeKind, Reading
from tocsin.weigh import weigh
from tocsin.weigh.notices.amendments import Change, changes_in, is_voided
from tocsin.weigh.notices.marking import with_notices
from tocsin.weigh.notices.retractions import find_notices, withdrawn_reports

WIRE = "Northern Wire"
TEXT = "Interior Guard troops killed 40 people near the mill in Halvik on 9 April, nurses said."


def original(outlet: str = WIRE) -> Reading:
    page = Page(text=TEXT, outlet=outlet, published=date(2031, 4, 10))
    page.event("kill", "killed", actors=["Interior Guard"], place="Halvik", killed=40)
    return page.reading()


def correction(lead: str, *, killed: int = 14, outlet: str = WIRE) -> Reading:
    text = (
        f"{lead} Interior Guard troops killed {killed} people near the mill in Halvik on 9 April."
    )
    page = Page(text=text, outlet=outlet, published=date(2031, 4, 12))
    page.event("kill", "killed", actors=["Interior Guard"], place="Halvik", killed=killed)
    return page.reading()


def noticed(*readings: Reading) -> Ledger:
    return with_notices(weigh(readings), readings, find_notices(readings))


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("An earlier version of this report said 40 people died; it was 14.", "40", "14"),
        ("Correction: 14 people were killed, not 40.", "40", "14"),
        ("CORRECTS toll from 1,400 to 140.", "1,400", "140"),
        ("We regret the error: the raid was on 9 April, not on 19 April.", "19 April", "9 April"),
        (
            "It wrongly stated that forty were held. There were four.",
            "forty",
            "four",
        ),
        (
            "Correction: twenty-one dead instead of thirty-one.",
            "thirty-one",
            "twenty-one",
        ),
    ],
)
def test_what_a_correction_changes_is_told_where_it_says_so(
    text: str, wrong: str, right: str
) -> None:
    assert Change(wrong, right) in changes_in(text)


@pytest.mark.parametrize("text", ["", "Correction: a name was misspelt.", "14 people were killed."])
def test_a_text_that_names_no_two_values_changes_none(text: str) -> None:
    assert changes_in(text) == ()


def test_a_correction_is_noted_and_its_report_stands() -> None:
    old = original()
    new = correction("Correction: an earlier version said 40 people were killed; it was 14.")
    ledger = noticed(old, new)
    (notice,) = ledger.notices
    assert (notice.kind, notice.by, notice.of) == (
        NoticeKind.CORRECTED, new.report.id, old.report.id,
    )  # fmt: skip
    assert ledger.retractions == ()
    incident = next(i for i in ledger.incidents if new.report.id in i.reports)
    assert incident.retracted == ()
    assert any("“40” became “14”" in note for note in incident.notes)
    assert new.events[0].statement in incident.updates


def test_a_withdrawal_is_no_correction() -> None:
    old = original()
    page = Page(text=f"Northern Wire withdraws its report of 10 April: {TEXT}", outlet=WIRE,
                published=date(2031, 4, 12))  # fmt: skip
    (notice,) = noticed(old, page.reading()).notices
    assert (notice.kind, notice.of) == (NoticeKind.WITHDRAWN, old.report.id)


def test_a_correction_that_says_nothing_happened_is_a_withdrawal() -> None:
    readings = [original(), correction("Correction: our earlier report was false.")]
    (found,) = find_notices(readings)
    assert found.kind is NoticeKind.WITHDRAWN
    assert withdrawn_reports([found], ()) == (readings[0].report.id,)
    assert is_voided("the killing did not happen")


def test_another_outlet_corrects_nothing_of_this_one() -> None:
    other = correction("Correction: 14 died, not 40.", outlet="Karsh Monitor")
    (notice,) = noticed(original(), other).notices
    assert notice.of is None


def test_ordinary_reports_give_no_notice() -> None:
    page = Page(text="A teacher corrects homework in Halvik. The army withdrew from the bridge.")
    assert noticed(original(), page.reading()).notices == ()


def test_a_text_of_nothing_but_numbers_is_searched_in_linear_time() -> None:
    assert len(changes_in("said 1 was 2 not 3 from 4 to 5 " * 20_000)) < 50
