"""When reports are read here, and when by several processes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

import pytest

from pool_work import capture_of
from tocsin.core.types import Capture, Rejected
from tocsin.desk.jobs import cores
from tocsin.desk.jobs.batches import (
    BATCH_BYTES,
    BATCH_ITEMS,
    BATCH_REPORTS,
    LONG_REPORTS_BYTES,
    SHARED_BYTES,
    SHARED_REPORTS,
    Batch,
    batches_of,
)
from tocsin.desk.jobs.cores import usable_jobs
from tocsin.desk.jobs.shared import read_shared

REJECTED = Rejected(id="bad.txt", code="collect.binary", detail="")


@dataclass
class Places:
    """Stands for both places to read: yields each item, and keeps where it was read."""

    here: list[object] = field(default_factory=list)
    pools: int = 0

    def read_here(self, items: Iterable[object]) -> Iterator[object]:
        for item in items:
            self.here.append(item)
            yield item

    def open_pool(self) -> Places:
        self.pools += 1
        return self

    def read(self, batches: Iterable[Batch[object]]) -> Iterator[object]:
        for batch in batches:
            yield from batch.items

    def share(self, items: Iterable[object]) -> list[object]:
        return list(read_shared(items, here=self.read_here, open_pool=self.open_pool))  # type: ignore[arg-type]


def captures(count: int, length: int) -> list[Capture]:
    return [capture_of(f"{number}".ljust(length)) for number in range(count)]


@pytest.mark.parametrize(
    ("count", "length", "pools"),
    [
        (0, 0, 0),
        (1, 10 * LONG_REPORTS_BYTES, 0),
        (SHARED_REPORTS - 1, 2 * SHARED_BYTES // SHARED_REPORTS, 0),
        (2 * SHARED_REPORTS, 10, 0),
        (SHARED_REPORTS, 2 * SHARED_BYTES // SHARED_REPORTS, 1),
        (2, LONG_REPORTS_BYTES, 1),
        (500, 10_000, 1),
    ],
)
def test_processes_are_started_only_where_there_is_enough_to_read(
    count: int, length: int, pools: int
) -> None:
    places = Places()
    items = captures(count, length)
    assert places.share(items) == items
    assert places.pools == pools
    assert len(places.here) == (0 if pools else count)


def test_what_passes_by_keeps_its_place_and_is_not_held_back() -> None:
    items: list[object] = []
    for number, capture in enumerate(captures(100, 2000)):
        items += [f"passed {number}"] * 7 + [REJECTED, capture]
    assert Places().share(items) == items
    taken = iter(f"passed {number}" for number in range(10_000))
    next(read_shared(taken, here=Places().read_here, open_pool=Places().open_pool))  # type: ignore[arg-type]
    assert next(taken) == f"passed {4 * BATCH_ITEMS}"


def test_batches_are_bounded_in_reports_bytes_and_items() -> None:
    assert [b.reports for b in batches_of(captures(2 * BATCH_REPORTS + 1, 9))] == [8, 8, 1]
    assert [b.reports for b in batches_of(captures(3, BATCH_BYTES))] == [1, 1, 1]
    assert [len(b.items) for b in batches_of(["x"] * (BATCH_ITEMS + 1))] == [BATCH_ITEMS, 1]


@pytest.mark.parametrize(("gibibytes", "jobs"), [(1, 1), (3, 2), (64, 4)])
def test_there_are_no_more_processes_than_cores_and_memory_for_them(
    monkeypatch: pytest.MonkeyPatch, gibibytes: int, jobs: int
) -> None:
    monkeypatch.setattr(cores, "usable_cores", lambda: 4)
    monkeypatch.setattr(cores, "_memory_bytes", lambda: gibibytes * 2**30)
    assert usable_jobs() == jobs
