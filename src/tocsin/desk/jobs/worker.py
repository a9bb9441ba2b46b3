"""What a process of the pool does: opens the stages once, and reads batches of captures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from tocsin.core.config import Settings
from tocsin.core.types import Capture
from tocsin.desk.jobs.read import ReadItem, read_captures

if TYPE_CHECKING:
    from tocsin.desk.jobs.pool import Outcome
    from tocsin.desk.jobs.stages import Stages


def read_batch(settings: Settings, captures: Sequence[Capture]) -> list[Outcome]:
    """Return what each capture became, in order. Raises: JobError."""
    stages = _stages(settings)
    outcomes: list[Outcome] = []
    at_capture = False
    for item in read_captures(_marked(captures), extract=stages.extract, reader=stages.reader):
        if isinstance(item, Mark):
            at_capture = True
        elif at_capture:  # what comes after it is what of its item was refused
            outcome = (item.reading, item.failure) if isinstance(item, ReadItem) else item
            outcomes.append(outcome)
            at_capture = False
    return outcomes


class Mark:
    """Passes by the reader, and shows that what came of a capture is next."""


def _marked(captures: Sequence[Capture]) -> Iterator[Capture | Mark]:
    for capture in captures:
        yield Mark()
        yield capture


@cache
def _stages(settings: Settings) -> Stages:
    from tocsin.desk.jobs.stages import Stages  # here: the thread count is set before numpy loads

    return Stages(settings=settings, threads=1)
