"""`tocsin brief`"""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tocsin.desk.cli.options import (
    NEW_FILE,
    config_option,
    day_option,
    inputs_argument,
    jobs_option,
    json_option,
    names_option,
    private_option,
    query_option,
    since_option,
    store_option,
    triage_option,
    until_option,
)

if TYPE_CHECKING:
    from tocsin.core.types import Brief
    from tocsin.store.found import Wanted


@click.command("brief")
@inputs_argument(required=False)
@day_option("--as-of", "Judge deadlines from this day.")
@click.option("--html", type=NEW_FILE, metavar="FILE", help="Write the brief as a web page.")
@click.option("--docx", type=NEW_FILE, metavar="FILE", help="Write the brief as a document.")
@click.option("--ics", type=NEW_FILE, metavar="FILE", help="Write its deadlines as a calendar.")
@store_option
@config_option
@since_option
@until_option
@query_option
@private_option
@triage_option
@jobs_option
@names_option
@json_option
@click.pass_context
def command(
    context: click.Context,
    inputs: tuple[str, ...],
    as_of: date | None,
    html: Path | None,
    docx: Path | None,
    ics: Path | None,
    folder: Path,
    config: Path | None,
    since: date | None,
    until: date | None,
    query: str | None,
    allow_private: bool,
    triage: bool | None,
    jobs: int | None,
    show_names: bool,
    as_json: bool,
) -> None:
    """Weigh reports and print a sourced brief: situations, level, confidence, why.

    With INPUT (files, folders, web addresses, - for standard input) no store is needed, and the
    brief looks from the last day on which one of the reports was published. Without INPUT it
    covers the store, or what --since, --until and --query leave of it, and looks from today.
    With --html, --docx or --ics nothing is printed, unless --json is given too.

    \b
    Examples:
      tocsin brief report.txt
      tocsin brief reports/ --html brief.html --ics deadlines.ics
      tocsin brief --store desk --since 2031-04-01 --as-of 2031-04-20 --json
    """
    from tocsin.desk.cli.weighed import weighed_of
    from tocsin.desk.cli.workplace import tell_set_aside

    if inputs and (since or until or query):
        raise click.UsageError("--since, --until and --query choose from a store; leave out INPUT")
    weighed = weighed_of(
        inputs,
        wanted=None if inputs else _wanted(since, until, query),
        as_of=as_of,
        folder=folder,
        config=config,
        allow_private=allow_private,
        triage=triage,
        jobs=jobs,
        show_names=show_names,
        assesses=True,
    )
    brief, place = weighed.brief, weighed.place
    shown = place.shown(brief)
    written = _write_files(shown, html=html, docx=docx, ics=ics)
    if as_json:
        _print_brief_json(shown)
    elif not written:
        _print_brief_words(shown)
    set_aside = sum(reading.is_set_aside for reading in brief.readings)
    tell_set_aside(set_aside, done=len(brief.readings))
    if inputs:
        context.exit(place.exit_code(len(brief.readings)))


def _wanted(since: date | None, until: date | None, query: str | None) -> Wanted:
    from tocsin.store.found import Wanted  # here: INPUT needs no database

    return Wanted(since=since, until=until, query=query)


def _write_files(
    brief: Brief, *, html: Path | None, docx: Path | None, ics: Path | None
) -> list[Path]:
    """Return the files written. Each format's library is loaded only when it is asked for."""
    formats = ((html, _html_bytes), (docx, _docx_bytes), (ics, _ics_bytes))
    asked: list[tuple[Path, Callable[[Brief], bytes]]] = [
        (path, render) for path, render in formats if path is not None
    ]
    for path, render in asked:
        content = render(brief)
        try:
            path.write_bytes(content)
        except OSError as refused:
            raise click.UsageError(f"cannot write {path}: {refused.strerror}") from refused
        click.echo(f"wrote {path}", err=True)
    return [path for path, _ in asked]


def _html_bytes(brief: Brief) -> bytes:
    from tocsin.warn.page import brief_html

    return brief_html(brief).encode("utf-8")


def _docx_bytes(brief: Brief) -> bytes:
    from tocsin.warn.document import brief_docx

    return brief_docx(brief)


def _ics_bytes(brief: Brief) -> bytes:
    from tocsin.warn.calendar import deadlines_ics

    return deadlines_ics(brief)


def _print_brief_json(brief: Brief) -> None:
    from tocsin.desk.cli.workplace import print_json
    from tocsin.desk.wire import brief_json

    print_json(brief_json(brief))


def _print_brief_words(brief: Brief) -> None:
    from rich.console import Console

    from tocsin.desk.cli.terminal import safe
    from tocsin.warn.rewriting import with_words_rewritten
    from tocsin.warn.terminal import print_brief

    shown = with_words_rewritten(brief, safe, kept=frozenset())  # ids come from outside too
    print_brief(shown, Console(file=sys.stdout))
