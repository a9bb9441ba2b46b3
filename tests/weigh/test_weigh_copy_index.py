"""Copies found one report at a time are those found all at once."""

from __future__ import annotations

import time
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from factories import Page
from tocsin.core.types import Reading
from tocsin.weigh.copies.copy_index import CopyIndex, fold_copies

STORIES = (
    "Soldiers of the Interior Guard entered Halvik before dawn and closed the road to the market, "
    "residents of the town said on Monday, and nobody was let through until the evening came.",
    "The provincial council of Karsh put off its vote on the camp for the third time this month, "
    "and the clerk who read the notice would not say when the members were to meet again.",
)


def printed(story: int, change: int, outlet: str, day: int) -> Reading:
    words = STORIES[story].split()
    if change:
        words[change % len(words)] = f"changed{change}"
    return Page(text=" ".join(words), outlet=outlet, published=date(2031, 4, day)).reading()


prints = st.lists(
    st.builds(
        printed,
        st.integers(min_value=0, max_value=1),
        st.integers(min_value=0, max_value=4),
        st.sampled_from(("Karsh Monitor", "The Velmora Courier", "Halvik Radio")),
        st.integers(min_value=1, max_value=9),
    ),
    max_size=24,
    unique_by=lambda reading: reading.report.id,
)


@settings(max_examples=25, deadline=None)
@given(readings=prints, data=st.data())
def test_order_changes_nothing_and_what_leaves_leaves_no_trace(
    readings: list[Reading], data: st.DataObject
) -> None:
    index = CopyIndex()
    for reading in data.draw(st.permutations(readings)):
        index.add(reading)
    assert index.groups() == fold_copies(readings)
    gone = data.draw(st.lists(st.sampled_from(readings), unique=True)) if readings else []
    for reading in gone:
        index.remove(reading.report.id)
    assert index.groups() == fold_copies([one for one in readings if one not in gone])
    for reading in readings:
        index.add(reading)
    assert index.groups() == fold_copies(readings)


def test_the_root_is_the_earliest_whenever_it_comes() -> None:
    late, early = printed(0, 1, "Karsh Monitor", 5), printed(0, 2, "Halvik Radio", 2)
    index = CopyIndex()
    index.add(late)
    assert index.root(late.report.id) == late.report.id
    index.add(early)
    assert index.root(late.report.id) == early.report.id
    assert index.beside(late.report.id) == (early.report.id, late.report.id)


def test_ten_thousand_prints_of_one_page_take_seconds() -> None:
    readings = [printed(0, 0, f"Paper {n}", 1 + n % 28) for n in range(10_000)]
    started = time.process_time()
    (group,) = fold_copies(readings)
    assert len(group.reports) == 10_000
    assert time.process_time() - started < 30
