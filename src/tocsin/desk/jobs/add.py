"""Reports added to a store, one transaction each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from tocsin.core.types import Capture, Rejected, report_id
from tocsin.desk.jobs.read import ReadItem
from tocsin.store.store import Outcome, Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """What came of one report; `title` is for the person who watches, mask it first."""

    id: str
    outcome: Outcome
    item: ReadItem | None = None


def add_job(
    items: Iterable[Capture | Rejected],
    store: Store,
    *,
    read: Callable[[Iterable[Capture | Rejected | Added]], Iterator[ReadItem | Rejected | Added]],
    now: Callable[[], datetime],
) -> Iterator[Added | Rejected]:
    """Yield what came of each item, once it is on disk; `read` yields what each item became.

    A report that is there already is neither read nor written again. Killing the process loses
    no report that was yielded; adding the same items again completes the set.
    """
    for item in read(_unseen(items, store)):
        if isinstance(item, ReadItem):
            yield from _keep(item, store, now=now())
        else:
            if isinstance(item, Rejected):
                store.log_reject(item, now=now())
            yield item


def _unseen(
    items: Iterable[Capture | Rejected], store: Store
) -> Iterator[Capture | Rejected | Added]:
    for item in items:
        if isinstance(item, Capture) and store.has(report_id(item.sha256)):
            yield Added(id=report_id(item.sha256), outcome=Outcome.ALREADY_THERE)
        else:
            yield item


def _keep(item: ReadItem, store: Store, *, now: datetime) -> Iterator[Added | Rejected]:
    failed = item.failure is not None
    outcome = store.keep(item.capture, item.reading, now=now, failed=failed)
    if item.failure is not None:
        store.log_reject(item.failure, now=now)
        yield item.failure
    else:
        yield Added(id=item.reading.report.public_id, outcome=outcome, item=item)
