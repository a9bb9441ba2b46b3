from __future__ import annotations

from datetime import date

import pytest

from factories import Page
from tocsin.assess import assess
from tocsin.core.time import end_of_day
from tocsin.read.places.gazetteer import open_gazetteer
from tocsin.read.reader import RuleReader
from tocsin.weigh import weigh

ODD = [
    "",
    "\x00\x00 massacre \x00",
    "“They will kill “us ” all",
    "GUARDS PLAN TO MASSACRE RESIDENTS OF LINDRAL CAMP " * 40,
    "\u202eThe guards killed nobody\u202c in Halvik",
    "(Northern Wire) " * 500,
    "a spokesman for " * 500,
]


@pytest.mark.parametrize("text", ODD)
def test_odd_text_is_weighed_and_assessed_without_trouble(text: str) -> None:
    pages = [Page(text=text, outlet=outlet, byline=text[:60] or None) for outlet in ("A", None)]
    reader = RuleReader(gazetteer=open_gazetteer())
    readings = list(reader.read([page.report for page in pages]))
    ledger = weigh(readings)
    assert isinstance(assess(readings, ledger, as_of=end_of_day(date(2031, 4, 10))), tuple)
