"""A store keeps every judgement, once, as it was given."""

from __future__ import annotations

from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql
from sqlalchemy.schema import CreateTable

from judgements import judged
from tocsin.core.types import Verdict
from tocsin.store.store import make_store, open_store
from tocsin.store.tables import judgements

EVENT = "evt_" + "a" * 20
OTHER = "evt_" + "b" * 20


def test_judgements_come_back_as_given_oldest_first_and_each_once(tmp_path: Path) -> None:
    make_store(tmp_path / "desk")
    split = judged(Verdict.SPLIT, EVENT, apart_from=[OTHER], hour=1, reason="“two” towns")
    first = judged(Verdict.CORRECT, EVENT, field="place", value="Halvik")
    with open_store(tmp_path / "desk") as store:
        assert store.judge([split, first, split]) == 2
        assert store.judge([first]) == 0
        assert store.judgements() == (first, split)
        assert store.ids_starting(first.id[:12]) == (first.id,)
        assert store.ids_starting("jdg_") == tuple(sorted((first.id, split.id)))
    with open_store(tmp_path / "desk") as again:
        assert again.judgements() == (first, split)


def test_the_table_can_be_made_in_postgresql() -> None:
    made = str(CreateTable(judgements).compile(dialect=postgresql.dialect()))
    assert "TIMESTAMP WITH TIME ZONE" in made
    assert isinstance(judgements.c.id.type, sa.String)
