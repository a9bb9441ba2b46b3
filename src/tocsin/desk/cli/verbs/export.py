"""`tocsin export`"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from tocsin.desk.cli.weighed import leave, weighed_of, weighing_options

if TYPE_CHECKING:
    from tocsin.core.types import Brief
    from tocsin.desk.cli.weighed import Weighed
    from tocsin.desk.jobs.export import Kept, OriginsOf, Seen

FORMS = ("jsonl", "csv", "ftm", "prov")


@click.command("export")
@weighing_options
@click.option(
    "--format", "form", type=click.Choice(FORMS), default="jsonl", show_default=True,
    help="JSON lines, CSV tables, FollowTheMoney entities, or W3C PROV-JSON.",
)  # fmt: skip
@click.option(
    "--out", type=click.Path(path_type=Path), metavar="PATH",
    help="Write this file, for csv this folder; without it standard output.",
)  # fmt: skip
@click.option(
    "--with-captures", is_flag=True, help="With jsonl: the bytes as received too, unmasked."
)
@click.pass_context
def command(
    context: click.Context,
    /,
    inputs: tuple[str, ...],
    form: str,
    out: Path | None,
    with_captures: bool,
    as_json: bool,
    **weighing: Any,
) -> None:
    """Write the whole ledger: reports, statements, events, incidents, sources, grades, judgements.

    With INPUT (files, folders, web addresses, - for standard input) of the reports given, else of
    the store. Private persons are masked, as everywhere. What is masked cannot be imported again:
    to take a ledger to another desk of your own without loss, export it with --show-names (and
    --with-captures), and keep that file as you keep the store.

    \b
    Examples:
      tocsin export --store desk --format csv --out tables/
      tocsin export --store desk --show-names --with-captures --out desk.jsonl
      tocsin export reports/ --format prov --out provenance.json
    """
    from tocsin.desk.jobs.export import Seen

    _check(inputs, form, out, with_captures=with_captures, show_names=weighing["show_names"])
    seen = Seen()
    weighed = weighed_of(inputs, watch=seen.watch, **weighing)
    with _origins(inputs, weighing["folder"], seen, captures=with_captures) as kept:
        brief, origins_of = _shown(weighed, kept.origins)
        written = _write(brief, origins_of, form, out, weighed, captures=with_captures)
    if out is not None:
        _tell(written, out, as_json=as_json)
    leave(context, weighed, inputs)


def _check(
    inputs: tuple[str, ...], form: str, out: Path | None, *, with_captures: bool, show_names: bool
) -> None:
    if form == "csv" and out is None:
        raise click.UsageError("--format csv writes several files: name a folder with --out")
    if with_captures and (form != "jsonl" or inputs):
        raise click.UsageError("--with-captures goes with --format jsonl of a store")
    if with_captures and not show_names:
        raise click.UsageError("captures hold every name: --with-captures needs --show-names")


@contextmanager
def _origins(
    inputs: tuple[str, ...], folder: Path, seen: Seen, *, captures: bool
) -> Iterator[Seen | Kept]:
    if inputs:
        yield seen
        return
    from tocsin.desk.jobs.export import Kept
    from tocsin.store.store import open_store

    with open_store(folder) as store:
        yield Kept(store=store, captures=captures)


def _shown(weighed: Weighed, origins_of: OriginsOf) -> tuple[Brief, OriginsOf]:
    if weighed.masking is None:
        return weighed.brief, origins_of
    from tocsin.desk.jobs.export import masked_whole

    return masked_whole(weighed.brief, origins_of, named=weighed.place.named)


def _write(
    brief: Brief,
    origins_of: OriginsOf,
    form: str,
    out: Path | None,
    weighed: Weighed,
    *,
    captures: bool,
) -> int:
    """Return the number of lines or files written to `out`."""
    import tocsin
    from tocsin.desk.jobs.export import Form, exported
    from tocsin.desk.wire.exchange.tables import csv_files

    if form == Form.CSV and out is not None:
        return _write_folder(out, csv_files(brief))
    chunks = exported(
        brief, Form(form), origins_of=origins_of, masks=weighed.masking is not None,
        captures=captures, tocsin=tocsin.__version__,
    )  # fmt: skip
    if out is None:
        for chunk in chunks:
            click.echo(chunk.encode("utf-8"), nl=False)
        return 0
    return _write_file(out, chunks)


def _write_folder(out: Path, files: Iterable[tuple[str, str]]) -> int:
    try:
        out.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as refused:
        raise click.UsageError(f"cannot make {out}: {refused.strerror}") from refused
    return sum(bool(_write_file(out / name, (text,))) for name, text in files)


def _write_file(path: Path, chunks: Iterable[str]) -> int:
    from tocsin.desk.written import write_whole

    try:
        return write_whole(path, chunks)
    except OSError as refused:
        raise click.UsageError(f"cannot write {path}: {refused.strerror}") from refused


def _tell(written: int, out: Path, *, as_json: bool) -> None:
    from tocsin.desk.cli.workplace import print_json
    from tocsin.desk.wire import SCHEMA

    if as_json:
        print_json({"schema": SCHEMA, "out": str(out), "written": written})
    else:
        click.echo(f"wrote {out}", err=True)
