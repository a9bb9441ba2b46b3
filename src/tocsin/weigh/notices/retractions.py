"""Retractions: reports that take another report back or correct it, and which one they mean."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from tocsin.core.ids import ReportId
from tocsin.core.types import CopyGroup, NoticeKind, Reading, Span
from tocsin.ontology.corrections import correction_words
from tocsin.ontology.sourcing import sourcing_words
from tocsin.weigh.copies.shingles import words_of
from tocsin.weigh.naming import folded
from tocsin.weigh.notices.amendments import Change, any_of, changes_in, is_voided
from tocsin.weigh.origins.credits import agency_of

SHARED_SUBJECT_WORDS = 3  # beyond names every report of the place shares
CLEAR_LEAD = 1.5  # the report meant shares this much more of the subject than the next one
MIN_WORD_LETTERS = 4
ANNOUNCING_SENTENCES = 3  # a correction is a few lines; what follows is the story


@dataclass(frozen=True, slots=True)
class Retraction:
    """A report that takes back or corrects another; `of` is None where it cannot be told which.

    `cue` is the sentence that does so, `changes` what a correction changes where it says so.
    """

    by: ReportId
    of: ReportId | None
    cue: Span
    kind: NoticeKind = NoticeKind.WITHDRAWN
    changes: tuple[Change, ...] = ()


def find_notices(readings: Sequence[Reading]) -> tuple[Retraction, ...]:
    """Return withdrawals and corrections, each with the report it means where that is clear.

    A correction that says that nothing of it happened is a withdrawal.
    """
    by_outlet: dict[str, list[Reading]] = {}
    for reading in readings:
        for outlet in _printed_by(reading):
            by_outlet.setdefault(outlet, []).append(reading)
    found = (_retraction(reading, by_outlet) for reading in readings)
    return tuple(sorted(filter(None, found), key=lambda retraction: retraction.by))


def withdrawn_reports(
    retractions: Sequence[Retraction], copies: Sequence[CopyGroup]
) -> tuple[ReportId, ...]:
    """Return the reports taken back, with every report that prints the same text."""
    taken_back = {one.of for one in retractions if one.of and one.kind is NoticeKind.WITHDRAWN}
    for group in copies:
        if taken_back & set(group.reports):
            taken_back |= set(group.reports)
    return tuple(sorted(taken_back - {retraction.by for retraction in retractions}))


def _retraction(reading: Reading, by_outlet: Mapping[str, list[Reading]]) -> Retraction | None:
    cue = next(_cue_sentences(reading), None)
    if cue is None:
        return None
    outlets = _printed_by(reading) | _outlets_named(reading, cue, by_outlet)
    candidates = {
        candidate.report.id: candidate
        for outlet in outlets
        for candidate in by_outlet.get(outlet, [])
        if _could_be_meant(candidate, reading)
    }
    said = _announcement(reading, cue)
    corrected = not _withdrawing().search(said) and not is_voided(said)
    return Retraction(
        by=reading.report.id,
        of=_meant(reading, list(candidates.values())),
        cue=cue,
        kind=NoticeKind.CORRECTED if corrected else NoticeKind.WITHDRAWN,
        changes=changes_in(said) if corrected else (),
    )


def _announcement(reading: Reading, cue: Span) -> str:
    """Return the sentence that takes back or corrects, the ones after it, and such a headline."""
    after = [span for span in reading.sentences if span.start >= cue.start][:ANNOUNCING_SENTENCES]
    title = reading.report.title or ""
    told = [title] if _announcing().search(title) else []
    return " ".join([*told, *(span.within(reading.report.text) for span in after)])


def _cue_sentences(reading: Reading) -> Iterator[Span]:
    text = reading.report.text
    title = reading.report.title or ""
    for span in reading.sentences:
        if _announcing().search(span.within(text)):
            yield span
    if _announcing().search(title):
        yield reading.report.title_span or Span(0, 0)


def _printed_by(reading: Reading) -> set[str]:
    names = (reading.report.outlet, agency_of(reading.report))
    return {folded(name) for name in names if name}


def _outlets_named(reading: Reading, cue: Span, outlets: Mapping[str, object]) -> set[str]:
    sentence = f" {folded(cue.within(reading.report.text))} "
    return {outlet for outlet in outlets if f" {outlet} " in sentence}


def _could_be_meant(candidate: Reading, reading: Reading) -> bool:
    ours, theirs = reading.report, candidate.report
    if theirs.id == ours.id or next(_cue_sentences(candidate), None):
        return False
    return not (ours.published and theirs.published and theirs.published > ours.published)


def _meant(reading: Reading, candidates: Sequence[Reading]) -> ReportId | None:
    """Return the report that shares the subject, if it leads clearly; a day named must fit."""
    days = {time.when.earliest.date() for time in reading.times if time.when and time.when.earliest}
    dated = [c for c in candidates if c.report.published in days]
    subject = _subject_words(reading)
    scored = sorted(
        ((len(subject & _subject_words(c)), c.report.id) for c in dated or candidates),
        reverse=True,
    )
    if not scored or scored[0][0] < SHARED_SUBJECT_WORDS:
        return None
    lead = len(scored) == 1 or scored[0][0] >= CLEAR_LEAD * scored[1][0]
    return scored[0][1] if lead else None


def _subject_words(reading: Reading) -> frozenset[str]:
    return frozenset(w for w in words_of(reading.report.text) if len(w) >= MIN_WORD_LETTERS)


@cache
def _withdrawing() -> re.Pattern[str]:
    words = sourcing_words()
    taken = "|".join(map(re.escape, words.withdraws))
    what = r"(?:report|story|article|account|dispatch|item|headline|claim)"
    return re.compile(
        rf"\b(?:{taken})\b.{{0,60}}\b{what}|\b{what}s?\b.{{0,60}}\b(?:{taken})\b",
        re.IGNORECASE | re.DOTALL,
    )


@cache
def _announcing() -> re.Pattern[str]:
    words = correction_words()
    corrects = rf"\b(?:{any_of(words.announces)})|^\W{{0,3}}(?:{any_of(words.opens)})\b"
    return re.compile(rf"{_withdrawing().pattern}|{corrects}", re.IGNORECASE | re.DOTALL)
