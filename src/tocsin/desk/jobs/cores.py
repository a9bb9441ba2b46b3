"""How many processes this machine has room for."""

from __future__ import annotations

import os

WORKER_BYTES = 2**30  # what a process that reads may hold (make speed prints its peak)


def usable_cores() -> int:
    """Return how many cores this process may run on."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def usable_jobs() -> int:
    """Return how many processes can read at once: one a core, as far as the memory goes."""
    room = _memory_bytes() // WORKER_BYTES - 1  # one share is left to the rest of the machine
    return max(1, min(usable_cores(), room))


def _memory_bytes() -> int:
    """Return the machine's memory; plenty where the system does not say."""
    try:
        return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    except (AttributeError, OSError, ValueError):
        return 64 * WORKER_BYTES
