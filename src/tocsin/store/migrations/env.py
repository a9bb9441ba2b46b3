"""Alembic's entry: runs the steps on the connection that `tocsin.store.schema` opened."""

from __future__ import annotations

from alembic import context

from tocsin.store.tables import metadata


def run_steps() -> None:
    """Run the steps of the migration under way."""
    connection = context.config.attributes["connection"]
    context.configure(connection=connection, target_metadata=metadata)
    with context.begin_transaction():
        context.run_migrations()


if hasattr(context, "config"):  # Alembic runs this file; doctest collection only imports it
    run_steps()
