"""Place figures on LGL and TR-News: recognition, and resolution within 161 km.

Source: Gritta, Pilehvar & Collier 2020, "A pragmatic guide to geoparsing evaluation".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evals.event_sets import Item, rows_of
from evals.figure import Figure, ReadReports, f1, report_of
from evals.matching import best_pairs, shared_characters
from tocsin.core.place import distance_km
from tocsin.core.types import PlaceMention

SETS = ("lgl", "trnews")
NEAR_ENOUGH_KM = 161.0  # 100 miles, the custom of the field


@dataclass(frozen=True, slots=True)
class Pin:
    """A toponym's span and where it lies, None where nobody says."""

    start: int
    end: int
    position: tuple[float, float] | None


@dataclass(slots=True)
class Tally:
    """Counts over a set's documents; `located` and `placed` are those with a position."""

    gold: int = 0
    located: int = 0
    found: int = 0
    placed: int = 0
    matched: int = 0
    matched_located: int = 0
    right: int = 0


def evaluate(gold: Path, read: ReadReports) -> list[Figure]:
    """Return relaxed F1, accuracy@161 and F1@161 of each set that lies in the gold folder."""
    result: list[Figure] = []
    for name in SETS:
        if items := place_items(gold, name):
            readings = read([item.report for item in items])
            found = [pins_of(reading.places) for reading in readings]
            wanted = [gold_pins(item.truth) for item in items]
            result.extend(figures(name, tally_of(zip(wanted, found, strict=True))))
    return result


def place_items(gold: Path, name: str) -> list[Item]:
    """Return the documents of a set, none where it is not there; truth is their toponyms."""
    path = gold / "place" / name / "docs.jsonl"
    rows = rows_of(path) if path.is_file() else ()
    return [
        Item(report_of(row["doc"], row["text"], row.get("date")), row["toponyms"]) for row in rows
    ]


def pins_of(places: Sequence[PlaceMention]) -> list[Pin]:
    """Return the mentions in the form of the gold."""
    return [
        Pin(
            mention.span.start,
            mention.span.end,
            (mention.place.lon, mention.place.lat) if mention.place else None,
        )
        for mention in places
    ]


def gold_pins(toponyms: Iterable[Mapping[str, Any]]) -> list[Pin]:
    """Return the gold's toponyms."""
    return [
        Pin(
            row["start"],
            row["end"],
            (row["lon"], row["lat"]) if row.get("lat") is not None else None,
        )
        for row in toponyms
    ]


def tally_of(pairs: Iterable[tuple[Sequence[Pin], Sequence[Pin]]]) -> Tally:
    """Return the counts over pairs of a document's gold and found toponyms."""
    tally = Tally()
    for gold, found in pairs:
        tally.gold += len(gold)
        tally.found += len(found)
        tally.located += sum(pin.position is not None for pin in gold)
        tally.placed += sum(pin.position is not None for pin in found)
        for wanted, got in matches(gold, found):
            tally.matched += 1
            tally.matched_located += wanted.position is not None
            tally.right += is_near(wanted, got)
    return tally


def matches(gold: Sequence[Pin], found: Sequence[Pin]) -> Iterator[tuple[Pin, Pin]]:
    """Yield pairs that overlap, each toponym once: same spans first, then the longest overlap."""
    for left, right in best_pairs(gold, found, shared_characters):
        yield gold[left], found[right]


def is_near(wanted: Pin, got: Pin) -> bool:
    """Return whether both have a position and lie within 161 km."""
    if wanted.position is None or got.position is None:
        return False
    return distance_km(*wanted.position, *got.position) <= NEAR_ENOUGH_KM


def figures(name: str, tally: Tally) -> list[Figure]:
    """Return a set's figures."""
    task = f"places/{name}"
    accuracy = tally.right / tally.matched_located if tally.matched_located else 0.0
    return [
        Figure(
            task=task,
            metric="relaxed_f1",
            value=f1(tally.matched, tally.found, tally.gold),
            items=tally.gold,
        ),
        Figure(task=task, metric="accuracy_161", value=accuracy, items=tally.matched_located),
        Figure(
            task=task,
            metric="f1_161",
            value=f1(tally.right, tally.placed, tally.located),
            items=tally.located,
        ),
    ]
