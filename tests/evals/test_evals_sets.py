"""Sets of others in the form that figures are taken in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from evals.event_sets import Item
from evals.events import ALL_ROWS, on_the_fold
from evals.figure import Figure, share_figure
from evals.folds import is_dev
from evals.readings import RememberingReader
from evals.satp import labels_of
from evals.wikievents import figures, gold_events, types_of
from factories import Page
from tocsin.core.types import Reading, Report

TEXT = "Gunmen shelled Halvik. Rebels seized a judge."


class CountingReader:
    """Reads nothing, and counts what it was given."""

    def __init__(self) -> None:
        self.seen = 0

    def read(self, reports: Sequence[Report]) -> Iterator[Reading]:
        self.seen += len(reports)
        return (Reading(report=report) for report in reports)


def test_a_report_that_two_tasks_read_is_read_once() -> None:
    counting = CountingReader()
    reader = RememberingReader(counting)
    reports = [Page(TEXT).report, Page("Talks go on in Velmora.").report]
    assert [each.report for each in reader.read([*reports, *reports])] == [*reports, *reports]
    list(reader.read(reports))
    assert counting.seen == 2


def test_the_main_figure_is_of_the_held_out_fold_and_the_other_says_what_it_was_trained_on() -> (
    None
):
    texts = [f"Report {number} from Velmora." for number in range(100)]
    items = [Item(Page(text).report, is_dev(text)) for text in texts]

    def held_out(pairs: Sequence[tuple[Any, Reading]]) -> list[Figure]:
        return [share_figure("task", "share", [truth for truth, _ in pairs])]

    fold, every = on_the_fold(held_out, items, CountingReader().read)
    assert (fold.value, fold.metric) == (1, "share")
    assert (every.items, every.metric) == (100, "share" + ALL_ROWS)
    assert 5 <= fold.items <= 30


def wiki_row() -> dict[str, Any]:
    words = [["Gunmen", 0, 6], ["shelled", 7, 14], ["Halvik", 15, 21], [".", 21, 22]]
    return {
        "sentences": [[words, "Gunmen shelled Halvik."]],
        "entity_mentions": [{"id": "T1", "start": 0, "end": 1}, {"id": "T2", "start": 2, "end": 3}],
        "event_mentions": [
            {
                "event_type": "Conflict.Attack.Unspecified",
                "trigger": {"start": 1, "end": 2},
                "arguments": [
                    {"entity_id": "T1", "role": "Attacker"},
                    {"entity_id": "T2", "role": "Target"},
                ],
            },
            {
                "event_type": "Disaster.DiseaseOutbreak.Unspecified",
                "trigger": {"start": 3, "end": 4},
                "arguments": [],
            },
        ],
    }


def test_arguments_count_on_their_own_side_only() -> None:
    gold = gold_events(wiki_row())
    assert len(gold) == 1
    page = Page(TEXT)
    page.event("bombard", "shelled", actors=["Gunmen"])
    page.event("praise", "seized")
    found = [figure.value for figure in figures([(gold, page.reading())])]
    assert found == [1, 1, 2 / 3]
    turned = Page(TEXT)
    turned.event("kill", "shelled", targets=["Gunmen"])
    assert [f.value for f in figures([(gold, turned.reading())])] == [1, 1, 0]


def test_a_type_that_tocsin_lacks_has_no_answer() -> None:
    assert not types_of("Transaction.ExchangeBuySell.Unspecified")
    assert "detain" in types_of("Justice.ArrestJailDetain.Unspecified")


def test_attack_types_come_from_events_that_are_not_denied() -> None:
    page = Page(TEXT)
    page.event("bombard", "shelled")
    page.event("abduct", "seized", denied=True)
    assert list(labels_of(page.reading())) == ["bombing"]
