"""Incidents as a list that a person reads: a table where there is room, else a block each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from tocsin.core.types import Credibility, FusedCount, Graded, Incident, Polarity, Standing
from tocsin.desk.cli.clean import clean, range_words, short_ids
from tocsin.desk.jobs.ledger import best_credibility, grades_by_statement
from tocsin.warn.wording import type_words, when_words

ROOM_FOR_TABLE = 110  # columns; below, ten columns would break each word
KINDS = ("killed", "injured", "detained", "displaced")
HEADINGS = ("ID", "What", "Where", "When", "Origins", "Toll", "Cred.", "Remarks")


def print_incidents(
    incidents: Sequence[Incident], grades: Sequence[Graded], console: Console
) -> None:
    """Print the incidents, in the order given."""
    if not incidents:
        console.print(Text("No incident."))
        return
    by_statement = grades_by_statement(grades)
    rows = [
        _cells(clean(incident), best_credibility(incident, by_statement)) for incident in incidents
    ]
    short = short_ids(incident.id for incident in incidents)
    named = [(short[i.id], *cells) for i, cells in zip(incidents, rows, strict=True)]
    if console.width >= ROOM_FOR_TABLE:
        console.print(_table(named))
        return
    blocks = Table.grid(padding=(0, 2, 0, 0))
    for name, *cells in named:
        blocks.add_row(Text(name, style="bold"), Text(" · ".join(filter(None, cells))))
    console.print(blocks)


def incident_line(incident: Incident) -> str:
    """Return type, status, place and time of the incident."""
    what, where, when = _what(incident), incident.place or "", when_words(incident.time)
    return " · ".join(part for part in (what, where, when) if part)


def origins_words(incident: Incident) -> str:
    """Return how many origins stand behind it, and how many of them count.

    A named party of its own is an origin; one whose independence cannot be told does not count.
    """
    certain = sum(origin.certain for origin in incident.origins)
    return f"{certain} of {len(incident.origins)} origins certain"


def fused_words(fused: FusedCount) -> str:
    """Return the estimate with its range."""
    if fused.best is None:
        return f"{range_words(fused.low, fused.high)} {fused.of}"
    if fused.low == fused.high == fused.best:
        return f"{fused.best:,} {fused.of}"
    return f"{fused.best:,} {fused.of} ({range_words(fused.low, fused.high)})"


def credibility_words(credibility: Credibility) -> str:
    """Return the grade with its name in the Admiralty scale."""
    if credibility is Credibility.UNKNOWN:
        return "6, cannot be judged"
    return f"{credibility.value}, {credibility.name.lower()}"


def _cells(incident: Incident, credibility: Credibility | None) -> tuple[str, ...]:
    return (
        _what(incident),
        incident.place or "",
        when_words(incident.time),
        origins_words(incident).removesuffix(" certain"),
        _toll(incident),
        f"credibility {credibility.value}" if credibility else "",
        ", ".join(_remarks(incident)),
    )


def _what(incident: Incident) -> str:
    denied = ", denied" if incident.polarity is Polarity.DENIED else ""
    return f"{type_words(incident.type)} ({incident.status.value.replace('_', ' ')}{denied})"


def _toll(incident: Incident) -> str:
    """Return the estimates; without one, what the reported counts span."""
    if incident.fused:
        return "; ".join(map(fused_words, incident.fused))
    return "; ".join(_reported(incident))


def _reported(incident: Incident) -> Iterator[str]:
    for kind in KINDS:
        given = [getattr(one.toll, kind) for one in incident.tolls]
        counts = [count for count in given if count is not None]
        if counts:
            lows = [count.low for count in counts if count.low is not None]
            highs = [count.high for count in counts if count.high is not None]
            bounded = len(highs) == len(counts)
            span = range_words(min(lows, default=None), max(highs) if bounded else None)
            yield f"{span} {kind} as reported"


def _remarks(incident: Incident) -> Iterator[str]:
    if incident.contradicts:
        yield "contradicted"
    if incident.retracted:
        yield "withdrawn" if not incident.supports else "partly withdrawn"
    if incident.standing is not Standing.OPEN:
        yield incident.standing.value
    if incident.notes:
        yield "see notes"


def _table(rows: Sequence[tuple[str, ...]]) -> Table:
    table = Table(box=None, header_style="bold", pad_edge=False, padding=(0, 2, 0, 0))
    for heading in HEADINGS:
        table.add_column(heading, no_wrap=heading == "ID", overflow="fold")
    for row in rows:
        table.add_row(*(Text(cell.removeprefix("credibility ")) for cell in row))
    return table
