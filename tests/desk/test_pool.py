"""Reading in several processes: order, streaming, and what a dead process costs."""

from __future__ import annotations

import multiprocessing
from collections.abc import Iterator, Sequence

import pytest

from pool_work import capture_of, read
from tocsin.core.errors import ModelMissing
from tocsin.core.types import Capture, Rejected
from tocsin.desk.jobs.batches import BATCH_REPORTS, batches_of
from tocsin.desk.jobs.pool import WAITING_FOR_EACH, Pool
from tocsin.desk.jobs.read import ReadItem

JOBS = 2


def outcomes(texts: Sequence[str]) -> list[str]:
    batches = batches_of([capture_of(text) for text in texts])
    return [_told(item) for item in Pool(read, JOBS).read(batches)]


def _told(item: ReadItem | Rejected) -> str:
    return item.code if isinstance(item, Rejected) else item.reading.report.text


def pages(count: int) -> list[str]:
    return [f"page {number}" for number in range(count)]


def test_readings_come_in_order_with_what_was_rejected_in_its_place() -> None:
    texts = [*pages(20), "blank", "misdated", *pages(5)]
    expected = [*pages(20), "read.no_text", "misdated", "read.date", *pages(5)]
    assert outcomes(texts) == expected
    assert multiprocessing.active_children() == []


def test_a_process_that_is_killed_costs_the_report_it_was_reading_and_no_other() -> None:
    texts = [*pages(3), "fatal", *pages(30), "fatal again", "end"]
    expected = [*pages(3), "read.killed", *pages(30), "read.killed", "end"]
    assert outcomes(texts) == expected


def test_a_missing_model_stops_the_job_and_its_processes() -> None:
    with pytest.raises(ModelMissing) as raised:
        outcomes([*pages(10), "no model", *pages(10)])
    assert str(raised.value) == str(ModelMissing("a-model"))
    assert multiprocessing.active_children() == []


def test_no_more_is_taken_in_than_the_processes_can_have_in_hand() -> None:
    taken = 0

    def captures() -> Iterator[Capture]:
        nonlocal taken
        for number in range(1000):
            taken += 1
            yield capture_of(f"page {number}")

    results = Pool(read, JOBS).read(batches_of(captures()))
    next(results)
    assert taken <= BATCH_REPORTS * JOBS * WAITING_FOR_EACH
    results.close()
    assert multiprocessing.active_children() == []
