"""Print how many reports a second the time rules read by themselves, on one core.

    python -m evals.times_speed --gold FOLDER [--rounds 3]

The rules need words only, no parse: sentences are cut at their marks, and the texts of the time
sets are read one after another. Loading the tables is left out, as a desk does it once.
"""

from __future__ import annotations

import argparse
import re
import statistics
import time
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from evals.timeml import timeml_documents
from evals.times import SETS
from tocsin.core.types import Span
from tocsin.read.times import times_in

SENTENCE = re.compile(r"\S.*?(?:[.!?](?=\s+[A-Z“\"`])|\n\s*\n|\Z)", re.DOTALL)


def read_times(text: str, published: date | None) -> int:
    """Return how many time expressions the text has."""
    sentences = [Span(*found.span()) for found in SENTENCE.finditer(text)]
    return len(times_in(text, sentences, published))


def seconds_for(reports: Sequence[tuple[str, date | None]]) -> float:
    """Return the processor's seconds for all the reports."""
    began = time.process_time()
    for text, published in reports:
        read_times(text, published)
    return time.process_time() - began


def main() -> int:
    """Return the exit code after printing the figure."""
    parser = argparse.ArgumentParser(prog="python -m evals.times_speed", description=__doc__)
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    documents = [doc for name in SETS for doc in timeml_documents(options.gold / "time" / name)]
    reports = [
        (doc.text, date.fromisoformat(doc.created) if doc.created else None) for doc in documents
    ]
    words = sum(len(text.split()) for text, _ in reports)
    read_times("on 3 May", date(2031, 4, 23))
    seconds = statistics.median(seconds_for(reports) for _ in range(options.rounds))
    print(f"times alone    {len(reports) / seconds:8.0f} reports/s, {words / seconds:.0f} words/s")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
