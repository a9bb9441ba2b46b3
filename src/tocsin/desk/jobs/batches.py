"""Items in batches, and whether there is enough in them to share among processes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from tocsin.core.types import Capture, Rejected

BATCH_REPORTS = 8  # handed to a process at a time: half of them would wait for a batch of 16
BATCH_BYTES = 2_000_000  # a batch also closes here: long reports are not handed out together
BATCH_ITEMS = 64  # and here: what passes by comes out before long

SHARED_REPORTS, SHARED_BYTES = 24, 40_000
"""So many reports, of so much content in all, pay for starting processes: some 3 s of work."""
LONG_REPORTS_BYTES = 1_000_000
"""A few reports pay for it too where they hold this much in all."""

Passed = TypeVar("Passed")


@dataclass(slots=True)
class Batch(Generic[Passed]):
    """Captures to be read together, among whatever else came by, in order."""

    items: list[Capture | Rejected | Passed] = field(default_factory=list)
    reports: int = 0
    size_bytes: int = 0

    @property
    def captures(self) -> list[Capture]:
        """The captures alone, in order."""
        return [item for item in self.items if isinstance(item, Capture)]

    def add(self, item: Capture | Rejected | Passed) -> None:
        """Take in an item."""
        self.items.append(item)
        if isinstance(item, Capture):
            self.reports += 1
            self.size_bytes += len(item.content)

    @property
    def is_full(self) -> bool:
        """Return whether the batch is to be read now."""
        return (
            self.reports >= BATCH_REPORTS
            or self.size_bytes >= BATCH_BYTES
            or len(self.items) >= BATCH_ITEMS
        )


def batches_of(items: Iterable[Capture | Rejected | Passed]) -> Iterator[Batch[Passed]]:
    """Yield the items in batches, in order."""
    batch: Batch[Passed] = Batch()
    for item in items:
        batch.add(item)
        if batch.is_full:
            yield batch
            batch = Batch()
    if batch.items:
        yield batch


def is_worth_sharing(batches: Sequence[Batch[Passed]]) -> bool:
    """Return whether the batches hold enough to pay for processes of their own."""
    reports = sum(batch.reports for batch in batches)
    size_bytes = sum(batch.size_bytes for batch in batches)
    many = reports >= SHARED_REPORTS and size_bytes >= SHARED_BYTES
    return many or (reports > 1 and size_bytes >= LONG_REPORTS_BYTES)
