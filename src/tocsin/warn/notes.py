"""Numbered notes: each statement a brief leans on gets one number, in order of first use."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence

from tocsin.core.ids import ReportId, StatementId
from tocsin.core.time import day_words
from tocsin.core.types import Reading, Report, Span, Statement, narration_of
from tocsin.warn.redaction import quote_of
from tocsin.warn.view import NoteView
from tocsin.warn.wording import one_line

QUOTE_CHARACTERS = 400  # a note shows the words, not the page


class NoteBook:
    """Numbers statements as they are cited, and writes their notes."""

    def __init__(self, readings: Iterable[Reading], *, withdrawn: Container[ReportId] = ()) -> None:
        self._withdrawn = withdrawn
        self._readings = {reading.report.id: reading for reading in readings}
        self._statements = {
            statement.id: statement
            for reading in self._readings.values()
            for statement in _citable(reading)
        }
        self._numbers: dict[StatementId, int] = {}

    def cite(self, statements: Iterable[StatementId]) -> tuple[int, ...]:
        """Return the note numbers of the statements, ascending, each once."""
        known = [s for s in statements if s in self._statements]
        numbers = {self._numbers.setdefault(s, len(self._numbers) + 1) for s in known}
        return tuple(sorted(numbers))

    def publishers_of(self, statements: Iterable[StatementId]) -> tuple[str, ...]:
        """Return the outlets in which the statements stand, each once."""
        reports = (self._statements[s].report for s in statements if s in self._statements)
        outlets = (self._readings[report].report.outlet or "its publisher" for report in reports)
        return tuple(dict.fromkeys(outlets))

    def notes(self) -> Sequence[NoteView]:
        """Return the notes cited so far, by number."""
        return [self._note(number, statement) for statement, number in self._numbers.items()]

    def _note(self, number: int, statement_id: StatementId) -> NoteView:
        statement = self._statements[statement_id]
        reading = self._readings[statement.report]
        report, spans = reading.report, statement.content_spans
        quote = " … ".join(quote_of(reading, span) for span in spans)
        return NoteView(
            number=number,
            quote=one_line(quote, limit=QUOTE_CHARACTERS),
            voices=" → ".join(statement.chain) or report.outlet or "unnamed author",
            report=_report_words(report, withdrawn=report.id in self._withdrawn),
            place=f"characters {_extent(spans)} of capture {report.sha256[:12]}",
            statement=statement_id,
        )


def _citable(reading: Reading) -> Iterator[Statement]:
    """Yield every statement of the report, its own voice in each sentence among them."""
    yield from (narration_of(reading.report, sentence) for sentence in reading.sentences)
    yield from reading.all_statements


def _report_words(report: Report, *, withdrawn: bool) -> str:
    published = day_words(report.published) if report.published else "undated"
    state = " (withdrawn by its publisher)" if withdrawn else ""
    outlet = report.outlet or "no outlet"
    return f"{report.title or '(no title)'}, {outlet}, {published}{state}"


def _extent(spans: Sequence[Span]) -> str:
    return ", ".join(f"{span.start}–{span.end}" for span in spans)
