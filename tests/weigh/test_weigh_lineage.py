"""The way of a statement: speaker, agency, outlet, copies, and what cannot be told."""

from __future__ import annotations

import time
from collections.abc import Sequence
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factories import Page, reprint
from tocsin.core.errors import NotWeighed
from tocsin.core.ids import StatementId
from tocsin.core.types import Certainty, CopyGroup, EdgeKind, Ledger, Lineage, Reading, Stance
from tocsin.weigh import weigh
from tocsin.weigh.lineage.graph import lineage
from tocsin.weigh.lineage.rings import rings_of

CAMP = "The Interior Guard killed 12 people in Halvik on Monday, residents fled the town by bus"
DAY = date(2031, 4, 9)

Step = tuple[str, str, str, str]


def killing(text: str, *, outlet: str | None, day: int = 10, byline: str | None = None) -> Page:
    page = Page(text, outlet=outlet, published=date(2031, 4, day), byline=byline)
    page.event(
        "kill", "killed", actors=["Interior Guard"], targets=["people"], place="Halvik",
        day=DAY, killed=12,
    )  # fmt: skip
    return page


def said(page: Page, speaker: str, chain: Sequence[str] = ()) -> Reading:
    """Return the reading where the killing is in the speaker's mouth."""
    statement = page.says(speaker, "killed 12 people", stance=Stance.ACCUSES, chain=chain)
    page.narration.clear()
    page.events.clear()
    page.event(
        "kill", "killed", actors=["Interior Guard"], targets=["people"], place="Halvik",
        day=DAY, killed=12, statement=statement,
    )  # fmt: skip
    return page.reading()


def drawn(readings: Sequence[Reading], number: int = 0) -> Lineage:
    """Return the lineage of the only statement of a reading."""
    (statement,) = readings[number].all_statements
    return lineage(statement.id, readings, weigh(readings))


def steps(graph: Lineage) -> set[Step]:
    """Return the edges as (upstream, kind, downstream, certainty), reports by "page"."""
    names = {node.id: node.kind if node.kind == "report" else node.name for node in graph.nodes}
    return {
        (names[one.upstream], one.kind.value, names[one.downstream], one.certainty.value)
        for one in graph.edges
    }


def test_an_outlet_that_tells_in_its_own_voice_carries_its_report() -> None:
    graph = drawn([killing(f"{CAMP}.", outlet="Halvik Radio").reading()])
    assert steps(graph) == {("Halvik Radio", "carried_by", "report", "known")}


def test_a_speaker_said_it_to_the_outlet_that_printed_it() -> None:
    page = killing(f"Mara Kett said the Interior Guard: {CAMP}.", outlet="Halvik Radio")
    graph = drawn([said(page, "Mara Kett")])
    assert ("Mara Kett", "said_to", "Halvik Radio", "known") in steps(graph)


def test_each_link_of_a_chain_is_a_step_and_an_unnamed_one_cannot_be_told() -> None:
    page = killing(f"Dorn said officials said: {CAMP}.", outlet="Halvik Radio")
    graph = drawn([said(page, "officials", chain=["Ilya Dorn"])])
    assert steps(graph) >= {
        ("officials", "said_to", "Ilya Dorn", "cannot_tell"),
        ("Ilya Dorn", "said_to", "Halvik Radio", "known"),
    }


def test_the_earliest_of_copies_is_proposed_and_never_asserted() -> None:
    first = killing(f"{CAMP}.", outlet="Halvik Radio").reading()
    copy = reprint(first, outlet="Karsh Monitor", published=date(2031, 4, 12))
    graph = drawn([copy, first])
    assert ("report", "copied_from", "report", "proposed") in steps(graph)
    (edge,) = [one for one in graph.edges if one.kind is EdgeKind.COPIED_FROM]
    pages = {node.id: node.report for node in graph.nodes}
    assert (pages[edge.upstream], pages[edge.downstream]) == (first.report.id, copy.report.id)
    assert "never asserted" in edge.reason


def test_of_copies_of_one_day_the_first_cannot_be_told() -> None:
    first = killing(f"{CAMP}.", outlet="Halvik Radio").reading()
    graph = drawn([first, reprint(first, outlet="Karsh Monitor")])
    assert ("report", "copied_from", "report", "cannot_tell") in steps(graph)


def test_a_wire_credit_leads_to_the_agency() -> None:
    wire = killing(f"HALVIK (Northern Wire) – {CAMP}.", outlet="Halvik Radio").reading()
    copy = reprint(wire, outlet="Karsh Monitor", published=date(2031, 4, 12))
    graph = drawn([wire, copy])
    assert steps(graph) == {
        ("Northern Wire", "carried_by", "Halvik Radio", "known"),
        ("Northern Wire", "carried_by", "Karsh Monitor", "known"),
        ("Halvik Radio", "carried_by", "report", "known"),
        ("Karsh Monitor", "carried_by", "report", "known"),
    }


