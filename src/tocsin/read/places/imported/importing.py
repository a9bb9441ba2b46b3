"""One file of ground read into the columns of a place table."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

from tocsin.core.errors import BadGroundRow, NotGround
from tocsin.core.types import Rejected
from tocsin.read.places.imported.builder import Builder
from tocsin.read.places.imported.csv_rows import csv_rows
from tocsin.read.places.imported.geonames import geonames_other_names, geonames_rows
from tocsin.read.places.imported.opened import GroundForm, Opened, opened
from tocsin.read.places.imported.row import GroundRow, LeftOut
from tocsin.read.places.imported.whosonfirst import database_names, database_rows, feature_rows

HAND_LISTED = 1_000  # rows; a longer list of a desk's own was not picked place by place

Row = GroundRow | LeftOut | Rejected
Watch = Callable[[Iterable[Row]], Iterable[Row]]


def form_of(path: Path) -> GroundForm:
    """Return what a file of ground is, by its first bytes. Raises: BadItem leaves."""
    with opened(path, str(path)) as file:
        return file.form


@dataclass(slots=True, kw_only=True)
class GroundImport:
    """A file of ground while it is read, and what came of it.

    `other_names` are files of alternate names for a GeoNames dump; `watch` passes the rows on,
    for a display.
    """

    path: Path
    other_names: Sequence[Path] = ()
    watch: Watch = iter
    form: GroundForm = GroundForm.CSV
    builder: Builder = field(default_factory=Builder)
    left_out: int = 0
    rejected: int = 0

    @property
    def is_bulk(self) -> bool:
        """Return whether the places came in by the thousand."""
        return self.form is not GroundForm.CSV or len(self.builder) > HAND_LISTED

    def read(self) -> Iterator[Rejected]:
        """Read all of the file, yielding a rejection for each bad row. Raises: BadItem leaves."""
        for rejected in self._read():
            self.rejected += 1
            yield rejected
        if not len(self.builder):
            raise NotGround(str(self.path), reason="no row of it is a place")

    def _read(self) -> Iterator[Rejected]:
        name = str(self.path)
        with opened(self.path, name) as file, ExitStack() as stack:
            self.form = file.form
            self.builder.literal = file.form is GroundForm.CSV
            if file.form is GroundForm.DATABASE:
                database = stack.enter_context(file.on_disk())
                yield from self._add_all(database_rows(database, name))
                yield from self._call_all(database_names(database, self.builder.by_id))
            else:
                yield from self._add_all(_rows(file, name))
        if self.form is GroundForm.GEONAMES:
            for path in self.other_names:
                with opened(path, str(path)) as file:
                    names = geonames_other_names(file.stream, str(path), self.builder.by_id)
                    yield from self._call_all(names)

    def _add_all(self, rows: Iterable[Row]) -> Iterator[Rejected]:
        for row in self.watch(rows):
            if isinstance(row, GroundRow):
                try:
                    self.builder.add(row)
                except BadGroundRow as known:
                    yield known.as_rejected()
            elif isinstance(row, LeftOut):
                self.left_out += 1
            else:
                yield row

    def _call_all(self, names: Iterable[tuple[int, str] | Rejected]) -> Iterator[Rejected]:
        for found in names:
            if isinstance(found, Rejected):
                yield found
            else:
                self.builder.calls.add(*found, alias=True)


def _rows(file: Opened, name: str) -> Iterator[Row]:
    if file.form is GroundForm.GEONAMES:
        return geonames_rows(file.stream, name)
    if file.form is GroundForm.FEATURES:
        return feature_rows(file.documents)
    return csv_rows(file.stream, name)
