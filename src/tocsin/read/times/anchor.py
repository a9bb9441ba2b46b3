"""The calendar day that a partial date means: the turn of it that its clause looks to."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from spacy.tokens import Token

from tocsin.read.times.calendar import day_of, shift_days
from tocsin.read.times.lexicon import lexemes
from tocsin.read.times.setting import Setting
from tocsin.read.times.tense import LEFT_REACH, Direction, direction_at

FAR_DAYS = 300  # a date without a year is not read so far back when its next turn is near
NEAR_DAYS = 75
NEXT_YEAR_MONTHS = 9  # "in December 1942 … in January": a story goes on, it does not leap back


def year_near(setting: Setting, month: int, day: int | None, direction: Direction) -> int | None:
    """Return the year that a month, or a day of one, means; None where nothing tells it."""
    if setting.is_story:
        return story_year(setting, month)
    if setting.published is None:
        return None
    return nearest_year(setting.published, month, day, direction)


def story_year(setting: Setting, month: int) -> int | None:
    """Return the year last spoken of, or the next where the story has come to its end."""
    if setting.year is None:
        return None
    turned = setting.month is not None and setting.month - month >= NEXT_YEAR_MONTHS
    return setting.year + turned


def nearest_year(published: date, month: int, day: int | None, direction: Direction) -> int:
    """Return the year that a date without one means; a near turn beats the tense of a far one."""
    if day is None and month == published.month and direction is not Direction.UNSURE:
        return published.year
    on = day or (published.day if month == published.month else 15)
    turns = [turn for year in (-1, 0, 1) if (turn := day_of(published.year + year, month, on))]
    turn = nearest_turn(published, turns, direction, is_day=day is not None)
    return (turn or published).year


def nearest_turn(
    published: date, turns: Sequence[date], direction: Direction, *, is_day: bool = True
) -> date | None:
    """Return the turn of a yearly day on the side that the clause looks to.

    A day that lay far back on that side, but is near on the other, is read as the near one.
    """
    past = max((turn for turn in turns if turn <= published), default=None)
    coming = min((turn for turn in turns if turn >= published), default=None)
    if past is None or coming is None:
        return past or coming
    gone, ahead = (published - past).days, (coming - published).days
    if direction is Direction.PAST and not (is_day and gone > FAR_DAYS and ahead < NEAR_DAYS):
        return past
    if direction is Direction.FUTURE and not (is_day and ahead > FAR_DAYS and gone < NEAR_DAYS):
        return coming
    return past if gone <= ahead else coming


def weekday_near(setting: Setting, weekday: int, direction: Direction) -> date | None:
    """Return the coming weekday in a clause that looks ahead, else the last one.

    In a story it is the first one from the day last spoken of.
    """
    told = setting.day if setting.is_story and setting.today() else None
    origin = told or setting.published
    if origin is None:
        return None
    if told or direction is Direction.FUTURE:
        return shift_days(origin, (weekday - origin.isoweekday()) % 7)
    return shift_days(origin, -((origin.isoweekday() - weekday) % 7))


def clause_direction(token: Token) -> Direction:
    """Return which way the clause around a date's first token looks from the published date."""
    doc, first, end = token.doc, token.i, token.i + 1
    while first > max(0, token.i - LEFT_REACH) and not doc[first].is_sent_start:
        first -= 1
    while end < min(len(doc), token.i + LEFT_REACH) and not doc[end].is_sent_start:
        end += 1
    words = lexemes(doc[first:end].text)
    offset = token.idx - doc[first].idx
    index = next((n for n, word in enumerate(words) if word.end > offset), None)
    return Direction.UNSURE if index is None else direction_at(words, index, index)
