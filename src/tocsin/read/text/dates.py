"""Calendar days as datelines write them, strictly: nothing is guessed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from tocsin.core.types import Span
from tocsin.ontology.tables import read_table

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH_OF = {name: number for number, name in enumerate(_MONTHS, start=1)}
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>\d{4})"
_STAMP = re.compile(r"(\d{4})-?(\d{2})-?(\d{2})(?:[T ].*)?")  # ISO 8601, either form, any clock
_PARTIAL = re.compile(r"\d{4}(?:-\d{2})?")
_NO_SUCH_DAY = "no such day: "
_FORMS = tuple(
    re.compile(rf"(?<![\w/.-]){form}(?![\w/-])", re.IGNORECASE)
    for form in (
        r"(?P<year>\d{4})-(?P<month_number>\d{1,2})-(?P<day>\d{1,2})"
        r"(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?",
        r"(?P<year>\d{4})/(?P<month_number>\d{1,2})/(?P<day>\d{1,2})",
        r"(?P<day>\d{1,2})\.(?P<month_number>\d{1,2})\.(?P<year>\d{4})",
        r"(?P<either>\d{1,2})/(?P<other>\d{1,2})/(?P<year>\d{4})",
        rf"{_DAY}[ -]+(?:of )?{_MONTH},?[ -]+{_YEAR}",
        rf"{_MONTH} *{_DAY},? +{_YEAR}",
        rf"{_DAY} {_MONTH} (?P<short_year>\d{{2}})",
    )
)
CENTURY_PIVOT = 69  # POSIX strptime %y: 69–99 are the 1900s


@dataclass(frozen=True, slots=True)
class WrittenDay:
    """A day as written; `day` is None where no calendar has it or its order is ambiguous."""

    span: Span
    day: date | None
    fault: str | None = None


def written_days(line: str) -> list[WrittenDay]:
    """Return the days written in the line, in order, none inside another.

    >>> [written.day.isoformat() for written in written_days("Halvik, 4 May 2031")]
    ['2031-05-04']
    >>> written_days("2031-02-30")[0].fault
    'no such day: 2031-02-30'
    """
    found = sorted(_all_days(line), key=lambda written: (written.span.start, -written.span.end))
    kept: list[WrittenDay] = []
    for written in found:
        if not kept or written.span.start >= kept[-1].span.end:
            kept.append(written)
    return kept


def parse_day(value: str | None) -> tuple[date | None, str | None]:
    """Return the day that a metadata field names and the fault found, if any.

    >>> parse_day("2031-05-04T10:00:00Z"), parse_day("soon")
    ((datetime.date(2031, 5, 4), None), (None, 'published date not understood'))
    """
    if not value or not value.strip():
        return None, None
    written = value.strip()[:100]
    stamp = _STAMP.fullmatch(written)
    days = written_days("-".join(stamp.groups()) if stamp else written)
    if not days and is_partial(written):
        return None, f"published date without a day: {written}"
    if not days:
        return None, "published date not understood"
    return days[0].day, days[0].fault


def is_partial(value: str | None) -> bool:
    """Return whether the value is a year or a month: right as a date, and no day."""
    return value is not None and _PARTIAL.fullmatch(value.strip()) is not None


def is_impossible(fault: str | None) -> bool:
    """Return whether the fault is that no calendar has the day.

    >>> is_impossible("no such day: 2031-02-30"), is_impossible("published date not understood")
    (True, False)
    """
    return fault is not None and fault.startswith(_NO_SUCH_DAY)


def _all_days(line: str) -> Iterator[WrittenDay]:
    yield from _foreign_days(line)
    for form in _FORMS:
        for match in form.finditer(line):
            span = Span(match.start(), match.end())
            parts = match.groupdict()
            if parts.get("either"):
                yield _slashed_day(span, parts, match.group())
            else:
                yield _checked(
                    span, _year(parts), _month(parts), int(parts["day"]), written=match.group()
                )


def _foreign_days(line: str) -> Iterator[WrittenDay]:
    numbers = month_numbers()
    for match in _foreign_form().finditer(line):
        month = numbers["_".join(match["month"].casefold().split())]
        yield _checked(
            Span(match.start(), match.end()),
            int(match["year"]),
            month,
            int(match["day"]),
            written=match.group(),
        )


@cache
def month_numbers() -> dict[str, int]:
    """Return the number of each month by its names in `ontology/months.yaml`."""
    raw = read_table("months")
    return {
        name: number
        for months in raw.values()
        for number, names in enumerate(months, start=1)
        for name in names.split()
    }


@cache
def _foreign_form() -> re.Pattern[str]:
    names = "|".join(sorted(month_numbers(), key=len, reverse=True)).replace("_", " +")
    return re.compile(
        rf"(?<![\w/.-])(?P<day>\d{{1,2}})(?:er)? +(?P<month>{names})\.?[,،]? +"
        r"(?P<year>\d{4})(?!\w)",
        re.IGNORECASE,
    )


def _year(parts: dict[str, str]) -> int:
    if short := parts.get("short_year"):
        return int(short) + (1900 if int(short) >= CENTURY_PIVOT else 2000)
    return int(parts["year"])


def _month(parts: dict[str, str]) -> int:
    number = parts.get("month_number")
    return int(number) if number else _MONTH_OF[parts["month"][:3].lower()]


def _slashed_day(span: Span, parts: dict[str, str], written: str) -> WrittenDay:
    first, second, year = int(parts["either"]), int(parts["other"]), int(parts["year"])
    if first <= 12 and second <= 12 and first != second:
        return WrittenDay(span, None, f"day and month cannot be told apart: {written}")
    month, day = (second, first) if first > 12 else (first, second)
    return _checked(span, year, month, day, written=written)


def _checked(span: Span, year: int, month: int, day: int, *, written: str) -> WrittenDay:
    try:
        return WrittenDay(span, date(year, month, day))
    except ValueError:
        return WrittenDay(span, None, f"{_NO_SUCH_DAY}{written}")
