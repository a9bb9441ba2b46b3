"""The scorecard page: each figure as last measured, beside the best peer's and the aim.

A run of some tasks renews their rows and leaves the others as they were.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from evals.figure import Figure
from evals.targets import target_of

HEAD = """# Scorecard

Written by `make eval`; do not edit by hand. ↓ stands at a figure that should be low.

Figures are of the development parts of the gold sets and of our own fictional ones; a peer's
figure was measured or published on the held-out parts, so read a mark as a guide. Which parts
the model saw in training: [Model card](model-card.md). What falls short: [Limits](limits.md).

| task | metric | measured | items | best peer | aim | |
|---|---|---:|---:|---:|---:|---|
"""
CELLS = 7

Key = tuple[str, str]


def write_scorecard(page: Path, figures: Sequence[Figure]) -> None:
    """Write the page, its rows by task; within a task they stand as they were measured."""
    rows = rows_of(page.read_text(encoding="utf-8")) if page.exists() else {}
    measured = {figure.task for figure in figures}
    kept = {key: row for key, row in rows.items() if key[0] not in measured}
    fresh = {(figure.task, figure.metric): row_of(figure) for figure in figures}
    ordered = sorted((kept | fresh).items(), key=lambda item: item[0][0])
    page.write_text(HEAD + "".join(f"{row}\n" for _, row in ordered), encoding="utf-8")


def row_of(figure: Figure) -> str:
    """Return the table row of a figure."""
    target = target_of(figure)
    metric = figure.metric + (" ↓" if figure.lower_is_better else "")
    cells = (
        figure.task,
        metric,
        f"{figure.value:.3f}",
        f"{figure.items:,}",
        "" if target.peer is None else f"{target.peer:.3f}",
        "" if target.aim is None else f"{target.aim:.3f}",
        target.mark(figure) or "",
    )
    return "| " + " | ".join(cells) + " |"


def rows_of(page: str) -> dict[Key, str]:
    """Return the rows of a page by task and metric."""
    found: dict[Key, str] = {}
    for line in page.splitlines():
        cells = [cell.strip() for cell in line.split("|")[1:-1]]
        if len(cells) == CELLS and cells[0] not in ("task", "---"):
            found[cells[0], cells[1].removesuffix(" ↓")] = line
    return found
