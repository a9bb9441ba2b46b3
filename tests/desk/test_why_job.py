"""Why an incident stands as it does, as a value and as a page."""

from __future__ import annotations

import io
import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from rich.console import Console

from factories import Page, reprint
from tocsin.core.errors import AmbiguousId, NotWeighed
from tocsin.core.ids import JudgementId
from tocsin.core.types import (
    Brief,
    Credibility,
    FusedCount,
    Graded,
    Incident,
    Judgement,
    Link,
    NameKind,
    NameMention,
    Polarity,
    Reading,
    Stance,
    Standing,
    Verdict,
)
from tocsin.desk.cli.affected_words import print_affected
from tocsin.desk.cli.clean import short_ids
from tocsin.desk.cli.incident_words import print_incidents
from tocsin.desk.cli.why_words import print_why
from tocsin.desk.jobs.affected import affected_in
from tocsin.desk.jobs.filters import WantedIncidents
from tocsin.desk.jobs.ledger import ledger_job
from tocsin.desk.jobs.why import IncidentWhy, StatementWhy, why_of
from tocsin.desk.wire import as_line
from tocsin.desk.wire.references import PublicIds
from tocsin.desk.wire.why import why_json
from tocsin.warn.redaction import Masking

DAY = date(2031, 4, 9)
TEXT = "Joren Pell said the Interior Guard killed 12 people in Halvik on Monday at the bridge."
NOW = datetime(2031, 5, 1, tzinfo=UTC)


def accused() -> Reading:
    page = Page(TEXT, outlet="Halvik Radio", published=date(2031, 4, 10), title="Pell speaks")
    statement = page.says("Joren Pell", "the Interior Guard killed 12 people")
    page.event(
        "kill", "killed", actors=["Interior Guard"], targets=["people"], place="Halvik",
        day=DAY, killed=12, statement=statement,
    )  # fmt: skip
    name = NameMention(
        span=page.span("Joren Pell"), text="Joren Pell", kind=NameKind.PERSON,
        canonical="Joren Pell", private=True,
    )  # fmt: skip
    return replace(page.reading(), names=(name,))


def denied() -> Reading:
    page = Page(
        "The Interior Guard said it killed nobody in Halvik on Monday.",
        outlet="Karsh Monitor",
        published=date(2031, 4, 11),
    )
    statement = page.says("Interior Guard", "it killed nobody", stance=Stance.DENIES)
    page.event(
        "kill", "killed", denied=True, actors=["Interior Guard"], place="Halvik", day=DAY,
        statement=statement,
    )  # fmt: skip
    return page.reading()


def weighed(readings: Sequence[Reading]) -> Brief:
    return ledger_job(readings, now=NOW)


def disputed() -> tuple[Brief, Incident]:
    """Return a ledger with one disputed killing that has everything an incident can have."""
    first = accused()
    brief = weighed([first, reprint(first, outlet="Northern Post"), denied()])
    (incident,) = [one for one in brief.ledger.incidents if len(one.reports) == 3]
    judgement = Judgement(
        id=JudgementId("jdg_1"), verdict=Verdict.CONFIRM, subjects=(incident.events[0],),
        reason="seen the list of the dead", by="Tala Orsk", at=NOW,
    )  # fmt: skip
    whole = replace(
        incident,
        fused=(FusedCount(of="killed", low=12, high=14, best=12, rule="median of origins"),),
        links=(
            Link(event=incident.events[0], other=incident.events[-1], points=9,
                 reasons=("same place and day",)),
        ),
        standing=Standing.CONFIRMED,
        judgements=(judgement.id,),
        notes=("a note on the count",),
    )  # fmt: skip
    grade = Graded(
        statement=whole.supports[0], credibility=Credibility.PROBABLE, steps=("two origins agree",)
    )
    ledger = replace(brief.ledger, incidents=(whole,), grades=(grade,), judgements=(judgement,))
    return replace(brief, ledger=ledger), whole


def page_of(why: IncidentWhy | StatementWhy, brief: Brief, *, width: int = 100) -> str:
    out = io.StringIO()
    print_why(why, PublicIds.of(brief.readings), Console(file=out, width=width))
    return out.getvalue()


def test_the_tree_tells_who_says_so_who_copies_and_who_denies() -> None:
    brief, incident = disputed()
    tree = page_of(why_of(incident.id, brief), brief, width=200)
    told = (
        "Said by", "Joren Pell", "Denied by", "Interior Guard", "copies", "cannot tell",
        "12 killed (12 to 14): median of origins", "same place and day", "two origins agree",
        "credibility 2, probable", "confirm by Tala Orsk", "seen the list of the dead",
        "a note on the count", "confirmed",
    )  # fmt: skip
    assert [words for words in told if words not in tree] == []


def test_a_ledger_without_grades_links_and_estimates_is_shown_all_the_same() -> None:
    brief = weighed([accused()])
    ledger = replace(brief.ledger, grades=())
    (incident,) = ledger.incidents
    bare = replace(incident, fused=(), links=(), notes=())
    brief = replace(brief, ledger=replace(ledger, incidents=(bare,)))
    assert "Joren Pell" in page_of(why_of(bare.id, brief), brief)


