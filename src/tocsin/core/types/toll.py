"""Toll: how many people are said to be killed, injured, detained, displaced or at risk."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """A number of people as reported. None is unknown, which is not zero.

    >>> Count(low=12, high=None, as_reported="dozens").point is None
    True
    """

    low: int | None
    high: int | None
    as_reported: str

    @property
    def point(self) -> int | None:
        """Return the number where low and high agree."""
        return self.low if self.low == self.high else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Toll:
    """People counted by what befell them; a field is None where nothing was said."""

    killed: Count | None = None
    injured: Count | None = None
    detained: Count | None = None
    displaced: Count | None = None
    at_risk: Count | None = None

    @property
    def is_empty(self) -> bool:
        """Return whether nothing was counted."""
        return not any((self.killed, self.injured, self.detained, self.displaced, self.at_risk))


NO_TOLL = Toll()
