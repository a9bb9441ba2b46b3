"""A small fictional brief, for tests of what leaves the desk."""

from __future__ import annotations

from datetime import UTC, date, datetime

from factories import Page
from tocsin.core.ids import SituationId
from tocsin.core.types import (
    Assessment,
    Brief,
    Confidence,
    Evidence,
    Ledger,
    Level,
    LitIndicator,
    Reading,
    Reason,
    Rejected,
    Reliability,
    Request,
    Situation,
    Source,
    SourceKind,
    Warning,
    WarningSentence,
    WarningState,
    source_id,
)

TEXT = (
    "Residents of Lindral Camp say the Interior Guard plans an attack. "
    "The camp must be empty by 1 May. Nobody came."
)


def reading(title: str = "Camp told to empty") -> Reading:
    """Return the reading of one report with a planned attack and a deadline."""
    page = Page(text=TEXT, title=title, published=date(2031, 4, 10))
    said = page.says("residents of Lindral Camp", "the Interior Guard plans an attack")
    page.event("armed_attack", "attack", actors=["Interior Guard"], statement=said)
    page.group("Residents of Lindral Camp", place="Lindral Camp", size=2600)
    page.deadline(date(2031, 5, 1), "The camp must be empty by 1 May")
    return page.reading()


def brief(title: str = "Camp told to empty", *, situations: bool = True) -> Brief:
    """Return a brief on that report, with or without the situation it raises."""
    read = reading(title)
    statement = read.statements[0]
    evidence = Evidence(
        statement=statement.id,
        report=read.report.id,
        span=statement.content_spans[0],
        quote=statement.content_spans[0].within(TEXT),
    )
    situation = Situation(
        id=SituationId("sit_1"),
        title="Residents of Lindral Camp",
        group=read.groups[0],
        place="Lindral Camp",
        country=None,
        threatened_by=("Interior Guard",),
        reports=(read.report.id,),
        incidents=(),
        indicators=(
            LitIndicator(
                id="7.3",
                label="security apparatus mobilised against groups",
                factor=7,
                factor_title="Enabling circumstances",
                evidence=(evidence,),
            ),
        ),
        assessment=Assessment(
            level=Level.WARNING,
            confidence=Confidence.LOW,
            why=(
                Reason(
                    text="An attack is said to be planned.", rule="L2", statements=(statement.id,)
                ),
            ),
            gaps=(Reason(text="Only one origin.", rule="G1"),),
            would_change=("A report from a second origin.",),
        ),
        deadlines=read.deadlines,
        requests=(
            Request(
                asked_by="residents of Lindral Camp",
                asked_of=("UN Security Council",),
                asks=("send monitors",),
                span=statement.content_spans[0],
                statements=(statement.id,),
            ),
        ),
    )
    draft = Warning(
        situation=situation.id,
        state=WarningState.DRAFT,
        sentences=(WarningSentence(text="An attack is feared.", statements=(statement.id,)),),
    )
    outlet = Source(
        id=source_id(SourceKind.OUTLET, "The Velmora Courier"),
        kind=SourceKind.OUTLET,
        name="The Velmora Courier",
        reliability=Reliability.F,
        reason="cannot be judged: no record yet",
    )
    return Brief(
        as_of=datetime(2031, 4, 12, tzinfo=UTC),
        readings=(read,),
        ledger=Ledger(sources=(outlet,)),
        situations=(situation,) if situations else (),
        warnings=(draft,) if situations else (),
        rejected=(Rejected(id="torn.pdf", code="read.malformed", detail="the file ends early"),),
    )