def test_private_persons_are_masked_in_tree_and_json() -> None:
    brief, incident = disputed()
    masking = Masking.of(brief)
    why = masking.words_of(why_of(incident.id, brief, shown=masking.reading))
    ids = PublicIds.of(brief.readings)
    assert "Pell" not in page_of(why, brief) + as_line(why_json(why, ids))
    assert "[private person 1]" in page_of(why, brief)


def test_a_narrow_terminal_and_no_colours_on_a_pipe() -> None:
    brief, incident = disputed()
    tree = page_of(why_of(incident.id, brief), brief, width=40)
    assert max(map(len, tree.splitlines())) <= 40
    assert "\x1b" not in tree


@pytest.mark.parametrize("width", [40, 80, 200])
def test_incidents_are_listed_at_any_width_and_no_id_is_cut_short_of_telling(width: int) -> None:
    brief, incident = disputed()
    out = io.StringIO()
    print_incidents([incident], brief.ledger.grades, Console(file=out, width=width))
    assert incident.id[:12] in out.getvalue()
    assert max(map(len, out.getvalue().splitlines())) <= width
    assert "confirmed" in out.getvalue()


def test_an_event_means_its_incident_and_a_start_is_enough() -> None:
    brief, incident = disputed()
    for name in (incident.id, incident.events[0], incident.id[:14]):
        why = why_of(name, brief)
        assert isinstance(why, IncidentWhy)
        assert why.incident.id == incident.id


def test_a_statement_is_shown_with_its_way_its_grade_and_its_incidents() -> None:
    brief, incident = disputed()
    why = why_of(incident.supports[0], brief)
    assert isinstance(why, StatementWhy)
    assert [one.id for one in why.incidents] == [incident.id]
    assert why.lineage.edges
    assert "two origins agree" in page_of(why, brief)
    assert why_json(why, PublicIds.of(brief.readings))["statement"] == incident.supports[0]


def test_ids_that_mean_nothing_or_too_much_are_errors() -> None:
    brief, _ = disputed()
    for name in ("inc_none", ""):
        with pytest.raises(NotWeighed):
            why_of(name, brief)
    with pytest.raises(AmbiguousId):
        why_of("stm_", brief)


def test_every_statement_named_in_the_json_is_there_with_its_words() -> None:
    brief, incident = disputed()
    wire = json.loads(as_line(why_json(why_of(incident.id, brief), PublicIds.of(brief.readings))))
    named = [one for origin in wire["origins"] for one in origin["statements"]]
    named += wire["incident"]["supports"]
    named += [pair["against"] for pair in wire["incident"]["contradicts"]]
    assert set(named) <= set(wire["statements"])
    assert all(row["quote"] for row in wire["statements"].values())


def test_words_of_a_report_cannot_drive_the_terminal() -> None:
    hostile = replace(accused(), names=())
    report = replace(hostile.report, outlet="Radio\x1b[31m [red]x[/red]", title="\x1b]0;evil\x07")
    brief = weighed([replace(hostile, report=report)])
    (incident,) = brief.ledger.incidents
    tree = page_of(why_of(incident.id, brief), brief, width=200)
    assert not {"\x1b", "\x07"} & set(tree)
    assert "[red]x[/red]" in tree


def test_filters_leave_what_is_asked_for() -> None:
    _, incident = disputed()
    undated = replace(incident, time=None, contradicts=(), standing=Standing.OPEN)
    both = [undated, incident]
    asked = (
        (WantedIncidents(), [incident, undated]),
        (WantedIncidents(contradicted=True), [incident]),
        (WantedIncidents(standing=Standing.OPEN), [undated]),
        (WantedIncidents(place="halv"), [incident, undated]),
        (WantedIncidents(place="Karsh"), []),
        (WantedIncidents(types=frozenset({"loot"})), []),
        (WantedIncidents(since=date(2031, 4, 10)), [undated]),
        (WantedIncidents(until=date(2031, 4, 8)), [undated]),
        (WantedIncidents(since=DAY, until=DAY), [incident, undated]),
    )
    for wanted, expected in asked:
        assert wanted.among(both) == expected


def test_what_is_affected_reads_as_a_tree() -> None:
    brief, incident = disputed()
    out = io.StringIO()
    affected = affected_in(brief.readings[0].report.id[:12], brief)
    print_affected(affected, [incident], PublicIds.of(brief.readings), Console(file=out, width=120))
    assert "certain origins, then at most" in out.getvalue()
    assert incident.id in out.getvalue()


def test_short_ids_stay_unique() -> None:
    ids = ["inc_3f9c2d77e0c1", "inc_3f9c2d77a0c1", "inc_00000000aaaa", "inc_3f9c2d77e0c1"]
    short = short_ids(ids)
    assert len({*short.values()}) == 3
    assert all(sum(name.startswith(start) for name in set(ids)) == 1 for start in short.values())


def test_an_incident_that_is_only_denied_says_so() -> None:
    brief = weighed([denied()])
    (incident,) = brief.ledger.incidents
    assert incident.polarity is Polarity.DENIED
    assert "denied" in page_of(why_of(incident.id, brief), brief)


def test_reports_later_than_the_day_looked_from_are_not_taken_for_misdated() -> None:
    readings = [accused(), denied()]
    past = ledger_job(readings, as_of=date(2026, 1, 1), now=datetime(2026, 1, 1, tzinfo=UTC))
    assert [one.notes for one in past.ledger.incidents] == [
        one.notes for one in weighed(readings).ledger.incidents
    ]
