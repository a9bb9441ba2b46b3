"""Statement: who says what, through whom, and in what stance."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from tocsin.core.ids import ReportId, StatementId, content_id
from tocsin.core.types.report import Report
from tocsin.core.types.span import Span


class Stance(StrEnum):
    """What the speaker does by saying it."""

    ASSERTS = "asserts"
    DENIES = "denies"
    ACCUSES = "accuses"
    THREATENS = "threatens"
    DEMANDS = "demands"
    PROMISES = "promises"
    PREDICTS = "predicts"
    APPEALS = "appeals"


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """A content with its speaker.

    `chain` runs from the outermost voice (the report's author or outlet) to the innermost
    speaker. `narration` marks what the report says in its own voice: no speaker span, no cue.
    `within` is the statement whose content holds this one ("the minister said the army said…").
    `speaker` is the resolved name of the innermost speaker, "" where the text gives none.
    """

    id: StatementId
    report: ReportId
    speaker_spans: tuple[Span, ...]
    cue_spans: tuple[Span, ...]
    content_spans: tuple[Span, ...]
    stance: Stance
    chain: tuple[str, ...]
    speaker: str = ""
    within: StatementId | None = None
    narration: bool = False
    score: float = 1.0


def statement_id(report: ReportId, content_spans: tuple[Span, ...], speaker: str) -> StatementId:
    """Return the id of a statement: its report, its content's place and its speaker."""
    ends = [(span.start, span.end) for span in content_spans]
    return StatementId(content_id("stm", report, ends, speaker))


UNNAMED_VOICE = "the report"


def voice_of(report: Report) -> str:
    """Return the name of the report's own voice: its author, else its outlet."""
    return report.byline or report.outlet or UNNAMED_VOICE


def narration_of(report: Report, sentence: Span) -> Statement:
    """Return the statement by which the report says the sentence in its own voice."""
    return Statement(
        id=statement_id(report.id, (sentence,), ""),
        report=report.id,
        speaker_spans=(),
        cue_spans=(),
        content_spans=(sentence,),
        stance=Stance.ASSERTS,
        chain=(voice_of(report),),
        narration=True,
    )
