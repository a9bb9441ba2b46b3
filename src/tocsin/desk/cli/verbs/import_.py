"""`tocsin import`"""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import click

from tocsin.desk.cli.options import config_option, json_option, store_option


@click.command("import")
@click.argument("file", metavar="FILE", type=click.File("rb"))
@store_option
@config_option
@json_option
@click.pass_context
def command(
    context: click.Context, file: Any, folder: Path, config: Path | None, as_json: bool
) -> None:
    """Take in what `tocsin export --show-names` wrote as JSON lines: reports and judgements.

    FILE is - for standard input. What the store holds already stays as it is. A line whose ids are
    not those of what it says is rejected, and the others are kept. Incidents, grades and the rest
    that is weighed are checked and not kept: they follow again from reports and judgements.

    \b
    Examples:
      tocsin import desk.jsonl --store other
    """
    from tocsin.core.types import Rejected
    from tocsin.desk.cli.terminal import counted
    from tocsin.desk.cli.workplace import (
        open_workplace,
        print_json,
        print_rejects_json,
        print_words,
    )
    from tocsin.desk.jobs.import_ import Came, import_job
    from tocsin.desk.wire import SCHEMA
    from tocsin.store.store import open_store

    place = open_workplace(folder=folder, config=config)
    came: Counter[tuple[str, Came]] = Counter()
    most = place.settings.collect.max_expanded_bytes
    with open_store(folder) as store:
        job = import_job(file, store, name=file.name, now=place.now, most_bytes=most)
        for item in counted(job, doing="importing"):
            if isinstance(item, Rejected):
                place.reject(item)
            else:
                came[item.kind, item.came] += 1
    done = {
        "reports": came["report", Came.ADDED],
        "judgements": came["judgement", Came.ADDED],
        "known": sum(number for (_, how), number in came.items() if how is Came.ALREADY_THERE),
        "checked": sum(number for (_, how), number in came.items() if how is Came.CHECKED),
    }
    if as_json:
        print_json({"schema": SCHEMA, **done})
        if place.rejected:
            print_rejects_json(place.rejected)
    else:
        print_words(
            f"imported {done['reports']} reports and {done['judgements']} judgements; there "
            f"already {done['known']}; weighed lines checked {done['checked']}"
        )
    context.exit(place.exit_code(came.total()) if place.rejected else 0)
