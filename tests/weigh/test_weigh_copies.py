from __future__ import annotations

import dataclasses
import time
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from factories import Page, reprint
from tocsin.core.types import Span
from tocsin.weigh.copies.copy_index import fold_copies
from tocsin.weigh.copies.near_copies import is_copy
from tocsin.weigh.copies.shingles import prose_of, shingles_of

STORY = (
    "Interior Guard troops entered Halvik before dawn on Tuesday and searched houses in the old "
    "quarter, residents and a municipal officer said. At least twelve people were killed when the "
    "guards opened fire near the grain market, according to the municipal officer. Shops stayed "
    "shut and the road to Brenmark was closed. The ministry did not answer questions about the "
    "operation. Ambulances were turned back at the bridge for several hours before being let in."
)
OTHER = (
    "The Karsh harvest festival drew thousands of visitors to the river meadows this weekend, with "
    "brass bands, a cattle show and a contest for the largest pumpkin. Organisers said the weather "
    "had been kind and that next year the festival would run for three days instead of two."
)


def page(text: str, outlet: str = "The Velmora Courier", day: int = 10) -> Page:
    return Page(text=text, outlet=outlet, published=date(2031, 4, day))


def test_two_papers_printing_one_wire_story_are_one_group() -> None:
    one = page(STORY).reading()
    other = reprint(one, outlet="Karsh Monitor", published=date(2031, 4, 11))
    (group,) = fold_copies([other, one])
    assert group.reports == (one.report.id, other.report.id)
    assert group.earliest == one.report.id
    assert group.similarity == 1.0


def test_a_lightly_edited_reprint_is_a_copy() -> None:
    edited = STORY.replace("before dawn on Tuesday", "early on Tuesday").replace("near", "beside")
    (group,) = fold_copies([page(STORY).reading(), page(edited, "Karsh Monitor").reading()])
    assert 0.3 < group.similarity < 1.0


def test_a_partial_reprint_is_a_copy() -> None:
    part = STORY[: STORY.index("Shops")]
    long = f"{STORY} {OTHER}"
    assert fold_copies([page(long).reading(), page(part, "Karsh Monitor").reading()])


def test_a_short_wire_copy_inside_a_long_page_is_found() -> None:
    brief = STORY.split(". ")[1] + "."
    padding = " ".join(
        f"On day {n} the council of ward {n} met and heard case {n}." for n in range(90)
    )
    found = fold_copies(
        [page(f"{STORY} {padding}").reading(), page(brief, "Halvik Radio").reading()]
    )
    assert len(found) == 1


def test_a_report_that_quotes_one_sentence_is_no_copy() -> None:
    quoting = f"{OTHER} {STORY.split('. ')[3]}."
    assert fold_copies([page(STORY).reading(), page(quoting, "Karsh Monitor").reading()]) == ()


def test_skipped_stretches_do_not_make_copies() -> None:
    banner = (
        "Subscribe to our letter and never miss a story from the heart of the country again. " * 3
    )
    readings = []
    for outlet, body in (("A", STORY), ("B", OTHER)):
        built = page(banner + body, outlet).reading()
        report = dataclasses.replace(built.report, skipped=(Span(0, len(banner)),))
        sentences = tuple(s for s in built.sentences if s.start >= len(banner))
        readings.append(dataclasses.replace(built, report=report, sentences=sentences))
    assert fold_copies(readings) == ()


def test_empty_and_wordless_reports_are_no_copies_of_a_story() -> None:
    groups = fold_copies([page("").reading(), page("… — !", "B").reading(), page(STORY).reading()])
    assert all(page(STORY).report.id not in group.reports for group in groups)


def test_three_thousand_edited_copies_of_one_page_are_folded_in_bounded_time() -> None:
    readings = [
        page(f"{STORY} Print run {n} of issue x{n}.", f"Paper {n}").reading() for n in range(3000)
    ]
    start = time.process_time()
    (group,) = fold_copies(readings)
    assert len(group.reports) == 3000
    assert time.process_time() - start < 20


@given(st.permutations(range(5)))
def test_order_changes_nothing(order: list[int]) -> None:
    one = page(STORY).reading()
    readings = [
        one,
        reprint(one, outlet="Karsh Monitor"),
        page(STORY[:300], "Halvik Radio", 9).reading(),
        page(OTHER, "Northern Wire").reading(),
        page(OTHER + " It rained.", "Karsh Monitor").reading(),
    ]
    assert fold_copies([readings[n] for n in order]) == fold_copies(readings)


@given(
    st.lists(st.sampled_from(["the", "guard", "came", "to", "halvik", "at", "dawn", "and", "left"]))
)
def test_a_text_with_words_is_a_copy_of_itself(words: list[str]) -> None:
    prose = prose_of(page(" ".join(words)).reading())
    assert is_copy(prose, prose) == bool(words)
    assert len(shingles_of(words)) <= max(1, len(words))
