"""Processor time a call takes, told apart from what else the machine and the test run do."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable


def seconds_of(call: Callable[[], object], rounds: int = 2) -> float:
    """Return the least processor time of some rounds, without the collector's pauses.

    After two thousand tests one sweep of the heap takes longer than what is measured.
    """
    was_on = gc.isenabled()
    gc.collect()
    gc.disable()
    try:
        times = []
        for _ in range(rounds):
            started = time.process_time()
            call()
            times.append(time.process_time() - started)
    finally:
        if was_on:
            gc.enable()
    return min(times)
