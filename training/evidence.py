"""Weigh the signs of deadlines, requests and groups: `python -m training.evidence --gold FILE`.

Logistic regression with a ridge over the signs that the rules name, on our own training passages
and `evidence_examples.yaml`. Prints F1 of each layer on passages that no weight was fitted on,
then fits on all and writes `ontology/evidence.yaml`. Deterministic; needs no torch.
"""

from __future__ import annotations

import argparse
import json
import sys
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import Any, Final

import numpy as np
import yaml

from evals.figure import report_of
from tocsin.core.types import Span
from tocsin.read.deadlines.find import candidates as dates
from tocsin.read.document import Document, parse_reports
from tocsin.read.encoder.model import shipped_model
from tocsin.read.groups.find import candidates as groups
from tocsin.read.language_model import english
from tocsin.read.names import find_names
from tocsin.read.places.gazetteer import open_gazetteer
from tocsin.read.places.ground import ground_places
from tocsin.read.requests.find import candidates as askings
from tocsin.read.times import find_times

EXAMPLES: Final = Path(__file__).with_name("evidence_examples.yaml")
TABLE: Final = Path(str(files("tocsin.ontology").joinpath("evidence.yaml")))
EXAMPLES_PUBLISHED: Final = "2031-04-23"
RIDGE: Final = 2.0  # swept 1–4 by cross-validation on the training passages: flat
EXAMPLE_WEIGHT: Final = 2.0
HELD: Final = 4  # every fourth passage, by the crc32 of its id, for the printed figures
FOLDS: Final = 5
REPEATS: Final = 4
STEPS: Final = 60  # Newton's; it settles in about ten
CUTS: Final = tuple(round(0.2 + 0.05 * n, 2) for n in range(9))


@dataclass(frozen=True, slots=True)
class Row:
    """A candidate: its signs, whether it counts, which gold item it answers, and its weight."""

    signs: frozenset[str]
    counts: bool
    item: tuple[str, int] | None
    passage: str
    weight: float = 1.0


Found = tuple[frozenset[str], Sequence[Span], date | None]
Finder = Callable[[str, str, str], Iterator[Found]]
"""What yields a layer's candidates in a text: their signs, spans, and a deadline's day."""


def main() -> None:
    """Fit each layer, print what it reaches on held passages, write the table."""
    parser = argparse.ArgumentParser(prog="python -m training.evidence", description=__doc__)
    parser.add_argument("--gold", type=Path, required=True, help="training passages, JSON lines")
    gold = [json.loads(line) for line in parser.parse_args().gold.read_text("utf-8").splitlines()]
    examples = yaml.safe_load(EXAMPLES.read_text("utf-8"))
    finder = _finder()
    table = {}
    for layer in ("deadlines", "requests", "groups"):
        rows = [row for passage in gold for row in _gold_rows(passage, layer, finder)]
        anchors = [row for example in examples[layer] for row in _anchors(example, layer, finder)]
        wanted = {passage["id"]: len(passage[layer]) for passage in gold}
        table[layer] = _fitted(layer, rows, anchors, wanted)
    TABLE.write_text(_head() + yaml.safe_dump(table, sort_keys=False), "utf-8")


def _fitted(
    layer: str, rows: Sequence[Row], anchors: Sequence[Row], wanted: Mapping[str, int]
) -> dict[str, float]:
    """Return the weights of a layer fitted on all rows, after printing its figures."""
    seen = [row for row in rows if not _is_held(row.passage)]
    held = [row for row in rows if _is_held(row.passage)]
    cut = best_cut(seen, anchors, {k: n for k, n in wanted.items() if not _is_held(k)})
    weights = fit([*seen, *anchors])
    for name, part in (("fitted on", seen), ("held", held)):
        ids = {k for k in wanted if _is_held(k) is (part is held)}
        f1 = f1_at(part, weights, cut, sum(wanted[k] for k in ids))
        sys.stdout.write(f"{layer} {name}: F1 {f1:.3f}\n")
    final = fit([*rows, *anchors])
    return {"kept_from": cut} | {k: round(float(v), 2) for k, v in sorted(final.items())}


