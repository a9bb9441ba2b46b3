"""Migrations and tables agree; a store of a newer Tocsin is refused."""

from __future__ import annotations

from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from tocsin.core.errors import StoreFromTheFuture, StoreUnavailable
from tocsin.store.connection import open_engine, transaction
from tocsin.store.schema import HEAD, bring_up_to_date, known_revisions
from tocsin.store.tables import metadata


def test_the_head_named_in_the_code_is_the_newest_migration() -> None:
    assert known_revisions()[0] == HEAD


def test_migrations_make_the_tables_that_the_code_uses(tmp_path: Path) -> None:
    engine = open_engine(tmp_path / "tocsin.db")
    bring_up_to_date(engine, folder=tmp_path)
    with transaction(engine) as connection:
        differences = compare_metadata(MigrationContext.configure(connection), metadata)
    engine.dispose()
    assert [change for change in differences if not _is_of_full_text_search(change)] == []


def _is_of_full_text_search(change: object) -> bool:
    return (
        isinstance(change, tuple)
        and change[0] == "remove_table"
        and change[1].name.startswith("search")
    )


def test_bringing_a_store_up_to_date_twice_changes_nothing(tmp_path: Path) -> None:
    engine = open_engine(tmp_path / "tocsin.db")
    bring_up_to_date(engine, folder=tmp_path)
    bring_up_to_date(engine, folder=tmp_path)
    with transaction(engine) as connection:
        revision = connection.execute(sa.text("SELECT version_num FROM alembic_version")).scalar()
    engine.dispose()
    assert revision == HEAD


def test_a_store_of_a_newer_tocsin_is_refused(tmp_path: Path) -> None:
    engine = open_engine(tmp_path / "tocsin.db")
    bring_up_to_date(engine, folder=tmp_path)
    with transaction(engine, writes=True) as connection:
        connection.execute(sa.text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(StoreFromTheFuture) as refused:
        bring_up_to_date(engine, folder=tmp_path)
    engine.dispose()
    assert refused.value.facts["revision"] == "9999"


def test_a_file_that_is_no_database_is_unavailable(tmp_path: Path) -> None:
    (tmp_path / "tocsin.db").write_bytes(b"this is no database" * 100)
    engine = open_engine(tmp_path / "tocsin.db")
    with pytest.raises(StoreUnavailable):
        bring_up_to_date(engine, folder=tmp_path)
    engine.dispose()
