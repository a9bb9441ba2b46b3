"""Standings: what analysts say of incidents, statements and sources, over what was computed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from tocsin.core.ids import StatementId
from tocsin.core.time import day_words
from tocsin.core.types import (
    OF_INCIDENT,
    Credibility,
    Graded,
    Incident,
    Judgement,
    Ledger,
    Reading,
    Reliability,
    Source,
    Standing,
    Verdict,
    in_force,
    oldest_first,
)
from tocsin.weigh.judged.checked import is_usable, kind_of
from tocsin.weigh.judged.unapplied import naming_ids, statement_ids, unapplied

STANDINGS: Mapping[Verdict, Standing] = {
    Verdict.CONFIRM: Standing.CONFIRMED,
    Verdict.REJECT: Standing.REJECTED,
}
CREDIBILITIES: Mapping[Verdict, Credibility] = {
    Verdict.CONFIRM: Credibility.CONFIRMED,
    Verdict.REJECT: Credibility.IMPROBABLE,
}

_BySubject = Mapping[str, Sequence[Judgement]]


def with_judgements(
    ledger: Ledger, judgements: Sequence[Judgement], *, readings: Sequence[Reading]
) -> Ledger:
    """Return the ledger with the standings and grades that analysts gave.

    `readings` are those before any correction: they say whose subjects are at hand. What was
    computed stays in view, the overruling is a step more. The order of the judgements does not
    matter.
    """
    if not judgements:
        return ledger
    standing = [judgement for judgement in in_force(judgements) if is_usable(judgement)]
    by_subject = _by_subject(standing)
    said = {one.id for reading in readings for one in reading.all_statements}
    judged = replace(
        ledger,
        incidents=tuple(_incident(incident, by_subject) for incident in ledger.incidents),
        grades=tuple(_grades(ledger.grades, by_subject, said)),
        sources=tuple(_source(source, by_subject) for source in ledger.sources),
        judgements=oldest_first(tuple({one.id: one for one in judgements}.values())),
    )
    return replace(judged, unapplied=unapplied(judged, judgements, readings=readings))


def _by_subject(judgements: Sequence[Judgement]) -> _BySubject:
    found: dict[str, list[Judgement]] = defaultdict(list)
    for judgement in judgements:
        for subject in dict.fromkeys((*judgement.subjects, *judgement.apart_from)):
            found[subject].append(judgement)
    return found


def _incident(incident: Incident, by_subject: _BySubject) -> Incident:
    ids = (*incident.events, *statement_ids(incident))
    touching = {one.id: one for id_ in ids for one in by_subject.get(id_, ())}
    if not touching:
        return incident
    ordered = oldest_first(tuple(touching.values()))
    own = set(naming_ids(incident))
    verdicts = [
        one.verdict
        for one in ordered
        if one.field == OF_INCIDENT and not own.isdisjoint(one.subjects)
    ]
    return replace(
        incident,
        standing=STANDINGS[verdicts[-1]] if verdicts else incident.standing,
        judgements=tuple(one.id for one in ordered),
    )


def _grades(
    graded: Sequence[Graded], by_subject: _BySubject, said: set[StatementId]
) -> Iterator[Graded]:
    """Yield every grade as judged, then those of statements that had none, a rejected one's."""
    known = {one.statement for one in graded}
    for one in graded:
        yield _overruled(one, by_subject.get(one.statement, ()))
    judged = {subject for subject in by_subject if kind_of(subject) == "stm"}
    for statement in sorted((judged & said) - known):
        bare = Graded(statement=StatementId(statement), credibility=Credibility.UNKNOWN, steps=())
        overruled = _overruled(bare, by_subject[statement])
        if overruled is not bare:
            yield overruled


def _overruled(graded: Graded, judgements: Sequence[Judgement]) -> Graded:
    for judgement in judgements:
        if judgement.field == OF_INCIDENT:
            continue
        if judgement.verdict is Verdict.GRADE:
            grade, words = Credibility(judgement.value), f"graded {judgement.value}"
        elif judgement.verdict in CREDIBILITIES:
            grade, words = CREDIBILITIES[judgement.verdict], f"{STANDINGS[judgement.verdict]}"
        else:
            continue
        step = f"{words} {given_by(judgement)}"
        graded = replace(graded, credibility=grade, steps=(*graded.steps, step))
    return graded


def _source(source: Source, by_subject: _BySubject) -> Source:
    for judgement in by_subject.get(source.id, ()):
        reason = f"graded {judgement.value} {given_by(judgement)}; before: {source.reason}"
        grade = Reliability(judgement.value)
        source = replace(source, reliability=grade, reason=reason)
    return source


def given_by(judgement: Judgement) -> str:
    """Return who gave the judgement, when and why, in words."""
    why = f": {judgement.reason}" if judgement.reason else ""
    return f"by {judgement.by} on {day_words(judgement.at.date())}{why}"
