"""Processes that work beside this one and end with it."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing.process import BaseProcess
from types import ModuleType
from typing import ParamSpec, TypeVar

from tocsin.desk.log import configure_logging, verbosity
from tocsin.desk.quiet import quiet_libraries

P = ParamSpec("P")
T = TypeVar("T")

ONE_THREAD = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")
"""Told to numerical libraries, which else start a thread a core in every process."""


class Processes:
    """A pool of fresh processes: forking one that runs threads may hang the copy."""

    def __init__(self, jobs: int) -> None:
        self._children: set[BaseProcess] = set()
        self._executor = ProcessPoolExecutor(
            max_workers=jobs,
            mp_context=multiprocessing.get_context("spawn"),
            initializer=_begin,
            initargs=(verbosity(),),
        )

    def submit(self, work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """Return what the work will yield. Raises: BrokenProcessPool where a process died."""
        before = set(multiprocessing.active_children())
        with _without_interrupt(), _without_main():
            future = self._executor.submit(work, *args, **kwargs)
        self._children |= set(multiprocessing.active_children()) - before
        return future

    def end(self, *, at_once: bool) -> None:
        """End the processes: when their work is done, or at once."""
        if at_once:
            for child in self._children:
                child.terminate()
        self._executor.shutdown(wait=True, cancel_futures=at_once)


def _begin(verbosity: int) -> None:
    """Set up a process that works: it leaves interrupts to its parent, and ends with it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    os.environ.update(dict.fromkeys(ONE_THREAD, "1"))
    quiet_libraries()
    configure_logging(verbosity)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


@contextmanager
def _without_interrupt() -> Iterator[None]:
    """Block Ctrl-C where the system can: a process started meanwhile never sees it."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


@contextmanager
def _without_main() -> Iterator[None]:
    """Hide the program's main module: a process started meanwhile does not run it again.

    A script that reads without `if __name__ == "__main__":` would start itself without end.
    """
    main = sys.modules["__main__"]
    sys.modules["__main__"] = ModuleType("__main__")
    try:
        yield
    finally:
        sys.modules["__main__"] = main
