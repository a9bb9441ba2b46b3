"""`tocsin show`"""

from __future__ import annotations

from pathlib import Path

import click

from tocsin.desk.cli.options import config_option, json_option, names_option, store_option


@click.command("show")
@click.argument("ids", nargs=-1, required=True, metavar="ID...")
@store_option
@config_option
@names_option
@json_option
def command(
    ids: tuple[str, ...], folder: Path, config: Path | None, show_names: bool, as_json: bool
) -> None:
    """Show reports of the store and what was read from them.

    ID is a report's own id (its start is enough), the id it came with, or the id of a statement
    or event in it.

    \b
    Examples:
      tocsin show rep_3f9c2d
      tocsin show stm_77e0c1a2b3d4e5f60718 --json
    """
    from tocsin.desk.cli.reading_words import reading_words
    from tocsin.desk.cli.workplace import open_workplace, print_json, print_words
    from tocsin.desk.wire import reading_json
    from tocsin.store.store import open_store

    place = open_workplace(folder=folder, config=config, show_names=show_names)
    with open_store(folder) as store:
        found = [report for name in ids for report in store.find(name)]
        for report in dict.fromkeys(found):
            reading = place.shown_with_text(store.reading(report))
            if as_json:
                print_json(reading_json(reading, text=True))
            else:
                print_words(reading_words(reading, marked=frozenset(ids)))
