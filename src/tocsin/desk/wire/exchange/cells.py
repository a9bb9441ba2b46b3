"""Cells of a CSV file: RFC 4180, UTF-8, and nothing that a spreadsheet would run."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping

from tocsin.core.time import TimeSpan
from tocsin.desk.wire.parts import instant_json

FORMULA_STARTS = tuple("=+-@＝＋－＠")
"""What a spreadsheet takes for a formula. Source: OWASP, CSV Injection; the wide forms too."""

LIST_SEPARATOR = "; "

Cell = str | int | float | bool | None
Row = Mapping[str, Cell]


def csv_text(columns: Iterable[str], rows: Iterable[Row]) -> str:
    """Return the table as CSV: a header, then a line for each row, CRLF at each end."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    names = list(columns)
    writer.writerow(names)
    writer.writerows([_written(row.get(name)) for name in names] for row in rows)
    return out.getvalue()


def listed(words: Iterable[str]) -> str:
    """Return several values in one cell."""
    return LIST_SEPARATOR.join(words)


def span_cells(span: TimeSpan | None) -> dict[str, Cell]:
    """Return the ends of a time and how exact it is."""
    return {
        "earliest": instant_json(span.earliest) if span else None,
        "latest": instant_json(span.latest) if span else None,
        "precision": span.precision.value if span else None,
    }


def _written(cell: Cell) -> str | int | float:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    return _harmless(cell) if isinstance(cell, str) else cell


def _harmless(words: str) -> str:
    """Return the words on one line, without controls, a formula's start behind an apostrophe.

    >>> _harmless("=HYPERLINK(0)"), _harmless("Halvik\\r\\n was shelled")
    ("'=HYPERLINK(0)", 'Halvik was shelled')
    """
    plain = "".join(c if c.isprintable() or c.isspace() else "\ufffd" for c in words)
    line = " ".join(plain.split())
    return f"'{line}" if line.startswith(FORMULA_STARTS) else line
