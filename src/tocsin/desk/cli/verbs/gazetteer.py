"""`tocsin gazetteer`"""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tocsin.desk.cli.options import config_option, json_option, store_option

if TYPE_CHECKING:
    from tocsin.desk.cli.workplace import Workplace
    from tocsin.read.places.imported.grounds import Ground


@click.group("gazetteer")
def command() -> None:
    """Import, list and remove places of your own ground.

    What is imported stays on this machine, in your data folder or the one that the setting
    [read] gazetteer names, and every later reading knows it.

    \b
    Examples:
      tocsin gazetteer import SD.zip
      tocsin gazetteer list
      tocsin gazetteer remove SD
    """


@command.command("import")
@click.argument(
    "files", nargs=-1, required=True, metavar="FILE...", type=click.Path(path_type=Path)
)
@click.option("--name", metavar="NAME", default="", help="Call it so, and not as its file.")
@click.option("--replace", is_flag=True, help="Take the place of ground of the same name.")
@store_option
@config_option
@json_option
@click.pass_context
def import_command(
    context: click.Context,
    files: tuple[Path, ...],
    name: str,
    replace: bool,
    folder: Path,
    config: Path | None,
    as_json: bool,
) -> None:
    """Import places: GeoNames dumps, Who's On First exports, CSV files.

    FILE is a GeoNames country dump (XX.txt or XX.zip) with alternate names for it if you have
    them, a Who's On First database (.db), bundle or folder of GeoJSON, or a CSV file with the
    columns name, lat and lon. A row that is no place is told with its line; the others are kept.

    \b
    Examples:
      tocsin gazetteer import SD.zip
      tocsin gazetteer import SD.txt alternateNamesV2.txt --replace
      tocsin gazetteer import camps.csv --name karsh-camps
    """
    from tocsin.core.types import Rejected
    from tocsin.desk.cli.terminal import counted
    from tocsin.desk.cli.workplace import (
        open_workplace,
        print_json,
        print_rejects_json,
        print_words,
    )
    from tocsin.desk.jobs.gazetteer import import_job
    from tocsin.desk.jobs.stages import utc_now
    from tocsin.desk.wire.ground import ground_json

    place = open_workplace(folder=folder, config=config)
    done = 0
    for item in import_job(
        files,
        folder=_folder(place),
        now=utc_now,
        name=name,
        replace=replace,
        watch=partial(counted, doing="importing, row"),
    ):
        if isinstance(item, Rejected):
            place.reject(item)
            continue
        done += 1
        if as_json:
            print_json(ground_json(item))
        else:
            print_words(f"imported {ground_words(item)}")
    if as_json and place.rejected:
        print_rejects_json(place.rejected)
    context.exit(place.exit_code(done))


@command.command("list")
@store_option
@config_option
@json_option
def list_command(folder: Path, config: Path | None, as_json: bool) -> None:
    """List the imported ground.

    \b
    Examples:
      tocsin gazetteer list
      tocsin gazetteer list --json
    """
    from tocsin.desk.cli.workplace import open_workplace, print_json, print_words
    from tocsin.desk.wire.ground import ground_json
    from tocsin.read.places.imported.grounds import kept_grounds

    place = open_workplace(folder=folder, config=config)
    for ground, _ in kept_grounds(_folder(place)):
        if as_json:
            print_json(ground_json(ground))
        else:
            print_words(ground_words(ground))


@command.command("remove")
@click.argument("names", nargs=-1, required=True, metavar="NAME...")
@store_option
@config_option
@json_option
def remove_command(
    names: tuple[str, ...], folder: Path, config: Path | None, as_json: bool
) -> None:
    """Remove imported ground by its name; readings in the store stay as they are.

    \b
    Examples:
      tocsin gazetteer remove SD
    """
    from tocsin.desk.cli.workplace import open_workplace, print_json, print_words
    from tocsin.desk.wire import SCHEMA
    from tocsin.read.places.imported.grounds import remove_ground

    place = open_workplace(folder=folder, config=config)
    for name in names:
        remove_ground(_folder(place), name)
        if as_json:
            print_json({"schema": SCHEMA, "removed": name})
        else:
            print_words(f"removed {name}")


def ground_words(ground: Ground) -> str:
    """Return the ground on one line."""
    from tocsin.desk.cli.terminal import one_line

    counts = f"{ground.places:,} places, {ground.names:,} names"
    aside = [
        f"{number:,} {what}"
        for number, what in ((ground.left_out, "left out"), (ground.rejected, "rejected"))
        if number
    ]
    day = ground.imported_at[:10]
    return one_line(
        f"{ground.name}: {', '.join([counts, *aside])} ({ground.form}, {ground.file}, {day})"
    )


def _folder(place: Workplace) -> Path:
    from tocsin.read.places.imported.grounds import default_folder

    return place.settings.read.gazetteer or default_folder()
