"""The ledger that a verb looks into: of INPUT, or of the whole store."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from tocsin.desk.cli.options import (
    config_option,
    day_option,
    inputs_argument,
    jobs_option,
    json_option,
    names_option,
    private_option,
    store_option,
    triage_option,
)

if TYPE_CHECKING:
    from tocsin.core.types import Brief, Capture, Reading, Rejected
    from tocsin.desk.cli.workplace import Workplace
    from tocsin.desk.wire.references import PublicIds
    from tocsin.store.found import Wanted
    from tocsin.warn.redaction import Masking

    Watch = Callable[[Iterable[Capture | Rejected]], Iterator[Capture | Rejected]]

Command = TypeVar("Command", bound=Callable[..., Any])
Shown = TypeVar("Shown")


def weighing_options(command: Command) -> Command:
    """Return the command with what every view of a ledger takes: `weighed_of` takes them all."""
    shared = (
        inputs_argument(required=False),
        day_option("--as-of", "Look from this day."),
        store_option,
        config_option,
        private_option,
        triage_option,
        jobs_option,
        names_option,
        json_option,
    )
    for option in reversed(shared):
        command = option(command)
    return command


@dataclass(frozen=True, kw_only=True)
class Weighed:
    """A brief as it was weighed, and what masks it where names are not shown."""

    brief: Brief
    masking: Masking | None
    place: Workplace

    @property
    def ids(self) -> PublicIds:
        """The ids under which its reports are shown."""
        from tocsin.desk.wire.references import PublicIds

        return PublicIds.of(self.brief.readings)

    def shown(self, value: Shown) -> Shown:
        """Return what was made from the brief as it may be shown."""
        return self.masking.words_of(value) if self.masking else value

    def page(self, reading: Reading) -> Reading:
        """Return a reading of the brief as it may be shown."""
        return self.masking.reading(reading) if self.masking else reading


def weighed_of(
    inputs: Sequence[str],
    *,
    as_of: date | None,
    folder: Path,
    config: Path | None,
    allow_private: bool,
    triage: bool | None,
    jobs: int | None,
    show_names: bool,
    assesses: bool = False,
    watch: Watch | None = None,
    wanted: Wanted | None = None,
) -> Weighed:
    """Return the ledger that the options ask for; one that `assesses` holds situations too.

    `watch` sees what lies behind INPUT on its way to the reader; `wanted` is what of the store
    is looked at, by default all.

    Raises: BadConfig, StoreNotFound and what else opening a store raises.
    """
    from tocsin.desk.cli.workplace import open_workplace
    from tocsin.warn.redaction import Masking

    if triage is not None and not inputs:
        raise click.UsageError("--triage and --no-triage go with INPUT; a store holds readings")
    place = open_workplace(
        folder=folder,
        config=config,
        show_names=show_names,
        allow_private=allow_private,
        triage=triage,
        jobs=jobs,
    )
    if inputs:
        brief = _of_inputs(inputs, place, as_of, assesses=assesses, watch=watch)
    else:
        brief = _of_store(folder, place, as_of, assesses=assesses, wanted=wanted)
    return Weighed(brief=brief, masking=Masking.of(brief) if place.masks else None, place=place)


def leave(context: click.Context, weighed: Weighed, inputs: Sequence[str]) -> None:
    """End the run with the exit code of what was read; a store was read before."""
    if inputs:
        context.exit(weighed.place.exit_code(len(weighed.brief.readings)))


def _of_inputs(
    inputs: Sequence[str],
    place: Workplace,
    as_of: date | None,
    *,
    assesses: bool,
    watch: Watch | None,
) -> Brief:
    from tocsin.desk.cli.terminal import counted
    from tocsin.desk.jobs.stages import Stages

    stages = Stages(settings=place.settings, stdin=sys.stdin.buffer)
    captures = stages.captures(inputs)
    items = counted(stages.read(watch(captures) if watch else captures), doing="reading")
    return _job(assesses)(_rejects_told(items, place), as_of=as_of, now=place.now)


def _of_store(
    folder: Path,
    place: Workplace,
    as_of: date | None,
    *,
    assesses: bool,
    wanted: Wanted | None,
) -> Brief:
    from tocsin.desk.cli.terminal import counted
    from tocsin.store.found import Wanted
    from tocsin.store.store import open_store

    with open_store(folder) as store:
        readings = counted(store.readings(wanted or Wanted()), doing="loading")
        return _job(assesses)(
            readings,
            judgements=store.judgements(),
            as_of=as_of or place.now.date(),
            now=place.now,
        )


def _job(assesses: bool) -> Callable[..., Brief]:
    if assesses:
        from tocsin.desk.jobs.brief import brief_job

        return brief_job
    from tocsin.desk.jobs.ledger import ledger_job

    return ledger_job


def _rejects_told(
    items: Iterable[Reading | Rejected], place: Workplace
) -> Iterator[Reading | Rejected]:
    from tocsin.core.types import Rejected

    for item in items:
        if isinstance(item, Rejected):
            place.reject(item)
        yield item
