"""Draft warnings: a situation put into sentences, each with the statements it rests on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tocsin.core.ids import StatementId
from tocsin.core.types import (
    GroupAtRisk,
    Level,
    LitIndicator,
    Reason,
    Request,
    Situation,
    Warning,
    WarningSentence,
    WarningState,
)
from tocsin.warn.wording import listed, parts_words

DRAFTED = frozenset({Level.WARNING, Level.EMERGENCY})
FACTORS_NAMED = 4  # a warning is read in a minute; the brief holds the rest
REQUESTS_NAMED = 3
GAPS_NAMED = 2
STATEMENTS_CITED = 12
GAPS_BY_WEIGHT = (
    "gap.single-origin-party",
    "gap.contradicted",
    "gap.single-origin",
    "gap.untraced",
    "gap.withdrawn",
    "gap.unconfirmed",
    "gap.untraced-source",
)

Sentence = tuple[str, Iterable[StatementId]]


def draft_warning(situation: Situation) -> Warning | None:
    """Return the draft of a warning, None where the level does not call for one.

    What rests on no statement is not said; where nothing does, there is no draft.
    """
    if situation.assessment.level not in DRAFTED:
        return None
    worded = ((text, _cited(statements)) for text, statements in _sentences(situation))
    sentences = tuple(
        WarningSentence(text=text, statements=statements)
        for text, statements in worded
        if statements
    )
    if not sentences:
        return None
    return Warning(situation=situation.id, state=WarningState.DRAFT, sentences=sentences)


def _cited(statements: Iterable[StatementId]) -> tuple[StatementId, ...]:
    return tuple(dict.fromkeys(statements))[:STATEMENTS_CITED]


def _sentences(situation: Situation) -> Iterator[Sentence]:
    """Yield who is at risk, what is said, by when, the signs, what is asked, and how sure."""
    why = situation.assessment.why
    resting = [s for reason in why if reason.rule.startswith("level.") for s in reason.statements]
    yield _who_is_at_risk(situation), resting
    for reason in why:
        if reason.rule == "level.dates":
            yield reason.text, reason.statements
        elif reason.rule.startswith("level."):
            reported, _, _ = reason.text.rpartition(". ")
            said = (reported or reason.text.rstrip(".")).replace(" reported", "")
            yield f"Reports say: {said[:1].lower()}{said[1:]}.", reason.statements
    yield from _signs(situation.indicators)
    requests = sorted(filter(_is_to_a_body, situation.requests), key=lambda r: -len(r.asked_of))
    yield from map(_asked, requests[:REQUESTS_NAMED])
    yield from _support(situation, why)


def _who_is_at_risk(situation: Situation) -> str:
    level = situation.assessment.level.value.capitalize()
    if situation.group is None:
        who = f"people in {situation.place}" if situation.place else "people"
    else:
        who = _group_words(situation.group, situation.place)
    by = listed(situation.threatened_by[:3])
    return f"{level}: {who} are said to be at risk{f' from {by}' if by else ''}."


def _group_words(group: GroupAtRisk, place: str | None) -> str:
    parts = parts_words(group)
    size = ", ".join(part for part in (group.as_reported, parts) if part)
    where = f" in {place}" if place and place.casefold() not in group.name.casefold() else ""
    return f"{group.name}{where}{f' ({size})' if size else ''}"


def _signs(indicators: Iterable[LitIndicator]) -> Iterator[Sentence]:
    """Yield one sentence with the factors under which signs are lit, most signs first."""
    factors: dict[str, list[LitIndicator]] = {}
    for indicator in indicators:
        factors.setdefault(indicator.factor_title, []).append(indicator)
    named = sorted(factors.items(), key=lambda item: -len(item[1]))[:FACTORS_NAMED]
    if named:
        shown = "; ".join(
            f"{title[:1].lower()}{title[1:]} ({', '.join(sign.id for sign in signs)})"
            for title, signs in named
        )
        first = (sign.statements[:1] for _, signs in named for sign in signs)
        text = f"Signs under the UN Framework of Analysis for Atrocity Crimes: {shown}."
        yield text, (s for statements in first for s in statements)


def _is_to_a_body(request: Request) -> bool:
    """Return whether somebody is asked whom a warning can be sent to: a name, not "the world"."""
    return any(any(map(str.isupper, asked)) for asked in request.asked_of)


def _asked(request: Request) -> Sentence:
    asked = listed(request.asked_of, most=8)
    text = (
        f"{request.asked_by or 'The report'} called upon {asked} to {'; to '.join(request.asks)}."
    )
    return f"{text[:1].upper()}{text[1:]}", request.statements


def _support(situation: Situation, why: Iterable[Reason]) -> Iterator[Sentence]:
    """Yield confidence and gaps, in sentences that hold no word of likelihood."""
    for reason in why:
        if reason.rule.startswith("confidence."):
            value = situation.assessment.confidence.value
            yield f"Confidence is {value}. {reason.text}", reason.statements
    gaps = [gap for gap in situation.assessment.gaps if gap.rule in GAPS_BY_WEIGHT]
    gaps.sort(key=lambda gap: GAPS_BY_WEIGHT.index(gap.rule))
    for gap in gaps[:GAPS_NAMED]:
        yield gap.text, gap.statements