def fit(rows: Sequence[Row]) -> dict[str, float]:
    """Return each sign's weight and the bias, in log-odds, by Newton's method."""
    names = sorted({sign for row in rows for sign in row.signs})
    matrix = np.array([[name in row.signs for name in names] + [True] for row in rows], dtype=float)
    counts = np.array([row.counts for row in rows], dtype=float)
    weight = np.array([row.weight for row in rows])
    ridge = np.full(matrix.shape[1], RIDGE)
    ridge[-1] = 0.01
    odds = np.zeros(matrix.shape[1])
    for _ in range(STEPS):
        chances = 1 / (1 + np.exp(-matrix @ odds))
        slope = matrix.T @ (weight * (chances - counts)) + ridge * odds
        bend = (matrix * (weight * chances * (1 - chances))[:, None]).T @ matrix + np.diag(ridge)
        odds -= np.linalg.solve(bend, slope)
    return dict(zip([*names, "bias"], odds.tolist(), strict=True))


def best_cut(rows: Sequence[Row], anchors: Sequence[Row], wanted: Mapping[str, int]) -> float:
    """Return the chance to keep candidates from that gives the best F1 in cross-validation.

    A cut is judged together with its neighbours: single ones jump about by chance.
    """
    reached = np.zeros(len(CUTS))
    for turn in range(REPEATS):
        for fold in range(FOLDS):
            inside = {k for k in wanted if zlib.crc32(f"{turn}{k}".encode()) % FOLDS == fold}
            part = [row for row in rows if row.passage in inside]
            weights = fit([*(row for row in rows if row.passage not in inside), *anchors])
            gold = sum(wanted[k] for k in inside)
            reached += [f1_at(part, weights, cut, gold) for cut in CUTS]
    smooth = np.convolve(np.pad(reached, 1, mode="edge"), np.ones(3), mode="valid")
    return CUTS[int(smooth.argmax())]


def f1_at(rows: Iterable[Row], weights: Mapping[str, float], cut: float, wanted: int) -> float:
    """Return F1 of the candidates kept; several that answer one gold item count once."""
    kept = [row for row in rows if _chance(row, weights) >= cut]
    right = len({row.item for row in kept if row.item is not None})
    found = right + sum(row.item is None for row in kept)
    return 2 * right / (found + wanted) if found + wanted else 0.0


def _chance(row: Row, weights: Mapping[str, float]) -> float:
    odds = weights["bias"] + sum(weights.get(sign, 0.0) for sign in row.signs)
    return float(1 / (1 + np.exp(-odds)))


def _gold_rows(passage: Any, layer: str, finder: Finder) -> Iterator[Row]:
    for signs, spans, day in finder(layer, passage["text"], passage["published"]):
        item = next(
            (
                (passage["id"], number)
                for number, gold in enumerate(passage[layer])
                if any(Span(*gold["span"]).overlaps(span) for span in spans)
                and (day is None or gold["date"] == day.isoformat())
            ),
            None,
        )
        yield Row(signs, item is not None, item, passage["id"])


def _anchors(example: Any, layer: str, finder: Finder) -> Iterator[Row]:
    text = example["text"]
    right = [
        Span(at, at + len(words)) for words in example["counts"] if (at := text.index(words)) >= 0
    ]
    for signs, spans, _ in finder(layer, text, EXAMPLES_PUBLISHED):
        counts = any(span.overlaps(word) for span in spans for word in right)
        yield Row(signs, counts, (text, 0) if counts else None, text, EXAMPLE_WEIGHT)


def _finder() -> Finder:
    """Return the reader's own candidates; each text is parsed once."""
    gazetteer, model, cache = open_gazetteer(), shipped_model(), dict[str, Document]()

    def found(layer: str, text: str, published: str) -> Iterator[Found]:
        if text not in cache:
            report = report_of("passage", text, published)
            cache[text] = next(parse_reports([report], pipeline=english(), model=model))
        document = cache[text]
        if layer == "deadlines":
            for dated in dates(document, find_times(document)):
                yield dated.signs, [dated.dated.mention.span], dated.dated.day
            return
        places = ground_places(document, gazetteer)
        if layer == "requests":
            for asked in askings(document, find_names(document, places), ()):
                yield asked.signs, [asked.words], None
            return
        for group in groups(document, (), places):
            yield group.signs, [mention.span for mention in group.gathering.mentions], None

    return found


def _is_held(passage: str) -> bool:
    return zlib.crc32(passage.encode()) % HELD == 0


def _head() -> str:
    return (
        "# How much each sign speaks for (above 0) or against a candidate, in log-odds, by layer.\n"
        "# `bias` holds where there is no sign; a candidate is kept from the chance `kept_from`.\n"
        "# Written by `python -m training.evidence`; the signs are named in the layers' signs.py.\n"
    )


if __name__ == "__main__":
    main()
