"""Numbers of a time expression, in digits or words."""

from __future__ import annotations

from collections.abc import Sequence

from tocsin.read.times.lexicon import Lexeme

AMOUNT = """(?: (?:{a} | {number} | {day_number})? {dash}? {scale}
               (?:{and}? {tens} (?:{dash}? {number})? | {and}? {number})?
             | {tens} {dash}? {number} | {a}? {couple} {of}? | {half} {a}
             | {a}? {dozen} | {cardinal}? {dash}? {fraction}
             | {cardinal} {dash}? {and} {dash}? {a} {dash}? {half}
             | {cardinal} )"""
YEARS_IN = {"DE": 10, "CE": 100}
HALF = 0.5
HALVES = {"H": "H30M", "MIN": "M30S"}  # as TIMEX3 writes half an hour; other units take a decimal
VAGUE_AMOUNT = "(?: {a}? {vague} )"


def number_of(lexemes: Sequence[Lexeme]) -> float | None:
    """Return the number that the lexemes say, None for a vague one ("several") or none.

    >>> from tocsin.read.times.lexicon import lexemes
    >>> number_of(lexemes("two hundred and twenty-five")), number_of(lexemes("several"))
    (225, None)
    """
    total: float = 0
    said = False
    articles = [lexeme for lexeme in lexemes if lexeme.kind == "a"]
    for lexeme in lexemes:
        if lexeme.kind == "vague":
            return None
        if lexeme.kind in ("scale", "dozen"):
            total, said = (total or 1) * lexeme.value, True
        elif lexeme.value and lexeme.kind not in ("a", "and", "of"):
            total, said = total + lexeme.value, True
    return total if said else (1 if articles else None)


def amount_text(number: float | None) -> str:
    """Return the number as TIMEX3 writes it, "X" for one left open.

    >>> amount_text(2.0), amount_text(2.5), amount_text(None)
    ('2', '2.5', 'X')
    """
    if number is None:
        return "X"
    return str(int(number)) if number == int(number) else str(number)


def duration_value(number: float | None, unit: str) -> str:
    """Return the TIMEX3 value of a length of time; a fortnight counts as two weeks.

    >>> duration_value(3, "D"), duration_value(None, "H"), duration_value(5.5, "H")
    ('P3D', 'PTXH', 'PT5H30M')
    """
    if unit == "FN":
        return duration_value(None if number is None else number * 2, "W")
    if unit in YEARS_IN:
        return duration_value(None if number is None else number * YEARS_IN[unit], "Y")
    amount = amount_text(number)
    if unit in HALVES and number is not None and number % 1 == HALF:
        return f"PT{int(number)}{HALVES[unit]}"
    if unit in ("H", "MIN", "S"):
        return f"PT{amount}{unit[0]}"
    return f"P{amount}{unit}"
