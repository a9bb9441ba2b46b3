"""A store: one folder with the database of readings and the vault of captures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path

import sqlalchemy as sa

from tocsin.core.errors import StoreExists, StoreNotFound, StoreUnavailable, UnknownReport
from tocsin.core.ids import ReportId
from tocsin.core.ports import Vault
from tocsin.core.types import Capture, Judgement, Reading, Rejected
from tocsin.store import kept
from tocsin.store.carried import CaptureFacts, Carried, carried_of, insert_capture_facts
from tocsin.store.connection import open_engine, transaction
from tocsin.store.found import ListedReport, Wanted, ids_called, list_reports
from tocsin.store.judgements import ids_starting, insert_judgements, list_judgements
from tocsin.store.layout import DATABASE, OWN_FILES, VAULT
from tocsin.store.reading_json import NOT_YET_READ, READING_VERSION, reading_from_json
from tocsin.store.schema import bring_up_to_date
from tocsin.store.tables import readings
from tocsin.store.vault import FolderVault

OWNER_ONLY = 0o700  # testimony lies in it


class Outcome(StrEnum):
    """What came of keeping a report."""

    ADDED = "added"
    ALREADY_THERE = "already there"


@dataclass(frozen=True, slots=True, kw_only=True)
class Store:
    """Readings, rejects and captures on disk. Open it with `open_store`."""

    folder: Path
    engine: sa.Engine
    vault: Vault

    def has(self, report: ReportId) -> bool:
        """Return whether the report is kept and was read by this version of the reader."""
        with transaction(self.engine) as connection:
            return kept.version_kept(connection, report) == READING_VERSION

    def keep(
        self, capture: Capture, reading: Reading, *, now: datetime, failed: bool = False
    ) -> Outcome:
        """Write capture and reading in one transaction, and return what came of it.

        The vault has the bytes before the database names them. A report whose reader `failed`,
        or that triage set aside, is kept and searchable, and looked at again when it is added
        again.
        """
        version = NOT_YET_READ if failed or reading.is_set_aside else READING_VERSION
        facts = CaptureFacts.of(capture)
        carried = Carried(capture=facts, version=version, added_at=now)
        return self.restore(reading, carried, content=capture.content)

    def restore(self, reading: Reading, carried: Carried, *, content: bytes | None) -> Outcome:
        """Write the reading as another store had it, and return what came of it.

        Without `content` the capture is known by its hash alone.
        """
        if content is not None:
            self.vault.keep(carried.capture.with_content(content))
        with transaction(self.engine, writes=True) as connection:
            before = kept.version_kept(connection, reading.report.id)
            if before is not None and before >= carried.version:
                return Outcome.ALREADY_THERE
            if before is not None:
                kept.delete_reading(connection, reading.report.id)
            insert_capture_facts(connection, carried.capture)
            kept.insert_reading(connection, reading, version=carried.version, now=carried.added_at)
        return Outcome.ADDED

    def carried(self, report: ReportId) -> Carried:
        """Return what is known of the report beside its reading. Raises: UnknownReport."""
        with transaction(self.engine) as connection:
            return carried_of(connection, report)

    def log_reject(self, rejected: Rejected, *, now: datetime) -> None:
        """Write down that an item was rejected."""
        with transaction(self.engine, writes=True) as connection:
            kept.log_reject(connection, rejected, now=now)

    def listed(self, wanted: Wanted) -> Sequence[ListedReport]:
        """Return a line for each report wanted."""
        with transaction(self.engine) as connection:
            return list(list_reports(connection, wanted))

    def readings(self, wanted: Wanted) -> Iterator[Reading]:
        """Yield the readings wanted, loading one at a time."""
        for line in self.listed(wanted):
            yield self.reading(line.id)

    def reading(self, report: ReportId) -> Reading:
        """Return the reading of a report. Raises: UnknownReport."""
        query = sa.select(readings.c.reading).where(readings.c.report == report)
        with transaction(self.engine) as connection:
            stored = connection.execute(query).scalar_one_or_none()
        if stored is None:
            raise UnknownReport(report)
        return reading_from_json(stored)

    def find(self, name: str) -> tuple[ReportId, ...]:
        """Return the reports that an id means: of a report, a statement or an event.

        Raises: UnknownReport where none does.
        """
        with transaction(self.engine) as connection:
            found = ids_called(connection, name)
        if not found:
            raise UnknownReport(name)
        return found

    def judge(self, given: Sequence[Judgement]) -> int:
        """Write the judgements, all or none; return how many were new. None is ever changed."""
        with transaction(self.engine, writes=True) as connection:
            return insert_judgements(connection, given)

    def judgements(self) -> tuple[Judgement, ...]:
        """Return all judgements, undone ones too, oldest first."""
        with transaction(self.engine) as connection:
            return tuple(list_judgements(connection))

    def ids_starting(self, start: str) -> tuple[str, ...]:
        """Return a few ids of what is kept that start so; a whole id alone."""
        with transaction(self.engine) as connection:
            return ids_starting(connection, start)

    def close(self) -> None:
        """Close every connection."""
        self.engine.dispose()


def make_store(folder: Path) -> bool:
    """Make a store in the folder; return False where there was one already.

    Raises: StoreExists where other files lie there; StoreUnavailable where it cannot be written.
    """
    database = folder / DATABASE
    if folder.exists() and not _is_ours(folder):
        raise StoreExists(str(folder))
    existed = database.is_file()
    try:
        folder.mkdir(mode=OWNER_ONLY, parents=True, exist_ok=True)
        (folder / VAULT).mkdir(mode=OWNER_ONLY, exist_ok=True)
    except OSError as refused:
        raise StoreUnavailable(str(folder), reason=refused.strerror or "refused") from refused
    _migrate(folder)
    return not existed


@contextmanager
def open_store(folder: Path) -> Iterator[Store]:
    """Yield the store in the folder, its schema brought up to date; close it at the end.

    Raises: StoreNotFound, StoreFromTheFuture, StoreUnavailable.
    """
    if not (folder / DATABASE).is_file():
        raise StoreNotFound(str(folder))
    _migrate(folder)
    engine = open_engine(folder / DATABASE)
    store = Store(folder=folder, engine=engine, vault=FolderVault(folder / VAULT))
    try:
        yield store
    finally:
        store.close()


def _is_ours(folder: Path) -> bool:
    if (folder / DATABASE).is_file():
        return True
    return folder.is_dir() and all(entry.name in OWN_FILES for entry in folder.iterdir())


def _migrate(folder: Path) -> None:
    engine = open_engine(folder / DATABASE)
    try:
        bring_up_to_date(engine, folder=folder)
    finally:
        engine.dispose()
