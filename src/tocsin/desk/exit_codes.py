"""The exit code of a run, from what was done and what was rejected."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from tocsin.core.errors import ItemError, TocsinError
from tocsin.core.types import Rejected

DONE = 0
DONE_WITH_REJECTS = 1
BAD_INPUT = 3


def exit_code(done: int, rejected: Collection[Rejected]) -> int:
    """Return 0 where all was done, 1 where some was, else the gravest rejection's own code."""
    if done:
        return DONE_WITH_REJECTS if rejected else DONE
    return max((_code_of(one) for one in rejected), default=BAD_INPUT)


def leaf_errors(root: type[TocsinError] = TocsinError) -> Iterator[type[TocsinError]]:
    """Yield every error that can occur, in the order of the tree."""
    children = root.__subclasses__()
    if not children:
        yield root
    for child in children:
        yield from leaf_errors(child)


def _code_of(rejected: Rejected) -> int:
    codes = {leaf.code: leaf.exit_code for leaf in leaf_errors(ItemError)}
    return codes.get(rejected.code, BAD_INPUT)
