"""What the processes of tested pools do; in a module that a fresh process can load."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from tocsin.core.errors import ModelMissing, NoReadableText
from tocsin.core.types import Capture, Language, Reading, Rejected, Report, report_id
from tocsin.desk.jobs.pool import Outcome

NOW = datetime(2031, 4, 20, tzinfo=UTC)


def capture_of(text: str) -> Capture:
    return Capture.of(
        text.encode(), media_type="text/plain", obtained_from=f"{text}.txt", obtained_at=NOW
    )


def read(captures: Sequence[Capture]) -> list[Outcome]:
    """Return readings; what a text says may kill the process, stop the job or take a while."""
    return [_outcome(capture) for capture in captures]


def _outcome(capture: Capture) -> Outcome:
    text = capture.content.decode()
    if text.startswith("fatal"):
        os.kill(os.getpid(), signal.SIGKILL)
    if text == "no model":
        raise ModelMissing("a-model")
    if text == "blank":
        return NoReadableText(capture.obtained_from, hint="").as_rejected()
    if text.startswith("slow"):
        Path(text.partition(" ")[2]).touch()
        time.sleep(60)
    report = Report(
        id=report_id(capture.sha256),
        capture=capture.id,
        sha256=capture.sha256,
        text=text,
        language=Language("en"),
        refused=(Rejected(id=text, code="read.date", detail=""),) if text == "misdated" else (),
    )
    return Reading(report=report), None
