"""Our own pairs follow the guide, and the scorer counts labels by class."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import pytest

from evals.pairs import faults, faults_of_set, main, read_pairs, report_in
from evals.relations import figures_of
from tocsin.core.types import Reading, Report

GOLD = Path(__file__).parents[2] / "gold"


def pair(**given: Any) -> dict[str, Any]:
    side = {"text": "Halvik is calm.", "outlet": "Halvik Radio", "published": "2031-05-03"}
    return {"id": "p", "one": side, "other": side, "label": "support", "why": "one"} | given


@pytest.mark.parametrize("name", ["pairs_train.jsonl", "pairs_test.jsonl"])
def test_every_pair_follows_the_guide_and_labels_are_in_balance(name: str) -> None:
    pairs = read_pairs(GOLD / name)
    assert [fault for each in pairs for fault in faults(each)] == []
    assert list(faults_of_set(pairs)) == []


def test_train_and_test_share_no_report() -> None:
    texts = [
        {each[side]["text"] for each in read_pairs(GOLD / name) for side in ("one", "other")}
        for name in ("pairs_train.jsonl", "pairs_test.jsonl")
    ]
    assert not texts[0] & texts[1]


@pytest.mark.parametrize(
    ("given", "fault"),
    [
        ({"label": "maybe"}, "label 'maybe'"),
        ({"why": ""}, "no why"),
        ({"one": {"text": " ", "outlet": "A", "published": "2031-05-03"}}, "one: no text"),
        ({"other": {"text": "a", "published": "2031-05-03"}}, "other: no outlet"),
        ({"other": {"text": "a", "outlet": "A", "published": "May"}}, "other: date 'May'"),
    ],
)
def test_a_pair_off_the_guide_is_named(given: dict[str, Any], fault: str) -> None:
    assert list(faults(pair(**given))) == [fault]


def test_ids_given_twice_and_rare_labels_are_faults_of_the_set() -> None:
    found = list(faults_of_set([pair(), pair()]))
    assert "id 'p' stands 2 times" in found
    assert "only 0 of 2 are update" in found


def test_a_bad_file_exits_3(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "pairs.jsonl"
    path.write_text('{"id": "x", "label": "maybe"}\n', encoding="utf-8")
    assert main(["check", str(path)]) == 3
    assert "label 'maybe'" in capsys.readouterr().err


def test_a_report_of_a_pair_has_its_outlet_and_day() -> None:
    report = report_in(pair(), "one")
    assert (report.outlet, str(report.published)) == ("Halvik Radio", "2031-05-03")


def test_figures_are_the_classes_and_their_mean() -> None:
    pairs = [pair(label="unrelated"), pair(label="support")]
    figures = {figure.metric: figure.value for figure in figures_of(pairs, _nothing_read)}
    assert figures["unrelated_f1"] == pytest.approx(2 / 3)
    assert figures["support_f1"] == 0
    assert figures["macro_f1"] == pytest.approx(1 / 3)


def _nothing_read(reports: Sequence[Report]) -> Iterable[Reading]:
    return [Reading(report=report) for report in reports]
