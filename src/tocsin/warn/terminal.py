"""A brief as a terminal shows it."""

from __future__ import annotations

from collections.abc import Iterable

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from tocsin.core.types import Brief
from tocsin.warn.outline import outline_brief
from tocsin.warn.view import (
    BriefView,
    FactorView,
    IncidentView,
    IndicatorView,
    Line,
    SituationView,
)
from tocsin.warn.wording import ahead_words, listed

LEVEL_STYLES = {
    "emergency": "bold white on red",
    "warning": "bold black on yellow",
    "watch": "bold black on cyan",
    "none": "bold black on white",
}
INDENT = (0, 0, 0, 2)


def print_brief(brief: Brief, console: Console) -> None:
    """Print the brief on the console."""
    view = outline_brief(brief)
    console.print(_head(view))
    for situation in view.situations:
        console.print(_situation(situation))
    if not view.situations:
        console.print(Padding(Text("Nothing in these reports raises a situation."), (1, 0)))
    console.print(_notes(view))
    console.print(_sources(view))
    console.print(_reports(view))
    if view.rejected:
        console.print(_section("Rejected", _bullets(view.rejected)))


def _head(view: BriefView) -> RenderableType:
    title = Text.assemble(("TOCSIN BRIEF", "bold"), f"  as of {view.as_of}")
    advice = Text(
        "Read by machine: each line leads by its number to the words and the page. "
        "Nothing here is settled or sent until a person has reviewed it.",
        style="dim",
    )
    return Group(Rule(style="bold"), title, Text(view.summary), advice)


def _situation(situation: SituationView) -> RenderableType:
    badge = Text.assemble(
        (f" {situation.level.upper()} ", LEVEL_STYLES[situation.level]),
        "  confidence: ",
        (situation.confidence, "bold"),
    )
    dates = [
        Line(text=f"{d.date} ({ahead_words(d.days_ahead)}): {d.what} – {d.kind}", notes=d.notes)
        for d in situation.dates
    ]
    parts: list[RenderableType] = [
        Rule(Text(situation.title, style="bold"), align="left"),
        badge,
        _facts(situation.facts),
        _section("Why this level and confidence", _bullets(situation.why)),
        _section("Dates ahead", _bullets(dates)),
        _section("What is said, by whom", _incidents(situation)),
        _section("Also said", _running(situation.others)),
        _section("Signs of the UN Framework", _factors(situation.factors)),
        _section("Requests", _requests(situation)),
        _section("Gaps", _bullets(situation.gaps)),
        _section(
            "What would change this", _bullets(Line(text=text) for text in situation.would_change)
        ),
        _section("Draft warning, not sent: needs a named reviewer", _bullets(situation.draft)),
    ]
    return Padding(Group(*parts), (1, 0, 0, 0))


def _section(title: str, body: list[RenderableType]) -> RenderableType:
    if not body:
        return Group()
    return Group(Text(f"\n{title}", style="bold underline"), *body)


def _facts(facts: Iterable[tuple[str, str]]) -> RenderableType:
    table = Table.grid(padding=(0, 2))
    table.add_column(style="dim", no_wrap=True)
    table.add_column()
    for label, value in facts:
        table.add_row(label, Text(value))
    return table


def _bullets(lines: Iterable[Line]) -> list[RenderableType]:
    return [_bullet("•", _sourced(line)) for line in lines]


def _bullet(mark: str, text: Text) -> RenderableType:
    table = Table.grid(padding=(0, 1))
    table.add_column(no_wrap=True)
    table.add_column()
    table.add_row(Text(mark), text)
    return Padding(table, INDENT)


def _sourced(line: Line) -> Text:
    return Text.assemble(line.text, _references(line.notes))


def _references(notes: tuple[int, ...]) -> tuple[str, str]:
    return (f" [{', '.join(map(str, notes))}]" if notes else "", "cyan")


def _running(lines: Iterable[Line]) -> list[RenderableType]:
    """Return short lines run on in one paragraph."""
    words = [part for line in lines for part in (Text("; "), _sourced(line))][1:]
    return [Padding(Text.assemble(*words), INDENT)] if words else []


def _incidents(situation: SituationView) -> list[RenderableType]:
    more = f"and {situation.more_incidents} less grave, listed by --json"
    return [
        *map(_incident, situation.incidents),
        *([Padding(more, INDENT)] if situation.more_incidents else []),
    ]


def _incident(incident: IncidentView) -> RenderableType:
    return Group(
        _bullet("•", _incident_head(incident)),
        *(_under(label, lines) for label, lines in incident.labelled),
    )


def _incident_head(incident: IncidentView) -> Text:
    where = ", ".join(part for part in (incident.when, incident.where) if part)
    tail = f" ({where})" if where else ""
    return Text.assemble((incident.what, "bold"), f" – {incident.status}{tail}")


def _under(label: str, lines: Iterable[Line]) -> RenderableType:
    words = [part for line in lines for part in (Text("; "), _sourced(line))][1:]
    return Padding(Text.assemble((f"{label.lower()}: ", "dim"), *words), (0, 0, 0, 6))


def _factors(factors: Iterable[FactorView]) -> list[RenderableType]:
    return [
        Group(
            Padding(Text(factor.title, style="bold"), INDENT),
            *(_bullet("•", _indicator(indicator)) for indicator in factor.indicators),
        )
        for factor in factors
    ]


def _indicator(indicator: IndicatorView) -> Text:
    quote = f": “{indicator.quote}”" if indicator.quote else ""
    denied = "; denied" if indicator.denied else ""
    return Text.assemble(
        (indicator.id, "bold"),
        f" {indicator.label}{quote}",
        _references(indicator.notes),
        denied,
        _references(indicator.denied),
    )


def _requests(situation: SituationView) -> list[RenderableType]:
    return _bullets(
        Line(
            text=f"{request.asked_by} → {listed(request.asked_of, most=12)}: "
            f"{'; '.join(request.asks)}",
            notes=request.notes,
        )
        for request in situation.requests
    )


def _notes(view: BriefView) -> RenderableType:
    notes: list[RenderableType] = [
        _bullet(
            f"[{note.number}]",
            Text.assemble(
                f"“{note.quote}”",
                ("\n" + note.voices, "italic"),
                (f"\n{note.report}; {note.place}; {note.statement}", "dim"),
            ),
        )
        for note in view.notes
    ]
    return _section("Notes", notes)


def _sources(view: BriefView) -> RenderableType:
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="dim")
    shown = 4 if view.shared_reason else 5
    for column in ("Grade", "Source", "Kind", "Party to the dispute", "Reason")[:shown]:
        table.add_column(column)
    for source in view.sources:
        row = (source.grade, source.name, source.kind, source.party, source.reason)
        table.add_row(*(Text(cell) for cell in row[:shown]))
    more = f"and {view.more_sources} that stand behind no situation, listed by --json"
    body: list[RenderableType] = [table]
    body += [Padding(f"Every grade: {view.shared_reason}", INDENT)] if view.shared_reason else []
    body += [Padding(more, INDENT)] if view.more_sources else []
    return _section("Sources", body if view.sources else [])


def _reports(view: BriefView) -> RenderableType:
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="dim")
    for column in ("Published", "Outlet", "Title", "Language", "State"):
        table.add_column(column)
    for report in view.reports:
        row = (report.published, report.outlet, report.title, report.language, report.state)
        table.add_row(*(Text(cell) for cell in row))
    return _section("Reports", [table] if view.reports else [])
