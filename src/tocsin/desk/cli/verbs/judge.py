"""`tocsin judge`"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from tocsin.desk.cli.kept_judgements import (
    export_command,
    import_command,
    judgement_words,
    list_command,
)
from tocsin.desk.cli.options import config_option, json_option, store_option

Command = TypeVar("Command", bound=Callable[..., Any])


@click.group("judge")
def command() -> None:
    """Confirm, correct, reject, link, split or grade what was read and weighed.

    ID is that of an incident, event, statement, source, report or judgement; its start is
    enough, from the eighth character on. An incident's id changes as reports join it, so it is
    kept as the events that it has now, which are of it ever after. A judgement is kept in the
    store with name, time and reason, applied on every later run, and never changed: undo it, and
    undo the undoing to restore it.

    \b
    Examples:
      tocsin judge confirm inc_3f9c2d01 --by "Tala Orsk"
      tocsin judge correct evt_77e0c1a2 --field killed --value 12 --reason "misread" --by T.O.
      tocsin judge split inc_3f9c2d01 --out evt_77e0c1a2 --reason "another village" --by T.O.
      tocsin judge list --json
    """


def _judging(*, reasoned: bool) -> Callable[[Command], Command]:
    """Return what adds the options of every verdict."""
    why: dict[str, Any] = {"required": True} if reasoned else {"default": ""}
    shared = (
        click.option("--reason", metavar="WORDS", help="Why.", **why),
        click.option(
            "--by",
            required=True,
            envvar="TOCSIN_ANALYST",
            metavar="NAME",
            help="Who judges; also the environment's TOCSIN_ANALYST.",
        ),
        store_option,
        config_option,
        json_option,
    )

    def add(verb: Command) -> Command:
        for option in reversed(shared):
            verb = option(verb)
        return verb

    return add


def _ids(metavar: str = "ID...") -> Callable[[Command], Command]:
    return click.argument("names", nargs=-1, required=True, metavar=metavar)


@command.command("confirm")
@_ids()
@_judging(reasoned=False)
def confirm(names: tuple[str, ...], **options: Any) -> None:
    """Confirm incidents, statements, or that events were read right.

    A confirmed statement has credibility 1.

    \b
    Examples:
      tocsin judge confirm inc_3f9c2d01 --by "Tala Orsk" --reason "spoke to two nurses"
    """
    _judge("confirm", names, **options)


@command.command("reject")
@_ids()
@_judging(reasoned=True)
def reject(names: tuple[str, ...], **options: Any) -> None:
    """Reject incidents, statements, events, or all that was read from a report.

    A rejected incident stays in view as rejected. Rejected statements, events and reports are
    left out of weighing; the store keeps them.

    \b
    Examples:
      tocsin judge reject evt_77e0c1a2 --reason "an exercise, not an attack" --by "Tala Orsk"
    """
    _judge("reject", names, **options)


@command.command("correct")
@_ids()
@click.option("--field", required=True, metavar="FIELD", help="What is corrected.")
@click.option("--value", required=True, metavar="VALUE", help='What it is; "" where not said.')
@_judging(reasoned=True)
def correct(names: tuple[str, ...], **options: Any) -> None:
    """Correct a field of events or statements.

    FIELD of an event: type, status, polarity, place, day (2031-04-09, 2031-04,
    2031-04-09/2031-04-11, .. for an open end), killed, injured, detained, displaced (12, 10-14,
    at least 12, at most 20), actors, targets (names between semicolons). Of a statement: stance,
    speaker.

    \b
    Examples:
      tocsin judge correct evt_77e0c1a2 --field day --value 2031-04-09 --reason "misread" --by T.O.
    """
    _judge("correct", names, **options)


@command.command("link")
@_ids()
@_judging(reasoned=False)
def link(names: tuple[str, ...], **options: Any) -> None:
    """Put incidents or events together: they are one incident.

    \b
    Examples:
      tocsin judge link inc_3f9c2d01 inc_88ab0c7e --by "Tala Orsk"
    """
    _judge("link", names, **options)


@command.command("split")
@click.argument("name", metavar="INCIDENT")
@click.option("--out", multiple=True, required=True, metavar="EVENT",
              help="An event that leaves the incident; may be given again.")  # fmt: skip
@_judging(reasoned=True)
def split(name: str, out: tuple[str, ...], **options: Any) -> None:
    """Take events out of an incident: they are not of one incident with those that stay.

    \b
    Examples:
      tocsin judge split inc_3f9c2d01 --out evt_77e0c1a2 --reason "another day" --by T.O.
    """
    _judge("split", (name,), out=out, **options)


@command.command("grade")
@_ids()
@click.option(
    "--value", required=True, metavar="GRADE", help="A–F of a source, 1–6 of a statement."
)
@_judging(reasoned=True)
def grade(names: tuple[str, ...], **options: Any) -> None:
    """Overrule the reliability of sources or the credibility of statements (Admiralty scale).

    \b
    Examples:
      tocsin judge grade src_0d41f7aa --value B --reason "right on 14 of 15 counts" --by T.O.
    """
    _judge("grade", names, **options)


@command.command("undo")
@_ids()
@_judging(reasoned=False)
def undo(names: tuple[str, ...], **options: Any) -> None:
    """Undo judgements, or an undoing.

    \b
    Examples:
      tocsin judge undo jdg_5b2e9c11 --by "Tala Orsk"
    """
    _judge("undo", names, **options)


for _verb in (list_command, export_command, import_command):
    command.add_command(_verb)


def _judge(
    verdict: str, names: tuple[str, ...], *, folder: Path, config: Path | None, as_json: bool,
    **said: Any,
) -> None:  # fmt: skip
    from tocsin.core.types import Verdict
    from tocsin.desk.cli.workplace import open_workplace, print_json, print_words
    from tocsin.desk.jobs.judge import Given, judge_job
    from tocsin.desk.wire.judgement_lines import judgement_to_json
    from tocsin.store.store import open_store

    place = open_workplace(folder=folder, config=config)
    given = Given(verdict=Verdict(verdict), names=names, **said)
    with open_store(folder) as store:
        made = judge_job(given, store, now=place.now)
    for one in made:
        if as_json:
            print_json(judgement_to_json(one))
        else:
            print_words(judgement_words(one))
