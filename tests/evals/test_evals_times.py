"""The scorer of time expressions agrees with the definitions of TempEval-3."""

from __future__ import annotations

from evals.timeml import Timex, parse_timeml
from evals.times import figures, tally_of

PAGE = """<TimeML><DCT><TIMEX3 tid="t0" type="DATE" value="2031-04-23">April 23</TIMEX3></DCT>
<TEXT>R&amp;D fled on <TIMEX3 tid="t1" type="DATE" value="2031-04-18"> Friday </TIMEX3> for
<TIMEX3 tid="t2" type="DURATION" value="P3D">three days</TIMEX3>.</TEXT></TimeML>"""


def test_a_page_gives_its_text_creation_day_and_expressions() -> None:
    page = parse_timeml("page", PAGE)
    assert page.created == "2031-04-23"
    assert [page.text[timex.start : timex.end] for timex in page.timexes] == [
        "Friday",
        "three days",
    ]


def test_a_creation_day_written_day_first_is_read() -> None:
    assert parse_timeml("page", PAGE.replace("2031-04-23", "23-04-2031")).created == "2031-04-23"


def test_gold_against_itself_is_perfect() -> None:
    gold = parse_timeml("page", PAGE).timexes
    assert {figure.value for figure in figures("set", tally_of([(gold, gold)]))} == {1.0}


def test_one_found_expression_matches_one_gold_expression_only() -> None:
    gold = [Timex(0, 5, "DATE", "2031"), Timex(6, 9, "DATE", "2032")]
    tally = tally_of([(gold, [Timex(0, 9, "DATE", "2031")])])
    assert (tally.gold, tally.found, tally.matched, tally.values) == (2, 1, 1, 1)


def test_equal_spans_are_matched_before_longer_overlaps() -> None:
    gold = [Timex(0, 10, "DATE", "a"), Timex(4, 6, "DATE", "b")]
    tally = tally_of([(gold, [Timex(4, 6, "DATE", "b"), Timex(0, 9, "DATE", "a")])])
    assert (tally.matched, tally.values) == (2, 2)
