"""Draft warnings: a situation put into sentences, each with the statements it rests on."""

from __future__ import annotations

from collections.abc import Iterator

from tocsin.core.errors import UnsourcedSentence
from tocsin.core.ids import StatementId
from tocsin.core.types import (
    Level,
    LitIndicator,
    Situation,
    Warning,
    WarningSentence,
    WarningState,
)

DRAFTED = frozenset({Level.WARNING, Level.EMERGENCY})
FACTORS_NAMED = 6  # a warning is read in a minute; the brief holds the rest


def draft_warning(situation: Situation) -> Warning | None:
    """Return the draft of a warning, None where the level does not call for one.

    Raises: UnsourcedSentence where a sentence would rest on no statement.
    """
    if situation.assessment.level not in DRAFTED:
        return None
    return Warning(
        situation=situation.id,
        state=WarningState.DRAFT,
        sentences=tuple(_sourced(text, held, situation) for text, held in _sentences(situation)),
    )


def _sentences(situation: Situation) -> Iterator[tuple[str, tuple[StatementId, ...]]]:
    level, *others = situation.assessment.why
    yield f"{situation.assessment.level.value.capitalize()}: {situation.title}.", level.statements
    yield level.text, level.statements
    if situation.threatened_by:
        named = ", ".join(situation.threatened_by[:3])
        yield f"The reports attribute the threat to {named}.", level.statements
    for reason in others:
        if reason.statements and reason.rule.startswith("level."):
            yield reason.text, reason.statements
    yield from _signs(situation)
    yield from _support(situation)
    for request in situation.requests:
        if request.statements:
            asks = "; ".join(request.asks)
            asked = ", ".join(request.asked_of)
            yield f"{request.asked_by} ask {asked}: {asks}.", request.statements


def _signs(situation: Situation) -> Iterator[tuple[str, tuple[StatementId, ...]]]:
    """Yield one sentence with the factors under which signs are lit, most signs first."""
    factors: dict[str, list[LitIndicator]] = {}
    for indicator in situation.indicators:
        factors.setdefault(indicator.factor_title, []).append(indicator)
    named = sorted(factors.items(), key=lambda item: -len(item[1]))[:FACTORS_NAMED]
    if named:
        listed = "; ".join(
            f"{title[:1].lower()}{title[1:]} ({', '.join(sign.id for sign in signs)})"
            for title, signs in named
        )
        resting = (s for _, signs in named for sign in signs for s in sign.statements)
        text = f"Signs under the UN Framework of Analysis: {listed}."
        yield text, tuple(dict.fromkeys(resting))


def _support(situation: Situation) -> Iterator[tuple[str, tuple[StatementId, ...]]]:
    """Yield confidence and gaps, in sentences that hold no word of likelihood."""
    assessment = situation.assessment
    for reason in assessment.why:
        if reason.rule.startswith("confidence.") and reason.statements:
            yield f"Confidence is {assessment.confidence.value}. {reason.text}", reason.statements
    for gap in assessment.gaps:
        if gap.statements:
            yield gap.text, gap.statements


def _sourced(
    text: str, statements: tuple[StatementId, ...], situation: Situation
) -> WarningSentence:
    if not statements:
        raise UnsourcedSentence(situation.id)
    return WarningSentence(text=text, statements=statements)
