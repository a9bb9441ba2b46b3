"""Rules for times of day. Their values begin with "T": the day comes from a neighbour."""

from __future__ import annotations

from collections.abc import Iterator

from tocsin.core.types import TimexType
from tocsin.read.times.grammar import Hit, Meaning, Rule, rule
from tocsin.read.times.guards_words import is_clock, is_military_clock, is_part_of_a_day
from tocsin.read.times.setting import Setting

LAST_HOUR = 24
ZONE = "(?: {local} {time_word} )? (?P<zone> {zone} )?"


def clock(hit: Hit, setting: Setting) -> Iterator[Meaning]:
    """Yield "14:20 GMT", "3 p.m.", "3.30 pm", "ten o'clock"."""
    del setting
    hour, minute, second = _reading(hit)
    afternoon = hit.value("meridiem")
    if afternoon is not None:
        if not 1 <= hour <= 12:
            return
        hour = hour % 12 + afternoon
    if hour > LAST_HOUR or minute > 59 or (hour == LAST_HOUR and minute):
        return
    value = f"T{hour:02d}:{minute:02d}" + (f":{second}" if second else "")
    zone = hit.group("zone")
    offset = float(zone[0].value) if zone else 0.0
    zulu = "Z" if zone and offset == 0.0 else ""
    yield Meaning(TimexType.TIME, value + zulu, hit.first, hit.last, utc_offset=offset)


def _reading(hit: Hit) -> tuple[int, int, str]:
    lexeme = hit.group("clock")[0]
    if lexeme.kind == "clock":
        hour, minute, *second = lexeme.text.split(":")
        return int(hour), int(minute), second[0] if second else ""
    if lexeme.kind == "count" and "." in lexeme.text:  # "3.30 pm"
        hour, minute = lexeme.text.replace(",", "").split(".")[:2]
        return int(hour), int(minute) if len(minute) == 2 else 99, ""
    return int(lexeme.value), 0, ""


def military_clock(hit: Hit, setting: Setting) -> Iterator[Meaning]:
    """Yield "0600 hours", "1430 GMT"."""
    del setting
    digits = hit.group("hhmm")[0].text
    zone = hit.group("zone")
    offset = float(zone[0].value) if zone else 0.0
    zulu = "Z" if zone and offset == 0.0 else ""
    value = f"T{digits[:2]}:{digits[2:]}{zulu}"
    if int(digits[:2]) < LAST_HOUR:
        yield Meaning(TimexType.TIME, value, hit.first, hit.last, utc_offset=offset)


def day_point(hit: Hit, setting: Setting) -> Iterator[Meaning]:
    """Yield "noon", "midnight", "dawn"."""
    del setting
    yield hit.meaning(TimexType.TIME, f"T{hit.value('point')}")


def day_part(hit: Hit, setting: Setting) -> Iterator[Meaning]:
    """Yield "in the morning", "Sunday night", "overnight"."""
    del setting
    yield hit.meaning(TimexType.TIME, f"T{hit.value('part')}")


CLOCK_RULES: tuple[Rule, ...] = (
    rule(f"(?P<clock> {{clock}} ) (?P<meridiem> {{am_pm}} )? {ZONE}", clock, is_clock),
    rule(
        f"(?P<clock> {{day_number}} | {{number}} | {{count}} ) (?P<meridiem> {{am_pm}} ) {ZONE}",
        clock,
    ),
    rule("(?P<clock> {day_number} | {number} ) {oclock}", clock),
    rule(
        "(?P<hhmm> {count} | {year_number} ) (?: {fine_units} | (?P<zone> {zone} ) )",
        military_clock,
        is_military_clock,
    ),
    rule("(?P<point> {day_point} )", day_point),
    rule("{the}? {mid}? {dash}? (?P<part> {day_part} )", day_part, is_part_of_a_day),
)
