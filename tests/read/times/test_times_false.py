"""Words and numbers of prose that are no times."""

from __future__ import annotations

import pytest

from plain_times import found_in


@pytest.mark.parametrize(
    "text",
    [
        "She may. March on, he said. The second man sat in the sun.",
        "Version 2.0.1 and 3.11.7 of the tool, build 2031.4.1.",
        "They won 3-2 and 21-19; odds were 1/2.",
        "Some 1900 men and 2000 women; 1,900 homes; at least 1995 people.",
        "Call 555-1987 or 020 7946 1812, ext. 2010.",
        "Flight 1812 and Law No. 2012, p. 1998, room 2020, kilometre 1945.",
        "April Dorn and June Vessel met August Kett and Jan Farr.",
        "Addresses 10.0.0.1 and 192.168.1.12; card 4111-1111-1111-1111.",
        "It cost $1990, €2,000 or 1990 dollars.",
        "Spring water fell; a winter coat; spring into action.",
        "The 15th Brigade held the 3rd floor on 2nd Street.",
        "Iraqis eat about three-quarters of it.",
        "He reads the Daily Mail. Black Friday sales were good.",
        "The second quarter-final was lost.",
        "John 3:16 was read.",
        "They spoke of future talks.",
    ],
)
def test_they_are_not_read_as_times(text: str) -> None:
    assert found_in(text) == []
