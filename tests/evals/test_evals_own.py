"""The scorer of our own test set counts each layer by its stated rule."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from evals.figure import Figure
from evals.own import deadline_figure, group_figures, raises, relevance_figures
from evals.own_events import event_figures
from evals.own_statements import statement_figures
from factories import Page
from tocsin.core.types import Reading, Span, Stance, Status

TEXT = "Soldiers shelled Halvik. Police stood by. Guards may search Brenmark by 1 May."


def spans(text: str, *words: str) -> list[list[int]]:
    return [[text.index(each), text.index(each) + len(each)] for each in words]


def event(trigger: str, kind: str, **given: Any) -> dict[str, Any]:
    known = {"status": "happened", "polarity": "affirmed", "actors": [], "targets": [], "toll": {}}
    return {"trigger": spans(TEXT, trigger)[0], "type": kind, **known, **given}


def passage(**layers: Any) -> dict[str, Any]:
    empty: dict[str, Any] = dict.fromkeys(
        ("statements", "events", "groups", "deadlines", "requests"), ()
    )
    return {"text": TEXT, "relevant": True, **empty, **layers}


def values(figures: list[Figure]) -> dict[str, float]:
    return {figure.metric: figure.value for figure in figures}


def measured(page: Page, **layers: Any) -> dict[str, float]:
    return values(event_figures([(passage(**layers), page.reading())]))


def test_status_at_found_triggers_leaves_missed_events_out_and_over_all_counts_them_wrong() -> None:
    page = Page(TEXT)
    page.event("bombard", "shelled")
    page.event("search_or_raid", "search", status=Status.PLANNED)
    gold = [
        event("shelled", "bombard"),
        event("stood by", "fail_to_protect"),
        event("search", "search_or_raid", status="hypothetical"),
    ]
    got = measured(page, events=gold)
    assert got["status_accuracy_at_found_triggers"] == 1 / 2
    assert got["status_accuracy_over_all_events"] == 1 / 3
    assert got["status_hypothetical_f1_at_found_triggers"] == 0
    assert got["polarity_accuracy_over_all_events"] == 2 / 3
    assert got["trigger_f1"] == 4 / 5


def test_a_trigger_of_the_wrong_type_is_found_but_not_right() -> None:
    page = Page(TEXT)
    page.event("kill", "shelled")
    got = measured(page, events=[event("shelled", "bombard")])
    assert (got["trigger_f1"], got["trigger_and_type_f1"]) == (1, 0)


def test_inaction_in_the_same_sentence_counts_and_in_the_next_does_not() -> None:
    page = Page(TEXT)
    page.event("fail_to_protect", "Police")
    gold = [event("stood by", "fail_to_protect")]
    assert measured(page, events=gold)["inaction_f1"] == 1
    elsewhere = Page(TEXT)
    elsewhere.event("fail_to_protect", "Guards")
    assert measured(elsewhere, events=gold)["inaction_f1"] == 0


def test_parties_are_asked_at_found_triggers_and_over_all_events() -> None:
    page = Page(TEXT)
    page.event("bombard", "shelled", actors=["Soldiers"])
    page.event("search_or_raid", "search", actors=["Guards"])
    gold = [event("shelled", "bombard", actors=spans(TEXT, "Soldiers"))]
    got = measured(page, events=gold)
    assert got["actor_f1_at_found_triggers"] == 1
    assert got["actor_f1_over_all_events"] == 2 / 3


def test_a_toll_is_exact_only_with_every_bound() -> None:
    page = Page(TEXT)
    page.event("bombard", "shelled", killed="at least 12")
    for killed, share in (([12, None], 1), ([12, 12], 0)):
        gold = [event("shelled", "bombard", toll={"killed": killed})]
        assert measured(page, events=gold)["toll_exact_at_found_triggers"] == share


def test_a_deadline_of_another_day_is_wrong_in_the_same_words() -> None:
    gold = passage(deadlines=[{"span": spans(TEXT, "by 1 May")[0], "date": "2031-05-01"}])
    for day, value in ((date(2031, 5, 1), 1), (date(2031, 5, 2), 0)):
        page = Page(TEXT)
        page.deadline(day, "Brenmark")
        assert deadline_figure([(gold, page.reading())]).value == value


def test_a_group_is_found_by_overlap_and_its_size_asked_where_the_gold_gives_one() -> None:
    page = Page(TEXT)
    page.group("Halvik", size=40)
    row = {"span": spans(TEXT, "Halvik")[0], "low": 40, "high": None}
    got = values(group_figures([(passage(groups=[row]), page.reading())]))
    assert got == {"group_f1": 1, "group_size_exact_at_found_groups": 0}


def speaking(stance: Stance) -> Reading:
    page = Page(TEXT)
    said = page.says("Dorn", "Soldiers shelled Halvik", stance=stance)
    page.statements[0] = replace(said, speaker_spans=(Span(25, 31),))
    return page.reading()


def test_a_statement_needs_its_content_its_speaker_its_stance_and_its_name() -> None:
    row = {
        "speaker": [[25, 31]],
        "cue": [],
        "content": spans(TEXT, "Soldiers shelled"),
        "stance": "denies",
        "name": "Interior Minister Ilya Dorn",
    }
    pairs = [(passage(statements=[row]), speaking(Stance.ASSERTS))]
    assert list(values(statement_figures(pairs)).values()) == [1, 1, 0, 1]
    elsewhere = [(passage(statements=[{**row, "speaker": [[0, 8]]}]), speaking(Stance.DENIES))]
    assert list(values(statement_figures(elsewhere)).values()) == [1, 0, 1, 1]


def test_a_reading_of_praise_alone_raises_nothing() -> None:
    page = Page(TEXT)
    page.event("praise", "search")
    assert not raises(page.reading())
    assert relevance_figures([(passage(relevant=False), page.reading())])[1].value == 1
    page.event("bombard", "shelled")
    assert raises(page.reading())
