"""`tocsin list`"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tocsin.desk.cli.options import (
    config_option,
    json_option,
    names_option,
    query_option,
    since_option,
    store_option,
    until_option,
)

if TYPE_CHECKING:
    from tocsin.store.found import ListedReport


@click.command("list")
@store_option
@config_option
@since_option
@until_option
@query_option
@names_option
@json_option
def command(
    folder: Path,
    config: Path | None,
    since: date | None,
    until: date | None,
    query: str | None,
    show_names: bool,
    as_json: bool,
) -> None:
    """List the reports of the store, the newest first.

    \b
    Examples:
      tocsin list
      tocsin list --since 2031-04-01 --query '"Lindral Camp" closure'
    """
    from tocsin.desk.cli.workplace import open_workplace, print_json, print_words
    from tocsin.desk.wire.listing import listed_json
    from tocsin.store.found import Wanted
    from tocsin.store.store import open_store

    place = open_workplace(folder=folder, config=config, show_names=show_names)
    with open_store(folder) as store:
        listed = store.listed(Wanted(since=since, until=until, query=query))
    for line in listed:
        if as_json:
            print_json(listed_json(line, masks=place.masks))
        else:
            print_words(listed_words(line, masks=place.masks))


def listed_words(line: ListedReport, *, masks: bool) -> str:
    """Return the report on one line: id, day, language, outlet, title."""
    from tocsin.desk.cli.terminal import one_line

    day = line.published.isoformat() if line.published else "no date   "
    title = line.masked_title if masks else line.title
    unread = f"  ({line.unread})" if line.unread else ""
    shown = f"{line.outlet or '–'}: {title or 'no title'}{unread}"
    return f"{one_line(line.public_id)}  {day}  {line.language}  {one_line(shown)}"
