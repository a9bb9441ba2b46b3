"""Brief → BriefView: chooses and words what a brief shows. Takes a brief already masked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

from tocsin.core.time import day_words
from tocsin.core.types import (
    Brief,
    Deadline,
    DeadlineKind,
    Evidence,
    GroupAtRisk,
    Incident,
    LitIndicator,
    Reading,
    Request,
    Situation,
    Source,
)
from tocsin.warn.incidents import incident_view, sorted_incidents
from tocsin.warn.notes import NoteBook
from tocsin.warn.view import (
    BriefView,
    DateView,
    FactorView,
    IndicatorView,
    Line,
    ReportView,
    RequestView,
    SituationView,
    SourceView,
)
from tocsin.warn.wording import (
    LEVEL_ORDER,
    listed,
    one_line,
    parts_words,
    sentence_case,
    type_words,
)

RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur", "ps", "ckb", "dv", "yi", "ug", "sd"})
SHOWN_AS_TABLE = "level.dates"  # the dates have a section of their own
JUST_PASSED = timedelta(days=14)  # a date without news of its outcome stays in view this long
INCIDENTS_SHOWN = 10  # two pages; the JSON holds them all
QUOTED_CHARACTERS = 120  # of a sentence that lit an indicator; its note holds it whole
NOTES_OF_SIGN = 3  # statements cited for an indicator; the JSON holds them all
OTHERS_SHOWN = 8  # types of what else is said
NOTES_OF_OTHERS = 3


def outline_brief(brief: Brief) -> BriefView:
    """Return what the brief shows, gravest situation first."""
    book = NoteBook(brief.readings, withdrawn=frozenset(brief.ledger.retractions))
    situations = sorted(
        brief.situations, key=lambda s: (LEVEL_ORDER.index(s.assessment.level), s.title)
    )
    sources = _sources_behind(brief)
    views = tuple(_situation(situation, brief, book) for situation in situations)
    return BriefView(
        as_of=day_words(brief.as_of.date()),
        summary=_summary(brief),
        situations=views,
        sources=tuple(map(_source, sources)),
        more_sources=len(brief.ledger.sources) - len(sources),
        shared_reason=_shared_reason(sources),
        reports=tuple(_report(reading, brief) for reading in brief.readings),
        notes=tuple(book.notes()),
        rejected=tuple(Line(text=f"{r.id}: {r.detail} ({r.code})") for r in brief.rejected),
    )


def _summary(brief: Brief) -> str:
    unread = sum(reading.unread is not None for reading in brief.readings)
    folded = sum(len(group.reports) - 1 for group in brief.ledger.copies)
    parts = [_counted(len(brief.readings), "report")]
    if folded:
        parts.append(f"{folded} of them copies of another")
    if unread:
        parts.append(f"{unread} stored but not read")
    if brief.rejected:
        parts.append(f"{len(brief.rejected)} rejected")
    return ", ".join([*parts, _counted(len(brief.situations), "situation")])


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _situation(situation: Situation, brief: Brief, book: NoteBook) -> SituationView:
    assessment = situation.assessment
    grave, said = sorted_incidents(situation, brief.ledger)
    shown = _shown(grave)
    drafts = [warning for warning in brief.warnings if warning.situation == situation.id]
    as_of = brief.as_of.date()
    return SituationView(
        title=situation.title,
        level=assessment.level,
        confidence=assessment.confidence,
        facts=tuple(_facts(situation, brief)),
        why=tuple(
            Line(text=reason.text, notes=book.cite(reason.statements))
            for reason in assessment.why
            if reason.rule != SHOWN_AS_TABLE
        ),
        gaps=tuple(Line(text=r.text, notes=book.cite(r.statements)) for r in assessment.gaps),
        would_change=assessment.would_change,
        dates=tuple(_date(deadline, as_of, book) for deadline in _coming(situation, as_of)),
        incidents=tuple(incident_view(incident, book) for incident in shown),
        more_incidents=len(grave) - len(shown),
        others=_others(said, book),
        factors=tuple(_factors(situation.indicators, book)),
        requests=tuple(_request(request, book) for request in situation.requests),
        draft=tuple(
            Line(text=sentence.text, notes=book.cite(sentence.statements))
            for warning in drafts
            for sentence in warning.sentences
        ),
    )


def _shown(incidents: Sequence[Incident]) -> list[Incident]:
    """Return the first incidents, and any further one that was reported and then withdrawn."""
    first, rest = incidents[:INCIDENTS_SHOWN], incidents[INCIDENTS_SHOWN:]
    return [*first, *(one for one in rest if one.retracted and not one.supports)]


def _facts(situation: Situation, brief: Brief) -> Iterable[tuple[str, str]]:
    if situation.group:
        yield "At risk", _group_words(situation.group)
    country = _country_name(situation.country, brief) if situation.country else None
    where = [part for part in (situation.place, country) if part]
    if where:
        yield "Place", ", ".join(dict.fromkeys(where))
    if situation.threatened_by:
        yield "Attributed actors", listed(situation.threatened_by)


def _country_name(code: str, brief: Brief) -> str:
    """Return the country's name as the gazetteer of the readings has it, else its code."""
    places = (mention.place for reading in brief.readings for mention in reading.places)
    named = (p.name for p in places if p and p.country == code and p.feature.startswith("PCL"))
    return next(named, code)


def _coming(situation: Situation, as_of: date) -> list[Deadline]:
    """Return the dates ahead and those just passed, whose outcome is worth asking for."""
    oldest = as_of - JUST_PASSED
    return sorted(
        (deadline for deadline in situation.deadlines if deadline.date >= oldest),
        key=lambda deadline: (deadline.date, deadline.what),
    )


