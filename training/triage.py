"""Train triage: `python -m training.triage --gold FOLDER --harm FILE [--out FILE]`.

A linear model over hashed words, stems and pairs, on windows of 120 words. A text of violence is
known to hold at least one window of it: the first fit takes its beginning, the second the window
that the first fit finds worst. FILE is what `training.harm` wrote. Needs scikit-learn; the same
data give the same weights, there are no dice but those of `SEED`.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from sklearn.linear_model import LogisticRegression

import tocsin.read.triage
from evals.triage_sets import CALM, NEWS, VIOLENT
from tocsin.read.triage.features import TABLE_BITS, rows_of
from tocsin.read.triage.model import WINDOW_WORDS, TriageModel, shortness
from training.triage_examples import Example, calm_news, examples

SEED: Final = 20261123
WEIGHTS: Final = Path(tocsin.read.triage.__file__).parent / "weights.npz"
PENALTY: Final = 4.0  # inverse of the ridge's; swept 1, 2, 4, 8 on the held-out parts
THRESHOLDS: Final = (0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.3, 0.5)
STEP: Final = 60  # words between the windows of training
MANY_WINDOWS: Final = 0.7  # a text of n windows counts n^0.3 times one: long texts count, not as n
SCALE: Final = 0.25  # of the inverse document frequency: its unit only moves the best PENALTY
CALIBRATED_ON: Final = ("muc", "gva", "case", "satp", "insight_crime", "cameo_conflict", "own")

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Windows:
    """The windows of all examples: a line a window, counts of rows over the root of its length."""

    counts: sparse.csr_matrix
    short: Floats
    violent: NDArray[np.bool_]
    mass: Floats
    example: NDArray[np.int64]
    is_first: NDArray[np.bool_]


def windows_of(chosen: Sequence[Example]) -> Windows:
    """Return the windows of the examples."""
    cut = [
        (number, start, rows)
        for number, example in enumerate(chosen)
        for start, rows in cut_rows(example)
    ]
    number_of = np.array([number for number, _, _ in cut])
    lengths = np.array([len(rows) for _, _, rows in cut])
    cells = [np.unique(rows, return_counts=True) for _, _, rows in cut]
    ends = np.cumsum([0, *(len(rows) for rows, _ in cells)])
    places, counts = (np.concatenate(each) for each in zip(*cells, strict=True))
    table = sparse.csr_matrix((counts, places, ends), shape=(len(cut), 1 << TABLE_BITS))
    many = np.bincount(number_of)[number_of] ** MANY_WINDOWS
    violent = np.array([example.violent for example in chosen])[number_of]
    mass = np.array([example.mass for example in chosen])[number_of]
    return Windows(
        counts=sparse.csr_matrix(sparse.diags(1 / np.sqrt(lengths)) @ table),
        short=np.array([shortness(int(length)) for length in lengths]),
        violent=violent,
        mass=np.where(violent, mass, mass / many),
        example=number_of,
        is_first=np.array([start == 0 for _, start, _ in cut]),
    )


def cut_rows(example: Example) -> list[tuple[int, NDArray[np.int64]]]:
    """Return the rows of each window of an example, with the word that the window starts at."""
    rows = rows_of(example.words)
    last = max(0, len(rows) - WINDOW_WORDS)
    starts = sorted({*range(0, last, STEP), last})
    return [(start, rows[start : start + WINDOW_WORDS]) for start in starts]


def fit(windows: Windows) -> TriageModel:
    """Return the model before calibration."""
    frequency = np.asarray((windows.counts > 0).sum(axis=0)).ravel()
    rarity = np.log((windows.counts.shape[0] + 1) / (frequency + 1)) * SCALE
    rarity[frequency < 2] = 0.0  # seen once: nothing can be learnt from it
    scaled = windows.counts @ sparse.diags(rarity)
    features = sparse.hstack([scaled, windows.short[:, np.newaxis]], format="csr")
    chosen = ~windows.violent | windows.is_first
    for _ in range(2):
        line = LogisticRegression(C=PENALTY, solver="liblinear", intercept_scaling=3.0)
        line.fit(features[chosen], windows.violent[chosen], sample_weight=windows.mass[chosen])
        chosen = ~windows.violent | worst_windows(windows, line.decision_function(features))
    weights = line.coef_[0]
    table = (weights[:-1] * rarity).astype(np.float16).astype(np.float32)
    return TriageModel(table, float(weights[-1]), 1.0, float(line.intercept_[0]))


def worst_windows(windows: Windows, sums: Floats) -> NDArray[np.bool_]:
    """Return which window of each example has the highest sum."""
    order = np.lexsort((-sums, windows.example))
    firsts = np.unique(windows.example[order], return_index=True)[1]
    worst = np.zeros(len(sums), dtype=bool)
    worst[order[firsts]] = True
    return worst


def calibrated(model: TriageModel, gold: Path, kept: Path) -> TriageModel:
    """Return the model whose score is a likelihood where half of all reports are of violence.

    The line is fitted to held-out texts; each set of violence counts the same.
    Source: Platt 1999.
    """
    violent = [[model.score(text) for text in VIOLENT[name](gold, "dev")] for name in CALIBRATED_ON]
    calm = [model.score(text) for text in calm_news(gold, kept, "dev")[0]]
    calm += [model.score(text) for text in CALM["own"](gold, "dev")]
    scores = np.array([*(score for each in violent for score in each), *calm])
    sizes = [len(each) for each in violent]
    mass = [1 / (len(sizes) * size) for size in sizes for _ in range(size)]
    mass += [1 / len(calm)] * len(calm)
    logits = np.log(scores) - np.log1p(-scores)
    line = LogisticRegression(C=np.inf).fit(
        logits[:, np.newaxis],
        np.arange(len(scores)) < sum(sizes),
        sample_weight=np.array(mass) * len(scores),
    )
    slope, offset = float(line.coef_[0, 0]), float(line.intercept_[0])
    return replace(model, slope=slope, offset=slope * model.offset + offset)


def write_weights(model: TriageModel, path: Path) -> None:
    """Write the file that `shipped_triage` loads."""
    line = np.array([model.short, model.slope, model.offset])
    np.savez_compressed(path, table=model.table.astype(np.float16), line=line)


def print_shares(model: TriageModel, gold: Path) -> None:
    """Print which share of each held-out set is read at some thresholds; `evals` has the figures."""
    print(f"{'':24}{'n':>6}" + "".join(f"{threshold:8g}" for threshold in THRESHOLDS))
    for side, sets in (("violent", VIOLENT), ("calm", CALM), ("news", NEWS)):
        for name, texts in sets.items():
            scores = np.array([model.score(text) for text in texts(gold, "dev")])
            shares = "".join(f"{(scores >= threshold).mean():8.3f}" for threshold in THRESHOLDS)
            print(f"{side:8}{name:16}{len(scores):6}{shares}")


def main(arguments: Sequence[str] | None = None) -> int:
    """Return 0 after writing the weights and printing the figures."""
    parser = argparse.ArgumentParser(prog="python -m training.triage", description=__doc__)
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--harm", type=Path, required=True, metavar="FILE")
    parser.add_argument("--out", type=Path, default=WEIGHTS)
    parser.add_argument("--without", action="append", default=[], metavar="SET", help="leave out")
    chosen = parser.parse_args(arguments)
    everything = examples(chosen.gold, chosen.harm, random.Random(SEED))
    used = [example for example in everything if example.set not in chosen.without]
    model = calibrated(fit(windows_of(used)), chosen.gold, chosen.harm)
    write_weights(model, chosen.out)
    print(f"{len(used)} examples, {chosen.out.stat().st_size:,} bytes")
    print_shares(model, chosen.gold)
    return 0


if __name__ == "__main__":
    sys.exit(main())
