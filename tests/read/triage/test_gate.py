"""Reports set aside cost no parse, say why, and keep their place among those that are read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

import tocsin.read.reader as reader_module
from evals.figure import report_of
from tocsin.core.config import ReadSettings
from tocsin.core.types import Language, Report, Triage
from tocsin.read.places.gazetteer import open_gazetteer
from tocsin.read.reader import RuleReader
from tocsin.read.triage import Gate

VIOLENT = "Gunmen killed two men in Halvik on Monday. Soldiers did not intervene."
NEVER = 1.0  # no score reaches it


def reader(threshold: float | None) -> RuleReader:
    return RuleReader(gazetteer=open_gazetteer(), settings=ReadSettings(triage=threshold))


@pytest.mark.parametrize("threshold", [None, 0.0])
def test_without_a_threshold_every_report_is_read_and_still_has_its_score(
    threshold: float | None,
) -> None:
    [reading] = reader(threshold).read([report_of("1", "Eggs fell. Butter held steady.")])
    assert reading.sentences
    assert reading.triage is not None
    assert reading.triage.threshold == 0
    assert reading.triage.is_read
    assert not reading.is_set_aside
    assert reading.report.notes == ()


def test_a_report_set_aside_has_no_layers_and_says_why() -> None:
    [reading] = reader(NEVER).read([report_of("1", VIOLENT)])
    assert reading.is_set_aside
    assert reading.unread == "set aside by triage"
    assert (reading.sentences, reading.events, reading.statements) == ((), (), ())
    assert reading.report.text == VIOLENT
    (note,) = reading.report.notes
    assert re.fullmatch(
        r"set aside by triage, not read: score [01]\.\d{4} is under the threshold 1; "
        r"--no-triage reads it",
        note,
    )


def test_a_language_that_is_not_read_is_not_triaged() -> None:
    french = replace(report_of("1", VIOLENT), language=Language("fr"))
    [reading] = reader(NEVER).read([french])
    assert reading.triage is None
    assert reading.unread == "not read in this language yet"


def test_a_headline_beside_the_text_counts() -> None:
    text = "It was about noon on Tuesday at the mill."
    untitled = Gate().judge(report_of("1", text))
    titled = Gate().judge(report_of("1", text, title="Gunmen kill nine in Halvik"))
    assert titled.score > untitled.score


@pytest.mark.parametrize(("score", "is_read"), [(0.2, True), (0.1, True), (0.09, False)])
def test_a_score_at_the_threshold_is_read(score: float, is_read: bool) -> None:
    assert Triage(score=score, threshold=0.1).is_read == is_read


class Judged(Gate):
    """Lets through what bears an even number."""

    def judge(self, report: Report) -> Triage:
        return Triage(score=float(int(report.public_id) % 2 == 0), threshold=0.5)


def test_what_is_set_aside_is_not_parsed_and_the_order_stays(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    parsed: list[str] = []
    parse = reader_module.parse_reports

    def watched(reports: Iterator[Report], **rest: Any) -> Iterator[Any]:
        for document in parse(reports, **rest):
            parsed.append(document.report.public_id)
            yield document

    monkeypatch.setattr(reader_module, "Gate", Judged)
    monkeypatch.setattr(reader_module, "parse_reports", watched)
    reports = [report_of(str(number), f"{VIOLENT} It was day {number}.") for number in range(9)]
    readings = list(reader(0.5).read(reports))
    assert [reading.report.public_id for reading in readings] == list("012345678")
    assert [reading.is_set_aside for reading in readings] == [False, True] * 4 + [False]
    assert parsed == list("02468")
