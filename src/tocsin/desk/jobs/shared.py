"""Captures read here while they are few, by several processes once there is enough to read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from typing import TypeVar

from tocsin.core.types import Capture, Rejected
from tocsin.desk.jobs.batches import Batch, batches_of, is_worth_sharing
from tocsin.desk.jobs.pool import Pool
from tocsin.desk.jobs.read import ReadItem

HELD_BATCHES = 4  # looked at together; items are not held back for longer

Passed = TypeVar("Passed")
Items = Iterable[Capture | Rejected | Passed]
Results = Iterator[ReadItem | Rejected | Passed]


def read_shared(
    items: Items[Passed],
    *,
    here: Callable[[Items[Passed]], Results[Passed]],
    open_pool: Callable[[], Pool],
) -> Results[Passed]:
    """Yield what each item became, in order; the pool is opened where it pays, and kept."""
    batches = batches_of(items)
    held: list[Batch[Passed]] = []
    for batch in batches:
        held.append(batch)
        if is_worth_sharing(held):
            yield from open_pool().read(chain(held, batches))
            return
        if len(held) == HELD_BATCHES:
            yield from here(chain.from_iterable(batch.items for batch in held))
            held = []
    yield from here(chain.from_iterable(batch.items for batch in held))
