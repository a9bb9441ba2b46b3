"""Rules for durations, for sets of times, and for words that only point past, now or ahead."""

from __future__ import annotations

from collections.abc import Iterator

from tocsin.core.types import TimexType
from tocsin.read.times.grammar import Hit, Meaning, Rule, Setting, rule
from tocsin.read.times.guards import is_open_length, is_pointer
from tocsin.read.times.numbers import duration_value, number_of

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
    if "other" in hit:
        number = 2.0
    yield hit.meaning(TimexType.SET, duration_value(number, hit.value("unit")))


def each_named(hit: Hit, setting: Setting) -> Iterator[Meaning]:
    """Yield "every Monday", "each July", "every morning", "Sundays"."""
    del setting
    lexeme = hit.group("name")[0]
    if lexeme.kind in ("weekday", "weekdays"):
        value = f"XXXX-WXX-{lexeme.value}"
    elif lexeme.kind in ("day_part", "day_parts"):
        value = f"XXXX-XX-XXT{lexeme.value}"
    elif lexeme.kind in ("season", "seasons", "season_or_word"):
        value = f"XXXX-{lexeme.value}"
    elif lexeme.kind in ("weekend", "weekends"):
        value = "XXXX-WXX-WE"
    else:
        value = f"XXXX-{lexeme.value:02d}"
    yield hit.meaning(TimexType.SET, value)


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


QUANTIFIER = "(?: {more_than} {than} | {at} {least} | {approximate} )?"

LENGTH_RULES: tuple[Rule, ...] = (
    rule("{determiner}? (?: {amount} | {a} ) {dash}? {sized_unit} {dash}? {old}", age),
    rule(
        QUANTIFIER + "{determiner}? (?P<number> {amount} | {vague_amount} )"
        " (?: (?: {or} | {to} | {dash} ) {amount} )?"
        " {more_than}? {dash}? {straight}? (?P<unit> {sized_unit} )",
        duration,
    ),
    rule(
        QUANTIFIER + "(?P<number> {a} ) {straight}? (?P<unit> {sized_unit} ) (?: {or} {number} )?",
        duration,
    ),
    rule("(?P<unit> {units} | {fine_units} )", open_duration, is_open_length),
    rule("{a} {while}", while_),
    rule("(?P<set> {adverb_of_set} )", adverb_of_set),
    rule(
        "{every} (?P<other> {other} )? (?P<number> {amount} )? (?P<unit> {sized_unit} )",
        each_unit,
    ),
    rule("(?: {times_word} {a} | {times_word}? {per} ) (?P<unit> {sized_unit} )", each_unit),
    rule(
        "{every} (?P<name> {weekday} | {any_month} | {any_season} | {weekend} | {day_part} )",
        each_named,
    ),
    rule("(?P<name> {weekdays} | {weekends} )", each_named),
    rule(
        "{right}? (?P<pointer> {present_word} | {past_word} | {future_word} )", pointer, is_pointer
    ),
    rule("{the}? {near}? (?P<pointer> {future} )", pointer),
    rule("{the} {past}", past_reference),
    rule("{recent}", past_reference),
    rule("{current}", present_reference),
    rule("{this} {moment} | {the} {current} | {at} {current}", present_reference),
)
