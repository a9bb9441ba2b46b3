"""A measured figure, and the small sums the measures share."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from tocsin.core.media import MediaType
from tocsin.core.types import Capture, Reading, Report
from tocsin.read.text import extract

ReadReports = Callable[[Sequence[Report]], Iterable[Reading]]
"""What an evaluation is given to read with: one reading a report, in order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One figure of one task. `value` is 0–1; `items` is how many gold items it rests on."""

    task: str
    metric: str
    value: float
    items: int


def f1(right: float, predicted: float, gold: float) -> float:
    """Return the harmonic mean of precision and recall.

    >>> f1(1, 2, 1)
    0.6666666666666666
    """
    return 2 * right / (predicted + gold) if predicted + gold else 0.0


def report_of(given_id: str, text: str, published: str | None = None) -> Report:
    """Return the report of a gold item, extracted as a line of JSON that a user feeds in."""
    line = {"id": given_id, "text": text, **({"published": published} if published else {})}
    capture = Capture.of(
        json.dumps(line).encode(),
        media_type=MediaType.REPORT_JSON,
        obtained_from=given_id,
        obtained_at=datetime.now(UTC),
    )
    return extract(capture)
