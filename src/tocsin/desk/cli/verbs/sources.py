"""`tocsin sources`"""

from __future__ import annotations

import sys
from typing import Any

import click

from tocsin.core.types import Reliability, SourceKind
from tocsin.desk.cli.weighed import leave, weighed_of, weighing_options


@click.command("sources")
@weighing_options
@click.option(
    "--kind",
    type=click.Choice([kind.value for kind in SourceKind]),
    help="Only outlets, authors or speakers.",
)
@click.option(
    "--reliability",
    type=click.Choice([grade.value for grade in Reliability], case_sensitive=False),
    help="Only those of this grade.",
)
@click.pass_context
def command(
    context: click.Context,
    /,
    inputs: tuple[str, ...],
    kind: str | None,
    reliability: str | None,
    as_json: bool,
    **weighing: Any,
) -> None:
    """List sources: grade, party to the dispute, record by subject, and since when silent.

    With INPUT those of the reports given, else those of the store, the best record first.

    \b
    Examples:
      tocsin sources --store desk
      tocsin sources reports/ --kind outlet --json
    """
    weighed = weighed_of(inputs, **weighing)
    sources = [
        source
        for source in weighed.brief.ledger.sources
        if kind in (None, source.kind.value) and reliability in (None, source.reliability.value)
    ]
    ledger = weighed.brief.ledger
    sources.sort(key=lambda source: (source.reliability, source.kind, source.name, source.id))
    found, silences = weighed.shown(tuple(sources)), weighed.shown(ledger.silences)
    if as_json:
        from tocsin.desk.cli.workplace import print_json
        from tocsin.desk.wire.source import listed_source_json

        for source in found:
            own = [silence for silence in silences if silence.source == source.id]
            print_json(listed_source_json(source, own))
    else:
        from rich.console import Console

        from tocsin.desk.cli.source_words import print_sources

        print_sources(found, silences, Console(file=sys.stdout))
    leave(context, weighed, inputs)
