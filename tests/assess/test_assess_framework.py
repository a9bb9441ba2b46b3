from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache

import pytest

from factories import Page
from tocsin.assess import assess
from tocsin.core.time import end_of_day
from tocsin.core.types import LitIndicator, Reading, Status
from tocsin.ontology.framework import framework
from tocsin.ontology.indicator_rules import indicator_rules
from tocsin.read.places.gazetteer import open_gazetteer
from tocsin.read.reader import RuleReader
from tocsin.weigh import weigh

DAY = date(2031, 4, 10)
SETTING = (
    "Some 2,600 displaced Mirrun people live in Lindral Camp. "
    "Armed men plan to massacre the residents of Lindral Camp."
)
NUMBERS = [indicator.id for indicator in framework()]


def lit_in(reading: Reading) -> Iterator[LitIndicator]:
    for situation in assess([reading], weigh([reading]), as_of=end_of_day(DAY)):
        yield from situation.indicators


def test_the_framework_is_whole_and_each_indicator_has_its_rule() -> None:
    assert len(NUMBERS) == 139
    assert set(indicator_rules()) == set(NUMBERS)
    assert {indicator.source for indicator in framework()} == {"seen", "memory"}
    assert {indicator.factor for indicator in framework()} == set(range(1, 15))


@cache
def readings_of_examples() -> dict[str, Reading]:
    pages = [
        Page(text=f"{SETTING} {indicator_rules()[number].example}", published=DAY)
        for number in NUMBERS
    ]
    reader = RuleReader(gazetteer=open_gazetteer())
    return dict(zip(NUMBERS, reader.read([page.report for page in pages]), strict=True))


@pytest.mark.parametrize("number", NUMBERS)
def test_the_example_sentence_of_each_indicator_lights_it(number: str) -> None:
    example = indicator_rules()[number].example
    (lit,) = (one for one in lit_in(readings_of_examples()[number]) if one.id == number)
    assert any(example.rstrip(".") in evidence.quote for evidence in lit.evidence)
    assert lit.label
    assert all(evidence.statement for evidence in lit.evidence)


@pytest.mark.parametrize("number", NUMBERS)
def test_no_example_sentence_lights_anything_by_itself(number: str) -> None:
    """A cue alone, without a group at risk or violence against people, makes no situation."""
    page = Page(text=indicator_rules()[number].example, published=DAY)
    assert list(lit_in(page.reading())) == []


def test_a_cue_elsewhere_in_the_report_is_carried_by_the_sentence_itself() -> None:
    page = Page(text=f"{SETTING} There are no independent courts.", published=DAY)
    page.group("residents of Lindral Camp", place="Lindral Camp", size=2600)
    page.event("massacre", "massacre", status=Status.PLANNED, targets=["residents of Lindral Camp"])
    (lit,) = (one for one in lit_in(page.reading()) if one.id == "3.3")
    assert lit.evidence[0].quote == "There are no independent courts."
    assert lit.evidence[0].statement.startswith("stm_")
