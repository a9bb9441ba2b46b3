"""Triage by score: what must pass does, what is calm need not, odd text breaks nothing."""

from __future__ import annotations

import time
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.read.triage import ADVISED_THRESHOLD
from tocsin.read.triage.features import STEM_LETTERS, TABLE_BITS, rows_of, words_of
from tocsin.read.triage.model import SENTENCE_STEP, SENTENCE_WORDS, shipped_triage, window_ends

EXAMPLES = Path(__file__).parents[3] / "examples" / "reports"
CALM = """\
The price of onions rose by eight per cent at the capital's wholesale market last week, while eggs
fell for the third week running, the city's trade office said on Monday. Traders blamed a wet
winter in Upper Orlen, where much of the crop was lifted late. Butter and flour held steady, and
potatoes slipped by a crown as the first of the new crop arrived from farms along the coast road.
The office expects prices to settle by the middle of May. It reminded shoppers that the covered
market will be shut for the holiday, and that the flower stalls will move to Mill Street while the
roof is painted. The library in Brenmark has bought a piano, which a committee of nine chose after
hearing four of them. Lessons begin in the autumn and cost less for families with two pupils.
"""
KILLING = """\
On Tuesday night armed men of the Black Heron brigade entered Sorrel Crossing, took eleven Mirrun
men from their homes and shot them beside the mill, two women who fled said. The army denied it.
"""
HEADLINES = (
    "Gunmen kill nine in Halvik",
    "ARMY SHELLS BRENMARK MARKET",
    "Police stood by as the Mirrun quarter burned",
    "Army denies shelling Brenmark",
    "Minister: Lindral Camp to be closed by Friday",
    "Radio host calls the Mirrun vermin, a disease to be cut out",
    "Guards turn back aid trucks at Sorrel Crossing for ninth day",
    "Two hundred Mirrun families deported to Ostrel overnight",
    "Leave the valley or you will be buried in it, leaflets tell farmers",
    "Interior Guard beats protesters in Velmora; dozens detained",
    "parliament strips Mirrun of citizenship",
    "we hear shots near the school again, please send someone",
)


def score(text: str) -> float:
    return shipped_triage().score(text)


@pytest.mark.parametrize("headline", HEADLINES)
def test_a_headline_of_harm_or_its_threat_passes(headline: str) -> None:
    assert score(headline) >= ADVISED_THRESHOLD


@pytest.mark.parametrize("before", [0, 1, 7, 30, 39])
def test_one_paragraph_on_a_killing_in_five_thousand_calm_words_passes(before: int) -> None:
    pieces = [CALM] * before + [KILLING] + [CALM] * (39 - before)
    assert len(" ".join(pieces).split()) > 4_800
    assert score("\n".join(pieces)) >= ADVISED_THRESHOLD


def test_calm_news_is_set_aside_however_long() -> None:
    assert score(CALM) < ADVISED_THRESHOLD
    assert score(CALM * 40) < ADVISED_THRESHOLD


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*.txt")), ids=lambda path: path.stem)
def test_every_example_about_violence_passes(path: Path) -> None:
    is_calm = path.stem.endswith(("football", "market-prices"))
    assert is_calm or score(path.read_text("utf-8")) >= ADVISED_THRESHOLD


def test_a_word_never_seen_is_known_by_its_stem() -> None:
    known, unknown = rows_of(["bombarded"])[0], rows_of(["bombardiering"])[0]
    assert known[1] == unknown[1]
    assert known[0] != unknown[0]
    assert rows_of(["b" * STEM_LETTERS])[0, 0] != rows_of(["b" * STEM_LETTERS])[0, 1]


def test_a_pair_of_words_has_its_own_row_in_each_order() -> None:
    stood_by, by_stood = rows_of(["stood", "by"])[1, 2], rows_of(["by", "stood"])[1, 2]
    assert stood_by != by_stood
    assert rows_of(["police", "stood", "by"])[2, 2] == stood_by


def test_rows_lie_in_the_table_and_every_one_has_a_finite_weight() -> None:
    rows = rows_of(words_of(CALM + KILLING))
    assert rows.min() >= 0
    assert rows.max() < 1 << TABLE_BITS == len(shipped_triage().table)
    assert np.isfinite(shipped_triage().table).all()


@given(st.integers(min_value=1, max_value=5_000))
def test_windows_cover_every_word_and_are_as_long_as_they_can_be(length: int) -> None:
    first, last = window_ends(length, SENTENCE_WORDS, SENTENCE_STEP)
    assert first[0] == 0
    assert last[-1] == length
    assert (first[1:] <= last[:-1]).all()
    assert set((last - first).tolist()) == {min(length, SENTENCE_WORDS)}


@given(st.text(max_size=400))
def test_any_text_has_a_score_from_0_to_1_whatever_its_case_and_spaces(text: str) -> None:
    plain = score(text)
    assert 0 <= plain <= 1
    assert score(f"\n {text}\0 ") == plain


@pytest.mark.parametrize("odd", ["", "\0" * 9, "12 – 14:30", "\u202e\u2066", "🙂 🙂", "\ud800"])
def test_a_text_without_words_scores_nothing(odd: str) -> None:
    assert score(odd) == 0


def test_capitals_make_no_difference() -> None:
    assert score(KILLING.upper()) == score(KILLING) == score(KILLING.lower())


@pytest.mark.parametrize("odd", ["x" * 2_000_000, '"' * 2_000_000, "кровь " * 300_000])
def test_two_million_characters_take_no_more_than_their_length_in_time(odd: str) -> None:
    started = time.process_time()
    assert 0 <= score(odd) <= 1
    assert time.process_time() - started < 5
