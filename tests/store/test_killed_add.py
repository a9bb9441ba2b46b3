"""Killing the process at any moment loses no finished report and doubles none."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tocsin.store.found import Wanted
from tocsin.store.store import make_store, open_store

REPORTS = 40

ADDING = """
import sys
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from tocsin.core.types import Capture, Language, Reading, Report, report_id
from tocsin.desk.jobs.add import Added, add_job
from tocsin.desk.jobs.read import read_captures
from tocsin.store.store import open_store

NOW = datetime(2031, 4, 20, tzinfo=UTC)

def captures():
    for number in range(int(sys.argv[2])):
        text = f"Report {number} from Halvik. " * 50
        yield Capture.of(
            text.encode(), media_type="text/plain", obtained_from=f"{number}.txt", obtained_at=NOW
        )

def extract(capture):
    return Report(
        id=report_id(capture.sha256), capture=capture.id, sha256=capture.sha256,
        text=capture.content.decode(), language=Language("en"),
    )

class Reader:
    def read(self, reports):
        for report in reports:
            yield Reading(report=report)

with open_store(Path(sys.argv[1])) as store:
    read = partial(read_captures, extract=extract, reader=Reader())
    items = add_job(captures(), store, read=read, now=lambda: NOW)
    for item in items:
        print(item.id, item.outcome.value, flush=True)
"""


def start_adding(folder: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", ADDING, str(folder), str(REPORTS)],
        stdout=subprocess.PIPE,
        text=True,
    )


def ids_in(folder: Path) -> list[str]:
    with open_store(folder) as store:
        listed = [line.id for line in store.listed(Wanted())]
        found = [line.id for line in store.listed(Wanted(query="halvik"))]
        assert all(store.vault.content(store.reading(name).report.sha256) for name in listed)
    assert sorted(found) == sorted(listed)
    return listed


@pytest.mark.parametrize("seed", range(3))
def test_a_killed_run_is_completed_by_running_it_again(tmp_path: Path, seed: int) -> None:
    folder = tmp_path / "desk"
    make_store(folder)
    told: set[str] = set()
    adding = start_adding(folder)
    assert adding.stdout is not None
    for _ in range(random.Random(seed).randrange(1, REPORTS)):  # noqa: S311  (no secret)
        told.add(adding.stdout.readline().split()[0])
    adding.send_signal(signal.SIGKILL)
    adding.stdout.close()
    assert adding.wait() == -signal.SIGKILL

    after_kill = ids_in(folder)
    assert told <= set(after_kill)
    assert len(after_kill) == len(set(after_kill))

    again, _ = start_adding(folder).communicate()
    lines = again.splitlines()
    assert sum(line.endswith("already there") for line in lines) == len(after_kill)
    assert sorted(line.split()[0] for line in lines) == sorted(ids_in(folder))
    assert len(ids_in(folder)) == REPORTS
