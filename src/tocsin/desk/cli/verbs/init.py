"""`tocsin init`"""

from __future__ import annotations

from pathlib import Path

import click

from tocsin.desk.cli.options import json_option, store_option


@click.command("init")
@click.argument(
    "directory", required=False, metavar="[DIR]", type=click.Path(file_okay=False, path_type=Path)
)
@store_option
@json_option
def command(directory: Path | None, folder: Path, as_json: bool) -> None:
    """Make a store: DIR/tocsin.db, DIR/vault/ and DIR/tocsin.toml.

    A store that is there already is left as it is.

    \b
    Examples:
      tocsin init
      tocsin init desk
    """
    from tocsin.desk.cli.workplace import print_json, print_words
    from tocsin.desk.config import EXAMPLE
    from tocsin.desk.wire import SCHEMA
    from tocsin.store.layout import CONFIG
    from tocsin.store.store import make_store

    place = directory or folder
    created = make_store(place)
    config = place / CONFIG
    if not config.exists():
        config.write_text(EXAMPLE, "utf-8")
    if as_json:
        print_json({"schema": SCHEMA, "store": str(place), "created": created})
    else:
        print_words(f"{'made' if created else 'already there:'} {place}")
