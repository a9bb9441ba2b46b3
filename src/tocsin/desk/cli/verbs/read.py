"""`tocsin read`"""

from __future__ import annotations

import sys
from pathlib import Path

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


@click.command("read")
@inputs_argument(required=True)
@store_option
@config_option
@private_option
@triage_option
@jobs_option
@click.option(
    "--text", "with_text", is_flag=True, help="With --json: print each report's text too."
)
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
    with_text: bool,
    show_names: bool,
    as_json: bool,
) -> None:
    """Read reports without keeping them; no store is needed.

    INPUT is a file, a folder, a web address, or - for standard input. With --json, one line a
    report on standard output; rejects on standard error, and all of them once more there as a
    last line of JSON. Every report is read; --triage, or `[read] triage` in the settings, passes
    over those that cannot concern violence against people, and says how many.

    \b
    Examples:
      tocsin read report.txt
      tocsin read reports.jsonl --json > readings.jsonl
      curl -s https://news.example/page | tocsin read - --json --text
    """
    from tocsin.core.types import Rejected
    from tocsin.desk.cli.reading_words import reading_words
    from tocsin.desk.cli.terminal import counted
    from tocsin.desk.cli.workplace import (
        open_workplace,
        print_json,
        print_rejects_json,
        print_words,
        tell_set_aside,
    )
    from tocsin.desk.jobs.stages import Stages
    from tocsin.desk.wire import reading_json

    place = open_workplace(
        folder=folder,
        config=config,
        show_names=show_names,
        allow_private=allow_private,
        triage=triage,
        jobs=jobs,
    )
    stages = Stages(settings=place.settings, stdin=sys.stdin.buffer)
    done = set_aside = 0
    items = stages.read(stages.captures(inputs))
    for item in counted(items, doing="reading"):
        if isinstance(item, Rejected):
            place.reject(item)
            continue
        done += 1
        set_aside += item.is_set_aside
        reading = place.shown(item)
        if as_json:
            text = with_text and not (place.masks and item.is_set_aside)  # its names are unknown
            print_json(reading_json(reading, text=text))
        else:
            print_words(reading_words(reading))
    tell_set_aside(set_aside, done=done)
    if as_json and place.rejected:
        print_rejects_json(place.rejected)
    context.exit(place.exit_code(done))
