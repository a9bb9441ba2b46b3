"""Values made fit for a terminal, and ids cut to what tells them apart."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from itertools import pairwise
from typing import TypeVar

from tocsin.desk.cli.terminal import one_line
from tocsin.warn.rewriting import with_words_rewritten

SHORTEST_ID = 12  # characters; eight hexadecimal digits stay unique in a desk's ledger for long

Shown = TypeVar("Shown")


def clean(value: Shown) -> Shown:
    """Return the value with each of its strings on one line, without terminal commands."""
    return partial(with_words_rewritten, rewrite=one_line, kept=frozenset())(value)


def short_ids(ids: Iterable[str]) -> dict[str, str]:
    """Return, for each id, the shortest start that no other of them shares.

    >>> short_ids(["inc_3f9c2d77e0c1", "inc_3f9c2d77a0c1"])["inc_3f9c2d77e0c1"]
    'inc_3f9c2d77e'
    """
    ordered = sorted(set(ids))
    needed = dict.fromkeys(ordered, SHORTEST_ID)
    for one, other in pairwise(ordered):
        shared = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), 99)
        for name in (one, other):
            needed[name] = max(needed[name], shared + 1)
    return {name: name[:length] for name, length in needed.items()}


def range_words(low: int | None, high: int | None) -> str:
    """Return a range of people as words; an open end is told.

    >>> range_words(12, 14), range_words(12, None), range_words(3, 3)
    ('12 to 14', 'at least 12', '3')
    """
    if low is not None and low == high:
        return f"{low:,}"
    if low is not None and high is not None:
        return f"{low:,} to {high:,}"
    if low is not None:
        return f"at least {low:,}"
    return f"up to {high:,}" if high is not None else "not known"
