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
    """One figure of one task. `value` is 0–1; `items` is how many gold items it rests on.

    A figure is a share that should be high, or an error where `lower_is_better`.
    """

    task: str
    metric: str
    value: float
    items: int
    lower_is_better: bool = False

    def reaches(self, mark: float) -> bool:
        """Return whether the figure is as good as the mark or better.

        >>> Figure(task="t", metric="error", value=0.1, items=9, lower_is_better=True).reaches(0.2)
        True
        """
        return self.value <= mark if self.lower_is_better else self.value >= mark


def f1(right: float, predicted: float, gold: float) -> float:
    """Return the harmonic mean of precision and recall.

    >>> f1(1, 2, 1)
    0.6666666666666666
    """
    return 2 * right / (predicted + gold) if predicted + gold else 0.0


def f1_figure(task: str, metric: str, right: float, predicted: float, gold: int) -> Figure:
    """Return the F1 of the counts as a figure; it rests on the gold items."""
    return Figure(task=task, metric=metric, value=f1(right, predicted, gold), items=gold)


def share_figure(task: str, metric: str, verdicts: Sequence[bool]) -> Figure:
    """Return the share of true verdicts as a figure; 0 where there is none to give.

    >>> share_figure("own", "polarity", [True, False]).value
    0.5
    """
    share = sum(verdicts) / max(len(verdicts), 1)
    return Figure(task=task, metric=metric, value=share, items=len(verdicts))


def report_of(
    given_id: str,
    text: str,
    published: str | None = None,
    title: str | None = None,
    **about: str | None,
) -> Report:
    """Return the report of a gold item, extracted as a line of JSON that a user feeds in.

    `about` may hold its outlet, byline and the like.
    """
    about |= {"published": published, "title": title}
    line = {"id": given_id, "text": text} | {key: told for key, told in about.items() if told}
    capture = Capture.of(
        json.dumps(line).encode(),
        media_type=MediaType.REPORT_JSON,
        obtained_from=given_id,
        obtained_at=datetime.now(UTC),
    )
    return extract(capture)
