"""Reading in several processes: order, streaming, and what a dead process costs."""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from pool_work import capture_of, read
from tocsin.core.errors import ModelMissing
from tocsin.core.types import Capture, Rejected
from tocsin.desk.jobs import pool
from tocsin.desk.jobs.batches import BATCH_REPORTS, batches_of
from tocsin.desk.jobs.pool import WAITING_FOR_EACH, Pool
from tocsin.desk.jobs.processes import Processes
from tocsin.desk.jobs.read import ReadItem

JOBS = 2


def outcomes(texts: Sequence[str]) -> list[str]:
    batches = batches_of([capture_of(text) for text in texts])
    return [_told(item) for item in Pool(read, JOBS).read(batches)]


def _told(item: ReadItem | Rejected) -> str:
    return item.code if isinstance(item, Rejected) else item.reading.report.text


def pages(count: int) -> list[str]:
    return [f"page {number}" for number in range(count)]


def test_readings_come_in_order_with_what_was_rejected_in_its_place() -> None:
    texts = [*pages(20), "blank", "misdated", *pages(5)]
    expected = [*pages(20), "read.no_text", "misdated", "read.date", *pages(5)]
    assert outcomes(texts) == expected
    assert multiprocessing.active_children() == []


def test_a_process_that_is_killed_costs_the_report_it_was_reading_and_no_other() -> None:
    texts = [*pages(3), "fatal", *pages(30), "fatal again", "end"]
    expected = [*pages(3), "read.killed", *pages(30), "read.killed", "end"]
    assert outcomes(texts) == expected


def test_a_missing_model_stops_the_job_and_its_processes() -> None:
    with pytest.raises(ModelMissing) as raised:
        outcomes([*pages(10), "no model", *pages(10)])
    assert str(raised.value) == str(ModelMissing("a-model"))
    assert multiprocessing.active_children() == []


def test_no_more_is_taken_in_than_the_processes_can_have_in_hand() -> None:
    taken = 0

    def captures() -> Iterator[Capture]:
        nonlocal taken
        for number in range(1000):
            taken += 1
            yield capture_of(f"page {number}")

    results = Pool(read, JOBS).read(batches_of(captures()))
    next(results)
    assert taken <= BATCH_REPORTS * JOBS * WAITING_FOR_EACH
    results.close()
    assert multiprocessing.active_children() == []


INTERRUPTED = """
import sys
from pool_work import capture_of, read
from tocsin.desk.jobs.batches import batches_of
from tocsin.desk.jobs.pool import Pool

captures = [capture_of(f"slow {sys.argv[1]}") for _ in range(100)]
for item in Pool(read, 2).read(batches_of(captures)):
    print(item)
"""  # without the guard of a main module: a process of the pool does not run the script again


@pytest.mark.skipif(os.name == "nt", reason="signals to process groups")
@pytest.mark.parametrize("ending", [signal.SIGINT, signal.SIGKILL])
def test_an_interrupted_or_killed_run_leaves_no_process_behind(
    tmp_path: Path, ending: signal.Signals
) -> None:
    marker, script = tmp_path / "reading", tmp_path / "script.py"
    script.write_text(INTERRUPTED, "utf-8")
    path = os.pathsep.join([str(Path(__file__).parents[1]), *sys.path])
    run = subprocess.Popen(
        [sys.executable, str(script), str(marker)],
        env={**os.environ, "PYTHONPATH": path},
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    try:
        wait_until(marker.exists)
        if ending is signal.SIGINT:
            os.killpg(run.pid, ending)  # as a terminal does: to parent and children
        else:
            run.kill()
        told = run.communicate(timeout=60)[1]
        assert run.returncode == -ending
        assert told.count("KeyboardInterrupt") == (1 if ending is signal.SIGINT else 0)
        wait_until(lambda: not is_any_left(run.pid))
    finally:
        if is_any_left(run.pid):
            os.killpg(run.pid, signal.SIGKILL)


def wait_until(happens: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 120
    while not happens():
        assert time.monotonic() < deadline
        time.sleep(0.05)


def is_any_left(group: int) -> bool:
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True


def test_processes_are_fresh_again_after_a_life_of_batches(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(pool, "BATCHES_OF_A_LIFE", 1)
    began: list[int] = []
    monkeypatch.setattr(pool, "Processes", lambda jobs: began.append(jobs) or Processes(jobs))
    assert outcomes(pages(40)) == pages(40)
    assert began == [JOBS] * 3
