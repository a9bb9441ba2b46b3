"""What the figures are measured against: the best peer's figure, and the aim."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from evals.figure import Figure

if TYPE_CHECKING:
    from collections.abc import Mapping

TARGETS = Path(__file__).with_name("targets.toml")


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """A peer's figure to beat and the aim; None where there is none."""

    peer: float | None = None
    aim: float | None = None

    def mark(self, figure: Figure) -> str:
        """Return "below peer", "below aim", "OK", or "" where there is nothing to reach."""
        if self.peer is not None and not figure.reaches(self.peer):
            return "below peer"
        if self.aim is not None and not figure.reaches(self.aim):
            return "below aim"
        return "" if self.peer is None and self.aim is None else "OK"


@cache
def read_targets(path: Path = TARGETS) -> Mapping[tuple[str, str], Target]:
    """Return the target of each (task, metric) that has one."""
    tasks = tomllib.loads(path.read_text(encoding="utf-8"))
    return MappingProxyType(
        {
            (task, metric): Target(**numbers)
            for task, metrics in tasks.items()
            for metric, numbers in metrics.items()
        }
    )


def target_of(figure: Figure) -> Target:
    """Return what the figure is held against."""
    return read_targets().get((figure.task, figure.metric), Target())