def _others(incidents: Sequence[Incident], book: NoteBook) -> tuple[Line, ...]:
    """Return what else is said (speech, diplomacy, help), one line a type."""
    by_type: dict[str, list[Incident]] = {}
    for incident in incidents:
        if incident.supports:
            by_type.setdefault(incident.type, []).append(incident)
    return tuple(
        Line(
            text=sentence_case(type_words(name)),
            notes=book.cite([s for i in same for s in i.supports][:NOTES_OF_OTHERS]),
        )
        for name, same in _most_said(by_type)
    )


def _most_said(by_type: Mapping[str, list[Incident]]) -> list[tuple[str, list[Incident]]]:
    said = sorted(by_type.items(), key=lambda item: (-len(item[1]), item[0]))
    return sorted(said[:OTHERS_SHOWN])


def _group_words(group: GroupAtRisk) -> str:
    size = f" ({group.as_reported})" if group.as_reported else ""
    parts = parts_words(group)
    return f"{sentence_case(group.name)}{size}" + (f", {parts}" if parts else "")


def _date(deadline: Deadline, as_of: date, book: NoteBook) -> DateView:
    moved = f" (moved from {day_words(deadline.moved_from)})" if deadline.moved_from else ""
    return DateView(
        date=day_words(deadline.date),
        days_ahead=(deadline.date - as_of).days,
        what=f"{sentence_case(deadline.what)}{moved}",
        kind="due" if deadline.kind is DeadlineKind.DUE else "may set something off",
        notes=book.cite(deadline.statements),
    )


def _factors(indicators: Sequence[LitIndicator], book: NoteBook) -> Iterable[FactorView]:
    """Yield the lit signs under their factors; a sentence is quoted once, then only cited."""
    quoted: set[str] = set()
    by_factor: dict[str, list[IndicatorView]] = {}
    for indicator in indicators:
        factor = f"{indicator.factor}. {indicator.factor_title}"
        by_factor.setdefault(factor, []).append(_indicator(indicator, book, quoted))
    for title, held in by_factor.items():
        yield FactorView(title=title, indicators=tuple(held))


def _indicator(indicator: LitIndicator, book: NoteBook, quoted: set[str]) -> IndicatorView:
    quotes = dict.fromkeys(evidence.quote for evidence in indicator.evidence)
    fresh = next((quote for quote in quotes if quote not in quoted), "")
    quoted.add(fresh)
    return IndicatorView(
        id=indicator.id,
        label=sentence_case(indicator.label),
        notes=_cited(indicator.evidence, book),
        quote=one_line(fresh, limit=QUOTED_CHARACTERS),
        denied=_cited(indicator.denied, book),
    )


def _cited(evidence: Sequence[Evidence], book: NoteBook) -> tuple[int, ...]:
    statements = dict.fromkeys(item.statement for item in evidence)
    return book.cite(list(statements)[:NOTES_OF_SIGN])


def _request(request: Request, book: NoteBook) -> RequestView:
    return RequestView(
        asked_by=sentence_case(request.asked_by) or "The report",
        asked_of=request.asked_of,
        asks=request.asks,
        notes=book.cite(request.statements),
    )


def _sources_behind(brief: Brief) -> list[Source]:
    """Return the sources that stand behind the situations, parties first."""
    wanted = {incident for situation in brief.situations for incident in situation.incidents}
    behind = {
        source
        for incident in brief.ledger.incidents
        if incident.id in wanted
        for origin in incident.origins
        for source in origin.sources
    }
    shown = [
        source
        for source in brief.ledger.sources
        if source.id in behind or source.name.casefold() in _publishers(brief)
    ]
    shown.sort(key=lambda source: source.party is None)
    by_name: dict[str, Source] = {}
    for source in shown:
        by_name.setdefault(source.name.casefold(), source)
    return list(by_name.values())


def _shared_reason(sources: Sequence[Source]) -> str:
    reasons = {source.reason for source in sources}
    return reasons.pop() if len(reasons) == 1 else ""


def _publishers(brief: Brief) -> frozenset[str]:
    """Return the outlets of the reports that a situation is told in, in lower case."""
    used = {report for situation in brief.situations for report in situation.reports}
    outlets = (r.report.outlet for r in brief.readings if r.report.id in used)
    return frozenset(outlet.casefold() for outlet in outlets if outlet)


def _source(source: Source) -> SourceView:
    party = source.party
    return SourceView(
        name=source.name,
        kind=source.kind,
        grade=source.reliability,
        reason=source.reason,
        party=f"{party.role} ({party.of})" if party else "",
    )


def _report(reading: Reading, brief: Brief) -> ReportView:
    report = reading.report
    return ReportView(
        title=report.title or "(no title)",
        outlet=report.outlet or "",
        published=report.published.isoformat() if report.published else "",
        language=report.language,
        direction="rtl" if report.language in RIGHT_TO_LEFT else "ltr",
        state="; ".join([_report_state(reading, brief), *report.notes]),
        capture=report.sha256[:12],
    )


def _report_state(reading: Reading, brief: Brief) -> str:
    identity = reading.report.id
    if reading.unread:
        return reading.unread
    if identity in brief.ledger.retractions:
        return "withdrawn by its publisher"
    if any(identity in copy.reports and identity != copy.earliest for copy in brief.ledger.copies):
        return "copy of another report"
    if any(identity in situation.reports for situation in brief.situations):
        return "used"
    return "read, raises nothing"
