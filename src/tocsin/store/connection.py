"""The engine of a store, and transactions that end in typed errors."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy import event
from sqlalchemy.exc import DBAPIError

from tocsin.core.errors import StoreUnavailable

BUSY_TIMEOUT_MS = 30_000  # another `tocsin add` holds the lock for one report at a time


def open_engine(database: Path) -> sa.Engine:
    """Return an engine on the SQLite file: write-ahead log, foreign keys, no implicit BEGIN.

    Synchronous writing stays FULL: a report said to be added survives a power cut.
    """
    engine = sa.create_engine(sa.URL.create("sqlite+pysqlite", database=str(database)))
    event.listen(engine, "connect", _prepare_connection)
    event.listen(engine, "begin", _begin)
    return engine


def _prepare_connection(connection: Any, record: object) -> None:  # noqa: ARG001
    connection.isolation_level = None  # the "begin" event below opens transactions
    cursor = connection.cursor()
    cursor.execute(f"PRAGMA busy_timeout = {BUSY_TIMEOUT_MS}")
    cursor.execute("PRAGMA journal_mode = WAL")
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.close()


def _begin(connection: sa.Connection) -> None:
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


@contextmanager
def transaction(engine: sa.Engine, *, writes: bool = False) -> Iterator[sa.Connection]:
    """Yield a connection inside one transaction; a writing one takes the lock at its start.

    Raises: StoreUnavailable where the database is locked, damaged or gone.
    """
    try:
        with engine.connect().execution_options(writes=writes) as connection, connection.begin():
            yield connection
    except DBAPIError as failure:
        reason = str(failure.orig)
        raise StoreUnavailable(_folder_name(engine), reason=reason) from failure


def _folder_name(engine: sa.Engine) -> str:
    return str(Path(engine.url.database or "").parent)
