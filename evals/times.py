"""Time figures on TimeML sets by the definitions of TempEval-3 (UzZaman et al. 2013, task A)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from evals.figure import Figure, ReadReports, f1, report_of
from evals.matching import best_pairs, shared_characters
from evals.timeml import Timex, timeml_documents
from tocsin.core.types import TimeMention

SETS = ("te3-timebank", "te3-aquaint", "meantime")


@dataclass(slots=True)
class Tally:
    """Counts over a set's documents."""

    gold: int = 0
    found: int = 0
    matched: int = 0
    types: int = 0
    values: int = 0


def evaluate(gold: Path, read: ReadReports) -> list[Figure]:
    """Return the relaxed, type and value F1 of each set that lies in the gold folder."""
    result: list[Figure] = []
    for name in SETS:
        documents = list(timeml_documents(gold / "time" / name))
        if documents:
            reports = [report_of(doc.name, doc.text, doc.created) for doc in documents]
            found = [timexes_of(reading.times) for reading in read(reports)]
            tally = tally_of(zip([doc.timexes for doc in documents], found, strict=True))
            result.extend(figures(name, tally))
    return result


def timexes_of(times: Sequence[TimeMention]) -> list[Timex]:
    """Return the mentions in the form of the gold."""
    return [
        Timex(mention.span.start, mention.span.end, str(mention.type), mention.value)
        for mention in times
    ]


def tally_of(pairs: Iterable[tuple[Sequence[Timex], Sequence[Timex]]]) -> Tally:
    """Return the counts over pairs of a document's gold and found expressions."""
    tally = Tally()
    for gold, found in pairs:
        tally.gold += len(gold)
        tally.found += len(found)
        for wanted, got in matches(gold, found):
            tally.matched += 1
            tally.types += wanted.type == got.type
            tally.values += wanted.value == got.value
    return tally


def matches(gold: Sequence[Timex], found: Sequence[Timex]) -> Iterator[tuple[Timex, Timex]]:
    """Yield pairs that overlap, one to one: equal spans first, then the longest overlap."""
    for left, right in best_pairs(gold, found, shared_characters):
        yield gold[left], found[right]


def figures(name: str, tally: Tally) -> list[Figure]:
    """Return the F1 figures of one set."""
    measured = {
        "relaxed_f1": tally.matched,
        "type_f1": tally.types,
        "value_f1": tally.values,
    }
    return [
        Figure(
            task=f"time/{name}",
            metric=metric,
            value=f1(right, tally.found, tally.gold),
            items=tally.gold,
        )
        for metric, right in measured.items()
    ]
