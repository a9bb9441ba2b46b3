"""Options and arguments that several verbs share."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any, TypeVar

import click

Command = TypeVar("Command", bound=Callable[..., Any])

DEFAULT_STORE = "tocsin-store"

EXISTING_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
NEW_FILE = click.Path(dir_okay=False, path_type=Path)


def as_day(
    context: click.Context,  # noqa: ARG001  (click's signature)
    option: click.Parameter,  # noqa: ARG001
    value: datetime | None,
) -> date | None:
    """Return the day of an option's value."""
    return value.date() if value else None


def day_option(name: str, help_text: str) -> Callable[[Command], Command]:
    """Return an option that takes a day."""
    return click.option(
        name,
        type=click.DateTime(formats=["%Y-%m-%d"]),
        metavar="DATE",
        callback=as_day,
        help=help_text,
    )


json_option = click.option(
    "--json", "as_json", is_flag=True, help="Print JSON (docs/interfaces.md)."
)

store_option = click.option(
    "--store",
    "folder",
    type=click.Path(file_okay=False, path_type=Path),
    envvar="TOCSIN_STORE",
    default=DEFAULT_STORE,
    show_default=True,
    metavar="DIR",
    help="The store's folder; also the environment's TOCSIN_STORE.",
)

config_option = click.option(
    "--config",
    type=EXISTING_FILE,
    metavar="FILE",
    help="Settings; without it, tocsin.toml in the store's folder, if any.",
)

names_option = click.option(
    "--show-names",
    is_flag=True,
    help="Mask nothing: no private person, address, phone number or position. Think before you do.",
)

triage_option = click.option(
    "--triage/--no-triage",
    default=None,
    help="Keep reports that cannot concern violence against people without reading them, or read "
    "every one; without either as the settings say.",
)

jobs_option = click.option(
    "--jobs",
    type=click.IntRange(min=1),
    metavar="N",
    help="Read in so many processes; without it as the settings say, else one for each core "
    "where there is enough to read.",
)

private_option = click.option(
    "--allow-private",
    is_flag=True,
    help="Also fetch from private and loopback network addresses.",
)

since_option = day_option("--since", "Only reports published on this day or later.")
until_option = day_option("--until", "Only reports published on this day or earlier.")
query_option = click.option(
    "--query", metavar="WORDS", help='Only reports that hold all the words and "phrases".'
)


def inputs_argument(*, required: bool) -> Callable[[Command], Command]:
    """Return the argument for what is read: files, folders, addresses, "-"."""
    return click.argument(
        "inputs", nargs=-1, required=required, metavar="INPUT..." if required else "[INPUT]..."
    )
