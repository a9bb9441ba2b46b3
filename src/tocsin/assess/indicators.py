"""Indicators of the UN Framework: which are lit in a situation, by which sentences."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache

from tocsin.assess.carriers import carrier_of, evidence_at, is_denied_by, is_wish
from tocsin.assess.scopes import Scope
from tocsin.assess.sentences import ReadSentence, SentenceBook
from tocsin.core.ids import StatementId
from tocsin.core.time import start_of_day
from tocsin.core.types import (
    Deadline,
    Event,
    Evidence,
    Incident,
    LitIndicator,
    NameKind,
    Polarity,
    Reading,
    Span,
    Statement,
    Status,
)
from tocsin.ontology.framework import indicators_by_id
from tocsin.ontology.gravity import gravity_lists
from tocsin.ontology.indicator_rules import IndicatorRule, indicator_rules

TRIGGER = "trigger"  # a coming date: the Framework's factor 8 has no number for it
NEAREST_TO_TRIGGER = "8.1"
UPCOMING = "upcoming trigger: a coming date that may set violence off"
OLD_AFTER = timedelta(days=365)  # what lies farther back is record, not present sign
GROUP_FACTORS = frozenset({9, 10})  # they ask for the protected group itself, not people at large
REAL = frozenset({Status.HAPPENED, Status.ONGOING, Status.ATTEMPTED})
AHEAD = frozenset({Status.PLANNED, Status.THREATENED, Status.ORDERED})
STATE = frozenset({"GOV", "MIL", "COP", "SPY", "JUD", "LEG"})
ARMED = frozenset({"MIL", "COP", "SPY", "PAR", "REB", "UAF", "GOV"})


@dataclass(frozen=True, slots=True)
class Sign:
    """One sentence that speaks for an indicator, or, if `denied`, against it."""

    indicator: str
    evidence: Evidence
    denied: bool


def light_indicators(
    scope: Scope, dates: Sequence[Deadline], *, as_of: datetime, book: SentenceBook
) -> tuple[LitIndicator, ...]:
    """Return the indicators that the situation's reports light, in the Framework's order.

    One that is only denied is not lit. A withdrawn statement lights nothing.
    """
    signs: dict[str, dict[tuple[StatementId, Span, bool], Sign]] = defaultdict(dict)
    found = [s for reading in scope.readings for s in _signs_in(reading, book.of(reading), scope)]
    for sign in [*found, *_signs_of_dates(scope, dates, as_of, book)]:
        evidence = sign.evidence
        if evidence.statement not in scope.retracted:
            at = (evidence.statement, evidence.span, sign.denied)
            signs[sign.indicator].setdefault(at, sign)
    lit = (_lit(number, list(found.values())) for number, found in _numbered(signs))
    order = list(indicators_by_id())
    return tuple(sorted(filter(None, lit), key=lambda indicator: order.index(indicator.id)))


def _numbered(
    signs: Mapping[str, dict[tuple[StatementId, Span, bool], Sign]],
) -> Iterator[tuple[str, dict[tuple[StatementId, Span, bool], Sign]]]:
    """Yield the signs by indicator, the upcoming triggers under the indicator nearest to them."""
    for number, held in signs.items():
        if number != TRIGGER:
            yield number, held | (signs.get(TRIGGER, {}) if number == NEAREST_TO_TRIGGER else {})
    if TRIGGER in signs and NEAREST_TO_TRIGGER not in signs:
        yield NEAREST_TO_TRIGGER, signs[TRIGGER]


def _lit(number: str, signs: list[Sign]) -> LitIndicator | None:
    affirming = tuple(sign.evidence for sign in signs if not sign.denied)
    if not affirming:
        return None
    indicator = indicators_by_id()[number]
    return LitIndicator(
        id=number,
        label=_label(indicator.label, signs),
        factor=indicator.factor,
        factor_title=indicator.factor_title,
        evidence=affirming,
        denied=tuple(sign.evidence for sign in signs if sign.denied),
    )


def _label(label: str, signs: Sequence[Sign]) -> str:
    """Return the indicator's label; where only dates light it, that it is one of a trigger."""
    triggers = [sign for sign in signs if sign.indicator == TRIGGER]
    if not triggers:
        return label
    return UPCOMING if len(triggers) == len(signs) else f"{label}; {UPCOMING}"


