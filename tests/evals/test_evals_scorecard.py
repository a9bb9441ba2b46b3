"""The scorecard keeps what was not measured again."""

from __future__ import annotations

from pathlib import Path

from evals.figure import Figure
from evals.scorecard import rows_of, write_scorecard


def figure(task: str, metric: str, value: float) -> Figure:
    return Figure(task=task, metric=metric, value=value, items=1200)


def test_a_run_of_one_task_renews_its_rows_and_leaves_the_others(tmp_path: Path) -> None:
    page = tmp_path / "scorecard.md"
    write_scorecard(page, [figure("muc4", "stage_f1", 0.7), figure("gva", "killed_exact", 0.8)])
    write_scorecard(page, [figure("gva", "injured_exact", 0.75)])
    rows = rows_of(page.read_text(encoding="utf-8"))
    assert list(rows) == [("gva", "injured_exact"), ("muc4", "stage_f1")]
    assert "| 0.750 | 1,200 | 0.537 | 0.680 | OK |" in rows["gva", "injured_exact"]
    assert "below peer" in rows["muc4", "stage_f1"]


def test_an_error_is_marked_as_one_and_renewed_under_its_name(tmp_path: Path) -> None:
    page = tmp_path / "scorecard.md"
    for value in (0.4, 0.3):
        error = Figure(task="calibration", metric="ece", value=value, items=9, lower_is_better=True)
        write_scorecard(page, [error])
    text = page.read_text(encoding="utf-8")
    assert "| calibration | ece ↓ | 0.300 |" in text
    assert "0.400" not in text
