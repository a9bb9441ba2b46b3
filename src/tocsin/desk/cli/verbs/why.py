"""`tocsin why`"""

from __future__ import annotations

import sys
from typing import Any

import click

from tocsin.desk.cli.weighed import leave, weighed_of, weighing_options


@click.command("why")
@click.argument("name", metavar="ID")
@weighing_options
@click.pass_context
def command(
    context: click.Context, /, name: str, inputs: tuple[str, ...], as_json: bool, **weighing: Any
) -> None:
    """Show why an incident or a statement stands as it does.

    Who says so, from whom, through which agency and outlet, copied where; who denies it; the
    counts side by side, then the estimate with its rule; why the events were taken for one; what
    analysts judged. ID is that of an incident, a statement or an event (its start is enough).
    With INPUT the reports given are weighed, else the store.

    \b
    Examples:
      tocsin why inc_3f9c2d --store desk
      tocsin why stm_77e0c1 reports/ --json
    """
    from tocsin.desk.jobs.why import why_of

    weighed = weighed_of(inputs, **weighing)
    why = weighed.shown(why_of(name, weighed.brief, shown=weighed.page))
    if as_json:
        from tocsin.desk.cli.workplace import print_json
        from tocsin.desk.wire.why import why_json

        print_json(why_json(why, weighed.ids))
    else:
        from rich.console import Console

        from tocsin.desk.cli.why_words import print_why

        print_why(why, weighed.ids, Console(file=sys.stdout))
    leave(context, weighed, inputs)
