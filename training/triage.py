"""Train triage: `python -m training.triage --gold FOLDER --harm FILE [--out FILE]`.

A linear model over hashed words, stems and pairs, on windows of 120 words and of a sentence's
length. A text of violence is known to hold at least one of each: the first fit takes its
beginning, the second the windows that the first fit finds worst. FILE is what `training.harm`
wrote. Needs scikit-learn; the same data give the same weights, there are no dice but `SEED`'s.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections.abc import Iterator, Sequence
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
from tocsin.read.triage.model import SENTENCE_WORDS, SHORTEST_CUT, WINDOW_WORDS, TriageModel
from training.triage_examples import Example, calm_news, examples

SEED: Final = 20261123
WEIGHTS: Final = Path(tocsin.read.triage.__file__).parent / "weights.npz"
PENALTY: Final = 1.0  # inverse of the ridge's; swept 0.5–16 on the held-out parts
RARITY_POWER: Final = 1.5  # of the inverse document frequency; swept 0.5–1.5
THRESHOLDS: Final = (0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.3, 0.5)
STEP: Final = 60  # words between the wide windows of training
SENTENCE_SHARE: Final = 0.5  # of a text's mass, once more for its sentences; 1 was no better
# Of a logit, in favour of a sentence; swept −1 to 0.5 on sentences of violence set into calm news:
# with it 98 of 100 are found, and 3 % less of the news is set aside.
SENTENCE_LEAN: Final = 0.5
MANY_WINDOWS: Final = 0.7  # a text of n windows counts n^0.3 times one: long texts count, not as n
MEAN_RARITY: Final = 2.0  # the unit of rarity, which only moves the best PENALTY
CALIBRATED_ON: Final = ("muc", "gva", "case", "satp", "insight_crime", "cameo_conflict", "own")

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Windows:
    """The windows of all examples: a line a window, counts of rows over the root of its length."""

    counts: sparse.csr_matrix
    violent: Flags
    mass: Floats
    example: NDArray[np.int64]
    is_sentence: Flags
    is_first: Flags


@dataclass(frozen=True, slots=True)
class Cut:
    """One window: of which example, whether it is a sentence of a longer text, and its rows."""

    example: int
    is_sentence: bool
    start: int
    rows: NDArray[np.int64]


def windows_of(chosen: Sequence[Example]) -> Windows:
    """Return the windows of the examples."""
    cuts = [cut for number, each in enumerate(chosen) for cut in cuts_of(number, each)]
    example = np.array([cut.example for cut in cuts])
    is_sentence = np.array([cut.is_sentence for cut in cuts])
    violent = np.array([each.violent for each in chosen])[example]
    share = np.where(is_sentence, SENTENCE_SHARE, 1.0)
    like = example * 2 + is_sentence  # windows of one text at one width
    many = np.where(violent, 1.0, np.bincount(like)[like] ** MANY_WINDOWS)
    return Windows(
        counts=counted([cut.rows for cut in cuts]),
        violent=violent,
        mass=np.array([each.mass for each in chosen])[example] * share / many,
        example=example,
        is_sentence=is_sentence,
        is_first=np.array([cut.start == 0 for cut in cuts]) & ~is_sentence,
    )


def cuts_of(number: int, example: Example) -> Iterator[Cut]:
    """Yield the windows of an example, wide ones and sentences."""
    rows = rows_of(example.words)
    for start in starts(len(rows), WINDOW_WORDS, STEP):
        yield Cut(number, False, start, rows[start : start + WINDOW_WORDS])
    if len(rows) > SHORTEST_CUT:
        step = SENTENCE_WORDS // (2 if example.violent else 1)
        for start in starts(len(rows), SENTENCE_WORDS, step):
            yield Cut(number, True, start, rows[start : start + SENTENCE_WORDS])


def starts(length: int, width: int, step: int) -> list[int]:
    """Return where the windows of a text start, the last so that it ends with the text."""
    last = max(0, length - width)
    return sorted({*range(0, last, step), last})


def counted(cuts: Sequence[NDArray[np.int64]]) -> sparse.csr_matrix:
    """Return how often each row is raised in each window, over the root of the window's length."""
    cells = [np.unique(rows, return_counts=True) for rows in cuts]
    ends = np.cumsum([0, *(len(rows) for rows, _ in cells)])
    places, counts = (np.concatenate(each) for each in zip(*cells, strict=True))
    table = sparse.csr_matrix((counts, places, ends), shape=(len(cuts), 1 << TABLE_BITS))
    roots = np.sqrt([len(rows) for rows in cuts])
    return sparse.csr_matrix(sparse.diags(1 / roots) @ table)


def fit(windows: Windows) -> TriageModel:
    """Return the model before calibration."""
    rarity = rarity_of(windows)
    scaled = windows.counts @ sparse.diags(rarity)
    sentence = sparse.csr_matrix(windows.is_sentence[:, np.newaxis].astype(float))
    features = sparse.hstack([scaled, sentence], format="csr")
    chosen = ~windows.violent | windows.is_first
    for _ in range(2):
        line = LogisticRegression(C=PENALTY, solver="liblinear", intercept_scaling=3.0)
        line.fit(features[chosen], windows.violent[chosen], sample_weight=windows.mass[chosen])
        chosen = ~windows.violent | worst_windows(windows, line.decision_function(features))
    weights = line.coef_[0]
    table = (weights[:-1] * rarity).astype(np.float16).astype(np.float32)
    margin = -float(weights[-1]) - SENTENCE_LEAN
    return TriageModel(table, margin, slope=1.0, offset=float(line.intercept_[0]))


def rarity_of(windows: Windows) -> Floats:
    """Return how much each row counts: more the fewer wide windows raise it."""
    wide = windows.counts[~windows.is_sentence]
    frequency = np.asarray((wide > 0).sum(axis=0)).ravel()
    rarity: Floats = np.log((wide.shape[0] + 1) / (frequency + 1)) ** RARITY_POWER
    rarity *= MEAN_RARITY / rarity[frequency > 1].mean()
    rarity[frequency < 2] = 0.0  # seen once: nothing can be learnt from it
    return rarity


def worst_windows(windows: Windows, sums: Floats) -> Flags:
    """Return which window of each example, at each width, has the highest sum."""
    like = windows.example * 2 + windows.is_sentence
    order = np.lexsort((-sums, like))
    firsts = np.unique(like[order], return_index=True)[1]
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
    line = np.array([model.margin, model.slope, model.offset])
    np.savez_compressed(path, table=model.table.astype(np.float16), line=line)


def print_shares(model: TriageModel, gold: Path) -> None:
    """Print which share of each held-out set is read at some thresholds."""
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
    rng = random.Random(SEED)
    everything = examples(chosen.gold, chosen.harm, rng)
    used = [example for example in everything if example.set not in chosen.without]
    model = calibrated(fit(windows_of(used)), chosen.gold, chosen.harm)
    write_weights(model, chosen.out)
    print(f"{len(used)} examples, {chosen.out.stat().st_size:,} bytes")
    print_shares(model, chosen.gold)
    return 0


if __name__ == "__main__":
    sys.exit(main())
