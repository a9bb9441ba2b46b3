"""Where a verb works: its settings and stages, and the outputs of its run."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from tocsin.core.config import ReadSettings, Settings
from tocsin.core.types import Brief, Reading, Rejected
from tocsin.desk.config import load_settings
from tocsin.desk.exit_codes import exit_code
from tocsin.desk.log import configure_logging
from tocsin.store.layout import CONFIG

if TYPE_CHECKING:
    from tocsin.desk.jobs.stages import Stages

Maskable = TypeVar("Maskable", Brief, Reading)


@dataclass(frozen=True, kw_only=True)
class Workplace:
    """The settings of one run, and what was done in it."""

    settings: Settings
    now: datetime
    rejected: list[Rejected] = field(default_factory=list)

    @property
    def masks(self) -> bool:
        """Return whether outputs mask private persons."""
        return self.settings.output.mask_private_persons

    def shown(self, item: Maskable) -> Maskable:
        """Return the brief or reading as it may be shown."""
        if not self.masks:
            return item
        from tocsin.warn.redaction import masked

        return masked(item)

    def shown_with_text(self, reading: Reading) -> Reading:
        """Return the reading as it may be shown where its text is shown too.

        A report that triage set aside is read for its names first: only known names are masked.
        """
        return self.shown(self.named(reading) if self.masks else reading)

    def named(self, reading: Reading) -> Reading:
        """Return the reading with its names, read now where triage set the report aside."""
        return self._stages.named(reading) if reading.is_set_aside else reading

    @cached_property
    def _stages(self) -> Stages:
        from tocsin.desk.jobs.stages import Stages

        return Stages(settings=self.settings)

    def reject(self, rejected: Rejected) -> None:
        """Keep the rejection and print its line on standard error."""
        from tocsin.desk.cli.terminal import one_line

        self.rejected.append(rejected)
        words = f"rejected: {rejected.id}: {rejected.code}: {rejected.detail}"
        click.echo(one_line(words), err=True)

    def exit_code(self, done: int) -> int:
        """Return the exit code after `done` items and the rejections kept."""
        return exit_code(done, self.rejected)


def open_workplace(
    *,
    folder: Path,
    config: Path | None,
    show_names: bool = False,
    allow_private: bool = False,
    triage: bool | None = None,
    jobs: int | None = None,
) -> Workplace:
    """Return the workplace that the options ask for. Raises: BadConfig."""
    configure_logging(click.get_current_context().find_root().obj or 0)
    in_store = folder / CONFIG
    path = config or (in_store if in_store.is_file() else None)
    settings = load_settings(path) if path else Settings()
    if show_names:
        settings = replace(settings, output=replace(settings.output, mask_private_persons=False))
    if allow_private:
        collecting = replace(settings.collect, allow_private_addresses=True)
        settings = replace(settings, collect=collecting)
    if triage is not None:
        settings = replace(settings, read=_triaging(settings.read, triage))
    if jobs is not None:
        settings = replace(settings, read=replace(settings.read, jobs=jobs))
    return Workplace(settings=settings, now=datetime.now(UTC))


def _triaging(settings: ReadSettings, triage: bool) -> ReadSettings:
    from tocsin.read.triage import ADVISED_THRESHOLD, READ_ANYWAY

    threshold = (settings.triage or ADVISED_THRESHOLD) if triage else READ_ANYWAY
    return replace(settings, triage=threshold)


def tell_set_aside(number: int, *, done: int) -> None:
    """Print on standard error how many of the reports triage passed over, if any."""
    if number:
        counts = f"{number} of {done} reports"
        click.echo(f"set aside by triage: {counts}; read or add them with --no-triage", err=True)


def print_words(words: str) -> None:
    """Print lines for a person on standard output, safe for a terminal."""
    from tocsin.desk.cli.terminal import safe

    click.echo(safe(words))


def print_json(value: object) -> None:
    """Print one line of JSON on standard output."""
    from tocsin.desk.wire import as_line

    click.echo(as_line(value).encode("utf-8"))


def print_rejects_json(rejected: Sequence[Rejected]) -> None:
    """Print all rejections as one line of JSON on standard error."""
    from tocsin.desk.wire import SCHEMA, as_line
    from tocsin.desk.wire.brief import rejected_json

    line = as_line({"schema": SCHEMA, "rejected": [rejected_json(one) for one in rejected]})
    click.echo(line.encode("utf-8"), err=True)
