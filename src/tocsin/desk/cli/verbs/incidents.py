"""`tocsin incidents`"""

from __future__ import annotations

import sys
from datetime import date
from typing import Any

import click

from tocsin.core.types import Standing
from tocsin.desk.cli.options import day_option
from tocsin.desk.cli.weighed import leave, weighed_of, weighing_options


@click.command("incidents")
@weighing_options
@click.option("--type", "types", multiple=True, metavar="TYPE", help="Only this type; repeatable.")
@click.option("--place", default="", metavar="WORDS", help="Only where the place's name has these.")
@day_option("--since", "Only what may have been on this day or later.")
@day_option("--until", "Only what may have been on this day or earlier.")
@click.option("--contradicted", is_flag=True, help="Only what some deny or count otherwise.")
@click.option(
    "--standing",
    type=click.Choice([standing.value for standing in Standing]),
    help="Only what an analyst confirmed, rejected, or left open.",
)
@click.pass_context
def command(
    context: click.Context,
    /,
    inputs: tuple[str, ...],
    types: tuple[str, ...],
    place: str,
    since: date | None,
    until: date | None,
    contradicted: bool,
    standing: str | None,
    as_json: bool,
    **weighing: Any,
) -> None:
    """List incidents: what is said to have happened or to be planned, on how many origins.

    With INPUT (files, folders, web addresses, - for standard input) those of the reports given,
    else those of the store. The latest come first, those without a time last. An incident whose
    time is not known passes --since and --until.

    \b
    Examples:
      tocsin incidents --store desk --place Karsh --since 2031-04-01
      tocsin incidents reports/ --type kill --contradicted --json
    """
    from tocsin.desk.jobs.filters import WantedIncidents
    from tocsin.ontology.event_types import event_types

    unknown = sorted(set(types) - set(event_types()))
    if unknown:
        raise click.BadParameter(f"no event type is called {unknown[0]}", param_hint="--type")
    wanted = WantedIncidents(
        types=frozenset(types),
        place=place,
        since=since,
        until=until,
        contradicted=contradicted,
        standing=Standing(standing) if standing else None,
    )
    weighed = weighed_of(inputs, **weighing)
    found = weighed.shown(tuple(wanted.among(weighed.brief.ledger.incidents)))
    if as_json:
        from tocsin.desk.cli.workplace import print_json
        from tocsin.desk.jobs.ledger import best_credibility, grades_by_statement
        from tocsin.desk.wire.incident import listed_incident_json

        grades, ids = grades_by_statement(weighed.brief.ledger.grades), weighed.ids
        for incident in found:
            print_json(listed_incident_json(incident, best_credibility(incident, grades), ids))
    else:
        from rich.console import Console

        from tocsin.desk.cli.incident_words import print_incidents

        print_incidents(found, weighed.brief.ledger.grades, Console(file=sys.stdout))
    leave(context, weighed, inputs)
