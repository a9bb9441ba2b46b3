"""Neighbours made one: a time of day with its day, "the end of" with its month."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from tocsin.core.time import TimeSpan
from tocsin.core.types import Span, TimeMention, TimexType
from tocsin.read.times.grammar import Meaning, compiled
from tocsin.read.times.lexicon import Lexeme, vocabulary
from tocsin.read.times.setting import DAY_LENGTH
from tocsin.read.times.values import Part, span_of_value

DAY_VALUE = re.compile(r"(?:(?:BC)?\d{4}|XXXX)-\d{2}-\d{2}|XXXX-WXX-\d")
UNKNOWN_DAY = "XXXX-XX-XX"
JOINT_BEFORE = compiled("{comma}? {of}?")  # "3 p.m. Tuesday", "the night of 3 May"
JOINT_CLOCK = compiled("{comma}?")  # "Sunday, 3 p.m."
JOINT_PART = compiled("")  # "Sunday night", "6:15 this morning"
LINK_BEFORE = compiled("{comma}? {on}?")  # "at 14:20 on Monday": one day, two mentions
LINK_AFTER = compiled("{comma}? {at}?")
EDGE = compiled(
    "(?: (?: {determiner}? (?P<edge> {edge} ) {possessive_s}? {of} )"
    " | (?: {the} )? (?P<stage> {stage} ) {dash}? {in}? {on}?"
    " | (?: {earlier} | {later} ) {in}? {on}? )$"
)
LONGEST_EDGE = 5  # lexemes: "the beginning of" and what may stand between


def join_neighbours(meanings: Sequence[Meaning], code: str, today: str) -> Iterator[Meaning]:
    """Yield the meanings, each bare time of day set on its day and joined to it if it touches.

    `today` is the value of the day that it falls on where no neighbour names one.
    """
    today = today or UNKNOWN_DAY
    queue = list(meanings)
    index = 0
    while index < len(queue):
        joined = _joined(queue, index, code)
        index += 2 if joined else 1
        here = joined or queue[index - 1]
        if _is_bare(here):
            here = _placed(queue, index - 1, code, today)
        if _is_day(here) or _is_part(here):
            today = here.value[:DAY_LENGTH]
        yield here


def _joined(queue: Sequence[Meaning], index: int, code: str) -> Meaning | None:
    """Return a bare time of day and the day it touches as one, None where they are not so."""
    if index + 1 == len(queue):
        return None
    here, after = queue[index], queue[index + 1]
    if _is_bare(here) and _is_day(after) and _gap(code, here, after, JOINT_BEFORE):
        return _on_day(here, after.value, here.first, after.last)
    if _is_bare(here) and _is_part(after) and _gap(code, here, after, JOINT_PART):
        return _on_day(here, after.value[:DAY_LENGTH], here.first, after.last)
    if _is_day(here) and _is_bare(after) and _follows(code, here, after):
        return _on_day(after, here.value, here.first, after.last)
    return None


def _placed(queue: Sequence[Meaning], index: int, code: str, today: str) -> Meaning:
    """Return the bare time on the day linked to it, else on the last day spoken of."""
    here = queue[index]
    after = queue[index + 1] if index + 1 < len(queue) else None
    day = today
    if after and _is_day(after) and _gap(code, here, after, LINK_BEFORE):
        day = after.value
    return _on_day(here, day, here.first, here.last)


def _is_bare(meaning: Meaning) -> bool:
    return meaning.value.startswith("T")


def _is_day(meaning: Meaning) -> bool:
    return meaning.type is TimexType.DATE and DAY_VALUE.fullmatch(meaning.value) is not None


def _is_part(meaning: Meaning) -> bool:
    return meaning.type is TimexType.TIME and meaning.value[DAY_LENGTH:][:1] == "T"


def _follows(code: str, day: Meaning, clock: Meaning) -> bool:
    """Return whether the time of day belongs to the day just before it."""
    part = clock.value[-1].isalpha() and not clock.value.endswith("Z")
    return _gap(code, day, clock, JOINT_PART if part else JOINT_CLOCK)


def _gap(code: str, left: Meaning, right: Meaning, joint: re.Pattern[str]) -> bool:
    return joint.fullmatch(code, left.last + 1, right.first) is not None


def _on_day(clock: Meaning, day: str, first: int, last: int) -> Meaning:
    return replace(clock, value=day + clock.value, first=first, last=last)


def with_edges(meanings: Iterator[Meaning], code: str) -> Iterator[Meaning]:
    """Yield the meanings with "early", "the end of" and their like taken in."""
    for meaning in meanings:
        floor = max(0, meaning.first - LONGEST_EDGE)
        edge = EDGE.search(code[floor : meaning.first])
        if edge is None or meaning.type in (TimexType.DURATION, TimexType.SET):
            yield meaning
        else:
            yield replace(meaning, first=floor + edge.start(), part=_part(edge, meaning.part))


def _part(edge: re.Match[str], otherwise: Part) -> Part:
    for group in ("edge", "stage"):
        if edge[group]:
            return _PART_OF_LETTER[edge[group]]
    return otherwise


def _parts_by_letter() -> dict[str, Part]:
    letters = vocabulary().letters
    return {
        letters["edge_start"]: Part.START,
        letters["early"]: Part.START,
        letters["edge_middle"]: Part.MIDDLE,
        letters["mid"]: Part.MIDDLE,
        letters["edge_end"]: Part.END,
        letters["late"]: Part.END,
    }


_PART_OF_LETTER = _parts_by_letter()


def mention_of(meaning: Meaning, words: Sequence[Lexeme], text: str) -> TimeMention:
    """Return the mention that the meaning makes of its words."""
    span = Span(words[meaning.first].start, words[meaning.last].end)
    return TimeMention(
        span=span,
        text=span.within(text),
        type=meaning.type,
        value=meaning.value,
        when=_interval(meaning),
    )


def _interval(meaning: Meaning) -> TimeSpan | None:
    if meaning.days is not None:
        first, last = meaning.days
        return TimeSpan.of_days(first, last, precision=meaning.precision, value=meaning.value)
    return span_of_value(meaning.value, meaning.part, meaning.utc_offset)
