"""The command `tocsin`. Only click is imported here: help must come at once."""

from __future__ import annotations

import importlib
import io
import keyword
import os
import sys
import traceback
from typing import NoReturn

import click

import tocsin
from tocsin.desk.quiet import quiet_libraries

VERBS = {
    "init": "Make a store.",
    "add": "Read reports into the store.",
    "list": "List the reports of the store.",
    "show": "Show one report and what was read from it.",
    "search": "Search the reports of the store.",
    "brief": "Weigh reports and print a sourced brief.",
    "incidents": "List incidents with their origins, counts and grades.",
    "why": "Show who says so, from whom, copied from where, and who denies.",
    "sources": "List sources with grade, party and record.",
    "affected": "List everything that used a report, statement or source.",
    "judge": "Confirm, correct, reject, link, split or grade what was read and weighed.",
    "export": "Write the whole ledger: JSON lines, CSV, FollowTheMoney, PROV-JSON.",
    "import": "Take in what was exported as JSON lines.",
    "read": "Read reports without keeping them.",
    "gazetteer": "Import, list and remove places of your own ground.",
}


class Verbs(click.Group):
    """The verbs, each in its own module under `verbs`."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  (click's signature)
        """Return the verbs in the order of work."""
        return list(VERBS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:  # noqa: ARG002
        """Return the verb's command, None where there is no such verb."""
        if name not in VERBS:
            return None
        module = f"{name}_" if keyword.iskeyword(name) else name
        verb: click.Command = importlib.import_module(f"tocsin.desk.cli.verbs.{module}").command
        return verb

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """Write the verbs with their one-line help, without loading them."""
        with formatter.section("Verbs"):
            formatter.write_dl(list(VERBS.items()))


@click.command(
    cls=Verbs,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Exit codes: 0 done, 1 done with rejects, 2 usage, 3 bad input, 4 service unavailable, "
    "5 refused by a safety rule, 130 interrupted.",
)
@click.option("-v", "--verbose", count=True, help="Log more on standard error (ids only).")
@click.version_option(tocsin.__version__, message="tocsin %(version)s")
@click.pass_context
def cli(ctx: click.Context, verbose: int) -> None:
    """Read reports of threatened or ongoing mass violence; print a sourced early warning.

    \b
    Examples:
      tocsin brief report.txt
      tocsin brief reports/ --html brief.html
      tocsin read reports.jsonl --json > readings.jsonl
      tocsin init desk && tocsin add reports/ --store desk
    """
    ctx.obj = verbose


def main() -> NoReturn:
    """Run the command and leave with its exit code."""
    _open_missing_streams()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a terminal may lack a script that reports use
            stream.reconfigure(errors="backslashreplace")
    quiet_libraries()
    sys.exit(run(sys.argv[1:]))


def _open_missing_streams() -> None:
    """Put the null device in place of streams that the caller closed (`tocsin … >&-`)."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode))  # noqa: SIM115  (open until exit)


def run(arguments: list[str]) -> int:
    """Return the exit code of `tocsin ARGUMENTS`."""
    try:
        code = _run(arguments)
    except BrokenPipeError:
        # The reader of our output left; point stdout elsewhere so that exit does not complain.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 141  # 128 + SIGPIPE, as shells count
    return code


def _run(arguments: list[str]) -> int:
    from tocsin.core.errors import TocsinError

    try:
        with cli.make_context("tocsin", arguments) as context:
            cli.invoke(context)
            sys.stdout.flush()
    except click.exceptions.Exit as left:
        return left.exit_code
    except click.ClickException as misuse:
        misuse.show()
        return 2
    except (click.Abort, KeyboardInterrupt):
        click.echo("interrupted", err=True)
        return 130  # 128 + SIGINT, as shells count
    except TocsinError as failure:
        from tocsin.desk.cli.terminal import one_line

        click.echo(f"tocsin: {failure.code}: {one_line(str(failure))}", err=True)
        return failure.exit_code
    except BrokenPipeError:
        raise
    except OSError as refused:
        click.echo(f"tocsin: output.failed: {refused.strerror or 'refused'}", err=True)
        return 4
    except Exception as defect:  # noqa: BLE001  the last boundary: a user never sees a traceback
        click.echo(f"tocsin: defect: {_name_and_place(defect)}; please report it", err=True)
        return 70  # EX_SOFTWARE of sysexits.h
    return 0


def _name_and_place(defect: Exception) -> str:
    """Return the error's name and where it was raised; never its words, which may quote text."""
    last = traceback.extract_tb(defect.__traceback__)[-1]
    return f"{type(defect).__name__} at {os.path.basename(last.filename)}:{last.lineno}"
