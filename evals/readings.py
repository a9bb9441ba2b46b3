"""Readings remembered over a run, for sets that several tasks read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from tocsin.core.ids import ReportId
from tocsin.core.ports import Reader
from tocsin.core.types import Reading, Report


class RememberingReader:
    """Reads each report once, however many tasks ask for it."""

    def __init__(self, reader: Reader) -> None:
        """Wrap the reader; what it read is kept as long as this object."""
        self._reader = reader
        self._known: dict[ReportId, Reading] = {}

    def read(self, reports: Sequence[Report]) -> Iterator[Reading]:
        """Yield one reading for each report, in order."""
        new = list({r.id: r for r in reports if r.id not in self._known}.values())
        self._remember(self._reader.read(new))
        yield from (self._known[report.id] for report in reports)

    def _remember(self, readings: Iterable[Reading]) -> None:
        for reading in readings:
            self._known[reading.report.id] = reading
