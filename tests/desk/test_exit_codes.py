"""The exit code says what came of a run."""

from __future__ import annotations

import pytest

from tocsin.core.types import Rejected
from tocsin.desk.exit_codes import exit_code


def rejected(*codes: str) -> list[Rejected]:
    return [Rejected(id="a", code=code, detail="") for code in codes]


@pytest.mark.parametrize(
    ("done", "codes", "expected"),
    [
        (3, (), 0),
        (3, ("collect.empty",), 1),
        (0, ("collect.empty",), 3),
        (0, ("collect.empty", "collect.timeout"), 4),
        (0, ("collect.robots", "collect.timeout"), 5),
        (0, (), 3),
    ],
)
def test_the_code_is_that_of_the_gravest_rejection_where_nothing_was_done(
    done: int, codes: tuple[str, ...], expected: int
) -> None:
    assert exit_code(done, rejected(*codes)) == expected
