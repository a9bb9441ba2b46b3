"""Situations: who is at risk, where, from whom, on what signs, and how that is assessed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date, datetime

from tocsin.assess.confidence import find_confidence
from tocsin.assess.dates import situation_dates
from tocsin.assess.gaps import find_gaps, what_would_change
from tocsin.assess.gathering import find_scopes
from tocsin.assess.indicators import light_indicators
from tocsin.assess.level import find_level
from tocsin.assess.reasons import reasons_why
from tocsin.assess.scopes import Scope
from tocsin.assess.sentences import SentenceBook
from tocsin.assess.threats import threatening_actors
from tocsin.assess.wording import title_of
from tocsin.core.ids import SituationId, content_id
from tocsin.core.types import (
    Assessment,
    Ledger,
    Level,
    PlaceMention,
    Reading,
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
    dates = situation_dates(scope)
    finding = find_level(scope, dates, as_of=as_of)
    confidence = find_confidence(finding.incidents)
    threatened_by = threatening_actors(scope)
    place = _place_of(scope)
    why = reasons_why(scope, finding, confidence, dates, as_of=as_of.date())
    return Situation(
        id=SituationId(content_id("sit", scope.key)),
        title=title_of(scope.group, place),
        group=scope.group,
        place=place,
        country=_country_of(scope, place),
        threatened_by=threatened_by,
        reports=tuple(reading.report.id for reading in scope.readings),
        incidents=tuple(incident.id for incident in scope.incidents),
        indicators=light_indicators(scope, dates, as_of=as_of, book=book),
        assessment=Assessment(
            level=finding.level,
            confidence=confidence.confidence,
            why=tuple(why),
            gaps=find_gaps(scope, ledger, finding, as_of=as_of),
            would_change=what_would_change(
                scope, finding, dates, threatened_by=threatened_by, as_of=as_of.date()
            ),
        ),
        deadlines=dates,
        requests=_requests(scope),
    )


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
