"""Readings as analysts corrected them; the store's own stay as they are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, replace

from tocsin.core.ids import StatementId
from tocsin.core.types import (
    OF_INCIDENT,
    Event,
    Judgement,
    Reading,
    Statement,
    Verdict,
    in_force,
)
from tocsin.weigh.judged.checked import is_usable
from tocsin.weigh.judged.corrections import event_change, statement_change

CERTAIN = 1.0  # the score of what an analyst confirmed to be read right


@dataclass(frozen=True, slots=True)
class _Word:
    """What analysts say of one thing read: corrections oldest first, and the latest verdict."""

    corrections: tuple[Judgement, ...]
    verdict: Verdict | None

    @property
    def is_rejected(self) -> bool:
        return self.verdict is Verdict.REJECT


_Words = Mapping[str, _Word]


def corrected(readings: Sequence[Reading], judgements: Sequence[Judgement]) -> tuple[Reading, ...]:
    """Return the readings as judged, in their order.

    Corrected fields are changed, a confirmed event is certain to be read right; rejected events
    and statements are gone, with a statement the events that it carries, with a report all that
    was read from it. A reading that nobody judged is the same object as before.
    """
    return tuple(map(correcting(judgements), readings))


def correcting(judgements: Sequence[Judgement]) -> Callable[[Reading], Reading]:
    """Return the function that gives a reading as judged."""
    words = _words(judgements)
    return lambda reading: _corrected(reading, words) if words else reading


def _words(judgements: Sequence[Judgement]) -> _Words:
    corrections: dict[str, list[Judgement]] = defaultdict(list)
    verdicts: dict[str, Verdict] = {}
    for judgement in filter(is_usable, in_force(judgements)):
        of_reading = judgement.verdict in (Verdict.CONFIRM, Verdict.REJECT)
        for subject in judgement.subjects:
            if judgement.verdict is Verdict.CORRECT:
                corrections[subject].append(judgement)
            elif of_reading and judgement.field != OF_INCIDENT:
                verdicts[subject] = judgement.verdict
    return {
        subject: _Word(tuple(corrections[subject]), verdicts.get(subject))
        for subject in {*corrections, *verdicts}
    }


def _corrected(reading: Reading, words: _Words) -> Reading:
    if _is_rejected(reading.report.id, words):
        return replace(reading, statements=(), narration=(), events=())
    said = reading.all_statements
    ids = (*(one.id for one in said), *(event.id for event in reading.events))
    if words.keys().isdisjoint(ids):
        return reading
    statements = [_judged_statement(one, words) for one in said if not _is_rejected(one.id, words)]
    gone = {one.id for one in said} - {one.id for one in statements}
    judged = replace(
        reading,
        statements=tuple(_without_outer(one, gone) for one in statements if not one.narration),
        narration=tuple(one for one in statements if one.narration),
        events=(),
    )
    return _with_events(judged, _kept(reading.events, gone, words), words)


def _kept(events: Iterable[Event], gone: Set[StatementId], words: _Words) -> Iterable[Event]:
    return (
        event
        for event in events
        if event.statement not in gone and not _is_rejected(event.id, words)
    )


def _with_events(reading: Reading, events: Iterable[Event], words: _Words) -> Reading:
    done: list[Event] = []
    for event in events:
        word = words.get(event.id)
        if word is not None:
            for judgement in word.corrections:
                change = event_change(judgement.field, judgement.value)
                event, reading = change(event, reading)
            if word.verdict is Verdict.CONFIRM:
                event = replace(event, score=CERTAIN)
        done.append(event)
    return replace(reading, events=tuple(done))


def _judged_statement(statement: Statement, words: _Words) -> Statement:
    word = words.get(statement.id)
    for judgement in word.corrections if word else ():
        statement = statement_change(judgement.field, judgement.value)(statement)
    return statement


def _without_outer(statement: Statement, gone: Set[StatementId]) -> Statement:
    return replace(statement, within=None) if statement.within in gone else statement


def _is_rejected(subject: str, words: _Words) -> bool:
    word = words.get(subject)
    return word is not None and word.is_rejected
