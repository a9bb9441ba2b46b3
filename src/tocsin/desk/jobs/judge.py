"""Judgements given: made from what an analyst names, checked, and kept in the store."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from tocsin.core.errors import BadJudgement
from tocsin.core.ids import ReportId
from tocsin.core.types import Judgement, Reading, Verdict, in_force, judgement_id, undone
from tocsin.desk.jobs.subjects import Subject, Subjects
from tocsin.store.found import Wanted
from tocsin.store.store import Store
from tocsin.weigh.judged import checked
from tocsin.weigh.judged.unapplied import is_applicable


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What an analyst says: `out` are events that leave the one incident named."""

    verdict: Verdict
    names: tuple[str, ...]
    by: str
    reason: str = ""
    field: str = ""
    value: str = ""
    out: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A judgement and how it stands: in force, undone, or waiting for what it judges."""

    judgement: Judgement
    is_undone: bool
    is_waiting: bool


def judge_job(given: Given, store: Store, *, now: datetime) -> tuple[Judgement, ...]:
    """Return the judgements, kept in the store: all of them or none.

    A link or split is one judgement, of anything else there is one for each name.
    Raises: BadJudgement, NotWeighed, AmbiguousId.
    """
    subjects = Subjects(store=store)
    made = tuple(dict.fromkeys(_made(given, subjects, now=now.astimezone(UTC))))
    store.judge(made)
    return made


def listed_judgements(store: Store) -> list[Listed]:
    """Return all judgements of the store, oldest first, each with how it stands."""
    given = store.judgements()
    gone = undone(given)
    standing = in_force(given)
    at_hand = _at_hand(standing, store)
    waiting = {one.id for one in standing if not is_applicable(one, at_hand)}
    return [
        Listed(judgement=one, is_undone=one.id in gone, is_waiting=one.id in waiting)
        for one in given
    ]


def judged_readings(store: Store) -> list[Reading]:
    """Return the readings that judgements are about; they know whose names to mask."""
    given = store.judgements()
    ids = {one for judgement in given for one in (*judgement.subjects, *judgement.apart_from)}
    if any(one.startswith("src_") for one in ids):
        return list(store.readings(Wanted()))
    reports = {
        report for one in ids if one in store.ids_starting(one) for report in _of(one, store)
    }
    return [store.reading(report) for report in sorted(reports)]


def _of(subject: str, store: Store) -> Sequence[ReportId]:
    return () if subject.startswith("jdg_") else store.find(subject)


def _at_hand(judgements: Sequence[Judgement], store: Store) -> set[str]:
    """Return those of the judged ids that the store holds; only sources ask for weighing."""
    ids = {one for given in judgements for one in (*given.subjects, *given.apart_from)}
    sources = {one for one in ids if one.startswith("src_")}
    found = {one for one in ids - sources if one in store.ids_starting(one)}
    if sources:
        found |= {str(one.id) for one in Subjects(store=store).ledger.sources} & sources
    return found


def _made(given: Given, subjects: Subjects, *, now: datetime) -> Iterator[Judgement]:
    if given.verdict is Verdict.LINK:
        events = [event for name in given.names for event in subjects.events_called(name)]
        yield _judgement(given, Subject(ids=tuple(dict.fromkeys(events))), now=now)
    elif given.verdict is Verdict.SPLIT:
        yield _split(given, subjects, now=now)
    else:
        for name in given.names:
            subject = subjects.called(name)
            if given.verdict is Verdict.UNDO:
                _check_undoing(subject.ids[0], subjects.store)
            if subject.field and given.verdict not in (Verdict.CONFIRM, Verdict.REJECT):
                reason = f"{name} is an incident: name an event, a statement or a source"
                raise BadJudgement(given.verdict.value, reason=reason)
            yield _judgement(given, subject, now=now)


def _split(given: Given, subjects: Subjects, *, now: datetime) -> Judgement:
    inside = {event for name in given.names for event in subjects.events_called(name)}
    leaving = [event for name in given.out for event in subjects.events_called(name)]
    strangers = [event for event in leaving if event not in inside]
    if strangers:
        reason = f"{strangers[0]} is not of {', '.join(given.names)}"
        raise BadJudgement(given.verdict.value, reason=reason)
    staying = tuple(sorted(inside - set(leaving)))
    leaves = Subject(ids=tuple(dict.fromkeys(leaving)))
    return _judgement(given, leaves, now=now, apart_from=staying)


def _judgement(
    given: Given, subject: Subject, *, now: datetime, apart_from: tuple[str, ...] = ()
) -> Judgement:
    field, value = subject.field or given.field, _plain(given.value)
    by, reason = _plain(given.by), _plain(given.reason)
    ids = tuple(sorted(subject.ids))
    return checked(
        Judgement(
            id=judgement_id(
                given.verdict, ids, apart_from=apart_from, field=field, value=value, by=by, at=now
            ),
            verdict=given.verdict, subjects=ids, apart_from=apart_from, field=field, value=value,
            reason=reason, by=by, at=now,
        )
    )  # fmt: skip


def _plain(words: str) -> str:
    """Return the words on one line, composed (NFC), so that equal words are equal."""
    return unicodedata.normalize("NFC", " ".join(words.split()))


def _check_undoing(judgement: str, store: Store) -> None:
    if judgement in undone(store.judgements()):
        raise BadJudgement(judgement, reason="it is undone already; undo its undoing to restore it")
