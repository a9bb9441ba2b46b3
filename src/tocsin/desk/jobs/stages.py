"""The real stages, plugged together as the settings say."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from typing import TYPE_CHECKING, BinaryIO

from tocsin.collect import collect
from tocsin.core.config import Settings
from tocsin.core.ports import Reader
from tocsin.core.types import Capture, Reading, Rejected, Report
from tocsin.desk.jobs.read import ReadItem, read_captures
from tocsin.read.places.gazetteer import open_gazetteer
from tocsin.read.places.imported.grounds import default_folder
from tocsin.read.reader import RuleReader
from tocsin.read.text import extract

if TYPE_CHECKING:
    from tocsin.desk.jobs.add import Added
    from tocsin.store.store import Store


def utc_now() -> datetime:
    """Return this instant."""
    return datetime.now(UTC)


@dataclass(kw_only=True)
class Stages:
    """What a run needs: its settings, a clock, and standard input where that is named."""

    settings: Settings
    now: Callable[[], datetime] = utc_now
    stdin: BinaryIO | None = None

    @cached_property
    def reader(self) -> Reader:
        """The reader with the gazetteer and bounds of the settings, opened at first use."""
        folder = self.settings.read.gazetteer or default_folder()
        gazetteer = open_gazetteer(local=self.settings.read.places, imported=folder)
        return RuleReader(gazetteer=gazetteer, settings=self.settings.read)

    def captures(self, inputs: Sequence[str]) -> Iterator[Capture | Rejected]:
        """Yield what lies behind the inputs: paths, addresses, "-" for standard input."""
        return collect(inputs, settings=self.settings.collect, now=self.now, stdin=self.stdin)

    def extract(self, capture: Capture) -> Report:
        """Return the report of a capture. Raises: an ItemError leaf."""
        return extract(capture, settings=self.settings.collect)

    def read(self, captures: Iterable[Capture | Rejected]) -> Iterator[Reading | Rejected]:
        """Yield a reading for each capture, a rejection for each that cannot be read."""
        for item in read_captures(captures, extract=self.extract, reader=self.reader):
            if isinstance(item, ReadItem):
                yield item.failure or item.reading
            else:
                yield item

    def add(
        self, captures: Iterable[Capture | Rejected], store: Store
    ) -> Iterator[Added | Rejected]:
        """Yield what came of each capture, once it is on disk."""
        from tocsin.desk.jobs.add import add_job  # here: reading alone needs no database

        return add_job(captures, store, extract=self.extract, reader=self.reader, now=self.now)
