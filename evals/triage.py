"""What triage lets through of reports of violence, and what it sets aside of the rest.

All figures are of texts that training left out. The trade-off is printed at five thresholds, so
that a desk can choose its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final

from evals.calibration import calibration_error
from evals.figure import Figure, ReadReports, share_figure
from evals.triage_sets import CALM, NEWS, VIOLENT, Texts
from tocsin.read.triage import ADVISED_THRESHOLD
from tocsin.read.triage.model import TriageModel, shipped_triage

TASK: Final = "triage"
THRESHOLDS: Final = (0.01, 0.02, 0.05, 0.1, 0.2)
MEASURED_CALM: Final = ("own", "ecb")  # the other calm sets hold a dozen texts, or talk of war
LONG_REPORT_WORDS: Final = 5_000
NEVER_TRAINED_ON: Final = "ecb"  # and large enough, on both sides, to tell whether a score is true

Scores = Mapping[str, list[float]]
"""The score of each text of each set."""


def evaluate(gold: Path, read: ReadReports) -> list[Figure]:  # noqa: ARG001  (one shape for all)
    """Return recall by set, the share set aside by mix of news, and the trade-off."""
    return list(figures(gold, shipped_triage()))


def figures(gold: Path, model: TriageModel) -> Iterator[Figure]:
    """Yield the figures of a model."""
    violent, calm, news = (held_out_scores(gold, model, sets) for sets in (VIOLENT, CALM, NEWS))
    calm = {name: calm[name] for name in MEASURED_CALM}
    yield from _shares_read("recall", violent)
    yield from _shares_aside("aside_calm", calm)
    yield from _shares_aside("aside", news)
    for threshold in THRESHOLDS:
        yield recall_at(threshold, violent)
        yield aside_at(threshold, "calm", calm)
        yield aside_at(threshold, "news", news)
    yield long_report_figure(gold, model)
    yield calibration_figure(violent[NEVER_TRAINED_ON], calm[NEVER_TRAINED_ON])


def held_out_scores(gold: Path, model: TriageModel, sets: Mapping[str, Texts]) -> Scores:
    """Return the scores of what training left out of each set."""
    return {
        name: [model.score(text) for text in texts(gold, "dev")] for name, texts in sets.items()
    }


def recall_at(threshold: float, violent: Scores) -> Figure:
    """Return the share of reports of violence that are read; each report counts once."""
    verdicts = [score >= threshold for score in _all(violent)]
    return share_figure(TASK, f"recall_at_{threshold:g}", verdicts)


def aside_at(threshold: float, what: str, scores: Scores) -> Figure:
    """Return the share of reports that are set aside."""
    verdicts = [score < threshold for score in _all(scores)]
    return share_figure(TASK, f"aside_{what}_at_{threshold:g}", verdicts)


def long_report_figure(gold: Path, model: TriageModel) -> Figure:
    """Return the share of long reports that are read for one passage on violence in them.

    Each is news that is set aside, with one of our own passages in the middle.
    """
    news = (text for texts in NEWS.values() for text in texts(gold, "dev"))
    calm = " ".join(text for text in news if model.score(text) < ADVISED_THRESHOLD).split()
    middle = LONG_REPORT_WORDS // 2
    before, after = " ".join(calm[:middle]), " ".join(calm[middle:LONG_REPORT_WORDS])
    verdicts = [
        model.score(f"{before}\n{passage}\n{after}") >= ADVISED_THRESHOLD
        for passage in VIOLENT["own"](gold, "dev")
    ]
    return share_figure(TASK, "recall_one_passage_in_5000_words", verdicts)


def calibration_figure(violent: Iterable[float], calm: Iterable[float]) -> Figure:
    """Return the expected calibration error of the score as a figure that should be low."""
    scored = [(score, True) for score in violent] + [(score, False) for score in calm]
    return Figure(
        task=TASK,
        metric="score_ece",
        value=calibration_error(scored),
        items=len(scored),
        lower_is_better=True,
    )


def _shares_read(prefix: str, scores: Scores) -> Iterator[Figure]:
    for name, each in scores.items():
        verdicts = [score >= ADVISED_THRESHOLD for score in each]
        yield share_figure(TASK, f"{prefix}_{name}", verdicts)


def _shares_aside(prefix: str, scores: Scores) -> Iterator[Figure]:
    for name, each in scores.items():
        verdicts = [score < ADVISED_THRESHOLD for score in each]
        yield share_figure(TASK, f"{prefix}_{name}", verdicts)


def _all(scores: Scores) -> Iterator[float]:
    for each in scores.values():
        yield from each
