"""Rules over coded sentences: a pattern of word classes, and what makes a meaning of a match."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from tocsin.core.time import Precision
from tocsin.core.types import TimexType
from tocsin.read.times.lexicon import Lexeme, vocabulary
from tocsin.read.times.numbers import AMOUNT, VAGUE_AMOUNT
from tocsin.read.times.setting import Setting
from tocsin.read.times.tense import Direction, direction_at
from tocsin.read.times.values import Days, Part

GROUPS = {
    "any_month": ("month", "month_short", "month_or_word"),
    "any_weekday": ("weekday", "weekday_short"),
    "any_season": ("season", "season_or_word"),
    "day_ordinal": ("ordinal", "ordinal_word", "second"),
    "cardinal": ("day_number", "count", "number", "tens"),
    "any_unit": ("unit", "quarter", "century"),
    "any_units": ("units", "quarters"),
    "calendar_month": ("hijri_month", "hijri_name", "persian_month", "persian_name"),
    "sized_unit": (
        "unit",
        "units",
        "century",
        "fine_unit",
        "fine_units",
        "quarter",
        "quarters",
    ),
    "year_lead": ("in", "by", "since", "from"),
    "edge": ("edge_start", "edge_middle", "edge_end"),
    "stage": ("early", "mid", "late"),
    "determiner": ("the", "possessive"),
    "back": ("last", "past", "previous", "latest"),
    "ahead": ("next", "coming", "following"),
    "here": ("this", "current"),
    "there": ("that", "same"),
    "way": ("last", "past", "previous", "latest", "next", "coming", "following", "this", "current"),
}
TIMES = "(?: (?: {cardinal} | {vague} )? {times_word} )"  # "three times", "twice"
MACROS = {"amount": AMOUNT, "vague_amount": VAGUE_AMOUNT, "times": TIMES}
NAME = re.compile(r"\{([a-z_]+)\}")


@dataclass(frozen=True, slots=True)
class Meaning:
    """What an expression says: type, TIMEX3 value, the part of it meant, its first and last lexeme.

    A value that begins with "T" ("T14:20") takes its day from a neighbour. `days` is the interval
    where the value does not tell it ("the past two weeks"), `precision` how sure it is.
    """

    type: TimexType
    value: str
    first: int
    last: int
    part: Part = Part.WHOLE
    utc_offset: float = 0.0
    days: Days | None = None
    precision: Precision = Precision.DAY


@dataclass(frozen=True, slots=True)
class Hit:
    """A pattern's match: its lexemes, and the groups that the pattern names."""

    match: re.Match[str]
    lexemes: Sequence[Lexeme] = field(repr=False)

    @property
    def first(self) -> int:
        """Return the index of the first lexeme."""
        return self.match.start()

    @property
    def last(self) -> int:
        """Return the index of the last lexeme."""
        return self.match.end() - 1

    def __contains__(self, group: str) -> bool:
        return group in self.match.re.groupindex and self.match.start(group) >= 0

    def group(self, name: str) -> Sequence[Lexeme]:
        """Return the lexemes of the group, none where it is absent."""
        return self.lexemes[slice(*self.match.span(name))] if name in self else ()

    def value(self, name: str) -> Any:
        """Return the value of the group's first lexeme, None where the group is absent."""
        group = self.group(name)
        return group[0].value if group else None

    def before(self, steps: int = 1) -> Lexeme | None:
        """Return the lexeme so many steps before the match, None at the sentence's start."""
        index = self.first - steps
        return self.lexemes[index] if index >= 0 else None

    def after(self, steps: int = 1) -> Lexeme | None:
        """Return the lexeme so many steps after the match, None at the sentence's end."""
        index = self.last + steps
        return self.lexemes[index] if index < len(self.lexemes) else None

    def direction(self, group: str = "") -> Direction:
        """Return which way the clause around the group, or the match, looks."""
        index = self.match.start(group) if group else self.first
        return direction_at(self.lexemes, index, self.last)

    def meaning(self, type_: TimexType, value: str, part: Part = Part.WHOLE) -> Meaning:
        """Return a meaning over the whole match."""
        return Meaning(type_, value, self.first, self.last, part)


Handler = Callable[[Hit, Setting], Iterator[Meaning]]
Guard = Callable[[Hit], bool]


@dataclass(frozen=True, slots=True)
class Rule:
    """A compiled pattern with its handler; a handler that yields nothing consumes the words."""

    pattern: re.Pattern[str]
    handler: Handler
    only_if: Guard | None = None


def rule(pattern: str, handler: Handler, only_if: Guard | None = None) -> Rule:
    """Return the rule; `{name}` in the pattern stands for a class or group of classes.

    Where the guard `only_if` refuses a match, other rules may still take the words.
    """
    return Rule(compiled(pattern), handler, only_if)


def compiled(pattern: str) -> re.Pattern[str]:
    """Return the pattern over coded sentences; white space in it means nothing."""
    for name, macro in MACROS.items():
        pattern = pattern.replace(f"{{{name}}}", macro)
    return re.compile(re.sub(r"\s+", "", NAME.sub(_letters_of, pattern)))


def _letters_of(name: re.Match[str]) -> str:
    letters = vocabulary().letters
    members = GROUPS.get(name[1], (name[1],))
    return "[" + "".join(letters[member] for member in members) + "]"
