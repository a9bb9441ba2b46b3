"""Whether two counts can be one: "at least 12" holds 14, "about 50" holds 48."""

from __future__ import annotations

from collections.abc import Iterator

from tocsin.core.types import Count, Toll
from tocsin.ontology.relating import relating_words
from tocsin.weigh.counts.tolls import agree

COUNTED = ("killed", "injured", "detained", "displaced")
ABOUT_SHARE = 0.15  # "about 50" covers 43–57: wider counts are told as "dozens"


def compatible(one: Count, other: Count) -> bool:
    """Return whether one number could satisfy both counts, "about" taken as a range.

    >>> about = Count(low=2600, high=2600, as_reported="about 2,600")
    >>> compatible(about, Count(low=2500, high=2500, as_reported="2,500"))
    True
    >>> compatible(about, Count(low=300, high=300, as_reported="300"))
    False
    """
    return agree(_widened(one), _widened(other))


def clashing(one: Toll, other: Toll) -> Iterator[tuple[str, Count, Count]]:
    """Yield the counts of one kind that cannot both hold."""
    for what in COUNTED:
        mine, theirs = getattr(one, what), getattr(other, what)
        if mine is not None and theirs is not None and not compatible(mine, theirs):
            yield what, mine, theirs


def same_count(one: Toll, other: Toll, *, least: int = 2) -> bool:
    """Return whether both give one exact count of a kind, of `least` people or more."""
    for what in COUNTED:
        mine, theirs = getattr(one, what), getattr(other, what)
        if mine and theirs and mine.point is not None and mine.point == theirs.point >= least:
            return True
    return False


def _widened(count: Count) -> Count:
    if count.point is None or not relating_words().about.search(count.as_reported):
        return count
    reach = int(count.point * ABOUT_SHARE)
    return Count(low=count.point - reach, high=count.point + reach, as_reported=count.as_reported)
