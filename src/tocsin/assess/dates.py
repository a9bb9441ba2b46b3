"""Dates that matter to a situation: one for each day, moved ones marked, from all its reports."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from tocsin.assess.carriers import carrier_of
from tocsin.assess.scopes import Scope
from tocsin.core.types import Deadline, DeadlineKind, Reading, Statement

STEM_LETTERS = 5  # "closure" and "closed" speak of one thing
MIN_LETTERS = 4
FEW_WORDS = 3  # a wording shorter than that does not say what is due

_MOVES = re.compile(
    r"\b(?:mov(?:ed?|es|ing)|postpon\w+|put(?:s|ting)?\s+off|put\s+back|push\w*\s+back|delay\w*"
    r"|defer\w*|extend\w*|prolong\w*|reschedul\w+|brought\s+forward|brings?\s+forward)\b",
    re.IGNORECASE,
)
_MOVED_FROM = re.compile(r"(?:\s+from\s+[^()]{1,30})?\s*\(moved from [^)]*\)\s*$")


@dataclass(frozen=True, slots=True)
class _Named:
    """One report's naming of a date."""

    deadline: Deadline
    reading: Reading
    statement: Statement
    moved_from: date | None

    @property
    def published(self) -> date:
        return self.reading.report.published or date.min


def situation_dates(scope: Scope) -> tuple[Deadline, ...]:
    """Return the situation's dates, each day and kind once, with all statements that name it.

    A date that a later report says was moved is left out; the new one says from when.
    """
    named = list(_named_dates(scope))
    in_order = sorted(named, key=lambda one: one.published)
    moved = {one.moved_from: one for one in in_order if one.moved_from is not None}
    by_day: dict[tuple[date, DeadlineKind], list[_Named]] = defaultdict(list)
    for one in named:
        if not _is_replaced(one, moved):
            by_day[one.deadline.date, one.deadline.kind].append(one)
    return tuple(_merged(by_day[key]) for key in sorted(by_day))


def _named_dates(scope: Scope) -> Iterator[_Named]:
    for reading in scope.readings:
        for deadline in reading.deadlines:
            if deadline.sentence >= len(reading.sentences):
                continue
            sentence = reading.sentences[deadline.sentence]
            text = sentence.within(reading.report.text)
            if reading.report.id in scope.shared and not scope.names_itself(text, generic=False):
                continue
            statement = carrier_of(reading, sentence, deadline.span)
            if statement.id not in scope.retracted:
                yield _Named(deadline, reading, statement, _moved_from(deadline, reading))


def _moved_from(deadline: Deadline, reading: Reading) -> date | None:
    """Return the other date of a sentence that says that the date was moved."""
    sentence = reading.sentences[deadline.sentence]
    if not _MOVES.search(sentence.within(reading.report.text)):
        return None
    published = reading.report.published
    days = [
        time.when.latest.date()
        for time in reading.times
        if sentence.covers(time.span) and time.when and time.when.latest
    ]
    others = [day for day in days if day != deadline.date and (not published or day > published)]
    return others[0] if others else None


def _is_replaced(one: _Named, moved: Mapping[date, _Named]) -> bool:
    by = moved.get(one.deadline.date)
    return (
        by is not None and by.deadline.date != one.deadline.date and one.published <= by.published
    )


def _merged(named: Sequence[_Named]) -> Deadline:
    clearest = _clearest(named)
    moved = next((one.moved_from for one in named if one.moved_from), None)
    return replace(
        clearest,
        what=_MOVED_FROM.sub("", clearest.what),
        moved_from=moved,
        statements=tuple(dict.fromkeys(one.statement.id for one in named)),
    )


def _clearest(named: Sequence[_Named]) -> Deadline:
    """Return the wording that says most of what the others say, in the fewest words."""
    stems = {id(one): _stems(one.deadline.what) for one in named}

    def clarity(one: _Named) -> tuple[object, ...]:
        mine = stems[id(one)]
        shared = sum(len(mine & other) for key, other in stems.items() if key != id(one))
        words = one.deadline.what.split()
        vague = len(words) < FEW_WORDS
        moved = _MOVED_FROM.search(one.deadline.what) is not None
        return (
            not moved,
            vague,
            -shared / (1 + len(words)),
            len(words),
            one.deadline.what,
            one.published,
        )

    return min(named, key=clarity).deadline


def _stems(what: str) -> frozenset[str]:
    words = re.findall(r"[^\W\d_]+", what.lower())
    return frozenset(word[:STEM_LETTERS] for word in words if len(word) >= MIN_LETTERS)
