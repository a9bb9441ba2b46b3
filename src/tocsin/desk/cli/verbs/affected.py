"""`tocsin affected`"""

from __future__ import annotations

import sys
from typing import Any

import click

from tocsin.desk.cli.weighed import leave, weighed_of, weighing_options


@click.command("affected")
@click.argument("name", metavar="ID")
@weighing_options
@click.pass_context
def command(
    context: click.Context, /, name: str, inputs: tuple[str, ...], as_json: bool, **weighing: Any
) -> None:
    """List everything that used a report, a statement or a source.

    Its statements and those of its copies, what leans on them, the origins that would be gone,
    the incidents with their independent origins before and after, the counts, the situations.
    ID is that of a report (also the id it came with), a statement or a source; its start is
    enough. With INPUT the reports given are weighed, else the store.

    \b
    Examples:
      tocsin affected rep_3f9c2d --store desk
      tocsin affected src_77e0c1 reports/ --json
    """
    from tocsin.desk.jobs.affected import affected_in

    weighed = weighed_of(inputs, assesses=True, **weighing)
    affected = weighed.shown(affected_in(name, weighed.brief))
    if as_json:
        from tocsin.desk.cli.workplace import print_json
        from tocsin.desk.wire.affected import affected_json

        print_json(affected_json(affected, weighed.ids))
    else:
        from rich.console import Console

        from tocsin.desk.cli.affected_words import print_affected

        print_affected(
            affected,
            weighed.shown(weighed.brief.ledger.incidents),
            weighed.ids,
            Console(file=sys.stdout),
        )
    leave(context, weighed, inputs)
