"""How two values fit one another at the grain in which they are told."""

from __future__ import annotations

from enum import StrEnum


class Fit(StrEnum):
    """Whether two values can be one: they name the same, one holds the other, or they clash.

    `OPEN`: nothing speaks for or against it.
    """

    SAME = "same"
    WITHIN = "within"
    OPEN = "open"
    APART = "apart"
