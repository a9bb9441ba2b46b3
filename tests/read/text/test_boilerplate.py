"""Boilerplate lines, told from prose in linear time."""

from __future__ import annotations

import time
from itertools import product

import pytest

from tocsin.read.text.boilerplate import LONGEST_BOILERPLATE, boilerplate_lines

STARTS = (
    "subscribe", "home", "share this", "click here", "copyright 2031", "all rights reserved",
    "tags:", "the post", "get", "read more", "photo:", "1,1", "by using", "sign up for our",
)  # fmt: skip
REPEATED = (" and |", "| a ", " | ", "/", " ", "a ", ".", ",1", " to ", " on ", "©", " : ", ">>")


@pytest.mark.parametrize(
    "line",
    [
        "Home | News | World | About us",
        "Subscribe > Sport",
        "Exit mobile version",
        "© 2031 Halvik Radio",
        "All rights reserved.",
        "Share this on Telegram",
    ],
)
def test_menus_buttons_and_notices_of_rights_are_boilerplate(line: str) -> None:
    assert boilerplate_lines().holds(line)


@pytest.mark.parametrize(
    "line",
    [
        "Home is where the guards came first.",
        "World powers / neighbours have not spoken about the camp at all since they left",
        "Share this burden, she said.",
    ],
)
def test_prose_that_starts_like_it_is_none(line: str) -> None:
    assert not boilerplate_lines().holds(line)


def test_no_line_makes_a_pattern_try_its_ways_without_end() -> None:
    known = boilerplate_lines()
    for start, repeated in product(STARTS, REPEATED):
        line = f"{start}{repeated * LONGEST_BOILERPLATE}"[: LONGEST_BOILERPLATE - 1] + "~"
        started = time.process_time()
        known.holds(line)
        assert time.process_time() - started < 1, line
