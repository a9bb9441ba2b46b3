"""What the shipped examples say of themselves, as a person would read it off them."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from tocsin.collect import collect
from tocsin.core.config import CollectSettings
from tocsin.core.types import Capture, Report
from tocsin.read.text import extract

EXAMPLES = Path(__file__).parents[3] / "examples" / "reports"
WIRE, COURIER, RADIO = "NORTHERN WIRE", "The Velmora Courier", "Halvik Radio"
MONITOR, REVIEW = "Karsh Monitor", "The Orlen Review"
HEADS = [
    ("01", WIRE, None, "2031-03-05", "Tarvenia orders camp for displaced Mirrun closed by end"),
    ("02", COURIER, None, "2031-03-06", "Lindral Camp to close by April 30"),
    ("03", RADIO, None, "2031-03-06", "Eight weeks to leave: cabinet closes Lindral"),
    ("04", COURIER, "Lena Torvald", "2031-03-09", "Brenmark hold Halvik to a draw before record"),
    (
        "05",
        MONITOR,
        None,
        "2031-03-18",
        "Police watched while the market at Sorrel Crossing burned",
    ),
    ("06", RADIO, None, "2031-03-27", "The Evening Hour"),
    ("07", "Le Courrier de Velmora", None, "2031-04-02", "Le camp de Lindral manque d'eau"),
    ("08", "THE ORLEN REVIEW", "Mara Kett", "2031-04-07", "Before the buses come: what is being"),
    ("09", COURIER, "Sten Ardal", "2031-04-08", "Minister: no attack on Lindral is planned"),
    ("10", "صدای هالویک", None, "2031-04-10", "ساکنان اردوگاه لیندرال خواستار محافظت هستند"),
    ("11", COURIER, None, "2031-04-14", "Onions dearer, eggs cheaper as spring stalls open"),
    ("12", WIRE, None, "2031-04-19", "Gunmen kill at least 12 at bus halt in eastern Tarvenia"),
    ("13", RADIO, None, "2031-04-19", "Twelve dead at Sorrel Crossing"),
    ("14", WIRE, None, "2031-04-19", "Toll in Sorrel Crossing shooting rises to 20"),
    ("15", MONITOR, "Oda Lind", "2031-04-24", "Clinic counts twelve dead after raid on Ninefold"),
    ("16", COURIER, None, "2031-04-25", "Ministry: nobody killed in Ninefold"),
    ("17", WIRE, None, "2031-04-26", "Tarvenia puts off closure of Lindral Camp to end of May"),
    ("18", MONITOR, None, "2031-04-28", "Field note 31: trenches at the eastern edge of Lindral"),
    ("19", WIRE, None, "2031-05-03", "Guard seizes UN refugee office in Halvik, aid worker says"),
    ("20", WIRE, None, "2031-05-05", "Northern Wire withdraws its report of May 3 on a raid in"),
    ("21", "صوت كارش", None, "2031-05-10", "سكان مخيم ليندرال ينتظرون المراقبين"),
    ("22", RADIO, None, "2031-05-12", "Ostrel opens a second reception centre"),
    ("23", MONITOR, None, "2031-05-14", "Where are the eleven men of Ninefold?"),
    ("24", RADIO, None, "2031-05-18", "Trucks gather on the Orlen road"),
    ("25", REVIEW, None, "2031-05-20", "Café owner’s diary from the eastern road"),
]


def reports_of(pattern: str) -> list[Report]:
    paths = sorted(map(str, EXAMPLES.glob(pattern)))
    found = collect(paths, settings=CollectSettings(), now=lambda: datetime(2031, 6, 1, tzinfo=UTC))
    return [extract(capture) for capture in found if isinstance(capture, Capture)]


@pytest.mark.parametrize(("number", "outlet", "byline", "day", "title"), HEADS)
def test_an_example_says_who_printed_it_and_when(
    number: str, outlet: str, byline: str | None, day: str, title: str
) -> None:
    report = reports_of(f"{number}_*")[0]
    assert (report.outlet, report.byline) == (outlet, byline)
    assert report.published is not None
    assert report.published.isoformat() == day
    assert (report.title or "").startswith(title)


def test_the_table_of_heads_holds_every_example() -> None:
    assert [head[0] for head in HEADS] == sorted({path.name[:2] for path in EXAMPLES.iterdir()})


def test_no_paragraph_of_an_example_keeps_its_place_dateline() -> None:
    for report in reports_of("*"):
        prose = report.text
        for span in reversed(report.skipped):
            prose = prose[: span.start] + prose[span.end :]
        assert "VELMORA –" not in prose
        assert "NINEFOLD –" not in prose
