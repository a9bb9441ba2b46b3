"""Intervals of lengths of time that are tied to a day, an event or the published day."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from tocsin.core.time import Precision
from tocsin.core.types import TimexType
from tocsin.read.times.calendar import shift
from tocsin.read.times.grammar import Meaning, compiled
from tocsin.read.times.lexicon import Lexeme
from tocsin.read.times.setting import Setting
from tocsin.read.times.tense import Direction, direction_at
from tocsin.read.times.values import Days, span_of_value, unit_value

LENGTH = re.compile(r"P(T?)(\d{1,5})([HDWMY])")
HOURS_A_DAY = 24
TIED_TO_DAY = compiled(
    "(?P<tie> {after} | {before} | {of} | {from} | {following} )"
    " {the}? (?: [.]{0,3} (?: {on} | {of} | {in} ) )?"
)
TIED_TO_EVENT = compiled(
    "(?P<tie> {after} | {before} | {of} | {from} | {following} )"
    " (?: {the} | {a} | {that} | {this} | {possessive} ) (?P<event> [.]{1,2} )"
)
ENDING = re.compile(r"(?:ing|ed|es|s|e)$")
STEM_LETTERS = 5  # "raid", "raided"; "order", "ordered"
NEAR_WORDS = 8  # between a day and the word for what happened on it
SHORTEST_EVENT = 4


def with_intervals(
    meanings: Sequence[Meaning], words: Sequence[Lexeme], code: str, setting: Setting
) -> Iterator[Meaning]:
    """Yield the meanings, each length that is tied to a known day with its interval.

    "Three days after the raid" is a length in TIMEX3; what it comes to is a day.
    """
    for index, meaning in enumerate(meanings):
        length = LENGTH.fullmatch(meaning.value)
        if meaning.type is not TimexType.DURATION or meaning.days or length is None:
            yield meaning
            continue
        after = meanings[index + 1] if index + 1 < len(meanings) else None
        days = _tied(meaning, after, length, words, code, setting)
        yield replace(meaning, days=days) if days else meaning


def _tied(
    meaning: Meaning,
    after: Meaning | None,
    length: re.Match[str],
    words: Sequence[Lexeme],
    code: str,
    setting: Setting,
) -> Days | None:
    within = words[meaning.first - 1].text.lower() if meaning.first else ""
    following = meaning.last + 1
    day = None
    if after is not None and (tie := TIED_TO_DAY.fullmatch(code, following, after.first)):
        day = _day(after)
    elif tie := TIED_TO_EVENT.match(code, following):
        told = (setting.events.get(_stem(word.text)) for word in words[slice(*tie.span("event"))])
        day = next((day for day in told if day is not None), None)
    if day is None or tie is None:
        return _from_now(meaning, length, words, within, setting)
    way = -1 if words[tie.start("tie")].kind == "before" else 1
    return _reach(day, way, length, whole=within == "within")


def _from_now(
    meaning: Meaning, length: re.Match[str], words: Sequence[Lexeme], within: str, setting: Setting
) -> Days | None:
    """Return what "in two weeks" and "within 72 hours" come to in a clause that looks ahead."""
    if setting.is_story or setting.published is None or within not in ("in", "within"):
        return None
    if direction_at(words, meaning.first, meaning.last) is not Direction.FUTURE:
        return None
    return _reach(setting.published, 1, length, whole=within == "within")


def _reach(day: date, way: int, length: re.Match[str], *, whole: bool) -> Days | None:
    """Return the day, month or year so far from the day, or all from the day up to it."""
    number, unit = int(length[2]), length[3]
    if length[1]:
        if unit != "H":
            return None
        number, unit = -(-number // HOURS_A_DAY), "D"
    far = shift(day, way * number, unit)
    if far is None:
        return None
    if whole:
        return min(day, far), max(day, far)
    span = span_of_value(unit_value(far, unit if unit in "MY" else "D"))
    if span is None or span.earliest is None or span.latest is None:
        return None
    return span.earliest.date(), span.latest.date()


def _day(meaning: Meaning) -> date | None:
    span = span_of_value(meaning.value) if meaning.type is TimexType.DATE else None
    if span is None or span.earliest is None or span.precision is not Precision.DAY:
        return None
    return span.earliest.date()


def note_events(meanings: Sequence[Meaning], words: Sequence[Lexeme], setting: Setting) -> None:
    """Keep the words around the sentence's one day, so that "after the raid" finds the day."""
    days = [(meaning, day) for meaning in meanings if (day := _day(meaning)) is not None]
    if len(days) != 1:
        return
    meaning, day = days[0]
    near = words[max(0, meaning.first - NEAR_WORDS) : meaning.last + NEAR_WORDS]
    for word in near:
        if word.kind == "other" and word.text.islower() and len(word.text) >= SHORTEST_EVENT:
            setting.events[_stem(word.text)] = day


def _stem(word: str) -> str:
    return ENDING.sub("", word)[:STEM_LETTERS]
