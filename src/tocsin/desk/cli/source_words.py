"""Sources as a list that a person reads."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from tocsin.core.time import day_words
from tocsin.core.types import Silence, Source
from tocsin.desk.cli.clean import clean

ROOM_FOR_TABLE = 100  # columns
HEADINGS = ("Name", "Kind", "Grade", "Party", "Record", "Silent since")


def print_sources(sources: Sequence[Source], silences: Sequence[Silence], console: Console) -> None:
    """Print the sources, in the order given."""
    if not sources:
        console.print(Text("No source."))
        return
    silent: dict[str, list[Silence]] = {}
    for silence in clean(tuple(silences)):
        silent.setdefault(silence.source, []).append(silence)
    rows = [_cells(source, silent.get(source.id, [])) for source in clean(tuple(sources))]
    if console.width >= ROOM_FOR_TABLE:
        console.print(_table(rows))
        return
    blocks = Table.grid(padding=(0, 2, 0, 0))
    for name, *cells in rows:
        blocks.add_row(Text(name, style="bold"), Text(" · ".join(filter(None, cells))))
    console.print(blocks)


def _cells(source: Source, silences: Sequence[Silence]) -> tuple[str, ...]:
    return (
        source.name,
        source.kind.value,
        f"{source.reliability.value} ({source.reason})",
        f"{source.party.role} ({source.party.of})" if source.party else "",
        "; ".join(_records(source)),
        "; ".join(map(_silence, silences)),
    )


def _records(source: Source) -> Iterator[str]:
    for record in source.records:
        yield (
            f"{record.subject.value} {record.reliability.value}: "
            f"{record.confirmed:g} confirmed, {record.contradicted:g} contradicted"
        )


def _silence(silence: Silence) -> str:
    where = f"on {silence.place}" if silence.place else "altogether: is its feed down?"
    return f"{day_words(silence.last)}, {silence.silent_days} days, {where}"


def _table(rows: Sequence[tuple[str, ...]]) -> Table:
    table = Table(box=None, header_style="bold", pad_edge=False, padding=(0, 2, 0, 0))
    for heading in HEADINGS:
        table.add_column(heading, overflow="fold")
    for row in rows:
        table.add_row(*map(Text, row))
    return table
