"""A store's schema brought up to date."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

import sqlalchemy as sa

from tocsin.core.errors import StoreFromTheFuture
from tocsin.store.connection import transaction

if TYPE_CHECKING:
    from alembic.config import Config

HEAD = "0002"  # a test holds it to the newest migration; opening a store then needs no Alembic
MIGRATIONS = Path(__file__).parent / "migrations"


def bring_up_to_date(engine: sa.Engine, *, folder: Path) -> None:
    """Run the migrations that the database lacks, in one transaction.

    Raises: StoreFromTheFuture where the database has a step that this Tocsin does not know.
    """
    revision = _revision(engine)
    if revision == HEAD:
        return
    if revision is not None and revision not in known_revisions():
        raise StoreFromTheFuture(str(folder), revision=revision)
    from alembic import command  # here: it takes longer to load than most verbs take to run

    with transaction(engine, writes=True) as connection:
        command.upgrade(_alembic_config(connection), "head")


def known_revisions() -> tuple[str, ...]:
    """Return the names of the migrations, the newest first."""
    from alembic.script import ScriptDirectory

    script = ScriptDirectory(str(MIGRATIONS))
    return tuple(step.revision for step in script.walk_revisions())


def _revision(engine: sa.Engine) -> str | None:
    with transaction(engine) as connection:
        if not sa.inspect(connection).has_table("alembic_version"):
            return None
        version = sa.text("SELECT version_num FROM alembic_version")
        return cast("str | None", connection.execute(version).scalar())


def _alembic_config(connection: sa.Connection) -> Config:
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["connection"] = connection
    return config
