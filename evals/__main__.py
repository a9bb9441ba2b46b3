"""Print the figures of every gold set found, and hold them to their floors.

    python -m evals --gold FOLDER [--task NAME …] [--update]

Exit 0: every figure at or above its floor. Exit 1: one fell below. Exit 3: no gold folder.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from evals import attribution, copies, events, incidents, names, places, times, tolls
from evals.figure import Figure
from evals.floors import read_floors, write_floors
from tocsin.core.types import Reading, Report
from tocsin.read.places.gazetteer import open_gazetteer
from tocsin.read.reader import RuleReader

TASKS = {
    "times": times.evaluate,
    "places": places.evaluate,
    "attribution": attribution.evaluate,
    "events": events.evaluate,
    "tolls": tolls.evaluate,
    "names": names.evaluate,
    "copies": copies.evaluate,
    "incidents": incidents.evaluate,
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Return the exit code after printing one line a figure."""
    parser = argparse.ArgumentParser(prog="python -m evals", description=__doc__)
    parser.add_argument("--gold", type=Path, required=True, help="folder of gold sets")
    parser.add_argument("--task", action="append", choices=TASKS, help="only these tasks")
    parser.add_argument("--update", action="store_true", help="raise floors to what was measured")
    options = parser.parse_args(arguments)
    if not options.gold.is_dir():
        print(f"no gold folder at {options.gold}; name one with --gold", file=sys.stderr)
        return 3
    figures = list(measured(options.gold, options.task or list(TASKS)))
    if options.update:
        write_floors(figures)
    return 1 if any(below_floor(figures)) else 0


def measured(gold: Path, tasks: Iterable[str]) -> Iterable[Figure]:
    """Yield the figures of the tasks, printing each as it comes."""
    reader = RuleReader(gazetteer=open_gazetteer())

    def read(reports: Sequence[Report]) -> Iterable[Reading]:
        return reader.read(reports)

    for task in tasks:
        for figure in TASKS[task](gold, read):
            print(f"{figure.task:28} {figure.metric:28} {figure.value:7.3f}  n={figure.items}")
            sys.stdout.flush()
            yield figure


def below_floor(figures: Iterable[Figure]) -> Iterable[Figure]:
    """Yield the figures under their floor, saying so."""
    floors = read_floors()
    for figure in figures:
        floor = floors.get((figure.task, figure.metric))
        if floor is not None and figure.value < floor:
            print(f"BELOW FLOOR {figure.task} {figure.metric}: {figure.value:.3f} < {floor:.3f}")
            yield figure


if __name__ == "__main__":
    raise SystemExit(main())
