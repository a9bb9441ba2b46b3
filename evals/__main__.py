"""Print the figures of every gold set found, beside the peers' figures and the aims.

    python -m evals --gold FOLDER [--task NAME …] [--json] [--update] [--scorecard FILE]

Exit 0: every figure within its bound (`floors.toml`). Exit 1: one fell below its floor or rose
above its ceiling. Exit 3: no gold folder.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from evals import (
    attribution,
    calibration,
    copies,
    ecbplus,
    events,
    fusion,
    german,
    incidents,
    muc,
    names,
    own,
    places,
    relations,
    satp,
    times,
    tolls,
    triage,
    truth,
    wikievents,
)
from evals.figure import Figure
from evals.floors import read_floors, write_floors
from evals.readings import RememberingReader
from evals.scorecard import write_scorecard
from evals.table import HEAD, as_json, as_line
from tocsin.read.places.gazetteer import open_gazetteer
from tocsin.read.reader import RuleReader

TASKS = {
    "times": times.evaluate,
    "places": places.evaluate,
    "attribution": attribution.evaluate,
    "events": events.evaluate,
    "muc": muc.evaluate,
    "own": own.evaluate,
    "tolls": tolls.evaluate,
    "names": names.evaluate,
    "copies": copies.evaluate,
    "incidents": incidents.evaluate,
    "ecbplus": ecbplus.evaluate,
    "relations": relations.evaluate,
    "fusion": fusion.evaluate,
    "truth": truth.evaluate,
    "wikievents": wikievents.evaluate,
    "german": german.evaluate,
    "satp": satp.evaluate,
    "triage": triage.evaluate,
    "calibration": calibration.evaluate,
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Return the exit code after printing one line a figure."""
    parser = argparse.ArgumentParser(prog="python -m evals", description=__doc__)
    parser.add_argument("--gold", type=Path, required=True, help="folder of gold sets")
    parser.add_argument("--task", action="append", choices=TASKS, help="only these tasks")
    parser.add_argument("--json", action="store_true", help="print a line of JSON a figure")
    parser.add_argument("--update", action="store_true", help="tighten bounds to what was measured")
    parser.add_argument("--scorecard", type=Path, help="renew the figures on this page")
    options = parser.parse_args(arguments)
    if not options.gold.is_dir():
        print(f"no gold folder at {options.gold}; name one with --gold", file=sys.stderr)
        return 3
    if not options.json:
        print(HEAD)
    figures = []
    for figure in measured(options.gold, options.task or list(TASKS)):
        bound = read_floors().get((figure.task, figure.metric))
        print((as_json if options.json else as_line)(figure, bound), flush=True)
        figures.append(figure)
    if options.update:
        write_floors(figures)
    if options.scorecard is not None:
        write_scorecard(options.scorecard, figures)
    return 1 if any(out_of_bounds(figures)) else 0


def measured(gold: Path, tasks: Iterable[str]) -> Iterator[Figure]:
    """Yield the figures of the tasks as they come."""
    reader = RememberingReader(RuleReader(gazetteer=open_gazetteer()))
    for task in tasks:
        yield from TASKS[task](gold, reader.read)


def out_of_bounds(figures: Iterable[Figure]) -> Iterator[Figure]:
    """Yield the figures below their floor or above their ceiling."""
    floors = read_floors()
    for figure in figures:
        bound = floors.get((figure.task, figure.metric))
        if bound is not None and not bound.holds(figure.value):
            yield figure


if __name__ == "__main__":
    raise SystemExit(main())