def test_a_credit_to_an_outlet_whose_report_is_not_at_hand_cannot_be_told() -> None:
    page = killing(f"{CAMP}, according to the Karsh Monitor.", outlet="Halvik Radio")
    graph = drawn([page.reading()])
    assert ("Karsh Monitor", "credited_to", "Halvik Radio", "cannot_tell") in steps(graph)


def test_a_credit_is_known_where_the_outlets_own_report_is_at_hand() -> None:
    own = killing("Guards killed 12 people here, a reporter saw.", outlet="Karsh Monitor", day=10)
    page = killing(f"{CAMP}, according to the Karsh Monitor.", outlet="Halvik Radio", day=11)
    graph = drawn([page.reading(), own.reading()])
    assert steps(graph) >= {
        ("Karsh Monitor", "credited_to", "Halvik Radio", "known"),
        ("Karsh Monitor", "carried_by", "report", "known"),
    }


def test_what_a_speaker_told_another_outlet_came_through_it() -> None:
    page = killing(f"Mara Kett told the Karsh Monitor: {CAMP}.", outlet="Halvik Radio")
    graph = drawn([said(page, "Mara Kett")])
    assert steps(graph) >= {
        ("Mara Kett", "said_to", "Karsh Monitor", "known"),
        ("Karsh Monitor", "credited_to", "Halvik Radio", "cannot_tell"),
    }


def test_an_outlet_that_is_the_speaker_is_quoted() -> None:
    page = killing(f"The Karsh Monitor said: {CAMP}.", outlet="Halvik Radio")
    graph = drawn([said(page, "the Karsh Monitor")])
    kinds = {(one[1], one[3]) for one in steps(graph)}
    assert ("quoted_from", "cannot_tell") in kinds


def circle() -> list[Reading]:
    pages = [
        killing(f"{CAMP}, according to the Karsh Monitor.", outlet="Halvik Radio", day=10),
        killing(f"Guards killed 12, reported by Northern Post. {DAY}", outlet="Karsh Monitor"),
        killing("A raid killed 12 people, citing Halvik Radio.", outlet="Northern Post", day=11),
    ]
    return [page.reading() for page in pages]


@pytest.mark.parametrize("number", [0, 1, 2])
def test_outlets_that_cite_one_another_in_a_circle_leave_the_first_untold(number: int) -> None:
    graph = drawn(circle(), number)
    (ring,) = graph.circles
    names = {node.name for node in graph.nodes if node.id in ring}
    assert names == {"Halvik Radio", "Karsh Monitor", "Northern Post"}
    credits = [one for one in graph.edges if one.kind is EdgeKind.CREDITED_TO]
    assert {one.certainty for one in credits} == {Certainty.CANNOT_TELL}
    assert graph.notes == ("cites in a circle: cannot tell who was first",)


def test_who_told_it_before_on_its_own_is_in_no_circle() -> None:
    own = killing("Guards killed 12 people here, a reporter saw.", outlet="Karsh Monitor", day=8)
    graph = drawn([*circle(), own.reading()], 0)
    assert graph.circles == ()


def test_a_report_without_outlet_or_author_leads_nowhere() -> None:
    page = killing(f"Mara Kett said: {CAMP}.", outlet=None)
    graph = drawn([said(page, "Mara Kett")])
    assert ("Mara Kett", "said_to", "report", "cannot_tell") in steps(graph)
    assert graph.notes


def test_the_order_of_reports_changes_nothing() -> None:
    assert drawn(circle(), 0) == lineage(
        circle()[0].narration[0].id, circle()[::-1], weigh(circle()[::-1])
    )


def test_an_unknown_statement_is_an_error() -> None:
    with pytest.raises(NotWeighed):
        lineage(StatementId("stm_none"), circle(), weigh(circle()))


def test_thousands_of_copies_are_drawn_in_time_and_none_is_dropped() -> None:
    first = killing(f"{CAMP}.", outlet="Halvik Radio").reading()
    readings = [first, *(reprint(first, outlet=f"Paper {n}") for n in range(3000))]
    reports = tuple(reading.report.id for reading in readings)
    group = CopyGroup(reports=reports, earliest=reports[0], similarity=1.0)
    began = time.process_time()
    graph = lineage(first.narration[0].id, readings, Ledger(copies=(group,)))
    assert time.process_time() - began < 3
    assert sum(node.kind == "report" for node in graph.nodes) == 3001


@given(st.dictionaries(st.integers(0, 8), st.lists(st.integers(0, 8), max_size=4), max_size=8))
def test_two_nodes_share_a_circle_exactly_where_each_leads_to_the_other(
    graph: dict[int, list[int]],
) -> None:
    def reached(start: int) -> set[int]:
        seen: set[int] = set()
        waiting = list(graph.get(start, []))
        while waiting:
            node = waiting.pop()
            if node not in seen:
                seen.add(node)
                waiting += graph.get(node, [])
        return seen

    nodes = sorted({*graph, *(one for many in graph.values() for one in many)})
    together = {
        (a, b) for a in nodes for b in nodes if a != b and b in reached(a) and a in reached(b)
    }
    found = {(a, b) for ring in rings_of(graph) for a in ring for b in ring if a != b}
    assert found == together
