"""A measured figure, and the small sums the measures share."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from tocsin.core.ids import CaptureId, sha256_hex
from tocsin.core.types import Language, Reading, Report, report_id

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
    """Return an English report with the text of a gold item; `published` is YYYY-MM-DD."""
    digest = sha256_hex(f"{given_id}\n{text}".encode("utf-8", "surrogatepass"))
    return Report(
        id=report_id(digest),
        capture=CaptureId(f"cap_{digest}"),
        sha256=digest,
        text=text,
        language=Language("en"),
        published=date.fromisoformat(published[:10]) if published else None,
        given_id=given_id,
    )
