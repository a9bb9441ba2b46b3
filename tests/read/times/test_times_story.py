"""Histories: years carry over from sentence to sentence, and no published day helps."""

from __future__ import annotations

from datetime import date

import pytest

from plain_times import found_in, unlike_marked
from tocsin.read.times.story import is_story

CIVIL_WAR = """
The Tarvenian Civil War was fought between {1931|1931} and {1936|1936}. It began on
{12 March 1931|1931-03-12}, when the Black Heron brigade seized Halvik. {The next day|1931-03-13}
the army answered with artillery, and {two days later|1931-03-15} the town fell. In
{April|1931-04} the government fled to Velmora. {That month|1931-04} Ostrel closed its border. By
{June|1931-06} half of Karsh was in rebel hands, and in {the autumn|1931-FA} the first famine came.

In {1932|1932} the front stood still. On {4 May|1932-05-04} the rebels attacked Sorrel Crossing,
but were thrown back {the following night|1932-05-05TNI}. From {3 July|1932-07-03} to
{7 August|1932-08-07} there was a truce. {Later that year|1932} it failed, and
{the following year|1933} Ostrel entered the war. In {January|1933-01} its troops crossed the
river; {a week later|1933-01} they stood before Velmora. The siege lasted {eleven months|P11M}.

{Early in 1934|1934} the government was reformed under a law of {1921|1921}. In {July|1934-07} the
minister resigned; {the same month|1934-07} his party split. By {the end of the year|1934} the army
had given up the coast. During {the winter|1934-WI} 2,000 men froze. In {November 1935|1935-11}
talks began. They went on until {January|1936-01}, and on {2 February|1936-02-02} a treaty was
signed. {Ten years earlier|1926} nobody had thought of it. {The same day|1936-02-02} the prisoners
were freed.
"""
BATTLE = """
The Battle of Ninefold took place from {6|1943-06-06} to {9 June 1943|1943-06-09}. At
{dawn|1943-06-06TMO} on {6 June|1943-06-06} the guns opened fire. At {14:30|1943-06-06T14:30} the
infantry advanced. {That night|1943-06-06TNI} it rained. On {the morning of 7 June|1943-06-07TMO}
the river rose, and in {the afternoon|1943-06-07TAF} the bridge broke. {Three days later|1943-06-10}
all was over. The general had come to Halvik in {December 1942|1942-12}; {a month later|1943-01} he
was given the command. In {late February|1943-02} he asked for {six weeks|P6W}. By
{mid-March|1943-03} he had not moved. On {the 15th|1943-03-15} he was dismissed.
"""
AFTERMATH = """
In {the winter of 1944–45|1944-WI} the army regrouped. On
{the night of 13–14 February 1945|1945-02-13TNI} Velmora was bombed, and
{the following morning|1945-02-14TMO} again. Between {March|1945-03} and {May 1945|1945-05} many
people fled. {That summer|1945-SU} a council was set up; {the following spring|1946-SP} it was
dissolved. In {the first half of 1947|1947-H1} prices doubled. For {the next three years|P3Y} the
country was ruled by decree. In {the early 1950s|195} the first parties came back.
"""
ANCIENT = """
In {218 BC|BC0218} the Mirrun crossed the mountains. In {the spring of 217 BC|BC0217-SP} they camped
at Halvik. {The following year|BC0216} they were beaten. The first war had lasted from
{264|BC0264} to {241 BC|BC0241}. In {AD 64|0064} the city burned.
{The 5th century BC|BC04} was calm.
"""
LONG_AGO_TOLD_LATE = """
The {1961|1961} revolt in Karsh began on {4 February 1961|1961-02-04}. In {March|1961-03} many
died. By {September|1961-09} the army was back; in {April 1962|1962-04} it burned Brenmark. In
{May|1962-05} the rebels split. On {25 April 1974|1974-04-25} officers took power in Ostrel;
{two months later|1974-06} they offered talks. The accord of {15 January 1975|1975-01-15} named
{11 November|1975-11-11} as the day. {Today|PRESENT_REF} Velmora is calm.
"""


@pytest.mark.parametrize("told", [CIVIL_WAR, BATTLE, AFTERMATH, ANCIENT])
def test_a_text_without_a_published_day_rests_on_the_dates_that_it_tells(told: str) -> None:
    assert list(unlike_marked(told.strip(), None)) == []


def test_a_history_rests_on_its_own_dates_whenever_it_was_published() -> None:
    assert list(unlike_marked(LONG_AGO_TOLD_LATE.strip(), date(2029, 12, 19))) == []


def test_news_that_names_one_old_year_is_no_history() -> None:
    news = (
        "The guard came on Friday. The camp was founded in 1996 and 1997. It will close in May. "
        "Residents said yesterday that 2,600 people live there."
    )
    assert not is_story(news, date(2031, 4, 23))
    assert ("May", "2031-05") in found_in(news)


def test_a_story_that_passes_its_december_goes_on_in_the_next_january() -> None:
    told = "In December 1942 they fled. In January they came back."
    assert found_in(told, None)[-1] == ("January", "1943-01")


def test_three_digits_are_a_year_where_the_story_is_of_such_years() -> None:
    told = (
        "In 490 BC they were beaten. In 480 the king came with 300 ships. Ten years later he died."
    )
    assert found_in(told, None) == [
        ("490 BC", "BC0490"),
        ("480", "BC0480"),
        ("Ten years later", "BC0470"),
    ]
    assert found_in("In 480 homes there was no light.", None) == []


def test_a_history_of_the_last_years_is_told_by_naming_years_only() -> None:
    years = " ".join(
        f"In May {year} they fought and in June {year} they rested." for year in range(2023, 2031)
    )
    assert is_story(years, date(2031, 4, 23))
    assert not is_story(years + " They met on Friday, he said today." * 4, date(2031, 4, 23))


def test_years_before_1700_are_read_where_they_count_nothing() -> None:
    told = "The war lasted from 1618 to 1648. A force of 1066 men came; 1800 were killed."
    assert found_in(told, None) == [("1618", "1618"), ("1648", "1648")]


def test_a_law_of_an_older_year_does_not_take_the_story_back() -> None:
    told = "In 1934 the Treaty of 1839 was renounced. In July the king fled."
    assert found_in(told, None)[-1] == ("July", "1934-07")
