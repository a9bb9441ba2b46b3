"""Situations: who is at risk, where, from whom, on what signs, and how that is assessed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, datetime

from tocsin.assess.carriers import carrier_of
from tocsin.assess.confidence import ConfidenceFinding, find_confidence
from tocsin.assess.gaps import find_gaps, what_would_change
from tocsin.assess.indicators import light_indicators
from tocsin.assess.level import LevelFinding, coming_dates, find_level
from tocsin.assess.scopes import Scope, find_scopes
from tocsin.assess.sentences import SentenceBook
from tocsin.assess.threats import threatening_actors
from tocsin.assess.wording import described, title_of
from tocsin.core.ids import SituationId, StatementId, content_id
from tocsin.core.time import day_words
from tocsin.core.types import (
    Assessment,
    Deadline,
    Ledger,
    Level,
    PlaceMention,
    Reading,
    Reason,
    Request,
    Situation,
)

GRAVEST_FIRST = (Level.EMERGENCY, Level.WARNING, Level.WATCH, Level.NONE)


def assess(
    readings: Sequence[Reading], ledger: Ledger, *, as_of: datetime
) -> tuple[Situation, ...]:
    """Return the situations, the gravest first; what is neither grave nor near makes none.

    `as_of` is the instant that the assessment looks from: dates before it are past.
    """
    ordered = sorted(readings, key=lambda r: (r.report.published or date.max, r.report.id))
    book = SentenceBook()
    scopes = find_scopes(ordered, ledger)
    found = (assess_scope(scope, ledger, as_of=as_of, book=book) for scope in scopes)
    kept = [situation for situation in found if situation.assessment.level is not Level.NONE]
    kept.sort(key=lambda s: (GRAVEST_FIRST.index(s.assessment.level), -len(s.reports), s.id))
    return tuple(kept)


def assess_scope(scope: Scope, ledger: Ledger, *, as_of: datetime, book: SentenceBook) -> Situation:
    """Return the situation of one scope."""
    finding = find_level(scope, as_of=as_of)
    confidence = find_confidence(finding.incidents)
    threatened_by = threatening_actors(scope)
    place = _place_of(scope)
    return Situation(
        id=SituationId(content_id("sit", scope.key)),
        title=title_of(scope.group, place),
        group=scope.group,
        place=place,
        country=_country_of(scope, place),
        threatened_by=threatened_by,
        reports=tuple(reading.report.id for reading in scope.readings),
        incidents=tuple(incident.id for incident in scope.incidents),
        indicators=light_indicators(scope, as_of=as_of, book=book),
        assessment=Assessment(
            level=finding.level,
            confidence=confidence.confidence,
            why=tuple(_why(scope, finding, confidence, as_of)),
            gaps=find_gaps(scope, ledger, finding, as_of=as_of),
            would_change=what_would_change(scope, finding, threatened_by=threatened_by),
        ),
        deadlines=_deadlines(scope.readings),
        requests=_requests(scope),
    )


def _why(
    scope: Scope, finding: LevelFinding, confidence: ConfidenceFinding, as_of: datetime
) -> Iterable[Reason]:
    supports = tuple(dict.fromkeys(s for i in finding.incidents for s in i.supports))
    acts = list(dict.fromkeys(map(described, finding.incidents)))
    text = f"{finding.text} Reported: {', '.join(acts[:3])}." if acts else finding.text
    yield Reason(text=text, rule=finding.rule, statements=supports)
    days = coming_dates(scope, as_of)
    if days:
        named = ", ".join(map(day_words, days[:4]))
        yield Reason(
            text=f"Dates ahead: {named}.",
            rule="level.dates",
            statements=_dated_statements(scope, frozenset(days[:4])),
        )
    backing = confidence.incident.supports if confidence.incident else ()
    yield Reason(text=confidence.text, rule=confidence.rule, statements=backing)


def _dated_statements(scope: Scope, days: frozenset[date]) -> tuple[StatementId, ...]:
    found = (
        carrier_of(reading, reading.sentences[deadline.sentence], deadline.span).id
        for reading in scope.readings
        for deadline in reading.deadlines
        if deadline.date in days and deadline.sentence < len(reading.sentences)
    )
    return tuple(dict.fromkeys(found))


def _place_of(scope: Scope) -> str | None:
    if scope.group is not None and scope.group.place:
        return scope.group.place
    return next((incident.place for incident in scope.incidents if incident.place), None)


def _country_of(scope: Scope, place: str | None) -> str | None:
    """Return the country of the situation's place, else the one that its reports name most."""
    named: Counter[str] = Counter()
    for reading in scope.readings:
        for mention in reading.places:
            country = _country_around(mention, reading)
            if country and place and mention.name.casefold() in place.casefold():
                return country
            if country:
                named[country] += 1
    return max(named, key=lambda country: (named[country], country), default=None)


def _country_around(mention: PlaceMention, reading: Reading) -> str | None:
    within = mention.within
    outer = reading.places[within] if within is not None and within < len(reading.places) else None
    held = mention.place or (outer.place if outer else None)
    return held.country if held else None


def _deadlines(readings: Sequence[Reading]) -> tuple[Deadline, ...]:
    found = {
        (d.date, d.kind): d for reading in reversed(readings) for d in reversed(reading.deadlines)
    }
    return tuple(found[key] for key in sorted(found))


def _requests(scope: Scope) -> tuple[Request, ...]:
    """Return the requests that the reports make for the group or place, each once."""
    found = {
        (request.asked_by, request.asked_of, request.asks): request
        for reading in scope.readings
        for request in reading.requests
        if reading.report.id not in scope.shared
        or scope.names_itself(request.span.within(reading.report.text), generic=False)
    }
    return tuple(found.values())
