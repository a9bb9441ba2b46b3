"""`tocsin judge list`, `export` and `import`: the judgements that a store keeps."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from tocsin.desk.cli.options import config_option, json_option, names_option, store_option

if TYPE_CHECKING:
    from tocsin.core.types import Judgement


@click.command("list")
@store_option
@config_option
@names_option
@json_option
def list_command(folder: Path, config: Path | None, show_names: bool, as_json: bool) -> None:
    """List all judgements, the oldest first: who, when, why, and how each stands.

    A judgement is in force, undone, or waiting: what it judges is not in the store.

    \b
    Examples:
      tocsin judge list --store desk
    """
    from tocsin.desk.cli.workplace import open_workplace, print_json, print_words
    from tocsin.desk.jobs.judge import judged_readings, listed_judgements
    from tocsin.desk.wire.judgement_lines import judgement_to_json
    from tocsin.store.store import open_store
    from tocsin.warn.bearers import Bearers
    from tocsin.warn.redaction import Masking

    place = open_workplace(folder=folder, config=config, show_names=show_names)
    with open_store(folder) as store:
        listed = listed_judgements(store)
        masking = Masking(Bearers.of(judged_readings(store))) if place.masks else None
    for one in listed:
        given = one.judgement
        if masking:
            reason, value = masking.words_of((given.reason, given.value))
            given = replace(given, reason=reason, value=value)
        if as_json:
            state = {"undone": one.is_undone, "waiting": one.is_waiting}
            print_json(judgement_to_json(given) | state)
        else:
            state_words = "undone" if one.is_undone else "waiting" if one.is_waiting else "in force"
            print_words(f"{judgement_words(given)}  [{state_words}]")


@click.command("export")
@store_option
@config_option
def export_command(folder: Path, config: Path | None) -> None:
    """Print all judgements as JSON lines, whole: names in reasons are not masked.

    \b
    Examples:
      tocsin judge export --store desk > judgements.jsonl
    """
    from tocsin.desk.cli.workplace import open_workplace, print_json
    from tocsin.desk.wire.judgement_lines import judgement_to_json
    from tocsin.store.store import open_store

    open_workplace(folder=folder, config=config)
    with open_store(folder) as store:
        given = store.judgements()
    for one in given:
        print_json(judgement_to_json(one))


@click.command("import")
@click.argument("file", metavar="FILE", type=click.File(encoding="utf-8", errors="replace"))
@store_option
@config_option
@json_option
@click.pass_context
def import_command(
    context: click.Context, file: Any, folder: Path, config: Path | None, as_json: bool
) -> None:
    """Take in judgements that were exported; those that are there already stay as they are.

    FILE is - for standard input. A bad line is told, and the others are kept. A judgement whose
    reports are not in the store waits for them.

    \b
    Examples:
      tocsin judge import judgements.jsonl --store desk
    """
    from tocsin.core.errors import BadJudgementLine
    from tocsin.desk.cli.workplace import open_workplace, print_json, print_words
    from tocsin.desk.wire import SCHEMA
    from tocsin.desk.wire.judgement_lines import judgement_from_json
    from tocsin.store.store import open_store

    place = open_workplace(folder=folder, config=config)
    given = []
    with open_store(folder) as store:
        for number, line in enumerate(file, start=1):
            if not line.strip():
                continue
            try:
                given.append(judgement_from_json(line, name=f"{file.name}:{number}"))
            except BadJudgementLine as bad:
                place.reject(bad.as_rejected())
        new = store.judge(given)
    if as_json:
        print_json({"schema": SCHEMA, "imported": new, "known": len(given) - new})
    else:
        print_words(f"imported {new}, there already {len(given) - new}")
    context.exit(place.exit_code(len(given)) if given or place.rejected else 0)


def judgement_words(judgement: Judgement) -> str:
    """Return the judgement on one line."""
    from tocsin.desk.cli.terminal import one_line

    what = " ".join(filter(None, (judgement.verdict.value, judgement.field, judgement.value)))
    many = f" and {len(judgement.subjects) - 1} more" if len(judgement.subjects) > 1 else ""
    why = f": {judgement.reason}" if judgement.reason else ""
    when = f"{judgement.at:%Y-%m-%d %H:%M}"
    return one_line(
        f"{judgement.id}  {when}  {judgement.by}  {what} of {judgement.subjects[0]}{many}{why}"
    )
