"""Reading in batches: order kept, one bad item costs only itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import pytest

from tocsin.core.errors import ImpossibleDay, ModelMissing, NoReadableText
from tocsin.core.types import Capture, Language, Reading, Rejected, Report, report_id
from tocsin.desk.jobs.add import Added, add_job
from tocsin.desk.jobs.read import BATCH_REPORTS, ReadItem, read_captures
from tocsin.store.found import Wanted
from tocsin.store.store import Outcome, make_store, open_store

NOW = datetime(2031, 4, 20, tzinfo=UTC)


def capture_of(text: str) -> Capture:
    return Capture.of(
        text.encode(), media_type="text/plain", obtained_from=f"{text}.txt", obtained_at=NOW
    )


def extract(capture: Capture) -> Report:
    text = capture.content.decode()
    if text == "blank":
        raise NoReadableText("somewhere inside", hint="")
    if text == "crash":
        raise RecursionError("parser")
    return Report(
        id=report_id(capture.sha256),
        capture=capture.id,
        sha256=capture.sha256,
        text=text,
        language=Language("en"),
        refused=(ImpossibleDay(text, reason="2031-02-30").as_rejected(),) * (text == "misdated"),
    )


class Reader:
    """Fails on the text "odd"; keeps the sizes of the batches it was given."""

    def __init__(self) -> None:
        self.batches: list[int] = []

    def read(self, reports: Sequence[Report]) -> Iterator[Reading]:
        self.batches.append(len(reports))
        for report in reports:
            if report.text == "odd":
                raise ValueError(report.text)
            yield Reading(report=report)


def outcomes(texts: Sequence[str], reader: Reader) -> list[str]:
    items: list[Capture | Rejected] = [capture_of(text) for text in texts]
    results = []
    for item in read_captures(items, extract=extract, reader=reader):
        if isinstance(item, Rejected):
            results.append(item.code)
        else:
            results.append(item.failure.code if item.failure else item.reading.report.text)
    return results


def test_a_report_with_an_impossible_day_is_read_and_its_day_is_rejected() -> None:
    assert outcomes(["one", "misdated", "two"], Reader()) == ["one", "misdated", "read.date", "two"]


def test_a_bad_item_becomes_a_rejection_in_its_place() -> None:
    texts = ["one", "blank", "two", "odd", "crash", "three"]
    assert outcomes(texts, Reader()) == [
        "one",
        "read.no_text",
        "two",
        "read.failed",
        "read.malformed",
        "three",
    ]


def test_a_rejection_names_the_item_as_the_user_would() -> None:
    (blank,) = read_captures([capture_of("blank")], extract=extract, reader=Reader())
    assert isinstance(blank, Rejected)
    assert blank.id == "blank.txt"


def test_a_failure_never_repeats_the_text_that_caused_it() -> None:
    (item,) = read_captures([capture_of("odd")], extract=extract, reader=Reader())
    assert isinstance(item, ReadItem)
    assert item.failure is not None
    assert item.failure.detail == "the reader failed: ValueError"
    assert item.reading.report.text == "odd"


def test_batches_are_bounded_in_number_and_in_size() -> None:
    reader = Reader()
    outcomes([f"page {number}" for number in range(2 * BATCH_REPORTS + 1)], reader)
    assert reader.batches == [BATCH_REPORTS, BATCH_REPORTS, 1]
    reader = Reader()
    outcomes(["x" * 1_500_000, "small", "y" * 1_500_000], reader)
    assert reader.batches == [1, 2]


def test_results_come_before_the_inputs_end() -> None:
    taken = 0

    def captures() -> Iterator[Capture]:
        nonlocal taken
        for number in range(1000):
            taken += 1
            yield capture_of(f"page {number}")

    next(read_captures(captures(), extract=extract, reader=Reader()))
    assert taken == BATCH_REPORTS


def test_a_missing_model_stops_the_job() -> None:
    class Missing:
        def read(self, reports: Sequence[Report]) -> Iterator[Reading]:
            raise ModelMissing("a-model")

    with pytest.raises(ModelMissing):
        list(read_captures([capture_of("one")], extract=extract, reader=Missing()))


def test_adding_tells_what_is_there_already_and_reads_it_no_more(tmp_path: Path) -> None:
    make_store(tmp_path / "desk")
    reader = Reader()

    def add(*texts: str) -> list[Outcome | str]:
        items: list[Capture | Rejected] = [capture_of(text) for text in texts]
        read = partial(read_captures, extract=extract, reader=reader)
        added = add_job(items, store, read=read, now=lambda: NOW)
        return [one.outcome if isinstance(one, Added) else one.code for one in added]

    with open_store(tmp_path / "desk") as store:
        assert add("one", "one", "odd") == [Outcome.ADDED, Outcome.ALREADY_THERE, "read.failed"]
        seen = sum(reader.batches)
        assert add("one") == [Outcome.ALREADY_THERE]
        assert sum(reader.batches) == seen
        assert add("odd") == ["read.failed"]
        assert len(store.listed(Wanted())) == 2
