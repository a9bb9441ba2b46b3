"""The real stages, plugged together as the settings say."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import cached_property, partial
from typing import TYPE_CHECKING, BinaryIO, TypeVar

from tocsin.collect import collect
from tocsin.core.config import Settings
from tocsin.core.ports import Gazetteer, Reader
from tocsin.core.types import Capture, Reading, Rejected, Report
from tocsin.desk.jobs.cores import usable_cores, usable_jobs
from tocsin.desk.jobs.pool import Pool
from tocsin.desk.jobs.read import ReadItem, read_captures
from tocsin.desk.jobs.shared import Items, Results, read_shared
from tocsin.desk.jobs.worker import read_batch
from tocsin.read.text import extract
from tocsin.read.triage import ADVISED_THRESHOLD, READ_ANYWAY

if TYPE_CHECKING:
    from tocsin.desk.jobs.add import Added
    from tocsin.store.store import Store

MODEL_THREADS = 2  # of the trained model in a run of one process; more are no faster

Passed = TypeVar("Passed")


def utc_now() -> datetime:
    """Return this instant."""
    return datetime.now(UTC)


@dataclass(kw_only=True)
class Stages:
    """What a run needs: its settings, a clock, and standard input where that is named.

    What reads is loaded at its first use: a run that hands its reports to other processes
    never loads it. `threads` are those of the trained model.
    """

    settings: Settings
    now: Callable[[], datetime] = utc_now
    stdin: BinaryIO | None = None
    threads: int = field(default_factory=lambda: min(MODEL_THREADS, usable_cores()))

    @cached_property
    def reader(self) -> Reader:
        """The reader of named reports: without a threshold in the settings it reads them all."""
        return self._reader(self._named_threshold)

    @property
    def _named_threshold(self) -> float:
        return self.settings.read.triage or READ_ANYWAY

    @property
    def _intake_threshold(self) -> float:
        """The threshold for whole feeds: without one in the settings the advised."""
        given = self.settings.read.triage
        return ADVISED_THRESHOLD if given is None else given

    def _reader(self, threshold: float) -> Reader:
        from tocsin.read.encoder.model import shipped_model
        from tocsin.read.reader import RuleReader

        settings = replace(self.settings.read, triage=threshold)
        model = shipped_model(self.threads)
        return RuleReader(gazetteer=self._gazetteer, settings=settings, model=model)

    @cached_property
    def _gazetteer(self) -> Gazetteer:
        """The gazetteer of the settings, opened at first use."""
        from tocsin.read.places.gazetteer import open_gazetteer
        from tocsin.read.places.imported.grounds import default_folder

        folder = self.settings.read.gazetteer or default_folder()
        return open_gazetteer(local=self.settings.read.places, imported=folder)

    def captures(self, inputs: Sequence[str]) -> Iterator[Capture | Rejected]:
        """Yield what lies behind the inputs: paths, addresses, "-" for standard input."""
        return collect(inputs, settings=self.settings.collect, now=self.now, stdin=self.stdin)

    def extract(self, capture: Capture) -> Report:
        """Return the report of a capture. Raises: an ItemError leaf."""
        return extract(capture, settings=self.settings.collect)

    def read(
        self, captures: Iterable[Capture | Rejected | Reading]
    ) -> Iterator[Reading | Rejected]:
        """Yield a reading for each capture, a rejection for each that cannot be read.

        Readings among the captures pass through.
        """
        for item in self._outcomes(captures, threshold=self._named_threshold):
            if isinstance(item, ReadItem):
                yield item.failure or item.reading
            else:
                yield item

    def named(self, reading: Reading) -> Reading:
        """Return the reading with its names, read now where triage set the report aside.

        Only names that are known can be masked.
        """
        if not reading.is_set_aside:
            return reading
        whole = next(iter(self._reader(READ_ANYWAY).read((reading.report,))))
        return replace(reading, names=whole.names)

    def add(
        self, captures: Iterable[Capture | Rejected], store: Store
    ) -> Iterator[Added | Rejected]:
        """Yield what came of each capture, once it is on disk."""
        from tocsin.desk.jobs.add import add_job  # here: reading alone needs no database

        read = partial(self._outcomes, threshold=self._intake_threshold)
        return add_job(captures, store, read=read, now=self.now)

    def _outcomes(self, items: Items[Passed], *, threshold: float) -> Results[Passed]:
        """Yield what each item became, in order, read by as many processes as pay."""
        jobs = self.settings.read.jobs or usable_jobs()
        here = partial(self._here, threshold=threshold)
        if jobs == 1:
            return here(items)
        return read_shared(items, here=here, open_pool=partial(self._pool, jobs, threshold))

    def _here(self, items: Items[Passed], *, threshold: float) -> Results[Passed]:
        return read_captures(items, extract=self.extract, reader=self._reader(threshold))

    def _pool(self, jobs: int, threshold: float) -> Pool:
        from tocsin.read.places.gazetteer import packaged_table

        packaged_table()  # kept from now on: the processes map its file, none unpacks it
        settings = replace(self.settings, read=replace(self.settings.read, triage=threshold))
        return Pool(partial(read_batch, settings), jobs)
