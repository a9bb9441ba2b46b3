"""Rules for durations, for sets of times, and for words that only point past, now or ahead."""

from __future__ import annotations

from collections.abc import Iterator

from tocsin.core.types import TimexType
from tocsin.read.times.grammar import Hit, Meaning, Rule, rule
from tocsin.read.times.guards_words import (
    is_adverb_of_set,
    is_future,
    is_length,
    is_open_length,
    is_pointer,
    is_rate,
)
from tocsin.read.times.lexicon import Lexeme
from tocsin.read.times.numbers import duration_value, number_of
from tocsin.read.times.setting import Setting

MOST_UNITS = 1e8


def duration(hit: Hit, setting: Setting) -> Iterator[Meaning]:
    """Yield "three months", "a two-day", "several weeks"."""
    del setting
    number = number_of(hit.group("number"))
    if number is None or number < MOST_UNITS:
        yield hit.meaning(TimexType.DURATION, duration_value(number, hit.value("unit")))


def age(hit: Hit, setting: Setting) -> Iterator[Meaning]:
    """Yield nothing: how old someone is says nothing of when."""
    del hit, setting
    yield from ()


def open_duration(hit: Hit, setting: Setting) -> Iterator[Meaning]:
    """Yield "weeks" or "decades" with no count."""
    del setting
    yield hit.meaning(TimexType.DURATION, duration_value(None, hit.value("unit")))


def while_(hit: Hit, setting: Setting) -> Iterator[Meaning]:
    """Yield "a while"."""
    del setting
    yield hit.meaning(TimexType.DURATION, "PXX")


def adverb_of_set(hit: Hit, setting: Setting) -> Iterator[Meaning]:
    """Yield "daily", "annually"."""
    del setting
    yield hit.meaning(TimexType.SET, str(hit.value("set")))


def each_unit(hit: Hit, setting: Setting) -> Iterator[Meaning]:
    """Yield "every day", "every two years", "each minute"."""
    del setting
    number = number_of(hit.group("number")) if "number" in hit else 1.0
    if "other" in hit:  # "every other week"
        number = 2.0
    yield hit.meaning(TimexType.SET, duration_value(number, hit.value("unit")))


def each_named(hit: Hit, setting: Setting) -> Iterator[Meaning]:
    """Yield "every Monday", "each July", "Sundays", both of "every Monday and Friday"."""
    del setting
    name = hit.match.start("name")
    if "other" not in hit:
        yield hit.meaning(TimexType.SET, _set_value(hit.lexemes[name]))
        return
    other = hit.match.start("other")
    yield Meaning(TimexType.SET, _set_value(hit.lexemes[name]), hit.first, name)
    yield Meaning(TimexType.SET, _set_value(hit.lexemes[other]), other, hit.last)


def weekday_nights(hit: Hit, setting: Setting) -> Iterator[Meaning]:
    """Yield "Friday nights", both of "Friday and Saturday nights"."""
    del setting
    part = hit.value("part")
    days = [n for n in range(hit.first, hit.last) if hit.lexemes[n].kind == "weekday"]
    for place in days:
        last = hit.last if place == days[-1] else place
        value = f"XXXX-WXX-{hit.lexemes[place].value}T{part}"
        yield Meaning(TimexType.SET, value, place, last)


def _set_value(lexeme: Lexeme) -> str:
    """Return the value of a yearly, weekly or daily time."""
    if lexeme.kind in ("weekday", "weekdays"):
        return f"XXXX-WXX-{lexeme.value}"
    if lexeme.kind in ("day_part", "day_parts"):
        return f"XXXX-XX-XXT{lexeme.value}"
    if lexeme.kind in ("season", "seasons", "season_or_word"):
        return f"XXXX-{lexeme.value}"
    if lexeme.kind in ("weekend", "weekends"):
        return "XXXX-WXX-WE"
    return f"XXXX-{lexeme.value:02d}"


def pointer(hit: Hit, setting: Setting) -> Iterator[Meaning]:
    """Yield "now", "recently", "the future"."""
    del setting
    yield hit.meaning(TimexType.DATE, str(hit.value("pointer")))


def past_reference(hit: Hit, setting: Setting) -> Iterator[Meaning]:
    """Yield a pointer to the past."""
    del setting
    yield hit.meaning(TimexType.DATE, "PAST_REF")


def present_reference(hit: Hit, setting: Setting) -> Iterator[Meaning]:
    """Yield a pointer to the present."""
    del setting
    yield hit.meaning(TimexType.DATE, "PRESENT_REF")


NAMED = "(?: {weekday} | {any_month} | {any_season} | {weekend} | {day_part} )"
QUANTIFIER = "(?: {more_than} {than} | {at} {least} | {approximate} )?"

LENGTH_RULES: tuple[Rule, ...] = (
    rule("{determiner}? (?: {amount} | {a} ) {dash}? {sized_unit} {dash}? {old}", age),
    rule(
        QUANTIFIER + "{determiner}? (?P<number> {amount} | {vague_amount} )"
        " (?: (?: {or} | {to} | {dash} ) {amount} )?"
        " {more_than}? {dash}? {straight}? (?P<unit> {sized_unit} )",
        duration,
        is_length,
    ),
    rule("{a} (?P<unit> {unit} )", each_unit, is_rate),
    rule(
        QUANTIFIER + "(?P<number> {a} ) {straight}? (?P<unit> {sized_unit} ) (?: {or} {number} )?",
        duration,
        is_length,
    ),
    rule("(?P<unit> {units} | {fine_units} )", open_duration, is_open_length),
    rule("{a} {while}", while_),
    rule(
        "{times}? {every} (?P<other> {alternate} )? (?P<number> {amount} )?"
        " (?P<unit> {sized_unit} )",
        each_unit,
    ),
    rule(
        "(?: {times} {a} | {times}? {per} | {times} {every} ) (?P<unit> {sized_unit} )",
        each_unit,
    ),
    rule("{times}? (?P<set> {adverb_of_set} )", adverb_of_set, is_adverb_of_set),
    rule(f"{{every}} (?P<name> {NAMED} )", each_named),
    rule(f"{{every}} (?P<name> {NAMED} ) (?: {{and}} | {{or}} ) (?P<other> {NAMED} )", each_named),
    rule("(?P<name> {weekdays} | {weekends} )", each_named),
    rule("(?P<name> {weekdays} ) {and} (?P<other> {weekdays} )", each_named),
    rule("{weekday} (?: (?: {and} | {or} ) {weekday} )? (?P<part> {day_parts} )", weekday_nights),
    rule(
        "{right}? (?P<pointer> {present_word} | {past_word} | {future_word} )", pointer, is_pointer
    ),
    rule("{the}? {near}? (?P<pointer> {future} )", pointer, is_future),
    rule("{the} {past}", past_reference),
    rule("{recent}", past_reference),
    rule("{current}", present_reference),
    rule("{this} {moment} | {the} {current} | {at} {current}", present_reference),
)