def _signs_in(reading: Reading, sentences: Sequence[ReadSentence], scope: Scope) -> Iterator[Sign]:
    statements = {statement.id: statement for statement in reading.all_statements}
    for event in reading.events:
        carrier = statements.get(event.statement)
        told = event.sentence < len(sentences) and carrier is not None
        if told and carrier is not None and scope.concerns(event, reading):
            yield from _signs_of_event(event, sentences[event.sentence], carrier, scope)
    for sentence in sentences:
        if sentence.cues and not sentence.is_question and _in_scope(sentence, scope):
            yield from _signs_of_cues(sentence)


def _signs_of_event(
    event: Event, sentence: ReadSentence, carrier: Statement, scope: Scope
) -> Iterator[Sign]:
    denied = event.polarity is Polarity.DENIED or is_denied_by(carrier)
    for rule in _rules_by_type().get(event.type, ()):
        if _holds(rule, event, sentence, scope):
            evidence = evidence_at(sentence.reading, sentence.span, carrier, event.id)
            yield Sign(rule.id, evidence, denied)


def _holds(rule: IndicatorRule, event: Event, sentence: ReadSentence, scope: Scope) -> bool:
    if not _fits_time(rule, event, sentence.reading) or scope.is_by_group(event, sentence.reading):
        return False
    if rule.words and rule.id not in sentence.conditions:
        return False
    if rule.about_group and not _is_about_group(rule, event, sentence, scope):
        return False
    return _fits_actor(rule, event)


def _fits_time(rule: IndicatorRule, event: Event, reading: Reading) -> bool:
    allowed = {"real": REAL, "ahead": AHEAD, "any": REAL | AHEAD}[rule.when]
    if event.status not in allowed:
        return False
    latest = event.time.latest if event.time else None
    published = reading.report.published
    if rule.old or latest is None or published is None:
        return True
    return latest >= start_of_day(published) - OLD_AFTER


def _is_about_group(
    rule: IndicatorRule, event: Event, sentence: ReadSentence, scope: Scope
) -> bool:
    if scope.group is None:
        return bool(event.targets)
    named = [one.canonical for one in event.actors + event.targets]
    generic = indicators_by_id()[rule.id].factor not in GROUP_FACTORS
    return any(scope.names_itself(text, generic=generic) for text in (sentence.text, *named))


def _fits_actor(rule: IndicatorRule, event: Event) -> bool:
    if rule.actor is None:
        return True
    wanted = STATE if rule.actor == "state" else ARMED
    forces = any(one.kind is NameKind.FORCE for one in event.actors + event.targets)
    if rule.actor == "armed" and (forces or not event.actors):
        return True
    return any(one.sector in wanted for one in event.actors)


def _in_scope(sentence: ReadSentence, scope: Scope) -> bool:
    if sentence.reading.report.id not in scope.shared:
        return True
    return scope.names_itself(sentence.text, generic=False)


def _signs_of_cues(sentence: ReadSentence) -> Iterator[Sign]:
    for cue in sentence.cues:
        carrier = carrier_of(sentence.reading, sentence.span, cue.span)
        if is_wish(carrier) and not indicator_rules()[cue.indicator].wish:
            continue
        evidence = evidence_at(sentence.reading, sentence.span, carrier)
        yield Sign(cue.indicator, evidence, cue.negated or is_denied_by(carrier))


def _signs_of_dates(
    scope: Scope, dates: Sequence[Deadline], as_of: datetime, book: SentenceBook
) -> Iterator[Sign]:
    """Yield the coming dates as upcoming triggers, where violence is planned against the group."""
    ahead = {(one.date, one.kind) for one in dates if one.date >= as_of.date()}
    if not ahead or not any(map(_is_planned_violence, scope.incidents)):
        return
    for reading in scope.readings:
        sentences = book.of(reading)
        for one in reading.deadlines:
            if (one.date, one.kind) not in ahead or one.sentence >= len(sentences):
                continue
            held = sentences[one.sentence]
            if _in_scope(held, scope):
                carrier = carrier_of(reading, held.span, one.span)
                yield Sign(TRIGGER, evidence_at(reading, held.span, carrier), False)


def _is_planned_violence(incident: Incident) -> bool:
    lists = gravity_lists()
    violent = incident.type in lists.mass | lists.lethal
    standing = incident.polarity is Polarity.AFFIRMED and bool(incident.supports)
    return violent and standing and incident.status in AHEAD


@cache
def _rules_by_type() -> Mapping[str, tuple[IndicatorRule, ...]]:
    by_type: dict[str, list[IndicatorRule]] = defaultdict(list)
    for rule in indicator_rules().values():
        for type_name in sorted(rule.types):
            by_type[type_name].append(rule)
    return {type_name: tuple(rules) for type_name, rules in by_type.items()}
