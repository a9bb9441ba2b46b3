"""Captures read by several processes: order kept, memory bounded, one dead worker one report."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import CancelledError, Future
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from typing import Generic, TypeVar

import structlog

from tocsin.core.errors import ReaderKilled
from tocsin.core.types import Capture, Reading, Rejected
from tocsin.desk.jobs.batches import Batch
from tocsin.desk.jobs.processes import Processes
from tocsin.desk.jobs.read import ReadItem

BATCHES_OF_A_LIFE = 500  # a process reads some 4,000 reports: the words it remembers take memory
WAITING_FOR_EACH = 2  # batches in hand for each process: one that it reads, one that waits

Outcome = Rejected | tuple[Reading, Rejected | None]
"""What a capture became, with the failure where the reader failed on it."""
Work = Callable[[Sequence[Capture]], Sequence[Outcome]]
"""What a process does with a batch: an outcome for each capture. It must be picklable."""

Passed = TypeVar("Passed")

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Handed(Generic[Passed]):
    """A batch that a process has in hand."""

    batch: Batch[Passed]
    future: Future[Sequence[Outcome]]

    def outcomes(self) -> Sequence[Outcome] | None:
        """Return what it became, None where a process died. Raises: JobError."""
        try:
            return self.future.result()
        except (BrokenProcessPool, CancelledError):
            return None


@dataclass(slots=True)
class Pool:
    """Processes that do the work, started when there is some and started again when one dies."""

    work: Work
    jobs: int
    processes: Processes | None = None
    handed: int = 0

    def read(self, batches: Iterable[Batch[Passed]]) -> Iterator[ReadItem | Rejected | Passed]:
        """Yield what each item became, in order.

        Leaving the iterator, by an exception too, ends the processes. Raises: JobError.
        """
        finished = False
        waiting: deque[Handed[Passed]] = deque()
        try:
            for batch in batches:
                waiting.append(Handed(batch, self._hand(batch.captures)))
                while waiting and (self._is_full(waiting) or waiting[0].future.done()):
                    yield from self._next(waiting)
            while waiting:
                yield from self._next(waiting)
            finished = True
        finally:
            self._end(at_once=not finished)

    def _is_full(self, waiting: Sequence[Handed[Passed]]) -> bool:
        return len(waiting) >= self.jobs * WAITING_FOR_EACH

    def _hand(
        self, captures: Sequence[Capture], *, jobs: int | None = None
    ) -> Future[Sequence[Outcome]]:
        """Return what will come of the captures; after a life's work fresh processes take over."""
        if self.handed >= BATCHES_OF_A_LIFE * self.jobs:
            self._end(at_once=False)
        if self.processes is None:
            self.processes = Processes(jobs or self.jobs)
            self.handed = 0
        self.handed += 1
        try:
            return self.processes.submit(self.work, captures)
        except BrokenProcessPool as broken:  # one died since the last batch
            failed: Future[Sequence[Outcome]] = Future()
            failed.set_exception(broken)
            return failed

    def _next(self, waiting: deque[Handed[Passed]]) -> Iterator[ReadItem | Rejected | Passed]:
        """Yield what the first batch became, or what all became where a process died."""
        outcomes = waiting[0].outcomes()
        if outcomes is None:
            yield from self._one_by_one(waiting)
        else:
            yield from _placed(waiting.popleft().batch, outcomes)

    def _one_by_one(self, waiting: deque[Handed[Passed]]) -> Iterator[ReadItem | Rejected | Passed]:
        """Yield what the batches became after a process died, and nobody knows over which report.

        One process reads their reports one by one: the report that ends it again is at fault.
        """
        log.warning("worker.died", batches=len(waiting))
        self._end(at_once=True)
        while waiting:
            handed = waiting.popleft()
            outcomes = handed.outcomes()
            if outcomes is None:
                outcomes = [self._alone(capture) for capture in handed.batch.captures]
            yield from _placed(handed.batch, outcomes)
        self._end(at_once=True)

    def _alone(self, capture: Capture) -> Outcome:
        try:
            [outcome] = self._hand((capture,), jobs=1).result()
        except BrokenProcessPool:
            log.warning("reader.killed", capture=capture.id)
            self._end(at_once=True)
            return ReaderKilled(capture.obtained_from).as_rejected()
        return outcome

    def _end(self, *, at_once: bool) -> None:
        processes, self.processes = self.processes, None
        if processes is not None:
            processes.end(at_once=at_once)


def _placed(
    batch: Batch[Passed], outcomes: Sequence[Outcome]
) -> Iterator[ReadItem | Rejected | Passed]:
    """Yield the batch's items, each capture as what it became.

    What of a report's item was refused comes out after it.
    """
    ready = iter(outcomes)
    for item in batch.items:
        if not isinstance(item, Capture):
            yield item
            continue
        outcome = next(ready)
        if isinstance(outcome, Rejected):
            yield outcome
        else:
            reading, failure = outcome
            yield ReadItem(capture=item, reading=reading, failure=failure)
            yield from reading.report.refused
