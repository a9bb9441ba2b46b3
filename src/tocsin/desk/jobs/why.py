"""Why an incident or a statement stands in the ledger as it does."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from tocsin.core.ids import ReportId, StatementId
from tocsin.core.types import (
    Brief,
    ContradictionKind,
    Credibility,
    Graded,
    Incident,
    Judgement,
    Lineage,
    NoticeKind,
    Origin,
    Reading,
    Source,
    Statement,
    Verdict,
)
from tocsin.desk.jobs.ledger import best_credibility, grades_by_statement
from tocsin.desk.jobs.named import incident_or_statement
from tocsin.warn.redaction import quote_of
from tocsin.weigh.lineage.graph import lineage_of
from tocsin.weigh.lineage.trail import Trail

INCIDENT_START = "inc_"


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A statement as a page prints it, with its grade.

    `notice` is set where the publisher withdrew or corrected the report.
    """

    statement: Statement
    report: ReportId
    outlet: str | None
    published: date | None
    quote: str
    graded: Graded | None
    notice: NoticeKind | None


@dataclass(frozen=True, slots=True, kw_only=True)
class OriginWhy:
    """An origin: what it says for and against the incident, and the way that took.

    `copies` are its reports beyond the first print of each text.
    """

    origin: Origin
    affirms: tuple[StatementId, ...]
    denies: tuple[StatementId, ...]
    lineage: Lineage
    sources: tuple[Source, ...]
    copies: tuple[ReportId, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentWhy:
    """Who says so, from whom, copied from where, and who denies it."""

    incident: Incident
    credibility: Credibility | None
    origins: tuple[OriginWhy, ...]
    said: tuple[Said, ...]
    judgements: tuple[Judgement, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementWhy:
    """A statement, the way it took, its grade, and the incidents that it is for or against."""

    said: Said
    lineage: Lineage
    incidents: tuple[Incident, ...]
    judgements: tuple[Judgement, ...]


def why_of(
    name: str, brief: Brief, *, shown: Callable[[Reading], Reading] = lambda reading: reading
) -> IncidentWhy | StatementWhy:
    """Return why the incident or statement that is named stands as it does.

    Quotations are taken from the reading as it is `shown`. Raises: NotWeighed, AmbiguousId.
    """
    found = incident_or_statement(name, brief)
    trail = Trail.of(brief.readings, brief.ledger)
    saying = _Saying(brief, trail, shown)
    if found.startswith(INCIDENT_START):
        incident = next(one for one in brief.ledger.incidents if one.id == found)
        return _incident_why(incident, brief, trail, saying)
    statement = trail.statement(StatementId(found))
    return StatementWhy(
        said=next(saying.said([statement.id])),
        lineage=lineage_of([statement.id], trail),
        incidents=tuple(trail.incidents_of(statement.id)),
        judgements=_judgements_on({statement.id}, brief),
    )


def _incident_why(incident: Incident, brief: Brief, trail: Trail, saying: _Saying) -> IncidentWhy:
    named = dict.fromkeys(one for origin in incident.origins for one in origin.statements)
    about = {*named, *incident.events, incident.id}
    return IncidentWhy(
        incident=incident,
        credibility=best_credibility(incident, saying.grades),
        origins=tuple(_origin_why(origin, incident, brief, trail) for origin in incident.origins),
        said=tuple(saying.said(named)),
        judgements=_judgements_on(about, brief, also=frozenset(incident.judgements)),
    )


def _origin_why(origin: Origin, incident: Incident, brief: Brief, trail: Trail) -> OriginWhy:
    own = set(origin.statements)
    denials = {c.against for c in incident.contradicts if c.kind is ContradictionKind.DENIAL}
    affirms = [one for one in incident.supports if one in own and one not in denials]
    firsts = {trail.prints_of(report)[0] for report in origin.reports}
    return OriginWhy(
        origin=origin,
        affirms=tuple(affirms),
        denies=tuple(one for one in origin.statements if one in denials),
        lineage=lineage_of(origin.statements, trail),
        sources=tuple(source for source in brief.ledger.sources if source.id in origin.sources),
        copies=tuple(report for report in origin.reports if report not in firsts),
    )


def _judgements_on(
    subjects: set[str], brief: Brief, *, also: frozenset[str] = frozenset()
) -> tuple[Judgement, ...]:
    """Return the judgements on any of the subjects, and what undoes them, oldest first."""
    given = brief.ledger.judgements
    on = {
        one.id
        for one in given
        if one.id in also or subjects.intersection(one.subjects + one.apart_from)
    }
    undoing = {one.id for one in given if one.verdict is Verdict.UNDO and on & {*one.subjects}}
    found = (one for one in given if one.id in on | undoing)
    return tuple(sorted(found, key=lambda one: (one.at, one.id)))


class _Saying:
    """The statements of a brief in the words of their pages, each page shown once."""

    def __init__(self, brief: Brief, trail: Trail, shown: Callable[[Reading], Reading]) -> None:
        self.grades = grades_by_statement(brief.ledger.grades)
        self._trail = trail
        self._shown = shown
        self._pages: dict[ReportId, Reading] = {}
        notices = {one.of: one.kind for one in brief.ledger.notices if one.of}
        withdrawn = dict.fromkeys(brief.ledger.retractions, NoticeKind.WITHDRAWN)
        self._notices = {**notices, **withdrawn}

    def said(self, statements: Iterable[StatementId]) -> Iterator[Said]:
        """Yield each statement as its page prints it."""
        for one in statements:
            statement = self._trail.statement(one)
            page = self._page(statement.report)
            quotes = (quote_of(page, span) for span in statement.content_spans)
            yield Said(
                statement=statement,
                report=statement.report,
                outlet=page.report.outlet,
                published=page.report.published,
                quote=" … ".join(quotes),
                graded=self.grades.get(one),
                notice=self._notices.get(statement.report),
            )

    def _page(self, report: ReportId) -> Reading:
        if report not in self._pages:
            self._pages[report] = self._shown(self._trail.readings[report])
        return self._pages[report]
