"""The lines of a page that are not prose: share buttons, menus, notices of rights and cookies."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import islice

from tocsin.core.types import Span
from tocsin.ontology.tables import read_table

LONGEST_BOILERPLATE = 250  # characters; every pattern is bounded well below it
MOST_LINES = 20_000  # a report has a few hundred; the rest of a list is left as it is
_CLOSING = " \t.:!…|»>-–—"
_OPENING = " \t|»>•·-–—*"


@dataclass(frozen=True, slots=True)
class BoilerplateLines:
    """What a boilerplate line may be."""

    exact: frozenset[str]
    patterns: tuple[re.Pattern[str], ...]

    def holds(self, line: str) -> bool:
        """Return whether the whole line is boilerplate."""
        bare = line.strip().lstrip(_OPENING).rstrip(_CLOSING).casefold().replace("’", "'")
        if not bare or len(bare) > LONGEST_BOILERPLATE:
            return False
        return bare in self.exact or any(pattern.fullmatch(bare) for pattern in self.patterns)


@cache
def boilerplate_lines() -> BoilerplateLines:
    """Return the known boilerplate of `ontology/boilerplate.yaml`, loaded once."""
    raw = read_table("boilerplate")
    return BoilerplateLines(
        frozenset(line.casefold() for line in raw["lines"]),
        tuple(re.compile(pattern) for pattern in raw["patterns"]),
    )


def boilerplate_spans(text: str) -> Iterator[Span]:
    """Yield the spans of boilerplate lines, in order.

    >>> list(boilerplate_spans("Halvik is quiet.\\nExit mobile version"))
    [Span(start=17, end=36)]
    """
    known = boilerplate_lines()
    for span in islice(line_spans(text), MOST_LINES):
        if len(span.within(text)) <= 2 * LONGEST_BOILERPLATE and known.holds(span.within(text)):
            yield span


def line_spans(text: str) -> Iterator[Span]:
    """Yield the span of each line that is not blank, without outer space."""
    for match in re.finditer(r"\S(?:[^\n]*\S)?", text):
        yield Span(match.start(), match.end())
