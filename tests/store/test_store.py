"""A store keeps each report once, whole, and finds it again."""

from __future__ import annotations

import dataclasses
import threading
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
import sqlalchemy as sa

from factories import Page
from tocsin.core.errors import StoreExists, StoreNotFound, UnknownReport
from tocsin.core.types import Capture, Language, Reading, Rejected, report_id
from tocsin.store.connection import transaction
from tocsin.store.found import Wanted
from tocsin.store.store import Outcome, Store, make_store, open_store
from tocsin.store.tables import captures, rejects

NOW = datetime(2031, 4, 20, 12, tzinfo=UTC)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    make_store(tmp_path / "desk")
    with open_store(tmp_path / "desk") as opened:
        yield opened


def kept(text: str, *, given_id: str | None = None, **facts: object) -> tuple[Capture, Reading]:
    capture = Capture.of(
        text.encode(), media_type="text/plain", obtained_from="a.txt", obtained_at=NOW
    )
    page = Page(text, **facts)  # type: ignore[arg-type]
    if "killed" in text:
        page.event("kill", "killed", place="Halvik", killed=12, day=date(2031, 4, 9))
    report = dataclasses.replace(
        page.reading().report,
        id=report_id(capture.sha256),
        capture=capture.id,
        sha256=capture.sha256,
        given_id=given_id,
    )
    return capture, dataclasses.replace(page.reading(), report=report)


def test_what_is_kept_comes_back_equal(store: Store) -> None:
    capture, reading = kept("Soldiers killed 12 people in Halvik.", title="Halvik")
    assert store.keep(capture, reading, now=NOW) is Outcome.ADDED
    assert store.reading(reading.report.id) == reading
    assert store.vault.content(capture.sha256) == capture.content


def test_keeping_again_changes_nothing(store: Store) -> None:
    capture, reading = kept("Soldiers killed 12 people in Halvik.")
    store.keep(capture, reading, now=NOW)
    assert store.keep(capture, reading, now=NOW) is Outcome.ALREADY_THERE
    assert len(store.listed(Wanted())) == 1


def test_a_report_whose_reader_failed_is_searchable_and_read_when_added_again(
    store: Store,
) -> None:
    capture, reading = kept("Soldiers killed 12 people in Halvik.")
    failed = Reading(report=reading.report, unread="the reader failed on it")
    assert store.keep(capture, failed, now=NOW, failed=True) is Outcome.ADDED
    assert not store.has(reading.report.id)
    assert [line.unread for line in store.listed(Wanted(query="halvik"))] == [failed.unread]
    assert store.keep(capture, reading, now=NOW) is Outcome.ADDED
    assert store.reading(reading.report.id) == reading
    assert len(store.listed(Wanted(query="halvik"))) == 1


def test_a_failed_reading_never_replaces_a_good_one(store: Store) -> None:
    capture, reading = kept("Soldiers killed 12 people in Halvik.")
    store.keep(capture, reading, now=NOW)
    failed = Reading(report=reading.report, unread="the reader failed on it")
    assert store.keep(capture, failed, now=NOW, failed=True) is Outcome.ALREADY_THERE
    assert store.reading(reading.report.id) == reading


def test_an_unread_language_is_stored_and_found(store: Store) -> None:
    capture, reading = kept("قال شاهد إن الجنود وصلوا إلى المخيم")
    arabic = dataclasses.replace(
        reading,
        report=dataclasses.replace(reading.report, language=Language("ar")),
        unread="not read in this language yet",
    )
    store.keep(capture, arabic, now=NOW)
    assert [line.language for line in store.listed(Wanted(query="المخیم"))] == ["ar"]


def test_reports_are_listed_by_day_with_the_newest_first(store: Store) -> None:
    for day in (3, 1, 2):
        capture, reading = kept(f"Page {day}.", published=date(2031, 4, day))
        store.keep(capture, reading, now=NOW)
    capture, undated = kept("Page without a day.", published=None)
    store.keep(capture, undated, now=NOW)
    days = [line.published and line.published.day for line in store.listed(Wanted())]
    assert days == [3, 2, 1, None]
    since = store.listed(Wanted(since=date(2031, 4, 2), until=date(2031, 4, 2)))
    assert [line.published for line in since] == [date(2031, 4, 2)]


def test_a_query_asks_for_every_word_and_phrase(store: Store) -> None:
    for text in ("The camp at Lindral is sealed.", "Lindral Camp is sealed.", "Halvik is calm."):
        store.keep(*kept(text), now=NOW)
    assert len(store.listed(Wanted(query="camp lindral"))) == 2
    assert len(store.listed(Wanted(query="“Lindral Camp”"))) == 1
    assert len(store.listed(Wanted(query="sealed calm"))) == 0
    assert len(store.listed(Wanted(query="-- ()"))) == 0


def test_a_report_is_found_by_its_id_its_start_its_given_id_and_what_it_holds(
    store: Store,
) -> None:
    capture, reading = kept("Soldiers killed 12 people in Halvik.", given_id="doc 7")
    store.keep(capture, reading, now=NOW)
    rep = reading.report.id
    event = reading.events[0]
    for name in (rep, rep[:8], "doc 7", event.id, event.statement):
        assert store.find(name) == (rep,)


@pytest.mark.parametrize("name", ["rep_", "rep_%", "no such", "evt_0", ""])
def test_an_unknown_id_is_an_error(store: Store, name: str) -> None:
    store.keep(*kept("Halvik is calm."), now=NOW)
    with pytest.raises(UnknownReport):
        store.find(name)


def test_the_same_rejection_is_one_row_that_counts(store: Store) -> None:
    rejected = Rejected(id="a.bin", code="collect.binary", detail="a PNG image")
    store.log_reject(rejected, now=NOW)
    store.log_reject(rejected, now=NOW)
    with transaction(store.engine) as connection:
        rows = connection.execute(sa.select(rejects.c.item, rejects.c.times)).all()
    assert [tuple(row) for row in rows] == [("a.bin", 2)]


def test_times_come_back_aware(store: Store) -> None:
    capture, reading = kept("Halvik is calm.")
    store.keep(capture, reading, now=NOW)
    with transaction(store.engine) as connection:
        obtained = connection.execute(sa.select(captures.c.obtained_at)).scalar_one()
    assert obtained == NOW
    assert store.listed(Wanted())[0].added_at == NOW


def test_two_writers_keep_every_report_once(store: Store) -> None:
    pages = [kept(f"Page {number} of Halvik.") for number in range(12)]

    def keep_all() -> None:
        with open_store(store.folder) as another:
            for capture, reading in pages:
                another.keep(capture, reading, now=NOW)

    writers = [threading.Thread(target=keep_all) for _ in range(2)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert len(store.listed(Wanted())) == len(pages)
    assert len(store.listed(Wanted(query="halvik"))) == len(pages)


def test_making_a_store_twice_leaves_it_as_it_is(tmp_path: Path) -> None:
    assert make_store(tmp_path / "desk")
    (tmp_path / "desk" / "brief.html").write_text("a brief", "utf-8")
    assert not make_store(tmp_path / "desk")


def test_a_folder_with_other_files_does_not_become_a_store(tmp_path: Path) -> None:
    (tmp_path / "letters.txt").write_text("private", "utf-8")
    with pytest.raises(StoreExists):
        make_store(tmp_path)


def test_a_folder_without_a_database_is_no_store(tmp_path: Path) -> None:
    with pytest.raises(StoreNotFound), open_store(tmp_path):
        pass
