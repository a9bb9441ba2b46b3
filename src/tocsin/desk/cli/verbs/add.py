"""`tocsin add`"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tocsin.desk.cli.options import (
    config_option,
    inputs_argument,
    jobs_option,
    json_option,
    names_option,
    private_option,
    store_option,
    triage_option,
)

if TYPE_CHECKING:
    from tocsin.core.types import Rejected
    from tocsin.desk.cli.workplace import Workplace
    from tocsin.desk.jobs.add import Added


@click.command("add")
@inputs_argument(required=True)
@store_option
@config_option
@private_option
@triage_option
@jobs_option
@names_option
@json_option
@click.pass_context
def command(
    context: click.Context,
    inputs: tuple[str, ...],
    folder: Path,
    config: Path | None,
    allow_private: bool,
    triage: bool | None,
    jobs: int | None,
    show_names: bool,
    as_json: bool,
) -> None:
    """Read reports into the store, one line for each on standard output.

    INPUT is a file, a folder, a web address, or - for standard input. Adding a report again
    changes nothing; a run that was cut off is completed by running it again. Reports that cannot
    concern violence against people are kept and can be searched, but are not read unless they are
    added with --no-triage.

    \b
    Examples:
      tocsin add reports/ --store desk
      tocsin add https://news.example/page feed.xml archive.warc.gz
      cat reports.jsonl | tocsin add - --json
    """
    from tocsin.desk.cli.terminal import counted
    from tocsin.desk.cli.workplace import open_workplace, tell_set_aside
    from tocsin.desk.jobs.add import Added
    from tocsin.desk.jobs.stages import Stages
    from tocsin.store.store import open_store

    place = open_workplace(
        folder=folder,
        config=config,
        show_names=show_names,
        allow_private=allow_private,
        triage=triage,
        jobs=jobs,
    )
    done = set_aside = 0
    with open_store(folder) as store:
        stages = Stages(settings=place.settings, stdin=sys.stdin.buffer)
        items = stages.add(stages.captures(inputs), store)
        for item in counted(items, doing="adding"):
            if isinstance(item, Added):
                done += 1
                set_aside += item.item is not None and item.item.reading.is_set_aside
                _print_added(item, place, as_json=as_json)
            else:
                place.reject(item)
                _print_rejected(item, as_json=as_json)
    tell_set_aside(set_aside, done=done)
    context.exit(place.exit_code(done))


def _print_added(added: Added, place: Workplace, *, as_json: bool) -> None:
    from tocsin.desk.cli.terminal import one_line
    from tocsin.desk.cli.workplace import print_json, print_words
    from tocsin.desk.wire import SCHEMA

    if as_json:
        print_json({"schema": SCHEMA, "id": added.id, "outcome": added.outcome.value})
        return
    title = place.shown(added.item.reading).report.title if added.item else None
    print_words(one_line(f"{added.outcome.value}  {added.id}  {title or ''}"))


def _print_rejected(rejected: Rejected, *, as_json: bool) -> None:
    from tocsin.desk.cli.workplace import print_json
    from tocsin.desk.wire import SCHEMA
    from tocsin.desk.wire.brief import rejected_json

    if as_json:
        print_json({"schema": SCHEMA, "outcome": "rejected", **rejected_json(rejected)})
