"""Our own gold pairs of reports: read and checked.

    python -m evals.pairs check gold/pairs_*.jsonl

The guide is `gold/README.md`.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any, Final

from evals.figure import report_of
from tocsin.core.types import Report
from tocsin.weigh.relations.relation import RelationKind

SIDES: Final = ("one", "other")
GIVEN: Final = frozenset({"text", "outlet", "published", "byline"})
SMALLEST_SHARE: Final = 0.2  # of a label: macro-F1 over rare labels would rest on a few pairs

Pair = dict[str, Any]


def read_pairs(path: Path) -> list[Pair]:
    """Return the pairs of a JSON lines file."""
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def report_in(pair: Pair, side: str) -> Report:
    """Return one report of a pair, extracted as a line of JSON that a user feeds in."""
    given = pair[side]
    about = {key: given.get(key) for key in ("outlet", "byline")}
    return report_of(f"{pair['id']}-{side}", given["text"], given["published"], **about)


def faults(pair: Pair) -> Iterator[str]:
    """Yield what is wrong with a pair, in words; nothing where it follows the guide."""
    if pair.get("label") not in set(RelationKind):
        yield f"label {pair.get('label')!r}"
    if not pair.get("why"):
        yield "no why"
    for side in SIDES:
        yield from (f"{side}: {fault}" for fault in _report_faults(pair.get(side)))


def _report_faults(report: Any) -> Iterator[str]:
    if not isinstance(report, dict) or not str(report.get("text") or "").strip():
        yield "no text"
        return
    yield from (f"unknown key {key!r}" for key in sorted(set(report) - GIVEN))
    if not report.get("outlet"):
        yield "no outlet"
    try:
        date.fromisoformat(str(report.get("published")))
    except ValueError:
        yield f"date {report.get('published')!r}"


def faults_of_set(pairs: Sequence[Pair]) -> Iterator[str]:
    """Yield what is wrong with the pairs as a set: ids given twice, labels out of balance."""
    ids = Counter(pair["id"] for pair in pairs)
    yield from (f"id {name!r} stands {times} times" for name, times in ids.items() if times > 1)
    labels = Counter(pair["label"] for pair in pairs)
    for label in RelationKind:
        if labels[label] < SMALLEST_SHARE * len(pairs):
            yield f"only {labels[label]} of {len(pairs)} are {label}"


def main(arguments: Sequence[str] | None = None) -> int:
    """Return 0 where every pair and every set follows the guide, 3 where one does not."""
    parser = argparse.ArgumentParser(prog="python -m evals.pairs", description=__doc__)
    parser.add_argument("command", choices=("check",))
    parser.add_argument("files", nargs="+", type=Path)
    bad = 0
    for path in parser.parse_args(arguments).files:
        pairs = read_pairs(path)
        found = [f"{pair.get('id')}: {fault}" for pair in pairs for fault in faults(pair)]
        for fault in (*found, *(faults_of_set(pairs) if not found else ())):
            bad += 1
            print(f"{path}: {fault}", file=sys.stderr)
    return 3 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
